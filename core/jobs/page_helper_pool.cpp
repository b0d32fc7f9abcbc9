// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/page_helper_pool.h"

#include "core/jobs/page_helper_process.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {
/// A page is given to a second, fresh helper when the first died: the first may have been weakened by an earlier
/// page.
constexpr int maxAttempts = 2;
/// Drawing a long PDF or unpacking a thick TIFF.
constexpr int expandDeadlineMs = 600'000;

/// The kind of answer that was asked for.
template <class Answer> Result<Answer> answerAs(Result<PageHelperReply> reply)
{
    if (!reply)
        return fail(std::move(reply).error());
    if (auto *answer = std::get_if<Answer>(&*reply))
        return std::move(*answer);
    return fail(ErrorCode::HelperProtocol, u"another kind of answer"_s);
}
} // namespace

struct PageHelperPool::Job {
    JobId id = 0;
    Urgency urgency = Urgency::Normal;
    PageHelperRequest request;
    int deadlineMs = 0;
    int attempts = 0;
    bool cancelled = false;
    PageAnswer pageAnswer;
    ExpandAnswer expandAnswer;
    ZoneAnswer zoneAnswer;
};

/// One process and the job it works on.
class PageHelperPool::Helper {
public:
    explicit Helper(PageHelperPool &pool)
        : m_pool(pool)
        , m_process(pool.m_config.program, pool.m_config.memoryMb)
    {
    }

    bool isBusy() const { return m_job != nullptr; }
    const std::shared_ptr<Job> &job() const { return m_job; }

    void give(std::shared_ptr<Job> job)
    {
        m_job = std::move(job);
        ++m_job->attempts;
        m_process.ask(m_job->request, m_job->deadlineMs,
                      [this](Result<PageHelperReply> reply) { finished(std::move(reply)); });
    }

    void cancel()
    {
        m_job->cancelled = true;
        m_process.cancel(m_job->id);
    }

private:
    void finished(Result<PageHelperReply> reply)
    {
        const std::shared_ptr<Job> job = std::exchange(m_job, nullptr);
        --m_pool.m_running;
        const bool died = !reply && reply.error().code == ErrorCode::PageHelperCrashed;
        if (died && job->attempts < maxAttempts && !job->cancelled)
            m_pool.requeue(job);
        else
            m_pool.answer(*job, std::move(reply));
        m_pool.feed();
    }

    PageHelperPool &m_pool;
    PageHelperProcess m_process;
    std::shared_ptr<Job> m_job;
};

PageHelperPool::PageHelperPool(const Config &config)
    : m_config(config)
{
    for (int i = 0; i < std::max(1, config.helpers); ++i)
        m_helpers.push_back(std::make_unique<Helper>(*this));
}

PageHelperPool::~PageHelperPool() = default;

PageHelperPool::JobId PageHelperPool::readPage(PageRequest request, Urgency urgency, PageAnswer answer)
{
    auto job = std::make_shared<Job>();
    job->urgency = urgency;
    job->deadlineMs = request.deadlineMs + m_config.graceMs;
    job->request = std::move(request);
    job->pageAnswer = std::move(answer);
    return enqueue(std::move(job));
}

PageHelperPool::JobId PageHelperPool::expandFile(ExpandRequest request, ExpandAnswer answer)
{
    auto job = std::make_shared<Job>();
    job->urgency = Urgency::FirstPage; // its pages wait for it
    job->deadlineMs = expandDeadlineMs;
    job->request = std::move(request);
    job->expandAnswer = std::move(answer);
    return enqueue(std::move(job));
}

PageHelperPool::JobId PageHelperPool::readZone(ZoneRequest request, ZoneAnswer answer)
{
    auto job = std::make_shared<Job>();
    job->urgency = Urgency::OnScreen;
    job->deadlineMs = request.deadlineMs + m_config.graceMs;
    job->request = std::move(request);
    job->zoneAnswer = std::move(answer);
    return enqueue(std::move(job));
}

PageHelperPool::JobId PageHelperPool::enqueue(std::shared_ptr<Job> job)
{
    job->id = ++m_lastId;
    std::visit([&](auto &request) { request.id = job->id; }, job->request);
    const JobId id = job->id;
    requeue(std::move(job));
    // Never from within the asking call: the asker may not be ready for an answer yet.
    QMetaObject::invokeMethod(this, &PageHelperPool::feed, Qt::QueuedConnection);
    return id;
}

void PageHelperPool::requeue(std::shared_ptr<Job> job)
{
    const std::pair key(static_cast<int>(job->urgency), job->id);
    m_waiting.emplace(key, std::move(job));
}

std::shared_ptr<PageHelperPool::Job> PageHelperPool::takeNext()
{
    const auto first = m_waiting.begin();
    auto job = std::move(first->second);
    m_waiting.erase(first);
    return job;
}

void PageHelperPool::feed()
{
    const int most = std::max(1, static_cast<int>(m_helpers.size()) - (m_feederRuns ? 1 : 0));
    for (const auto &helper : m_helpers) {
        if (m_waiting.empty() || m_running >= most)
            return;
        if (!helper->isBusy()) {
            ++m_running;
            helper->give(takeNext());
        }
    }
}

void PageHelperPool::setFeederRuns(bool runs)
{
    m_feederRuns = runs;
    QMetaObject::invokeMethod(this, &PageHelperPool::feed, Qt::QueuedConnection);
}

void PageHelperPool::answer(Job &job, Result<PageHelperReply> reply)
{
    if (job.cancelled)
        reply = fail(ErrorCode::Cancelled, u"page job %1"_s.arg(job.id));
    if (reply) {
        if (const auto *failure = std::get_if<Failure>(&*reply))
            reply = fail(Error(failure->error));
    }
    if (job.pageAnswer)
        job.pageAnswer(answerAs<PageResult>(std::move(reply)));
    else if (job.expandAnswer)
        job.expandAnswer(answerAs<ExpandResult>(std::move(reply)));
    else
        job.zoneAnswer(answerAs<ZoneResult>(std::move(reply)));
}

void PageHelperPool::setUrgency(JobId job, Urgency urgency)
{
    const auto found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [job](const auto &entry) { return entry.second->id == job; });
    if (found == m_waiting.end())
        return;
    auto waiting = std::move(found->second);
    m_waiting.erase(found);
    waiting->urgency = urgency;
    requeue(std::move(waiting));
}

void PageHelperPool::cancel(JobId job)
{
    for (const auto &helper : m_helpers)
        if (helper->isBusy() && helper->job()->id == job)
            helper->cancel();
    for (auto it = m_waiting.begin(); it != m_waiting.end(); ++it) {
        if (it->second->id != job)
            continue;
        const auto waiting = std::move(it->second);
        m_waiting.erase(it);
        waiting->cancelled = true;
        QMetaObject::invokeMethod(
            this, [this, waiting] { answer(*waiting, fail(ErrorCode::Cancelled, {})); }, Qt::QueuedConnection);
        return;
    }
}

void PageHelperPool::cancelAll()
{
    std::vector<JobId> jobs;
    for (const auto &entry : m_waiting)
        jobs.push_back(entry.second->id);
    for (const auto &helper : m_helpers)
        if (helper->isBusy())
            jobs.push_back(helper->job()->id);
    for (const JobId job : jobs)
        cancel(job);
}

int PageHelperPool::pending() const
{
    return static_cast<int>(m_waiting.size()) + m_running;
}

} // namespace sohoa
