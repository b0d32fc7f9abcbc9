// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/streaks.h"

#include "core/imaging/mask_measure.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace sohoa {

namespace {

/// What one block of rows says about each column.
enum class Sight : signed char { Nothing, Plain, Darker, Lighter };

struct BlockView {
    std::vector<Sight> sights; ///< By column.
    std::vector<float> depths;
};

/// Rows top … bottom; `reach` pixels beside a column are the paper against which it is held. A column counts as a
/// line only when nearly every row agrees: between lines of print there is paper.
BlockView viewBlock(const PageImage &gray, int top, int bottom, int reach, double leastDepth)
{
    const auto width = size_t(gray.width());
    BlockView view{std::vector<Sight>(width, Sight::Nothing), std::vector<float>(width, 0)};
    constexpr int paper = 120; ///< Darker neighbours are print.
    constexpr int even = 24;   ///< Gray values by which both neighbours may differ: letters are steeper.
    constexpr short unusable = 0x7fff;
    std::vector<short> depths(width * size_t(bottom - top), unusable); // twice the depth, row by row
    std::vector<int> rows(width, 0);
    std::vector<int> darker(width, 0);
    std::vector<int> lighter(width, 0);
    std::vector<int> line(width, 0);
    for (int y = top; y < bottom; ++y) {
        const l_uint32 *from = pixGetData(gray.get()) + size_t(y) * size_t(pixGetWpl(gray.get()));
        short *to = depths.data() + width * size_t(y - top);
        for (size_t x = 0; x < width; ++x)
            line[x] = int(GET_DATA_BYTE(from, x));
        for (size_t x = size_t(reach); x < width - size_t(reach); ++x) {
            const int left = line[x - size_t(reach)];
            const int right = line[x + size_t(reach)];
            if (left < paper || right < paper || std::abs(left - right) > even)
                continue;
            const int depth = left + right - 2 * line[x];
            to[x] = short(depth);
            darker[x] += depth > 0 ? 1 : 0;
            lighter[x] += depth < 0 ? 1 : 0;
            ++rows[x];
        }
    }
    const int enough = std::max(3, (bottom - top) / 4);
    std::vector<short> column;
    for (size_t x = 0; x < width; ++x) {
        if (rows[x] < enough)
            continue;
        view.sights[x] = Sight::Plain;
        if (std::max(darker[x], lighter[x]) < rows[x] * 3 / 4)
            continue;
        column.clear();
        for (size_t at = x; at < depths.size(); at += width)
            if (depths[at] != unusable)
                column.push_back(depths[at]);
        // The median: a letter that the line crosses weighs no more than its rows.
        const auto middle = column.begin() + std::ptrdiff_t(column.size() / 2);
        std::nth_element(column.begin(), middle, column.end());
        const double depth = *middle / 2.0;
        if (std::abs(depth) < leastDepth)
            continue;
        view.depths[x] = float(depth);
        view.sights[x] = depth > 0 ? Sight::Darker : Sight::Lighter;
    }
    return view;
}

/// A run of blocks in one column.
struct Run {
    int column = 0;
    int first = 0;
    int last = 0;
    double depth = 0;
    Sight sight = Sight::Nothing;
};

/// The longest run of blocks in which the column is seen as `sight`. Blocks that say nothing are bridged, and
/// single ones that disagree, where a thin line crosses a letter.
std::optional<Run> longestRun(const std::vector<BlockView> &blocks, int column, Sight sight)
{
    Run best;
    Run now;
    int seen = 0;
    int bestSeen = 0;
    int against = 0;
    double depth = 0;
    const auto close = [&] {
        if (seen > bestSeen) {
            bestSeen = seen;
            best = now;
            best.depth = depth / seen;
        }
        seen = 0;
        against = 0;
        depth = 0;
    };
    for (int block = 0; block < int(blocks.size()); ++block) {
        const Sight here = blocks[size_t(block)].sights[size_t(column)];
        if (here == sight) {
            if (seen == 0)
                now.first = block;
            now.last = block;
            ++seen;
            against = 0;
            depth += double(blocks[size_t(block)].depths[size_t(column)]);
        } else if (here != Sight::Nothing && ++against > 1) {
            close();
        }
    }
    close();
    if (bestSeen == 0 || bestSeen * 2 < best.last - best.first + 1)
        return std::nullopt;
    best.column = column;
    best.sight = sight;
    return best;
}

/// Whether columns `from` … `end` of one line reach far beyond its deepest column `run`: the line moves sideways.
bool moves(const std::vector<Run> &runs, size_t from, size_t end, const Run &run)
{
    int first = run.first;
    int last = run.last;
    for (size_t i = from; i < end; ++i) {
        if (runs[i].sight != run.sight)
            continue;
        first = std::min(first, runs[i].first);
        last = std::max(last, runs[i].last);
    }
    constexpr int blocks = 4; ///< A line that fades out ends a little sooner at its flanks.
    return (last - first) - (run.last - run.first) > blocks;
}

/// Whether the line that fills columns `left` … `right` goes on beside them above or below `run`: it is slanted,
/// and the machine's own lines are not.
bool goesOnAside(const std::vector<BlockView> &blocks, const Run &run, int left, int right)
{
    constexpr int aside = 3; ///< Pixels.
    const int width = int(blocks.front().sights.size());
    for (const int block : {run.first - 2, run.first - 1, run.last + 1, run.last + 2}) {
        if (block < 0 || block >= int(blocks.size()))
            continue;
        const BlockView &view = blocks[size_t(block)];
        for (int x = std::max(0, left - aside); x <= std::min(width - 1, right + aside); ++x)
            if ((x < left || x > right) && view.sights[size_t(x)] == run.sight &&
                std::abs(double(view.depths[size_t(x)])) >= 0.4 * std::abs(run.depth))
                return true;
    }
    return false;
}

/// Lines of print that run across, such as end the upright rulings of a table.
Result<PageImage> levelLines(const PageImage &gray, Dpi dpi, double ends)
{
    constexpr int inkBelow = 190;
    const auto ink = PageImage::own(pixThresholdToBinary(gray.get(), inkBelow), "pixThresholdToBinary");
    if (!ink)
        return fail(ink.error());
    // Slanted by up to a degree, a line stays on one row for 3 mm at least.
    const auto lines = PageImage::own(pixOpenBrick(nullptr, ink->get(), wholePixels(3, dpi), 1), "pixOpenBrick");
    if (!lines)
        return fail(lines.error());
    const int near = wholePixels(1, dpi);
    return PageImage::own(pixDilateBrick(nullptr, lines->get(), near, 2 * wholePixels(ends, dpi) + 1),
                          "pixDilateBrick");
}

bool crossed(const PageImage &lines, int x, int y)
{
    l_uint32 value = 0;
    pixGetPixel(lines.get(), std::clamp(x, 0, lines.width() - 1), std::clamp(y, 0, lines.height() - 1), &value);
    return value != 0;
}

} // namespace

