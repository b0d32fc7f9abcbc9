// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/page.h"
#include "core/imaging/page_image.h"
#include "core/ocr/zone.h"

#include <stop_token>
#include <vector>

namespace sohoa {

/// What was read on one page.
struct OcrText {
    std::vector<Word> words; ///< In reading order; boxes in pixels of the image read.
    QString text;            ///< NFC; line i holds the words whose `line` is i, joined by blanks.
    double confidence = 0;   ///< 0..1, mean over the words; 0 without words.
};

struct OcrLimits {
    int deadlineMs = 120'000; ///< Past it: PageTimeout.
};

/// Reads text. One engine belongs to one thread.
class OcrEngine {
public:
    OcrEngine() = default;
    OcrEngine(const OcrEngine &) = delete;
    OcrEngine &operator=(const OcrEngine &) = delete;
    virtual ~OcrEngine() = default;

    /// `gray` is 8 bit, upright, dark ink on white; at `dpi`. Errors: OcrUnavailable (args: language),
    /// PageTimeout, Cancelled, ImageTooLarge when memory runs out.
    virtual Result<OcrText> read(const PageImage &gray, Dpi dpi, const OcrLimits &limits,
                                 const std::stop_token &stop) = 0;

    /// Reads a small part of a page, in which something of this kind is expected; everything found is kept,
    /// however doubtful. Otherwise as read().
    virtual Result<OcrText> readZone(const PageImage &gray, Dpi dpi, ZoneKind kind, const OcrLimits &limits,
                                     const std::stop_token &stop) = 0;
};

/// How much of a text is surely text: letters of words of three letters or more that were read with confidence.
/// Read upside down or mirrored, a page keeps next to none. For comparing readings of the same page.
double legibleLetters(const OcrText &text);

/// Takes out what ornaments, seals and signatures were read as: lines without one word that was read surely, marks
/// that are no letters, endless "words" nobody could spell. Lines are counted anew.
void dropNoise(std::vector<Word> &words);

/// Takes out what an ornamental frame was read as, often surely: short "words" one below the other where nothing
/// else stands. A column of row numbers is kept.
void dropFrames(std::vector<Word> &words);

/// `text` and `confidence` from the words (their lines ascending).
void completeText(OcrText &text);

} // namespace sohoa
