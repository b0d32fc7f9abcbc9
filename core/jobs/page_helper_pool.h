// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/page_helper/messages.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace sohoa {

/// What goes first. Within one urgency the order of asking counts.
enum class Urgency {
    OnScreen,  ///< The page that the clerk looks at.
    FirstPage, ///< The first page of a stack or dossier.
    Normal,
};

/// Reads pages in helper processes, as many at once as there are cores. A helper that dies takes one page's
/// attempt with it: the page is tried once more in a fresh helper, then fails alone with PageHelperCrashed. A
/// helper that does not answer in time is killed and the page fails with PageTimeout.
///
/// Threads: lives in one thread with an event loop; answers are called there, never from within the asking call.
class PageHelperPool : public QObject {
    Q_OBJECT
public:
    struct Config {
        QString program = {}; ///< sohoa-page-helper
        int helpers = 2;      ///< Processes at once, at least 1.
        int memoryMb = 2000;  ///< Address space of each.
        int graceMs = 30'000; ///< Beyond a page's own deadline, for decoding, cleaning and writing.
    };
    using PageAnswer = std::function<void(Result<PageResult>)>;
    using ExpandAnswer = std::function<void(Result<ExpandResult>)>;
    using ZoneAnswer = std::function<void(Result<ZoneResult>)>;
    using JobId = quint32;

    explicit PageHelperPool(const Config &config);
    ~PageHelperPool() override;

    JobId readPage(PageRequest request, Urgency urgency, PageAnswer answer);
    JobId expandFile(ExpandRequest request, ExpandAnswer answer);
    /// A place of a page that somebody waits for: goes before everything else.
    JobId readZone(ZoneRequest request, ZoneAnswer answer);
    /// Moves a waiting job to another place in the queue; without effect on one that runs or has ended.
    void setUrgency(JobId job, Urgency urgency);
    /// The job is answered with Cancelled, soon.
    void cancel(JobId job);
    void cancelAll();
    /// While a feeder runs one helper less is given work (but always one): pages must be taken from the scanner as
    /// fast as they come. Work that is under way goes on.
    void setFeederRuns(bool runs);
    /// Jobs not answered yet.
    int pending() const;

private:
    struct Job;
    class Helper;
    using Queue = std::map<std::pair<int, JobId>, std::shared_ptr<Job>>;

    JobId enqueue(std::shared_ptr<Job> job);
    void feed();
    std::shared_ptr<Job> takeNext();
    void requeue(std::shared_ptr<Job> job);
    void answer(Job &job, Result<PageHelperReply> reply);

    const Config m_config;
    JobId m_lastId = 0;
    Queue m_waiting;
    std::vector<std::unique_ptr<Helper>> m_helpers;
    int m_running = 0;
    bool m_feederRuns = false;
};

} // namespace sohoa
