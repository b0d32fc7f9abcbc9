// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/watch_service.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

const QString folderKey = u"watched.folder"_s;

/// A name that is free in `folder`: "a.pdf", "a (2).pdf", …
QString freeName(const QDir &folder, const QString &name)
{
    const QFileInfo info(name);
    const QString ending = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    QString free = name;
    for (int number = 2; folder.exists(free); ++number)
        free = u"%1 (%2)%3"_s.arg(info.completeBaseName()).arg(number).arg(ending);
    return free;
}

/// The file itself is bad, not the disk or the store or a helper that is missing.
bool isFaultOfFile(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ImageUnreadable:
    case ErrorCode::ImageTooLarge:
    case ErrorCode::PdfUnreadable:
    case ErrorCode::PdfEncrypted:
    case ErrorCode::PageTimeout:
    case ErrorCode::PageHelperCrashed:
    case ErrorCode::FileUnreadable:
        return true;
    default:
        return false;
    }
}

} // namespace

const QString &WatchService::doneFolder()
{
    static const QString name = u"xong"_s;
    return name;
}

const QString &WatchService::damagedFolder()
{
    static const QString name = u"hỏng"_s;
    return name;
}

WatchService::WatchService(StationContext &context, IntakeService &intake)
    : m_context(context)
    , m_intake(intake)
{
    connect(&m_timer, &QTimer::timeout, this, &WatchService::look);
    connect(&m_intake, &IntakeService::ended, this, &WatchService::intakeEnded);
}

Result<void> WatchService::start(const QString &folder, const BatchId &batch, const WatchOptions &options)
{
    if (isRunning())
        return fail(ErrorCode::StateForbids, u"a folder is watched"_s,
                    {{u"state"_s, u"watching"_s}, {u"action"_s, u"watch"_s}});
    if (const auto found = m_context.store->batches().find(batch); !found)
        return fail(found.error());
    const QFileInfo info(folder);
    if (!info.isDir() || !info.isReadable())
        return fail(ErrorCode::FileUnreadable, u"no folder"_s, {{u"path"_s, folder}});
    m_folder = info.absoluteFilePath();
    for (const QString &name : {doneFolder(), damagedFolder()})
        if (!QDir(m_folder).mkpath(name))
            return fail(ErrorCode::FileUnwritable, u"mkdir"_s, {{u"path"_s, m_folder + u'/' + name}});
    if (options.remember)
        if (auto kept = m_context.store->settings().set(folderKey, m_folder); !kept)
            return kept;
    m_batch = batch;
    m_options = options;
    m_options.intake.eachFileOnce = true;
    m_options.intake.stopAtFailure = true;
    FolderQueue::Limits limits;
    limits.settle = std::chrono::milliseconds(options.settleMs);
    m_queue.emplace(limits);
    m_stuck.clear();
    m_timer.start(options.pollMs);
    QMetaObject::invokeMethod(this, &WatchService::look, Qt::QueuedConnection);
    return {};
}

void WatchService::stop()
{
    m_timer.stop();
}

Result<QString> WatchService::remembered()
{
    const auto kept = m_context.store->settings().get(folderKey);
    if (!kept)
        return fail(kept.error());
    return *kept ? (*kept)->toString() : QString();
}

Result<void> WatchService::forget()
{
    return m_options.remember ? m_context.store->settings().remove(folderKey) : Result<void>();
}

bool WatchService::expectsMoreFor(const BatchId &batch) const
{
    return isRunning() && m_batch == batch && (m_taking || m_queue->isWaiting());
}

std::vector<SeenFile> WatchService::filesThere() const
{
    std::vector<SeenFile> files;
    // Hidden ones too: some programs write under a hidden name.
    for (const QFileInfo &info : QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden)) {
        const SeenFile file{info.fileName(), info.size(), {info.lastModified().toMSecsSinceEpoch()}};
        if (!m_stuck.contains(file.name))
            files.push_back(file);
    }
    return files;
}

void WatchService::look()
{
    if (!isRunning() || m_taking)
        return;
    if (!QFileInfo(m_folder).isDir())
        return stopWith({ErrorCode::FileUnreadable, {{u"path"_s, m_folder}}, u"the folder is gone"_s});
    const QStringList ready = m_queue->ready(filesThere(), m_context.clock.now());
    if (ready.isEmpty()) {
        if (!m_queue->isWaiting())
            Q_EMIT settled();
        return;
    }
    if (!m_intake.isRunning()) // Else at the next look.
        take(ready);
}

void WatchService::take(const QStringList &names)
{
    QStringList paths;
    for (const QString &name : names)
        paths.append(m_folder + u'/' + name);
    m_taking = true;
    if (auto started = m_intake.startImport(paths, m_batch, m_options.intake); !started) {
        m_taking = false;
        stopWith(started.error());
    }
}

void WatchService::intakeEnded(const IntakeSummary &summary)
{
    if (!std::exchange(m_taking, false))
        return; // Somebody else's.
    for (const FileTaken &file : summary.files) {
        if (auto moved = moveTo(file.path, doneFolder()); !moved) {
            m_stuck.insert(QFileInfo(file.path).fileName());
            Q_EMIT fileFailed({file.path, moved.error()});
        } else {
            Q_EMIT fileTaken(file);
        }
    }
    for (const FileFailure &failure : summary.failures)
        fileRefused(failure);
    if (summary.error && summary.error->code != ErrorCode::Cancelled)
        stopWith(*summary.error);
}

void WatchService::fileRefused(const FileFailure &failure)
{
    const QFileInfo info(failure.path);
    if (!info.exists())
        return; // Taken away by its owner.
    if (!isFaultOfFile(failure.error.code))
        return stopWith(failure.error);
    const Instant now = m_context.clock.now();
    if (now.msecs - m_queue->unchangedSince(info.fileName(), now).msecs < m_options.patienceMs)
        return; // It may still be on its way, though nothing has moved for a while.
    if (auto moved = moveTo(failure.path, damagedFolder()); !moved)
        m_stuck.insert(info.fileName());
    else if (auto written = writeReason(info.fileName(), failure.error); !written)
        Q_EMIT fileFailed({failure.path, written.error()});
    Q_EMIT fileFailed(failure);
}

Result<void> WatchService::moveTo(const QString &path, const QString &folder)
{
    const QDir to(m_folder + u'/' + folder);
    const QString target = to.absoluteFilePath(freeName(to, QFileInfo(path).fileName()));
    QFile file(path);
    if (!file.rename(target))
        return fail(ErrorCode::FileUnwritable, file.errorString(), {{u"path"_s, path}});
    if (auto synced = syncFolder(to.absolutePath()); !synced)
        return synced;
    return syncFolder(m_folder);
}

Result<void> WatchService::writeReason(const QString &name, const Error &error)
{
    const QDir to(m_folder + u'/' + damagedFolder());
    const QString words = m_options.explain ? m_options.explain(error) : logLine(error);
    return writeDurably(to.absoluteFilePath(freeName(to, name + u".txt"_s)), (words + u'\n').toUtf8());
}

void WatchService::stopWith(const Error &error)
{
    stop();
    Q_EMIT failed(error);
}

} // namespace sohoa
