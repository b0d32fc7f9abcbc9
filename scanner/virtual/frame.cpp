// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/frame.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace sohoa::virtual_scanner {
namespace {

constexpr double MmPerInch = 25.4;

struct Axis {
    int delivered = 0;
    int sourceBegin = 0;
    int sourceLength = 0;
    int covered = 0;
};

Axis layoutAxis(double begin, double end, bool endIsPaperEdge, double paper, double maximum, int pixels,
                int fileDpi, int dpi)
{
    const double imageLength = pixels * MmPerInch / fileDpi;
    const double paperLength = std::min(paper > 0 ? paper : imageLength, maximum);
    if (endIsPaperEdge)
        end = paperLength;
    Axis axis;
    axis.delivered = std::max(1, static_cast<int>(std::lround(std::max(0.0, end - begin) * dpi / MmPerInch)));
    const auto toSource = [&](double mm) {
        return std::clamp(static_cast<int>(std::lround(mm * fileDpi / MmPerInch)), 0, pixels);
    };
    axis.sourceBegin = toSource(begin);
    axis.sourceLength = std::max(0, toSource(std::min(end, paperLength)) - axis.sourceBegin);
    const double scaled = static_cast<double>(axis.sourceLength) * dpi / fileDpi;
    axis.covered = axis.sourceLength > 0 ? std::max(1, static_cast<int>(std::lround(scaled))) : 0;
    return axis;
}

/// Gray with 8 bits or colour with 32, of the part of the side that is wanted.
PixPtr convertedPart(const Settings &settings, const Layout &layout, const SideImage &side)
{
    PixPtr part(pixClone(side.pix.get()));
    if (layout.sourceWidth != side.width() || layout.sourceHeight != side.height()) {
        BOX *box = boxCreate(layout.sourceX, layout.sourceY, layout.sourceWidth, layout.sourceHeight);
        part.reset(pixClipRectangle(side.pix.get(), box, nullptr));
        boxDestroy(&box);
    }
    if (!part)
        return nullptr;
    PixPtr converted(settings.mode == Mode::Color ? pixConvertTo32(part.get()) : pixConvertTo8(part.get(), 0));
    part.reset();
    if (!converted || (layout.coveredWidth == layout.sourceWidth && layout.coveredHeight == layout.sourceHeight))
        return converted;
    return PixPtr(pixScaleToSize(converted.get(), layout.coveredWidth, layout.coveredHeight));
}

bool adjust(PIX *pix, int brightness, int contrast)
{
    if (brightness == 0 && contrast == 0)
        return true;
    // Contrast turns the curve around middle gray (at 100 into a step), brightness shifts it.
    const double slope = std::tan((contrast + 100.0) / 200.0 * std::acos(0.0) * 0.999);
    NUMA *curve = numaCreate(256);
    if (!curve)
        return false;
    for (int value = 0; value < 256; ++value) {
        const double result = (value - 127.5) * slope + 127.5 + brightness * 1.275;
        numaAddNumber(curve, static_cast<l_float32>(std::clamp(std::round(result), 0.0, 255.0)));
    }
    const bool good = pixTRCMap(pix, nullptr, curve) == 0;
    numaDestroy(&curve);
    return good;
}

PixPtr onWhite(PixPtr part, const Layout &layout, int depth)
{
    if (part && pixGetWidth(part.get()) == layout.width && pixGetHeight(part.get()) == layout.height)
        return part;
    PixPtr page(pixCreate(layout.width, layout.height, depth));
    if (!page || pixSetAllGray(page.get(), 255) != 0)
        return nullptr;
    if (part &&
        pixRasterop(page.get(), 0, 0, layout.coveredWidth, layout.coveredHeight, PIX_SRC, part.get(), 0, 0) != 0)
        return nullptr;
    return page;
}

} // namespace

Layout layoutFor(const Settings &settings, int width, int height, int xDpi, int yDpi)
{
    const Axis x = layoutAxis(settings.left, settings.right, settings.rightIsPaperEdge, settings.paperWidth,
                              MaxWidthMm, width, xDpi, settings.dpi);
    const Axis y = layoutAxis(settings.top, settings.bottom, settings.bottomIsPaperEdge, settings.paperHeight,
                              MaxHeightMm, height, yDpi, settings.dpi);
    return {x.delivered,    y.delivered,    x.sourceBegin, y.sourceBegin,
            x.sourceLength, y.sourceLength, x.covered,     y.covered};
}

SANE_Parameters parametersFor(const Settings &settings, const Layout &layout)
{
    SANE_Parameters parameters{};
    parameters.format = settings.mode == Mode::Color ? SANE_FRAME_RGB : SANE_FRAME_GRAY;
    parameters.last_frame = SANE_TRUE;
    parameters.pixels_per_line = layout.width;
    parameters.lines = layout.height;
    parameters.depth = settings.mode == Mode::Lineart ? 1 : 8;
    parameters.bytes_per_line = settings.mode == Mode::Color  ? layout.width * 3
                                : settings.mode == Mode::Gray ? layout.width
                                                              : (layout.width + 7) / 8;
    return parameters;
}

