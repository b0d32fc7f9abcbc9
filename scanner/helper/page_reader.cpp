// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/helper/page_reader.h"

#include "scanner/helper/sane_status.h"

#include <array>
#include <thread>

namespace sohoa::scan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype readBytes = qsizetype{64} * 1024;
/// Rows are sent in pieces of about this size, or at least once a second, so that a slow page is seen to grow.
constexpr qsizetype pieceBytes = qsizetype{256} * 1024;
constexpr auto pieceTime = 1s;
/// Three-pass pages are held until the last pass: A3 in 48 bits at 600 dpi takes 420 MB.
constexpr qsizetype maxPlaneBytes = qsizetype{256} * 1024 * 1024;

std::optional<size_t> channelOf(SANE_Frame format)
{
    switch (format) {
    case SANE_FRAME_RED:
        return 0;
    case SANE_FRAME_GREEN:
        return 1;
    case SANE_FRAME_BLUE:
        return 2;
    default:
        return std::nullopt;
    }
}

} // namespace

Result<PageReader::Layout> PageReader::layoutOf(const SANE_Parameters &p) const
{
    const auto unsupported = [&p] {
        return fail(ErrorCode::DeviceUnsupported,
                    u"frame format %1, depth %2, %3 pixels in %4 bytes"_s.arg(p.format)
                        .arg(p.depth)
                        .arg(p.pixels_per_line)
                        .arg(p.bytes_per_line));
    };
    const bool gray = p.format == SANE_FRAME_GRAY;
    const bool color = p.format == SANE_FRAME_RGB;
    Layout layout;
    layout.singleChannel = channelOf(p.format).has_value();
    const bool depthKnown = p.depth == 8 || p.depth == 16 || (p.depth == 1 && !layout.singleChannel);
    if ((!gray && !color && !layout.singleChannel) || !depthKnown || p.pixels_per_line < 1 ||
        p.pixels_per_line > maxRowPixels)
        return unsupported();
    layout.sampleBytes = p.depth == 16 ? 2 : 1;
    layout.packedColor = color && p.depth == 1;
    layout.lineBytes = p.bytes_per_line;
    layout.geometry.format = gray && p.depth == 1   ? PixelFormat::Bilevel1
                             : gray && p.depth == 8 ? PixelFormat::Gray8
                             : gray                 ? PixelFormat::Gray16
                             : p.depth == 16        ? PixelFormat::Rgb16
                                                    : PixelFormat::Rgb8;
    layout.geometry.width = p.pixels_per_line;
    if (p.lines > 0)
        layout.geometry.height = p.lines;
    layout.geometry.dpi = m_sheet.dpi;
    layout.geometry.back = m_sheet.side.back;
    const qsizetype width = p.pixels_per_line;
    layout.sampleRow = layout.packedColor     ? 3 * ((width + 7) / 8)
                       : layout.singleChannel ? width * layout.sampleBytes
                                              : bytesPerRow(layout.geometry.format, p.pixels_per_line);
    if (layout.lineBytes < layout.sampleRow)
        return unsupported();
    return layout;
}

Result<std::optional<PageEnded>> PageReader::stopped(const char *call, SANE_Status status) const
{
    if (m_device.cancelled())
        return fail(ErrorCode::Cancelled, QString::fromLatin1(call));
    if (status == SANE_STATUS_NO_DOCS && m_sheet.number > 1 && !m_fed)
        return std::nullopt;
    Error error = saneError(call, status);
    // Out of paper in the middle of a sheet: the sheet is what is missing. Drivers that look for paper only when
    // they are asked for rows say so before the first row of the stack: that is an empty feeder.
    if (status == SANE_STATUS_NO_DOCS && m_fed && (m_received || m_sheet.number > 1))
        error.code = ErrorCode::PageIncomplete;
    if (error.code == ErrorCode::PageIncomplete)
        error.args.insert(u"sheet"_s, QString::number(m_sheet.number));
    return fail(std::move(error));
}

Result<std::optional<PageEnded>> PageReader::read()
{
    SANE_Status status = m_device.start();
    if (status != SANE_STATUS_GOOD)
        return stopped("sane_start", status);
    m_fed = true;
    m_events.send(SideFed{m_sheet.side});
    SANE_Parameters parameters{};
    // Only now is it known what really comes: before sane_start parameters are estimates.
    status = m_device.parameters(parameters);
    if (status != SANE_STATUS_GOOD)
        return stopped("sane_get_parameters", status);
    const auto layout = layoutOf(parameters);
    if (!layout)
        return fail(layout.error());
    auto page = layout->singleChannel ? readPlanes(parameters, *layout) : readInterleaved(*layout);
    m_device.pageOver();
    return page;
}

