// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace sohoa {

/// What packBytes() may refer to instead of writing it out. Never to be changed: what was packed with it could not
/// be read any more.
const QByteArray &packingDictionary();

} // namespace sohoa
