// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/imaging/reading.h"
#include "core/ocr/ocr_engine.h"
#include "core/page_helper/straight_page.h"

#include <chrono>
#include <stop_token>

namespace sohoa {

/// Reads the text of one straight page, decides whether faint marks are writing, and says which way up the text
/// is.
class PageReader {
public:
    using Clock = std::chrono::steady_clock;

    PageReader(OcrEngine &engine, Clock::time_point deadline, std::stop_token stop)
        : m_engine(engine)
        , m_deadline(deadline)
        , m_stop(std::move(stop))
    {
    }

    struct Outcome {
        OcrText text;         ///< Boxes in pixels of the page; empty when the page is blank.
        bool blank = false;   ///< Nothing is written on this side.
        int turn = 0;         ///< 90, 180, 270: read turned back by this, the page makes far more sense.
        bool upright = false; ///< Enough text made sense as the page lies.
    };

    /// What is not known about the orientation: nothing; only which end is up; anything.
    enum class Doubts { None, UpDown, All };

    Result<Outcome> read(const StraightPage &page, const BlankMeasure &blank, Doubts doubts);

private:
    /// The page as the engine gets to see it.
    struct Prepared {
        ReadingImage reading;
        double scale = 1; ///< Against the page.
        Dpi dpi = 0;
    };

    Result<Prepared> prepare(const StraightPage &page);
    Result<void> prepareAt(const StraightPage &page, Prepared &prepared);
    Result<OcrText> readImage(const PageImage &gray, Dpi dpi);
    Result<bool> showsThrough(const PageImage &gray, Dpi dpi, double legibleAsItIs);
    Result<int> betterTurn(const PageImage &gray, Dpi dpi, double legibleAsItIs, bool quarters);

    OcrEngine &m_engine;
    Clock::time_point m_deadline;
    std::stop_token m_stop;
};

} // namespace sohoa
