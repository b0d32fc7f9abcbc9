// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/page.h"

#include <optional>
#include <vector>

namespace sohoa {

class Database;

/// How much of the pages a list wants: words and text make nearly all of a page's weight.
enum class PageDetail {
    Light, ///< `reading` has its facts (size, blank, separator, barcodes …) but neither words nor text.
    Whole,
};

/// Pages in the store. Each change is one transaction; a change of state and a decision of a person write one
/// audit row. Master, batch and sequence of a page never change (a trigger sees to it). Pages of a dossier that is
/// approved or further cannot be moved, excluded or turned: StateForbids (args: state, action).
/// Threads: the Database's.
class PageRepository {
public:
    explicit PageRepository(Database &database)
        : m_database(database)
    {
    }

    /// Stores a page whose master is already durable in the spool; its state must be captured. It gets the next
    /// sequence number of its batch, or `sequence` when given (ValueInvalid when that is taken). Gives the page as
    /// stored.
    Result<Page> append(const Page &page, std::optional<int> sequence = std::nullopt);
    /// NotFound (args: what, id) when there is none.
    Result<Page> find(const PageId &id, PageDetail detail = PageDetail::Whole);
    /// By sequence.
    Result<std::vector<Page>> ofBatch(const BatchId &batch, PageDetail detail = PageDetail::Whole);
    /// By position.
    Result<std::vector<Page>> ofDossier(const DossierId &dossier, PageDetail detail = PageDetail::Whole);
    /// Pages of the batch that are in no dossier, by sequence.
    Result<std::vector<Page>> unassigned(const BatchId &batch, PageDetail detail = PageDetail::Whole);
    /// Pages not yet recognized, oldest first, light: the work to take up again at the next start.
    Result<std::vector<Page>> pendingPages();
    /// Pages with the same master, light: the same file fed twice.
    Result<std::vector<Page>> byMasterSha256(const QString &sha256);

    /// What the stages found. A page goes captured → cleaned → recognized, or stays and is read anew; it never
    /// goes back this way (StateForbids).
    Result<void> setReading(const PageId &id, const PageReading &reading, PageState state);
    /// What capture itself doubts (Page::suspect).
    Result<void> setSuspect(const PageId &id, const QStringList &reasons);
    Result<void> setExcluded(const PageId &id, bool excluded);
    /// 0, 90, 180, 270, or none to leave it to the stages again (ValueInvalid otherwise). The page becomes
    /// captured again, so that it is read anew; the old reading stays visible until then.
    Result<void> setClerkRotation(const PageId &id, std::optional<int> degrees);
    /// The clerk's own crop (core/domain/clerk_crop.h), or none to leave it to the stages again. NothingToDo for a
    /// page that was never read: nobody has seen yet what to crop. The page becomes captured again, as above.
    Result<void> setClerkCrop(const PageId &id, const std::optional<PixelBox> &crop);
    /// Puts a page into a dossier at `position` (counts from 0; none: at the end), or into no dossier. Others make
    /// room or close up, so that positions always count 0, 1, 2 … A page that leaves its dossier leaves that
    /// dossier's documents too.
    Result<void> assign(const PageId &id, const std::optional<DossierId> &dossier,
                        std::optional<int> position = std::nullopt);

private:
    Database &m_database;
};

} // namespace sohoa
