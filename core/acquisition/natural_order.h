// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace sohoa {

/// The order people expect of numbered file names: runs of digits compare as numbers ("page 2" before "page 10"),
/// letters without regard to case. Names that differ in nothing else keep some fixed order.
/// (QCollator cannot be used: in the C locale, and without ICU in every locale, it does not know numbers.)
bool naturalLess(QStringView a, QStringView b);

} // namespace sohoa
