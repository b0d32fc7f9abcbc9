// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/client/remote_page_source.h"

#include "scanner/client/helper_task.h"

#include <algorithm>
#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Devices that hang on a cable. Looking for one on the network takes seconds and proves little.
bool isLocal(const QString &device)
{
    constexpr std::array networked{QStringView(u"net:"), QStringView(u"airscan:"), QStringView(u"escl:")};
    return std::ranges::none_of(networked, [&](QStringView prefix) { return device.startsWith(prefix); });
}

} // namespace

RemotePageSource::RemotePageSource(HelperConfig config, QObject *parent)
    : PageSource(parent)
    , m_config(std::move(config))
{
    m_cancelTimer.setSingleShot(true);
    connect(&m_cancelTimer, &QTimer::timeout, this, [this] {
        conclude(Error{ErrorCode::Cancelled, {}, u"the driver has not answered yet"_s});
    });
    m_lookoutLimit.setSingleShot(true);
    connect(&m_lookoutLimit, &QTimer::timeout, this, [this] { conclude(m_lookoutError); });
}

RemotePageSource::~RemotePageSource() = default;

void RemotePageSource::setExtraSettings(std::vector<Setting> settings)
{
    m_extra = std::move(settings);
}

void RemotePageSource::start(const ScanWish &wish)
{
    Q_ASSERT(m_state == State::Idle);
    m_wish = wish;
    m_cancelled = false;
    m_state = State::Waiting;
    QMetaObject::invokeMethod(this, &RemotePageSource::begin, Qt::QueuedConnection);
}

void RemotePageSource::begin()
{
    // A device can be opened once only: the helper before must have let go of it.
    if (m_state == State::Missing && m_retired.empty() && !m_lookout)
        return openForALook();
    if (m_state != State::Waiting || !m_retired.empty())
        return;
    if (m_wish.dpi < 1 || m_wish.maxPages.value_or(1) < 1) {
        conclude(Error{ErrorCode::UsageError, {{u"reason"_s, u"dpi or number of pages below 1"_s}}});
        return;
    }
    auto environment = SaneEnvironment::forDevice(m_config, m_wish.device);
    if (!environment) {
        conclude(environment.error());
        return;
    }
    m_state = State::Starting;
    m_helper = std::make_unique<HelperProcess>(m_config, std::move(*environment));
    connect(m_helper.get(), &HelperProcess::event, this, &RemotePageSource::take);
    connect(m_helper.get(), &HelperProcess::failed, this, [this](const Error &error) { conclude(error); });
    m_helper->watch(m_config.silenceLimit);
    m_helper->start();
    send(scan::StartScan{m_wish, m_extra});
}

void RemotePageSource::send(const scan::Request &request)
{
    if (m_helper)
        m_helper->send(request);
}

void RemotePageSource::next()
{
    if (m_state != State::PageDone || m_cancelled)
        return;
    m_state = State::Feeding;
    m_helper->watch(m_config.silenceLimit);
    send(scan::NextPage{});
}

void RemotePageSource::cancel()
{
    if (m_state == State::Idle || m_cancelled)
        return;
    m_cancelled = true;
    if (m_state == State::Waiting) {
        m_cancelTimer.start(0);
        return;
    }
    m_cancelTimer.start(m_config.cancelLimit);
    send(scan::Cancel{});
}

void RemotePageSource::take(scan::Event &event)
{
    if (auto *failed = std::get_if<scan::Failed>(&event))
        lookForDevice(std::move(failed->error));
    else if (std::holds_alternative<scan::ScanEnded>(event) && m_state == State::Feeding)
        conclude(std::nullopt);
    else if (m_cancelled)
        return; // What was on its way no longer counts.
    else if (const auto *rows = std::get_if<scan::Rows>(&event))
        takeRows(rows->bytes);
    else if (const auto *fed = std::get_if<scan::SideFed>(&event);
             fed && (m_state == State::Starting || m_state == State::Feeding))
        Q_EMIT sideFed(fed->side);
    else if (std::holds_alternative<scan::PaperAwaited>(event) && m_state == State::Starting &&
             m_wish.waitForPaper)
        Q_EMIT paperAwaited();
    else if (const auto *started = std::get_if<scan::PageStarted>(&event))
        startPage(started->geometry);
    else if (const auto *ended = std::get_if<scan::PageEnded>(&event))
        endPage(ended->rowCount, ended->complete);
    else if (const auto *changes = std::get_if<scan::Adjusted>(&event); changes && m_state == State::Starting)
        Q_EMIT adjusted(changes->adjustments);
    else
        nonsense(u"event %1 out of place"_s.arg(event.index()));
}

