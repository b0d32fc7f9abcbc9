// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/import_session.h"

#include "core/acquisition/natural_order.h"

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

} // namespace

QStringList ImportSession::filesOf(const QStringList &paths)
{
    QStringList files;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        if (!info.isDir()) {
            files.append(info.absoluteFilePath());
            continue;
        }
        const QDir folder(path);
        QStringList names = folder.entryList(importableNames(), QDir::Files | QDir::Readable);
        std::ranges::sort(names, [](const QString &a, const QString &b) { return naturalLess(a, b); });
        for (const QString &name : names)
            files.append(folder.absoluteFilePath(name));
    }
    return files;
}

ImportSession::ImportSession(StationContext &context, ReadingService &reading, const QStringList &files,
                             const BatchId &batch, const IntakeOptions &options, std::optional<DossierId> dossier)
    : m_context(context)
    , m_reading(reading)
    , m_options(options)
    , m_dossier(std::move(dossier))
    , m_files(files.begin(), files.end())
{
    m_summary.batch = batch;
    m_summary.expected = options.expectedPages;
}

ImportSession::~ImportSession() = default;

void ImportSession::start()
{
    QMetaObject::invokeMethod(this, &ImportSession::nextFile, Qt::QueuedConnection);
}

void ImportSession::cancel()
{
    m_cancelled = true;
    if (m_job)
        m_reading.pool().cancel(*m_job);
}

void ImportSession::nextFile()
{
    if (m_cancelled)
        return conclude(Error{ErrorCode::Cancelled});
    if (m_files.empty())
        return conclude(std::nullopt);
    m_file = m_files.front();
    m_files.pop_front();
    m_unpacked = std::make_unique<QTemporaryDir>(m_context.store->temporaryFolder() + u"/import-XXXXXX"_s);
    if (!m_unpacked->isValid())
        return conclude(Error{ErrorCode::FileUnwritable,
                              {{u"path"_s, m_context.store->temporaryFolder()}},
                              m_unpacked->errorString()});
    const auto input = prepared(m_file);
    if (!input)
        return takeUnpacked(fail(input.error()));
    if (!*input) {
        m_summary.files.push_back({m_file, 0});
        QMetaObject::invokeMethod(this, &ImportSession::nextFile, Qt::QueuedConnection);
        return;
    }
    ExpandRequest request;
    request.input = **input;
    request.dpi = m_options.dpi.value_or(0);
    request.folder = m_unpacked->path();
    m_job = m_reading.pool().expandFile(request,
                                        [this](Result<ExpandResult> result) { takeUnpacked(std::move(result)); });
}

Result<std::optional<QString>> ImportSession::prepared(const QString &path)
{
    if (!m_options.eachFileOnce)
        return path;
    // One copy is what is hashed and what is read, whatever happens to the file meanwhile.
    const QString copy = m_unpacked->filePath(u"original."_s + QFileInfo(path).suffix().toLower());
    if (QFile source(path); !source.copy(copy))
        return fail(ErrorCode::FileUnreadable, source.errorString(), {{u"path"_s, path}});
    auto sha256 = sha256OfFile(copy);
    if (!sha256)
        return fail(std::move(sha256).error());
    m_sha256 = *std::move(sha256);
    const auto known = m_context.store->stacks().knowsFile(m_sha256);
    if (!known)
        return fail(known.error());
    return *known ? std::nullopt : std::optional(copy);
}

void ImportSession::takeUnpacked(Result<ExpandResult> result)
{
    m_job.reset();
    if (!result && result.error().code != ErrorCode::Cancelled) {
        Error error = result.error();
        if (error.args.contains(u"path"_s)) // Not the copy that nobody knows of.
            error.args.insert(u"path"_s, m_file);
        m_summary.failures.push_back({m_file, error});
    }
    if (result) {
        // While files are left it is not known how many pages they hold; one each is the best guess.
        m_total = static_cast<int>(m_summary.pages.size() + result->pages.size() + m_files.size());
        const auto pages = storePages(*result);
        if (!pages)
            return conclude(pages.error()); // the store or the disk, not the file
        m_summary.files.push_back({m_file, static_cast<int>(pages->size())});
        for (const Page &page : *pages) {
            const bool first = m_summary.pages.empty();
            m_summary.pages.push_back(page.id);
            m_reading.read(page, first ? Urgency::FirstPage : Urgency::Normal);
            Q_EMIT pageCaptured(page);
        }
    }
    tellProgress();
    if (m_options.stopAtFailure && !m_summary.failures.empty())
        return conclude(std::nullopt);
    nextFile();
}

Result<std::vector<Page>> ImportSession::storePages(const ExpandResult &unpacked)
{
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<std::vector<Page>> {
        std::vector<Page> pages;
        for (const ExpandedPage &page : unpacked.pages) {
            auto stored = storePage(page);
            if (!stored)
                return fail(std::move(stored).error());
            pages.push_back(*std::move(stored));
        }
        if (m_options.eachFileOnce) {
            const QString name = QFileInfo(m_file).fileName();
            if (auto kept = store.stacks().rememberFile(m_sha256, name, m_summary.batch); !kept)
                return fail(std::move(kept).error());
        }
        return pages;
    });
}

Result<Page> ImportSession::storePage(const ExpandedPage &unpacked)
{
    Store &store = *m_context.store;
    Page page;
    page.id = PageId::make(m_context.clock);
    page.batch = m_summary.batch;
    page.dossier = m_dossier;
    page.source = m_file;
    page.dpi = unpacked.dpi;
    page.width = unpacked.width;
    page.height = unpacked.height;
    page.capturedAt = m_context.clock.now();
    const auto master = store.spool().addCopy(page.id, QFileInfo(unpacked.file).suffix().toLower(),
                                              m_unpacked->filePath(unpacked.file));
    if (!master)
        return fail(master.error());
    page.masterFile = master->name;
    page.masterSha256 = master->sha256;
    return store.pages().append(page);
}

void ImportSession::conclude(std::optional<Error> error)
{
    m_summary.error = std::move(error);
    Q_EMIT ended(m_summary);
}

void ImportSession::tellProgress()
{
    IntakeProgress now;
    now.captured = static_cast<int>(m_summary.pages.size());
    now.total = m_total;
    now.read = static_cast<int>(std::count_if(m_summary.pages.begin(), m_summary.pages.end(),
                                              [this](const PageId &page) { return !m_reading.isReading(page); }));
    Q_EMIT progress(now);
}

} // namespace sohoa
