// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/store/audit_trail.h"
#include "core/store/batch_repository.h"
#include "core/store/catalogue_repository.h"
#include "core/store/database.h"
#include "core/store/dossier_repository.h"
#include "core/store/duplicate_index.h"
#include "core/store/learned_repository.h"
#include "core/store/outbox_repository.h"
#include "core/store/page_repository.h"
#include "core/store/report_repository.h"
#include "core/store/search_index.h"
#include "core/store/settings_repository.h"
#include "core/store/spool.h"
#include "core/store/stack_repository.h"
#include "core/store/store_lock.h"
#include "core/store/target_repository.h"
#include "core/store/user_repository.h"

#include <QString>

#include <memory>

namespace sohoa {

/// The folder in which everything is kept (folders 0700, files 0600):
///   sohoa.db     rows                             spool/     page masters "<page id>.<ext>", never changed
///   lock         held by the owning process       pages/     cleaned pages "<page id>.jpg", can be made again
///   backups/     the database before migrations   packages/  packages of approved dossiers
///   lost+found/  what fsck took out of the way    tmp/       work in progress; emptied by fsck
/// One process owns a store at a time. The kernel gives the lock back when the process ends, however it ends.
/// Threads: the database and the repositories belong to the thread that opened the store; paths are free to all.
class Store {
public:
    /// Opens the store in `folder`, which is made when it is missing, and brings an older one up to date (a copy
    /// of the database is put into backups/ first). Errors: StoreBusy (another process owns it), StoreNewer,
    /// StoreCorrupt, DiskFull, FileUnwritable, StoreFailed. The clock must outlive the store.
    static Result<std::unique_ptr<Store>> open(const QString &folder, const Clock &clock);

    /// A further connection to the same rows for a reader on another thread.
    Result<std::unique_ptr<Database>> openReader() const;

    Database &database() { return *m_database; }
    const Spool &spool() const { return m_spool; }
    BatchRepository batches() { return BatchRepository(*m_database); }
    PageRepository pages() { return PageRepository(*m_database); }
    DossierRepository dossiers() { return DossierRepository(*m_database); }
    StackRepository stacks() { return StackRepository(*m_database); }
    AuditTrail audit() { return AuditTrail(*m_database); }
    OutboxRepository outbox() { return OutboxRepository(*m_database); }
    TargetRepository targets() { return TargetRepository(*m_database); }
    SettingsRepository settings() { return SettingsRepository(*m_database); }
    CatalogueRepository catalogue() { return CatalogueRepository(*m_database); }
    DuplicateIndex duplicates() { return DuplicateIndex(*m_database); }
    LearnedRepository learned() { return LearnedRepository(*m_database); }
    ReportRepository reports() { return ReportRepository(*m_database); }
    UserRepository users() { return UserRepository(*m_database); }
    SearchIndex search() { return SearchIndex(*m_database); }

    const QString &folder() const { return m_folder; }
    QString databasePath() const;
    QString pagesFolder() const;
    QString packagesFolder() const;
    QString backupsFolder() const;
    QString temporaryFolder() const;
    QString lostAndFoundFolder() const;
    /// Where the cleaned page is, or will be.
    QString pageImagePath(const PageId &page) const;
    /// Where the cleaned page lies as layers for its PDF; pages read by older versions have none.
    QString pageLayersPath(const PageId &page) const;
    /// `file` as in OutboxEntry::file.
    QString packagePath(const QString &file) const;
    const StoreLock &lock() const { return m_lock; }

private:
    Store(QString folder, StoreLock lock);

    QString m_folder;
    StoreLock m_lock; ///< Before the database: given back after it is closed.
    Spool m_spool;
    std::unique_ptr<Database> m_database;
};

} // namespace sohoa
