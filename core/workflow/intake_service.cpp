// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/intake_service.h"

#include <QCollator>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// What a folder is searched for when it stands for its images.
const QStringList &importableNames()
{
    static const QStringList names{u"*.jpg"_s, u"*.jpeg"_s, u"*.png"_s, u"*.tif"_s,  u"*.tiff"_s, u"*.pnm"_s,
                                   u"*.ppm"_s, u"*.pgm"_s,  u"*.pbm"_s, u"*.webp"_s, u"*.pdf"_s};
    return names;
}

/// Page 2 before page 10.
void sortNaturally(QStringList &paths)
{
    QCollator collator(QLocale::c());
    collator.setNumericMode(true);
    std::sort(paths.begin(), paths.end(), [&collator](const QString &a, const QString &b) {
        const int order = collator.compare(a, b);
        return order != 0 ? order < 0 : a < b;
    });
}

std::deque<QString> filesOf(const QStringList &paths)
{
    std::deque<QString> files;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.isDir()) {
            files.push_back(info.absoluteFilePath());
            continue;
        }
        const QDir folder(path);
        QStringList names = folder.entryList(importableNames(), QDir::Files | QDir::Readable);
        sortNaturally(names);
        for (const QString &name : names)
            files.push_back(folder.absoluteFilePath(name));
    }
    return files;
}

} // namespace

IntakeService::IntakeService(StationContext &context, ReadingService &reading)
    : m_context(context)
    , m_reading(reading)
{
}

IntakeService::~IntakeService() = default;

std::optional<BatchId> IntakeService::batch() const
{
    return m_run ? std::optional(m_run->summary.batch) : std::nullopt;
}

Result<void> IntakeService::begin(const BatchId &id, const IntakeOptions &options)
{
    if (m_run)
        return fail(ErrorCode::StateForbids, u"an intake is running"_s,
                    {{u"state"_s, u"scanning"_s}, {u"action"_s, u"scan"_s}});
    const auto batch = m_context.store->batches().find(id);
    if (!batch)
        return fail(batch.error());
    if (batch->state != BatchState::Open)
        return fail(ErrorCode::StateForbids, u"batch is not open"_s,
                    {{u"state"_s, toString(batch->state)}, {u"action"_s, u"scan"_s}});
    Run run;
    run.summary.batch = id;
    run.summary.expected = options.expectedPages ? options.expectedPages : batch->expectedPages;
    run.options = options;
    if (options.oneDossier) {
        Dossier dossier;
        dossier.id = DossierId::make(m_context.clock);
        dossier.batch = id;
        dossier.createdAt = dossier.changedAt = m_context.clock.now();
        dossier.boundary = u"clerk"_s;
        const auto count = m_context.store->dossiers().count({.batch = id});
        if (!count)
            return fail(count.error());
        dossier.position = *count;
        if (auto inserted = m_context.store->dossiers().insert(dossier); !inserted)
            return inserted;
        run.dossier = dossier.id;
    }
    m_run.emplace(std::move(run));
    return {};
}

Result<void> IntakeService::startScan(std::unique_ptr<PageSource> source, const ScanWish &wish,
                                      const BatchId &batch, const IntakeOptions &options)
{
    if (auto begun = begin(batch, options); !begun)
        return begun;
    m_run->total = m_run->summary.expected;
    m_run->intake = std::make_unique<PageIntake>(std::move(source), m_context.store->spool().folder(),
                                                 m_context.clock, [this](const Page &page) { return keep(page); });
    connect(m_run->intake.get(), &PageIntake::ended, this, &IntakeService::endRun);
    m_run->intake->start(wish);
    return {};
}

Result<void> IntakeService::startImport(const QStringList &paths, const BatchId &batch,
                                        const IntakeOptions &options)
{
    auto files = filesOf(paths);
    if (files.empty())
        return fail(ErrorCode::NothingToDo, u"no files"_s);
    if (auto begun = begin(batch, options); !begun)
        return begun;
    m_run->files = std::move(files);
    m_run->filesTotal = static_cast<int>(m_run->files.size());
    QMetaObject::invokeMethod(this, &IntakeService::nextFile, Qt::QueuedConnection);
    return {};
}