template <class Take> PageReader::Pass PageReader::readPass(const Layout &layout, RowAssembler &rows, Take take)
{
    QByteArray buffer(readBytes, Qt::Uninitialized);
    Pass pass;
    for (;;) {
        int count = 0;
        pass.status = m_device.readBytes(buffer.data(), static_cast<int>(buffer.size()), count);
        if (pass.status != SANE_STATUS_GOOD || m_device.cancelled())
            break;
        m_received = m_received || count > 0;
        if (count > 0)
            rows.append(buffer.constData(), std::min(qsizetype{count}, buffer.size()));
        else // No driver should: a blocking read without bytes must not become a busy loop.
            std::this_thread::sleep_for(5ms);
        take();
    }
    const auto height = layout.geometry.height;
    pass.whole = pass.status == SANE_STATUS_EOF && !m_device.cancelled() && !rows.midRow() &&
                 (!height || rows.rowCount() == *height);
    return pass;
}

Result<std::optional<PageEnded>> PageReader::readInterleaved(const Layout &layout)
{
    RowAssembler rows(layout.lineBytes, layout.sampleRow);
    std::chrono::steady_clock::time_point
        lastSent; // Long ago: the first row goes at once, so that the page is seen.
    const Pass pass = readPass(layout, rows, [&] {
        const auto now = std::chrono::steady_clock::now();
        if (rows.waiting() >= pieceBytes || (rows.waiting() > 0 && now - lastSent >= pieceTime)) {
            sendRows(layout, rows.take());
            lastSent = now;
        }
    });
    if (m_device.cancelled() || pass.status != SANE_STATUS_EOF)
        return stopped("sane_read", pass.status);
    sendRows(layout, rows.take());
    return conclude(layout, pass.whole);
}

Result<std::optional<PageEnded>> PageReader::readPlanes(SANE_Parameters parameters, const Layout &first)
{
    std::array<QByteArray, 3> planes;
    std::array<bool, 3> seen{};
    bool whole = true;
    for (;;) {
        const auto layout = layoutOf(parameters);
        const auto channel = channelOf(parameters.format);
        if (!layout)
            return fail(layout.error());
        if (!channel || seen[*channel] || layout->sampleRow != first.sampleRow ||
            layout->geometry.format != first.geometry.format)
            return fail(ErrorCode::DeviceUnsupported, u"three passes that do not match"_s);
        RowAssembler rows(layout->lineBytes, layout->sampleRow);
        bool tooLarge = false;
        const Pass pass = readPass(*layout, rows, [&] { tooLarge = rows.waiting() > maxPlaneBytes; });
        if (m_device.cancelled() || pass.status != SANE_STATUS_EOF)
            return stopped("sane_read", pass.status);
        if (tooLarge)
            return fail(ErrorCode::DeviceOutOfMemory, u"three-pass page too large"_s);
        planes[*channel] = rows.take();
        seen[*channel] = true;
        whole = whole && pass.whole;
        if (parameters.last_frame != SANE_FALSE)
            break;
        SANE_Status status = m_device.start();
        if (status == SANE_STATUS_GOOD)
            status = m_device.parameters(parameters);
        if (status != SANE_STATUS_GOOD)
            return stopped("sane_start", status == SANE_STATUS_NO_DOCS ? SANE_STATUS_EOF : status);
    }
    const qsizetype bytes = std::min({planes[0].size(), planes[1].size(), planes[2].size()});
    whole = whole && planes[0].size() == bytes && planes[1].size() == bytes && planes[2].size() == bytes;
    // Piece by piece: the assembled page would take the memory of all planes once more.
    const qsizetype piece = std::max(pieceBytes / 3 / first.sampleRow, qsizetype{1}) * first.sampleRow;
    for (qsizetype at = 0; at < bytes; at += piece) {
        const qsizetype count = std::min(piece, bytes - at);
        sendRows(first, interleaved(planes[0].mid(at, count), planes[1].mid(at, count), planes[2].mid(at, count),
                                    first.sampleBytes));
    }
    return conclude(first, whole);
}

void PageReader::sendRows(const Layout &layout, const QByteArray &rows)
{
    const qsizetype inRow =
        layout.packedColor ? layout.sampleRow : bytesPerRow(layout.geometry.format, layout.geometry.width);
    const qsizetype outRow = bytesPerRow(layout.geometry.format, layout.geometry.width);
    const qsizetype limit = layout.geometry.height ? *layout.geometry.height - m_sent : rows.size() / inRow;
    // Rows beyond those announced have no place on the page; that they came makes it suspect (conclude()).
    const qsizetype count = std::min(rows.size() / inRow, limit);
    if (count > 0 && m_sent == 0)
        m_events.send(PageStarted{layout.geometry});
    const qsizetype piece = std::max(pieceBytes / outRow, qsizetype{1});
    for (qsizetype row = 0; row < count; row += piece) {
        const QByteArray part = rows.mid(row * inRow, std::min(piece, count - row) * inRow);
        m_events.send(Rows{layout.packedColor ? expandedBits(part, layout.geometry.width) : part});
    }
    m_sent += static_cast<int>(count);
}

Result<std::optional<PageEnded>> PageReader::conclude(const Layout &layout, bool whole) const
{
    if (m_device.cancelled())
        return fail(ErrorCode::Cancelled, u"at the end of a page"_s);
    if (m_sent == 0)
        return stopped("sane_read", SANE_STATUS_EOF);
    return PageEnded{m_sent, whole && (!layout.geometry.height || m_sent == *layout.geometry.height)};
}

} // namespace sohoa::scan
