// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sohoa::test {

/// A PDF with one A6-like page that is nothing but `jpeg` (1160 x 820 at 200 dpi) and one with drawn text.
/// `password` empty: not encrypted.
void writePdf(const QString &path, const QByteArray &jpeg, const QByteArray &password = {});

} // namespace sohoa::test
