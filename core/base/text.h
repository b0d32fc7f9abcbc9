// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sohoa {

/// NFC, the only form in which text is kept (composed Vietnamese letters).
QString toNfc(const QString &text);

/// For comparing and searching: lower case, every Vietnamese letter without its marks, đ as d, dashes as "-",
/// fixed blanks as " ". One character to one character on NFC input, so a position in the folded text is the
/// position in the text (source: domain handbook, "Folding").
QString foldMarks(const QString &text);

/// As foldMarks() but in capitals: what the catalogue's `*_folded` expressions are written for.
QString foldToCapitals(const QString &text);

/// Runs of white space as one blank, none at the ends.
QString collapseBlanks(const QString &text);

} // namespace sohoa
