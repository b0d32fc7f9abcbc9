// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace sohoa {

/// A TrueType font whose only job is to be embedded: PDF/A wants a program for each font, also where the text is
/// invisible. Units of 1/1000 em.
namespace invisible_font {

constexpr int unitsPerEm = 1000;
constexpr int advance = 500; ///< Of every glyph; words are brought to their width by horizontal scaling.
/// Readers make a word's box from these two, and the lines of a text from the nominal size: a size small against
/// the box keeps tightly set lines apart. Poppler takes no ascent above 1050. See text_layer for the size.
constexpr int ascent = 1050;
constexpr int descent = -150;
constexpr int blankGlyph = 1; ///< Glyph 0 is .notdef, which PDF/A forbids to show.
constexpr auto name = "SohoaInvisible";

/// The font file, always the same bytes.
QByteArray program();

} // namespace invisible_font
} // namespace sohoa
