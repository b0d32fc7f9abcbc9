// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/page_reader.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <vector>

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
/// The network looks at lines that are 36 pixels high: print of 13 points is that high at 200 dpi. More pixels
/// cost layout analysis time and gain nothing: a fifth of the processor time and 0.7 points of character errors
/// less than at 300 dpi (own measurement).
constexpr Dpi readingDpi = 200;
/// Scaling by less than that is not worth its time.
constexpr double worthScaling = 0.85;
/// Letters whose middle band is lower lose strokes: below print of 9 points the page is read as fine as it is.
constexpr double leastLetterPixels = 11;
/// Fine print gains nothing beyond.
constexpr Dpi mostReadingDpi = 450;

double letters(const OcrText &text)
{
    double sum = 0;
    for (const Word &word : text.words)
        sum += double(std::count_if(word.text.begin(), word.text.end(), [](QChar c) { return c.isLetter(); }));
    return sum;
}

/// Boxes back to pixels of the page.
void enlargeBoxes(OcrText &text, double scale, const PageImage &page)
{
    const auto low = [scale](int at) { return static_cast<int>(std::floor(at / scale)); };
    const auto high = [scale](int at, int most) {
        return std::min(most, static_cast<int>(std::ceil(at / scale)));
    };
    for (Word &word : text.words) {
        const int x = low(word.box.x);
        const int y = low(word.box.y);
        word.box = {x, y, high(word.box.right(), page.width()) - x, high(word.box.bottom(), page.height()) - y};
    }
}

Result<PageImage> scaled(const PageImage &gray, double scale)
{
    if (scale == 1)
        return gray.share();
    const auto factor = static_cast<l_float32>(scale);
    return PageImage::own(pixScale(gray.get(), factor, factor), "pixScale");
}

/// Height of most letters, pixels: the middle band of small letters, or capitals where there are only those. 0
/// without letters.
double letterHeight(const PageImage &ink, Dpi dpi)
{
    constexpr double leastMm = 0.8; ///< Smaller are tone marks and dust.
    constexpr double mostMm = 8;
    constexpr int mostOblong = 3; ///< Words run together and lines of a table are more.
    BOXA *boxes = pixConnCompBB(ink.get(), 8);
    std::vector<int> heights;
    const int count = boxes ? boxaGetCount(boxes) : 0;
    for (int i = 0; i < count; ++i) {
        l_int32 width = 0;
        l_int32 height = 0;
        boxaGetBoxGeometry(boxes, i, nullptr, nullptr, &width, &height);
        if (height >= toPixels(leastMm, dpi) && height <= toPixels(mostMm, dpi) && width <= mostOblong * height &&
            height <= mostOblong * width)
            heights.push_back(height);
    }
    boxaDestroy(&boxes);
    if (heights.empty())
        return 0;
    const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

} // namespace

Result<OcrText> PageReader::readImage(const PageImage &gray, Dpi dpi)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(m_deadline - Clock::now()).count();
    if (left <= 0)
        return fail(ErrorCode::PageTimeout, u"no time left to read"_s);
    return m_engine.read(gray, dpi, {static_cast<int>(left)}, m_stop);
}

Result<PageReader::Prepared> PageReader::prepare(const StraightPage &page)
{
    const double wanted = double(readingDpi) / page.dpi;
    Prepared prepared;
    prepared.scale = wanted <= worthScaling ? wanted : 1;
    if (auto done = prepareAt(page, prepared); !done)
        return fail(std::move(done).error());
    const double finest = page.dpi >= mostReadingDpi ? 0.5 : 1;
    if (prepared.scale < finest && letterHeight(prepared.reading.ink, prepared.dpi) < leastLetterPixels) {
        prepared.scale = finest;
        if (auto done = prepareAt(page, prepared); !done)
            return fail(std::move(done).error());
    }
    return prepared;
}

Result<void> PageReader::prepareAt(const StraightPage &page, Prepared &prepared)
{
    const auto gray = scaled(page.reading, prepared.scale);
    if (!gray)
        return fail(gray.error());
    prepared.dpi = static_cast<Dpi>(std::lround(page.dpi * prepared.scale));
    auto reading = prepareForReading(*gray, prepared.dpi, m_stop);
    if (!reading)
        return fail(std::move(reading).error());
    prepared.reading = std::move(*reading);
    return {};
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
    const auto prepared = prepare(page);
    if (!prepared)
        return fail(prepared.error());
    const PageImage &gray = prepared->reading.gray;
    const Dpi dpi = prepared->dpi;
    auto text = readImage(gray, dpi);
    if (!text)
        return fail(std::move(text).error());

    const double legible = legibleLetters(*text);
    outcome.upright = legible >= surelyText && legible >= 0.4 * letters(*text);
    if (blank.blankness == Blankness::Faint && legible < chance) {
        outcome.blank = true;
    } else if (blank.blankness != Blankness::Written) {
        const auto through = showsThrough(gray, dpi, legible);
        if (!through)
            return fail(through.error());
        outcome.blank = *through;
    }
    if (doubts != Doubts::None && !outcome.blank && !outcome.upright) {
        const auto turn = betterTurn(gray, dpi, legible, doubts == Doubts::All);
        if (!turn)
            return fail(turn.error());
        outcome.turn = *turn;
    }
    if (!outcome.blank) {
        outcome.text = std::move(*text);
        enlargeBoxes(outcome.text, prepared->scale, page.gray);
    }
    return outcome;
}

} // namespace sohoa