std::optional<Frame> Frame::render(const Settings &settings, const SideImage &side)
{
    const Layout layout = layoutFor(settings, side.width(), side.height(), side.xDpi, side.yDpi);
    PixPtr part;
    if (layout.coveredWidth > 0 && layout.coveredHeight > 0) {
        part = convertedPart(settings, layout, side);
        if (!part)
            return std::nullopt;
        // A conversion may hand back the side's own pixels, which must stay as they are.
        if (settings.brightness != 0 || settings.contrast != 0)
            part.reset(pixCopy(nullptr, part.get()));
        if (!part || !adjust(part.get(), settings.brightness, settings.contrast))
            return std::nullopt;
    }
    PixPtr page = onWhite(std::move(part), layout, settings.mode == Mode::Color ? 32 : 8);
    if (page && settings.mode == Mode::Lineart)
        page.reset(pixThresholdToBinary(page.get(), static_cast<int>(std::lround(settings.threshold * 2.56))));
    if (!page)
        return std::nullopt;
    return Frame(std::move(page), parametersFor(settings, layout));
}

Frame::Frame(PixPtr pix, const SANE_Parameters &parameters)
    : m_pix(std::move(pix))
    , m_parameters(parameters)
    , m_rows(parameters.lines)
    , m_size(static_cast<std::size_t>(parameters.bytes_per_line) * static_cast<std::size_t>(parameters.lines))
    , m_row(static_cast<std::size_t>(parameters.bytes_per_line))
{
}

void Frame::cutAt(double part)
{
    m_size = static_cast<std::size_t>(static_cast<double>(m_size) * part);
}

void Frame::addRows(int rows)
{
    m_rows += rows;
    m_size += m_row.size() * static_cast<std::size_t>(rows);
}

void Frame::splitPasses()
{
    if (m_parameters.format != SANE_FRAME_RGB)
        return;
    m_parameters.format = SANE_FRAME_RED;
    m_parameters.last_frame = SANE_FALSE;
    m_parameters.bytes_per_line = m_parameters.pixels_per_line;
    m_row.resize(m_row.size() / 3);
    m_size /= 3;
}

bool Frame::nextPass()
{
    if (m_parameters.last_frame == SANE_TRUE)
        return false;
    m_parameters.format = m_parameters.format == SANE_FRAME_RED ? SANE_FRAME_GREEN : SANE_FRAME_BLUE;
    m_parameters.last_frame = m_parameters.format == SANE_FRAME_BLUE ? SANE_TRUE : SANE_FALSE;
    m_position = 0;
    m_packedRow = -1;
    return true;
}

void Frame::packRow(int row)
{
    if (row == m_packedRow)
        return;
    m_packedRow = row;
    const int inside = std::min(row, static_cast<int>(pixGetHeight(m_pix.get())) - 1);
    const l_uint32 *words = pixGetData(m_pix.get()) + std::ptrdiff_t{pixGetWpl(m_pix.get())} * inside;
    if (m_parameters.format == SANE_FRAME_RGB) {
        for (std::size_t x = 0; x < m_row.size() / 3; ++x) {
            m_row[3 * x] = static_cast<SANE_Byte>(words[x] >> L_RED_SHIFT);
            m_row[3 * x + 1] = static_cast<SANE_Byte>(words[x] >> L_GREEN_SHIFT);
            m_row[3 * x + 2] = static_cast<SANE_Byte>(words[x] >> L_BLUE_SHIFT);
        }
    } else if (m_parameters.format != SANE_FRAME_GRAY) {
        const int shift = m_parameters.format == SANE_FRAME_RED     ? L_RED_SHIFT
                          : m_parameters.format == SANE_FRAME_GREEN ? L_GREEN_SHIFT
                                                                    : L_BLUE_SHIFT;
        for (std::size_t x = 0; x < m_row.size(); ++x)
            m_row[x] = static_cast<SANE_Byte>(words[x] >> shift);
    } else {
        // Leptonica keeps the leftmost pixels in the high bits of a word, whatever the machine's byte order.
        for (std::size_t i = 0; i < m_row.size(); ++i)
            m_row[i] = static_cast<SANE_Byte>(words[i / 4] >> (24 - 8 * (i % 4)));
    }
}

std::size_t Frame::read(std::span<SANE_Byte> target)
{
    const std::size_t wanted = std::min(target.size(), size() - m_position);
    std::size_t done = 0;
    while (done < wanted) {
        packRow(static_cast<int>(m_position / m_row.size()));
        const std::size_t inRow = m_position % m_row.size();
        const std::size_t count = std::min(wanted - done, m_row.size() - inRow);
        std::memcpy(target.data() + done, m_row.data() + inRow, count);
        done += count;
        m_position += count;
    }
    return done;
}

} // namespace sohoa::virtual_scanner
