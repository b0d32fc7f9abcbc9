// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/page_reader.h"

#include "core/imaging/reading.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Letters read with confidence beyond which a page surely holds text the way it lies: a line of print has 60, a
/// page read upside down keeps fewer than 15. Source: own measurement.
constexpr double surelyText = 40;
/// Fewer than this is chance.
constexpr double chance = 15;
/// Another way of reading must yield this many times more.
constexpr double farMore = 2.5;
/// Readers' networks were trained at 300 dpi; more pixels cost time and gain nothing.
constexpr Dpi mostReadingDpi = 450;

double letters(const OcrText &text)
{
    double sum = 0;
    for (const Word &word : text.words)
        sum += double(std::count_if(word.text.begin(), word.text.end(), [](QChar c) { return c.isLetter(); }));
    return sum;
}

void enlargeBoxes(OcrText &text, int factor)
{
    for (Word &word : text.words)
        word.box = {word.box.x * factor, word.box.y * factor, word.box.width * factor, word.box.height * factor};
}

} // namespace

Result<OcrText> PageReader::readImage(const PageImage &gray, Dpi dpi)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(m_deadline - Clock::now()).count();
    if (left <= 0)
        return fail(ErrorCode::PageTimeout, u"no time left to read"_s);
    return m_engine.read(gray, dpi, {static_cast<int>(left)}, m_stop);
}

Result<bool> PageReader::showsThrough(const PageImage &gray, Dpi dpi, double legibleAsItIs)
{
    const auto other = gray.mirrored();
    if (!other)
        return fail(other.error());
    const auto text = readImage(*other, dpi);
    if (!text)
        return fail(text.error());
    return legibleLetters(*text) > chance + farMore * legibleAsItIs;
}

Result<int> PageReader::betterTurn(const PageImage &gray, Dpi dpi, double legibleAsItIs, bool quarters)
{
    int best = 0;
    double most = std::max(chance, farMore * legibleAsItIs);
    for (const int turn : {180, 90, 270}) {
        if (turn != 180 && !quarters)
            break;
        const auto turned = gray.turned(360 - turn);
        if (!turned)
            return fail(turned.error());
        const auto text = readImage(*turned, dpi);
        if (!text)
            return fail(text.error());
        if (const double legible = legibleLetters(*text); legible > most) {
            most = legible;
            best = turn;
            if (legible > surelyText)
                break;
        }
    }
    return best;
}

Result<PageReader::Outcome> PageReader::read(const StraightPage &page, const BlankMeasure &blank, Doubts doubts)
{
    Outcome outcome;
    if (blank.blankness == Blankness::Empty) {
        outcome.blank = true;
        return outcome;
    }
    const int factor = page.dpi >= mostReadingDpi ? 2 : 1;
    auto gray = factor == 1 ? page.reading.share() : page.reading.halved();
    if (!gray)
        return fail(std::move(gray).error());
    const Dpi dpi = page.dpi / factor;
    const auto prepared = prepareForReading(*gray, dpi, m_stop);
    if (!prepared)
        return fail(prepared.error());
    auto text = readImage(prepared->gray, dpi);
    if (!text)
        return fail(std::move(text).error());

    const double legible = legibleLetters(*text);
    outcome.upright = legible >= surelyText && legible >= 0.4 * letters(*text);
    if (blank.blankness == Blankness::Faint && legible < chance) {
        outcome.blank = true;
    } else if (blank.blankness != Blankness::Written) {
        const auto through = showsThrough(prepared->gray, dpi, legible);
        if (!through)
            return fail(through.error());
        outcome.blank = *through;
    }
    if (doubts != Doubts::None && !outcome.blank && !outcome.upright) {
        const auto turn = betterTurn(prepared->gray, dpi, legible, doubts == Doubts::All);
        if (!turn)
            return fail(turn.error());
        outcome.turn = *turn;
    }
    if (!outcome.blank) {
        outcome.text = std::move(*text);
        enlargeBoxes(outcome.text, factor);
    }
    return outcome;
}

} // namespace sohoa
