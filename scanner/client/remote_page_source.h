// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page_source.h"
#include "scanner/api/scan_plan.h"
#include "scanner/client/helper_config.h"
#include "scanner/protocol/messages.h"

#include <QTimer>

#include <memory>

namespace sohoa {

class HelperProcess;
class HelperTask;

/// Pages from a SANE device, by way of a helper process of their own. One object scans any number of times, one
/// scan after the other, each in a fresh helper. Device names are SANE's.
///
/// ended() says, beside the driver's own faults: HelperMissing, HelperCrashed, HelperHung (silenceLimit),
/// HelperProtocol, Cancelled, PageIncomplete (a page without a single row). A page that had begun when ended()
/// came with an error, is no page: only pageEnded() makes one. A driver's status comes as its ErrorCode
/// (FeederEmpty only before the first page: after it an empty feeder is the normal end); DeviceGone stands for an
/// input/output error of a local device that a fresh helper can no longer open. Threads: as PageSource
/// says. Signals never come from within start(), next() or cancel().
class RemotePageSource final : public PageSource {
    Q_OBJECT
public:
    explicit RemotePageSource(HelperConfig config, QObject *parent = nullptr);
    ~RemotePageSource() override;

    /// Settings beyond the wish (a profile), for the next start().
    void setExtraSettings(std::vector<Setting> settings);

    void start(const ScanWish &wish) override;
    void next() override;
    void cancel() override;

Q_SIGNALS:
    /// Before the first page, when the device takes the wish only with changes.
    void adjusted(const std::vector<sohoa::Adjustment> &adjustments);

private:
    enum class State {
        Idle,
        Waiting,  ///< For the helper of the scan before to be gone.
        Starting, ///< Nothing has come yet, or only adjustments.
        InPage,
        PageDone, ///< Until next().
        Feeding,  ///< Next page asked for.
        Missing,  ///< Looking whether the device is still there.
    };
    void begin();
    void take(scan::Event &event);
    void startPage(const PageGeometry &geometry);
    void takeRows(const QByteArray &bytes);
    void endPage(int rowCount, bool complete);
    /// Tells a broken cable from a broken page: `error`, or DeviceGone when there is no such device any more.
    void lookForDevice(Error error);
    void openForALook();
    void conclude(std::optional<Error> error);
    void nonsense(const QString &what);
    void send(const scan::Request &request);
    void retire();

    HelperConfig m_config;
    std::vector<Setting> m_extra;
    ScanWish m_wish;
    State m_state = State::Idle;
    bool m_cancelled = false;
    PageGeometry m_geometry;
    int m_rowCount = 0;
    QTimer m_cancelTimer;
    std::unique_ptr<HelperProcess> m_helper;
    std::unique_ptr<HelperTask> m_lookout;
    std::optional<Error> m_lookoutError; ///< What the look is about.
    QTimer m_lookoutLimit;
    /// Helpers of earlier scans that are still closing their device.
    std::vector<std::unique_ptr<HelperProcess>> m_retired;
};

} // namespace sohoa
