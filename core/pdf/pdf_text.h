// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <string>

namespace sohoa {

/// `text` in NFC without what PDF/A-2u or XML 1.0 cannot carry: controls, format characters, private use,
/// unassigned code points, surrogates without a partner. White space becomes single blanks, none at the ends.
QString printableText(const QString &text);

/// The code points of a text.
std::u32string codePoints(const QString &text);

/// A number as PDF writes it: at most `decimals` places, no trailing zeros, never an exponent.
QByteArray pdfNumber(double value, int decimals = 2);

} // namespace sohoa
