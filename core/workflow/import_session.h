// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/reading_service.h"
#include "core/workflow/station_context.h"

#include <QObject>
#include <QTemporaryDir>

#include <deque>
#include <memory>
#include <optional>

namespace sohoa {

/// Files on their way into a batch, one after the other. The pages of one file come in together or not at all: a
/// crash in the middle of a thick PDF leaves none of them.
class ImportSession : public QObject {
    Q_OBJECT
public:
    /// Folders stand for the images and PDFs in them, in natural order.
    static QStringList filesOf(const QStringList &paths);

    /// All pages go into `dossier` when there is one.
    ImportSession(StationContext &context, ReadingService &reading, const QStringList &files, const BatchId &batch,
                  const IntakeOptions &options, std::optional<DossierId> dossier);
    ~ImportSession() override;

    void start();
    void cancel();
    const BatchId &batch() const { return m_summary.batch; }
    const std::optional<DossierId> &dossier() const { return m_dossier; }

Q_SIGNALS:
    void pageCaptured(const sohoa::Page &page);
    void progress(const sohoa::IntakeProgress &progress);
    /// Last.
    void ended(const sohoa::IntakeSummary &summary);

private:
    void nextFile();
    /// Copies the file (a watched one may change under our eyes) and looks whether it is known. Nothing: it is.
    Result<std::optional<QString>> prepared(const QString &path);
    void takeUnpacked(Result<ExpandResult> result);
    Result<std::vector<Page>> storePages(const ExpandResult &unpacked);
    Result<Page> storePage(const ExpandedPage &unpacked);
    void conclude(std::optional<Error> error);
    void tellProgress();

    StationContext &m_context;
    ReadingService &m_reading;
    IntakeOptions m_options;
    std::optional<DossierId> m_dossier;
    std::deque<QString> m_files;
    QString m_file;   ///< The one that is being taken.
    QString m_sha256; ///< Of its bytes, when they are to be remembered.
    IntakeSummary m_summary;
    std::optional<int> m_total;
    bool m_cancelled = false;
    std::unique_ptr<QTemporaryDir> m_unpacked;
    std::optional<PageHelperPool::JobId> m_job;
};

} // namespace sohoa
