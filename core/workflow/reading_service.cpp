// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/reading_service.h"

#include "core/base/text.h"
#include "core/domain/clerk_crop.h"
#include "core/recognition/page_text.h"

#include <QThread>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

PageHelperPool::Config poolConfig(const StationConfig &config)
{
    PageHelperPool::Config pool;
    pool.program = config.pageHelperProgram;
    pool.helpers = config.pageHelpers > 0 ? config.pageHelpers : QThread::idealThreadCount();
    return pool;
}

/// What is known of a page that no helper could read.
PageReading unreadable(const Page &page)
{
    PageReading reading;
    reading.width = std::max(1, page.width);
    reading.height = std::max(1, page.height);
    reading.dpi = std::max(1, page.dpi);
    reading.crop = {0, 0, reading.width, reading.height};
    reading.suspect = {u"unreadable"_s};
    if (page.reading)
        setClerkCrop(reading, clerkCropOf(*page.reading));
    return reading;
}

} // namespace

ReadingService::ReadingService(StationContext &context)
    : m_context(context)
    , m_pool(poolConfig(context.config))
{
}

Result<void> ReadingService::resume()
{
    const auto pages = m_context.store->pages().pendingPages();
    if (!pages)
        return fail(pages.error());
    for (const Page &page : *pages)
        read(page, Urgency::Normal);
    return {};
}

void ReadingService::read(const Page &page, Urgency urgency)
{
    PageRequest request;
    request.master = m_context.store->spool().path(page.masterFile);
    request.dpi = page.dpi;
    request.language = m_context.config.language;
    request.cleanTo = m_context.store->pageImagePath(page.id);
    request.layersTo = m_context.store->pageLayersPath(page.id);
    request.rotation = page.clerkRotation.value_or(-1);
    request.crop = page.reading ? clerkCropOf(*page.reading) : std::nullopt;
    if (const auto running = m_jobs.constFind(page.id); running != m_jobs.cend())
        m_pool.cancel(*running); // its answer comes as Cancelled, and the job below stands in the table by then
    m_jobs[page.id] = m_pool.readPage(
        request, urgency, [this, page](Result<PageResult> result) { finished(page, std::move(result)); });
}

void ReadingService::prefer(const PageId &page)
{
    if (const auto job = m_jobs.constFind(page); job != m_jobs.cend())
        m_pool.setUrgency(*job, Urgency::OnScreen);
}

void ReadingService::readZone(const Page &page, const PixelBox &box, ZoneKind kind,
                              std::function<void(Result<ZoneText>)> answer)
{
    ZoneRequest request;
    request.image = m_context.store->pageImagePath(page.id);
    request.dpi = page.reading ? page.reading->dpi : page.dpi;
    request.language = m_context.config.language;
    request.box = box;
    request.kind = kind;
    m_pool.readZone(std::move(request), [answer = std::move(answer)](const Result<ZoneResult> &result) {
        if (!result) {
            answer(fail(result.error()));
            return;
        }
        ZoneText text{collapseBlanks(result->text), {}, result->confidence};
        for (const Word &word : result->words)
            text.box = united(text.box, word.box);
        answer(std::move(text));
    });
}

void ReadingService::finished(const Page &page, Result<PageResult> result)
{
    if (!result && result.error().code == ErrorCode::Cancelled)
        return; // read anew, or at the next start
    m_jobs.remove(page.id);
    PageReading reading;
    if (result) {
        reading = std::move(result->reading);
    } else {
        Q_EMIT failed(result.error());
        if (result.error().code == ErrorCode::HelperMissing) // says nothing about the page: it stays to be read
            return pageLeft(page.batch);
        reading = unreadable(page);
    }
    if (auto stored = m_context.store->pages().setReading(page.id, reading, PageState::Recognized); !stored)
        Q_EMIT failed(stored.error());
    Q_EMIT pageRead(page.id, page.batch);
}

} // namespace sohoa
