// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/device.h"

#include <algorithm>
#include <cstdlib>
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

std::size_t partOf(std::size_t bytes, double part)
{
    return static_cast<std::size_t>(static_cast<double>(bytes) * part);
}

} // namespace

Device::Device(Stack stack, std::string stackPath, int pagesPerMinute, FaultBench bench)
    : m_options(pagesPerMinute, std::move(stackPath))
    , m_bench(std::move(bench))
    , m_feeder(std::move(stack))
    , m_pace(pagesPerMinute)
{
    layStack();
}

void Device::layStack()
{
    m_feeder.lay(m_bench.position());
    m_options.setSerialNumber(m_bench.scenario().serial);
}

SANE_Status Device::getOption(SANE_Int index, void *value)
{
    if (index == OptionSet::NextPage)
        m_options.setNextPage(m_feeder.page());
    return m_options.get(index, value);
}

SANE_Status Device::setOption(SANE_Int index, void *value, SANE_Int &info)
{
    if (m_gone)
        return SANE_STATUS_IO_ERROR;
    if (isReading())
        return SANE_STATUS_DEVICE_BUSY;
    if (index == OptionSet::StackPath || index == OptionSet::ScenarioPath) {
        if (!value)
            return SANE_STATUS_INVAL;
        const char *path = static_cast<const char *>(value);
        return index == OptionSet::StackPath ? loadStack(path, info) : loadScenario(path, info);
    }
    const Source before = m_options.settings().source;
    const SANE_Status status = m_options.set(index, value, info);
    const Settings settings = m_options.settings();
    m_pace.setPagesPerMinute(settings.pagesPerMinute);
    if (index == OptionSet::NextPage && status == SANE_STATUS_GOOD) {
        SANE_Word page = 1;
        std::memcpy(&page, value, sizeof page);
        settlePage();
        m_feeder.lay(static_cast<std::size_t>(page - 1));
        m_bench.delivered(m_feeder.position());
    }
    if (settings.source != before)
        m_feeder.eject();
    return status;
}

SANE_Status Device::loadStack(const char *path, SANE_Int &info)
{
    const std::size_t length = strnlen(path, StackPathBytes);
    if (length == StackPathBytes)
        return SANE_STATUS_INVAL;
    std::string copy(path, length);
    auto stack = Stack::load(copy);
    auto bench = FaultBench::load(scenarioBeside(copy));
    if (!stack || !bench)
        return SANE_STATUS_INVAL;
    const SANE_Status status = m_options.set(OptionSet::StackPath, copy.data(), info);
    if (status == SANE_STATUS_GOOD) {
        m_feeder = Feeder(std::move(*stack));
        m_bench = std::move(*bench);
        layStack();
    }
    return status;
}

SANE_Status Device::loadScenario(const char *path, SANE_Int &info)
{
    const std::size_t length = strnlen(path, StackPathBytes);
    std::error_code error;
    if (length == StackPathBytes || !std::filesystem::is_regular_file(std::string(path, length), error))
        return SANE_STATUS_INVAL;
    std::string copy(path, length);
    auto bench = FaultBench::load(copy);
    const SANE_Status status =
        bench ? m_options.set(OptionSet::ScenarioPath, copy.data(), info) : SANE_STATUS_INVAL;
    if (status == SANE_STATUS_GOOD) {
        settlePage();
        m_bench = std::move(*bench);
        layStack();
    }
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
    SANE_Parameters parameters = parametersFor(settings, layout);
    if (m_bench.shapeOf(m_feeder.page()).unknownLength)
        parameters.lines = -1;
    return parameters;
}

void Device::noteDelivered()
{
    if (m_bench.keepsPaper() && m_bench.position() != m_feeder.position())
        m_bench.delivered(m_feeder.position());
}

void Device::settlePage()
{
    const bool whole = m_frame && m_frame->atEnd() && !m_stop && m_frame->parameters().last_frame == SANE_TRUE;
    const bool stopped = (m_frame && !whole) || (m_cancel.raised() && m_feeder.coming() == Coming::Back);
    if (m_bench.keepsPaper() && stopped)
        m_feeder.putBack();
    else if (m_cancel.raised())
        m_feeder.eject();
    if (whole)
        noteDelivered();
    m_frame.reset();
    m_stop = nullptr;
}

SANE_Status Device::happen(const Rule &rule, int page)
{
    if (m_frame)
        m_feeder.putBack();
    m_frame.reset();
    m_stop = nullptr;
    m_bench.happens(rule, page);
    if (rule.fault == Fault::Crash)
        std::abort();
    if (rule.fault == Fault::Hang)
        hang();
    m_gone = rule.fault == Fault::Gone || rule.fault == Fault::Rename;
    return statusOf(rule.fault);
}

