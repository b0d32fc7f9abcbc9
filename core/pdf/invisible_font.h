// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>

namespace sohoa {

/// A TrueType font whose only job is to be embedded: PDF/A wants a program for each font, also where the text is
/// invisible. Units of 1/1000 em.
namespace invisible_font {

constexpr int unitsPerEm = 1000;
constexpr int advance = 500; ///< Of every glyph; words are brought to their width by horizontal scaling.
/// Readers make a word's box from these two, and the lines of a text from the nominal size: a size small against
/// the box keeps tightly set lines apart. Poppler takes no ascent above 1050. See text_layer for the size.
constexpr int ascent = 1050;
constexpr int descent = -300;

/// How far the letters of a word reach above and below its line. One size serves a whole line, because readers put
/// words of different sizes into different lines; so a font stands in the file for each reach, all with the one
/// program, and a word takes the font that is nearest to its box. Poppler passes over a descent of 0.
struct Reach {
    int ascent;
    int descent;
};
constexpr std::array<Reach, 6> reaches = {
    {{580, -10}, {580, descent}, {800, -10}, {800, descent}, {ascent, -10}, {ascent, descent}}};
constexpr int blankGlyph = 1; ///< Glyph 0 is .notdef, which PDF/A forbids to show.
constexpr auto name = "SohoaInvisible";

/// The font file, always the same bytes.
QByteArray program();

} // namespace invisible_font
} // namespace sohoa
