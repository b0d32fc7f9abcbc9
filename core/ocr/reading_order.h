// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page.h"

#include <vector>

namespace sohoa {

/// Brings words into the order in which a clerk reads a Vietnamese office paper, whatever blocks layout analysis
/// made of it: what stands on one height is one line, so that cells of a table row and the halves of a form's line
/// stay together; two columns of centred lines side by side (the head that decree 30/2020 prescribes, blocks of
/// signatures), and two long columns of running lines, are read one after the other, the left one first.
///
/// `words` come with Tesseract's lines (`line` ascending, words of a line from left to right); boxes in pixels of
/// the upright, deskewed page. Afterwards they stand in the new order and `line` counts the new lines.
void orderForReading(std::vector<Word> &words);

} // namespace sohoa