void RemotePageSource::startPage(const PageGeometry &geometry)
{
    if (m_state != State::Starting && m_state != State::Feeding) {
        nonsense(u"a page within a page"_s);
        return;
    }
    m_state = State::InPage;
    m_geometry = geometry;
    m_rowCount = 0;
    Q_EMIT pageStarted(geometry);
}

void RemotePageSource::takeRows(const QByteArray &bytes)
{
    const qsizetype rowBytes = bytesPerRow(m_geometry.format, std::max(m_geometry.width, 1));
    const qsizetype count = bytes.size() / rowBytes;
    const qsizetype room = m_geometry.height.value_or(std::numeric_limits<int>::max()) - m_rowCount;
    if (m_state != State::InPage || count < 1 || bytes.size() != count * rowBytes || count > room) {
        nonsense(u"rows that do not fit the page"_s);
        return;
    }
    m_rowCount += static_cast<int>(count);
    Q_EMIT rows(bytes);
}

void RemotePageSource::endPage(int rowCount, bool complete)
{
    const bool whole = !m_geometry.height || rowCount == *m_geometry.height;
    if (m_state != State::InPage || rowCount != m_rowCount || rowCount < 1 || (complete && !whole)) {
        nonsense(u"a page of %1 rows ended after %2"_s.arg(rowCount).arg(m_rowCount));
        return;
    }
    m_state = State::PageDone;
    m_helper->watch(std::nullopt);
    Q_EMIT pageEnded(rowCount, complete);
}

void RemotePageSource::nonsense(const QString &what)
{
    conclude(Error{ErrorCode::HelperProtocol, {}, what});
}

void RemotePageSource::lookForDevice(Error error)
{
    const bool worthALook = error.code == ErrorCode::DeviceIoError && !m_cancelled &&
                            m_config.goneCheckLimit.count() > 0 && isLocal(m_wish.device);
    if (!worthALook) {
        conclude(std::move(error));
        return;
    }
    m_state = State::Missing;
    m_lookoutError = std::move(error);
    m_lookoutLimit.start(m_config.goneCheckLimit);
    retire(); // The helper must let go of the device first; then begin() is called.
}

void RemotePageSource::openForALook()
{
    m_lookout = std::make_unique<HelperTask>(
        this, m_config, SaneEnvironment::forDevice(m_config, m_wish.device), scan::ReadOptions{m_wish.device},
        [](scan::Event &event) -> std::optional<bool> {
            const auto *part = std::get_if<scan::OptionsRead>(&event);
            return part ? std::optional(part->last) : std::nullopt;
        },
        [this](const std::optional<Error> &opening) {
            if (opening && opening->code == ErrorCode::DeviceNotFound)
                m_lookoutError->code = ErrorCode::DeviceGone;
            conclude(m_lookoutError);
        });
}

void RemotePageSource::conclude(std::optional<Error> error)
{
    if (m_state == State::Idle)
        return;
    m_state = State::Idle;
    m_cancelTimer.stop();
    m_lookoutLimit.stop();
    m_lookout.reset();
    retire();
    if (m_cancelled && (!error || error->code != ErrorCode::Cancelled))
        error = Error{ErrorCode::Cancelled, {}, error ? logLine(*error) : QString()};
    Q_EMIT ended(error);
}

void RemotePageSource::retire()
{
    if (!m_helper)
        return;
    HelperProcess *helper = m_helper.get();
    m_retired.push_back(std::move(m_helper));
    helper->disconnect(this);
    // Queued: a helper must not be deleted from within its own signal.
    connect(
        helper, &HelperProcess::gone, this,
        [this, helper] {
            std::erase_if(m_retired, [helper](const auto &retired) { return retired.get() == helper; });
            begin();
        },
        Qt::QueuedConnection);
    helper->retire();
}

} // namespace sohoa