Result<std::vector<Streak>> findStreaks(const PageImage &gray, Dpi dpi, const StreakParameters &p)
{
    std::vector<Streak> streaks;
    const int rows = wholePixels(p.block, dpi);
    const int reach = wholePixels(p.widest, dpi);
    const int margin = std::max(wholePixels(p.margin, dpi), reach + 1);
    if (gray.height() < wholePixels(p.leastLength, dpi) || gray.width() < 4 * margin)
        return streaks;
    std::vector<BlockView> blocks;
    for (int top = 0; top + rows <= gray.height(); top += rows)
        blocks.push_back(viewBlock(gray, top, top + rows, reach, p.leastDepth));
    std::vector<Run> runs;
    for (int x = margin; x < gray.width() - margin; ++x) {
        for (const Sight sight : {Sight::Darker, Sight::Lighter}) {
            const auto run = longestRun(blocks, x, sight);
            if (run && (run->last - run->first + 1) * p.block >= p.leastLength)
                runs.push_back(*run);
        }
    }
    if (runs.empty())
        return streaks;
    const auto lines = levelLines(gray, dpi, p.block + 1); // Ends are known to a block.
    if (!lines)
        return fail(lines.error());
    int rulings = 0;
    double rulingDepth = 0;
    // Neighbouring columns are one line; its deepest column stands for it. Beside a line, at the distance of the
    // paper against which columns are held, its shadow in reverse appears.
    for (size_t i = 0; i < runs.size();) {
        size_t end = i + 1;
        size_t deepest = i;
        for (; end < runs.size() && runs[end].column - runs[end - 1].column <= 2; ++end)
            if (std::abs(runs[end].depth) > std::abs(runs[deepest].depth))
                deepest = end;
        const Run &run = runs[deepest];
        const size_t from = i;
        const int left = runs[i].column;
        const int right = runs[end - 1].column;
        const int wide = right - left + 1;
        const bool slanted = moves(runs, from, end, run) || goesOnAside(blocks, run, left, right);
        i = end;
        const int top = run.first * rows;
        const int bottom = (run.last + 1) * rows;
        const bool shadow = std::any_of(runs.begin(), runs.end(), [&](const Run &other) {
            return other.sight != run.sight && std::abs(other.column - run.column) <= reach + wide &&
                   std::abs(other.depth) > std::abs(run.depth);
        });
        const bool ruling = crossed(*lines, run.column, top) && crossed(*lines, run.column, bottom);
        if (shadow)
            continue;
        if (wide > 2 * reach || ruling || slanted) {
            ++rulings;
            rulingDepth = std::max(rulingDepth, std::abs(run.depth));
            continue;
        }
        streaks.push_back({toMillimetres(run.column, dpi), toMillimetres(top, dpi),
                           toMillimetres(bottom - top, dpi), run.depth});
    }
    // Beside the rulings of a table, another line of their darkness that does not cross the page is one of them.
    constexpr int table = 3;
    const double most = 0.9 * toMillimetres(gray.height(), dpi);
    if (rulings >= table)
        std::erase_if(streaks, [&](const Streak &streak) {
            return std::abs(streak.depth) >= rulingDepth / 2 && streak.length < most;
        });
    return streaks;
}

std::vector<double> recurringStreaks(const std::vector<std::vector<Streak>> &pages, int least)
{
    constexpr double same = 1.0; ///< Millimetres; where one page lies beside the next.
    struct Sighting {
        double position = 0;
        size_t page = 0;
    };
    std::vector<Sighting> all;
    for (size_t page = 0; page < pages.size(); ++page)
        for (const Streak &streak : pages[page])
            all.push_back({streak.position, page});
    std::sort(all.begin(), all.end(),
              [](const Sighting &a, const Sighting &b) { return a.position < b.position; });
    std::vector<double> recurring;
    for (size_t i = 0; i < all.size();) {
        size_t end = i;
        std::vector<size_t> seen;
        double sum = 0;
        for (; end < all.size() && all[end].position - all[i].position <= same; ++end) {
            sum += all[end].position;
            if (std::find(seen.begin(), seen.end(), all[end].page) == seen.end())
                seen.push_back(all[end].page);
        }
        if (int(seen.size()) >= least)
            recurring.push_back(sum / double(end - i));
        i = end;
    }
    return recurring;
}

} // namespace sohoa