void IntakeService::cancel()
{
    if (!m_run)
        return;
    m_run->cancelled = true;
    if (m_run->intake)
        m_run->intake->cancel();
    else if (m_run->job)
        m_reading.pool().cancel(*m_run->job);
}

Result<void> IntakeService::keep(Page page)
{
    page.batch = m_run->summary.batch;
    Store &store = *m_context.store;
    const auto stored = store.database().transaction([&]() -> Result<Page> {
        auto appended = store.pages().append(page);
        if (!appended || !m_run->dossier)
            return appended;
        if (auto assigned = store.pages().assign(page.id, m_run->dossier); !assigned)
            return fail(assigned.error());
        return appended;
    });
    if (!stored)
        return fail(stored.error());
    const bool first = m_run->summary.pages.empty();
    m_run->summary.pages.push_back(stored->id);
    m_reading.read(*stored, first ? Urgency::FirstPage : Urgency::Normal);
    Q_EMIT pageCaptured(*stored);
    tellProgress();
    return {};
}

void IntakeService::nextFile()
{
    if (!m_run)
        return;
    if (m_run->cancelled)
        return endRun(Error{ErrorCode::Cancelled});
    if (m_run->files.empty())
        return endRun(std::nullopt);
    const QString path = m_run->files.front();
    m_run->files.pop_front();
    m_run->unpacked = std::make_unique<QTemporaryDir>(m_context.store->temporaryFolder() + u"/import-XXXXXX"_s);
    if (!m_run->unpacked->isValid())
        return endRun(Error{ErrorCode::FileUnwritable,
                            {{u"path"_s, m_context.store->temporaryFolder()}},
                            m_run->unpacked->errorString()});
    ExpandRequest request;
    request.input = path;
    request.dpi = m_run->options.dpi.value_or(0);
    request.folder = m_run->unpacked->path();
    m_run->job = m_reading.pool().expandFile(
        request, [this, path](Result<ExpandResult> result) { takeUnpacked(path, std::move(result)); });
}

void IntakeService::takeUnpacked(const QString &path, Result<ExpandResult> result)
{
    m_run->job.reset();
    ++m_run->filesDone;
    if (!result && result.error().code != ErrorCode::Cancelled)
        m_run->summary.failures.push_back({path, result.error()});
    if (result) {
        // While files are left it is not known how many pages they hold; one each is the best guess.
        m_run->total = static_cast<int>(m_run->summary.pages.size() + result->pages.size() + m_run->files.size());
        for (const ExpandedPage &unpacked : result->pages) {
            if (auto taken = takeMaster(path, unpacked); !taken)
                return endRun(taken.error()); // the store or the disk, not the file
        }
    }
    tellProgress();
    nextFile();
}

Result<void> IntakeService::takeMaster(const QString &source, const ExpandedPage &unpacked)
{
    Page page;
    page.id = PageId::make(m_context.clock);
    page.source = source;
    page.dpi = unpacked.dpi;
    page.width = unpacked.width;
    page.height = unpacked.height;
    page.capturedAt = m_context.clock.now();
    const auto master = m_context.store->spool().addCopy(page.id, QFileInfo(unpacked.file).suffix().toLower(),
                                                         m_run->unpacked->filePath(unpacked.file));
    if (!master)
        return fail(master.error());
    page.masterFile = master->name;
    page.masterSha256 = master->sha256;
    return keep(page);
}

void IntakeService::endRun(const std::optional<Error> &error)
{
    auto run = std::make_shared<Run>(std::move(*std::exchange(m_run, std::nullopt)));
    // The intake is the sender of the signal that brought us here.
    if (run->intake)
        run->intake.release()->deleteLater();
    IntakeSummary summary = std::move(run->summary);
    summary.error = error;
    if (run->dossier && summary.pages.empty()) {
        if (auto removed = m_context.store->dossiers().remove(*run->dossier); !removed && !summary.error)
            summary.error = removed.error();
    }
    Q_EMIT ended(summary);
}

void IntakeService::tellProgress()
{
    IntakeProgress now;
    now.captured = static_cast<int>(m_run->summary.pages.size());
    now.total = m_run->total;
    now.read = static_cast<int>(std::count_if(m_run->summary.pages.begin(), m_run->summary.pages.end(),
                                              [this](const PageId &page) { return !m_reading.isReading(page); }));
    Q_EMIT progress(now);
}

} // namespace sohoa
