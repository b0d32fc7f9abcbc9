// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/device.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace sohoa::virtual_scanner {
namespace {

/// Into how many portions a page is cut at least when rows come at a pace: few enough not to wake the program
/// for every row, many enough for a smooth preview.
constexpr int PortionsAPage = 50;

// A4 at 300 dpi, for parameters asked of an empty feeder.
constexpr int DefaultWidth = 2480;
constexpr int DefaultHeight = 3508;

} // namespace

Device::Device(Stack stack, std::string stackPath, int pagesPerMinute)
    : m_options(pagesPerMinute, std::move(stackPath))
    , m_feeder(std::move(stack))
    , m_pace(pagesPerMinute)
{
}

SANE_Status Device::setOption(SANE_Int index, void *value, SANE_Int &info)
{
    if (isReading())
        return SANE_STATUS_DEVICE_BUSY;
    if (index == OptionSet::StackPath)
        return value ? loadStack(static_cast<const char *>(value), info) : SANE_STATUS_INVAL;
    const Source before = m_options.settings().source;
    const SANE_Status status = m_options.set(index, value, info);
    const Settings settings = m_options.settings();
    m_pace.setPagesPerMinute(settings.pagesPerMinute);
    if (settings.source != before)
        m_feeder.eject();
    return status;
}

SANE_Status Device::loadStack(const char *path, SANE_Int &info)
{
    const std::size_t length = strnlen(path, StackPathBytes);
    if (length == StackPathBytes)
        return SANE_STATUS_INVAL;
    auto stack = Stack::load(std::string(path, length));
    if (!stack)
        return SANE_STATUS_INVAL;
    std::string copy(path, length);
    const SANE_Status status = m_options.set(OptionSet::StackPath, copy.data(), info);
    if (status == SANE_STATUS_GOOD)
        m_feeder = Feeder(std::move(*stack));
    return status;
}

SANE_Parameters Device::parameters()
{
    if (isReading())
        return m_frame->parameters();
    const Settings settings = m_options.settings();
    const SideImage *image = m_feeder.peek();
    const Layout layout = image ? layoutFor(settings, image->width(), image->height(), image->xDpi, image->yDpi)
                                : layoutFor(settings, DefaultWidth, DefaultHeight, DefaultDpi, DefaultDpi);
    return parametersFor(settings, layout);
}

SANE_Status Device::start()
{
    if (isReading())
        return SANE_STATUS_DEVICE_BUSY;
    const auto now = SteadyClock::now();
    const Settings settings = m_options.settings();
    const bool duplex = settings.source == Source::AdfDuplex;
    if (m_cancel.raised())
        m_feeder.eject();
    m_cancel.reset();
    m_frame.reset();

    const Coming coming = m_feeder.coming();
    if (coming == Coming::Nothing)
        return SANE_STATUS_NO_DOCS;
    const SideImage *image = m_feeder.peek();
    if (!image) {
        m_feeder.take(duplex);
        return SANE_STATUS_IO_ERROR;
    }
    auto frame = Frame::render(settings, *image);
    if (!frame)
        return SANE_STATUS_NO_MEM;
    // A sheet whose turn does not come must not count as fed, neither here nor in the beat.
    Pace pace = m_pace;
    const PassTime passTime = coming == Coming::Back ? pace.backSide(now) : pace.nextSheet(now, duplex);
    if (!m_cancel.waitUntil(passTime.begin))
        return SANE_STATUS_CANCELLED;
    m_pace = pace;
    m_passTime = passTime;
    m_feeder.take(duplex);
    m_frame = std::move(frame);
    return SANE_STATUS_GOOD;
}

SANE_Status Device::read(SANE_Byte *data, SANE_Int maxLength, SANE_Int &length)
{
    length = 0;
    if (m_cancel.raised())
        return SANE_STATUS_CANCELLED;
    if (!m_frame || !data || maxLength < 0)
        return SANE_STATUS_INVAL;
    if (m_frame->atEnd())
        return SANE_STATUS_EOF;

    const int lines = m_frame->parameters().lines;
    const auto bytesPerLine = static_cast<std::size_t>(m_frame->parameters().bytes_per_line);
    const auto wanted = std::min(static_cast<std::size_t>(maxLength), m_frame->size() - m_frame->position());
    const auto rowsUpTo = [bytesPerLine](std::size_t byte) {
        return static_cast<int>((byte + bytesPerLine - 1) / bytesPerLine);
    };
    const int rowsRead = static_cast<int>(m_frame->position() / bytesPerLine);
    const int portion = std::max(1, lines / PortionsAPage);
    const int rowsAwaited = std::min(rowsUpTo(m_frame->position() + wanted), rowsRead + portion);
    if (!m_cancel.waitUntil(m_passTime.timeOf(rowsAwaited, lines)))
        return SANE_STATUS_CANCELLED;
    const int rowsPassed = std::max(rowsAwaited, m_passTime.rowsAt(SteadyClock::now(), lines));
    const std::size_t passed = static_cast<std::size_t>(rowsPassed) * bytesPerLine;
    const std::size_t count = std::min(wanted, passed - m_frame->position());
    length = static_cast<SANE_Int>(m_frame->read({data, count}));
    return SANE_STATUS_GOOD;
}

} // namespace sohoa::virtual_scanner