SANE_Status Device::start()
{
    if (m_gone)
        return SANE_STATUS_IO_ERROR;
    if (isReading())
        return SANE_STATUS_DEVICE_BUSY;
    if (m_frame && !m_cancel.raised() && m_frame->nextPass())
        return SANE_STATUS_GOOD;
    settlePage();
    m_cancel.reset();

    if (m_feeder.coming() == Coming::Nothing) {
        m_bench.ranEmpty();
        return SANE_STATUS_NO_DOCS;
    }
    m_page = m_feeder.page();
    const Rule *stop = m_bench.dueStop(m_page);
    if (stop && stop->at <= 0)
        return happen(*stop, m_page);
    const PageShape shape = m_bench.shapeOf(m_page);
    Settings settings = m_options.settings();
    if (shape.dpi > 0)
        settings.dpi = shape.dpi;
    const SideImage *image = m_feeder.peek();
    if (!image) {
        m_feeder.take(settings.source == Source::AdfDuplex);
        noteDelivered();
        return SANE_STATUS_IO_ERROR;
    }
    const SANE_Status status = begin(settings, shape, *image);
    if (status == SANE_STATUS_GOOD && stop) {
        m_stop = stop;
        m_stopAt = partOf(m_frame->size(), stop->at);
    }
    return status;
}

SANE_Status Device::begin(const Settings &settings, const PageShape &shape, const SideImage &image)
{
    const auto now = SteadyClock::now();
    const bool duplex = settings.source == Source::AdfDuplex;
    auto frame = Frame::render(settings, image);
    if (!frame)
        return SANE_STATUS_NO_MEM;
    // A sheet whose turn does not come must not count as fed, neither here nor in the beat.
    Pace pace = m_pace;
    const PassTime passTime = m_feeder.coming() == Coming::Back ? pace.backSide(now) : pace.nextSheet(now, duplex);
    if (!m_cancel.waitUntil(passTime.begin))
        return SANE_STATUS_CANCELLED;
    m_pace = pace;
    m_passTime = passTime;
    const Rule *doubled = m_feeder.hasSheetUnder(duplex) ? m_bench.dueDoubleFeed(m_page) : nullptr;
    if (doubled && settings.doubleFeedDetection)
        return happen(*doubled, m_page);
    if (doubled)
        m_bench.happens(*doubled, m_page);
    m_feeder.take(duplex, doubled != nullptr);
    m_frame = std::move(frame);
    if (shape.threePass)
        m_frame->splitPasses();
    if (shape.unknownLength)
        m_frame->hideLength();
    if (shape.extraRows > 0)
        m_frame->addRows(shape.extraRows);
    if (shape.cutAt)
        m_frame->cutAt(*shape.cutAt);
    m_waitMs = shape.waitMs;
    m_waitAt = partOf(m_frame->size(), shape.waitAt);
    return SANE_STATUS_GOOD;
}

std::size_t Device::readable() const
{
    const std::size_t position = m_frame->position();
    std::size_t end = m_frame->size();
    if (m_stop)
        end = std::min(end, m_stopAt);
    if (m_waitMs > 0)
        end = std::min(end, m_waitAt);
    return end - position;
}

SANE_Status Device::waitForRows(std::size_t wanted, std::size_t &passed)
{
    const int rows = m_frame->rows();
    const auto bytesPerLine = static_cast<std::size_t>(m_frame->parameters().bytes_per_line);
    const auto rowsUpTo = [bytesPerLine](std::size_t byte) {
        return static_cast<int>((byte + bytesPerLine - 1) / bytesPerLine);
    };
    const int rowsRead = static_cast<int>(m_frame->position() / bytesPerLine);
    const int portion = std::max(1, rows / PortionsAPage);
    const int rowsAwaited = std::min(rowsUpTo(m_frame->position() + wanted), rowsRead + portion);
    if (!m_cancel.waitUntil(m_passTime.timeOf(rowsAwaited, rows)))
        return SANE_STATUS_CANCELLED;
    const int rowsPassed = std::max(rowsAwaited, m_passTime.rowsAt(SteadyClock::now(), rows));
    passed = static_cast<std::size_t>(rowsPassed) * bytesPerLine;
    return SANE_STATUS_GOOD;
}

SANE_Status Device::read(SANE_Byte *data, SANE_Int maxLength, SANE_Int &length)
{
    length = 0;
    if (m_gone)
        return SANE_STATUS_IO_ERROR;
    if (m_cancel.raised())
        return SANE_STATUS_CANCELLED;
    if (!m_frame || !data || maxLength < 0)
        return SANE_STATUS_INVAL;
    if (m_waitMs > 0 && m_frame->position() == m_waitAt) {
        const auto end = SteadyClock::now() + std::chrono::milliseconds(std::exchange(m_waitMs, 0));
        if (!m_cancel.waitUntil(end))
            return SANE_STATUS_CANCELLED;
    }
    if (m_stop && m_frame->position() == m_stopAt)
        return happen(*m_stop, m_page);
    if (m_frame->atEnd()) {
        if (m_frame->parameters().last_frame == SANE_TRUE)
            noteDelivered();
        return SANE_STATUS_EOF;
    }

    const auto wanted = std::min(static_cast<std::size_t>(maxLength), readable());
    std::size_t passed = 0;
    if (const SANE_Status status = waitForRows(wanted, passed); status != SANE_STATUS_GOOD)
        return status;
    const std::size_t count = std::min(wanted, passed - m_frame->position());
    length = static_cast<SANE_Int>(m_frame->read({data, count}));
    return SANE_STATUS_GOOD;
}

} // namespace sohoa::virtual_scanner
