// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisition/folder_queue.h"
#include "core/workflow/intake_service.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <optional>

namespace sohoa {

/// Takes the files that a copier drops into a folder into a batch: each when it is whole, in order, once. When its
/// rows are durable the original goes to the folder "xong" in it; one that is damaged goes to "hỏng" with a text
/// beside it that says why. Files whose bytes were taken before (the program died before the original was moved)
/// are only moved.
///
/// Works by looking again and again: shares on a network tell of no changes. Waits while something else is being
/// taken in. Threads: the Station's.
class WatchService : public QObject {
    Q_OBJECT
public:
    /// The names are what a clerk looks for beside his files.
    static const QString &doneFolder();
    static const QString &damagedFolder();

    WatchService(StationContext &context, IntakeService &intake);

    /// Errors: FileUnreadable (args: path) when there is no such folder, FileUnwritable when it takes no files,
    /// StateForbids when one is watched already, NotFound for an unknown batch.
    Result<void> start(const QString &folder, const BatchId &batch, const WatchOptions &options);
    /// What is being taken in is finished.
    void stop();
    bool isRunning() const { return m_timer.isActive(); }
    /// The folder started last, kept in the store until it is forgotten; empty: none.
    Result<QString> remembered();
    Result<void> forget();
    const BatchId &batch() const { return m_batch; }
    /// Files of this batch are on their way: its pages are sorted when they are in.
    bool expectsMoreFor(const BatchId &batch) const;

Q_SIGNALS:
    /// In the store and moved away.
    void fileTaken(const sohoa::FileTaken &file);
    /// Put aside as damaged, or (FileUnwritable) taken but not moved away.
    void fileFailed(const sohoa::FileFailure &failure);
    /// Every file that was there has been dealt with, and none is on its way.
    void settled();
    /// The folder is gone, or the store takes nothing more: watching has stopped.
    void failed(const sohoa::Error &error);

private:
    void look();
    std::vector<SeenFile> filesThere() const;
    void take(const QStringList &names);
    void intakeEnded(const IntakeSummary &summary);
    void fileRefused(const FileFailure &failure);
    Result<void> moveTo(const QString &path, const QString &folder);
    Result<void> writeReason(const QString &name, const Error &error);
    void stopWith(const Error &error);

    StationContext &m_context;
    IntakeService &m_intake;
    QTimer m_timer;
    QString m_folder;
    BatchId m_batch;
    WatchOptions m_options;
    std::optional<FolderQueue> m_queue;
    QSet<QString> m_stuck; ///< Taken, but not to be moved: never looked at again while they lie there.
    bool m_taking = false;
};

} // namespace sohoa
