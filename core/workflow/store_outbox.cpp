// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/store_outbox.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logOutbox, "sohoa.workflow.outbox")

const QString &repository()
{
    static const QString name = u"repository"_s;
    return name;
}

StoredReceipt stored(const Receipt &receipt)
{
    StoredReceipt row;
    row.status = *receiptStatusFromString(toString(receipt.status));
    row.repositoryId = receipt.repositoryId;
    const QJsonObject json = receiptToJson(receipt);
    row.reasons = json[u"reasons"_s].toArray();
    row.json = QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
    return row;
}

} // namespace

StoreOutbox::StoreOutbox(StationContext &context, QString target, std::function<void(const BatchId &)> changed)
    : m_context(context)
    , m_target(std::move(target))
    , m_changed(std::move(changed))
{
}

Result<std::vector<OutboxItem>> StoreOutbox::due(Instant now, int limit, const QStringList &without)
{
    std::vector<OutboxItem> items;
    if (without.contains(m_target))
        return items;
    const auto entries = m_context.store->outbox().due(m_target, now, limit);
    if (!entries)
        return fail(entries.error());
    for (const OutboxEntry &entry : *entries)
        items.push_back({entry.package, entry.dossier, entry.revision, entry.target,
                         m_context.store->packagePath(entry.file), entry.sha256, entry.bytes, entry.uploadUrl,
                         entry.attempts, entry.sentAt.has_value()});
    return items;
}

Result<std::optional<Instant>> StoreOutbox::nextDue(Instant now, const QStringList &without)
{
    if (without.contains(m_target))
        return std::optional<Instant>();
    return m_context.store->outbox().nextDue(m_target, now);
}

Result<void> StoreOutbox::uploadStarted(const OutboxItem &item)
{
    tell(item.dossier);
    return {};
}

Result<void> StoreOutbox::urlKnown(const OutboxItem &item, const QString &url)
{
    return m_context.store->outbox().setUploadUrl(item.package, item.target, url);
}

Result<void> StoreOutbox::sent(const OutboxItem &item)
{
    Store &store = *m_context.store;
    auto done = store.database().transaction([&]() -> Result<void> {
        if (auto marked = store.outbox().markSent(item.package, item.target, m_context.clock.now()); !marked)
            return marked;
        return advance(item.dossier, DossierState::Sent, item.target);
    });
    tell(item.dossier);
    return done;
}

Result<void> StoreOutbox::receipt(const OutboxItem &item, const Receipt &receipt)
{
    Store &store = *m_context.store;
    auto done = store.database().transaction([&]() -> Result<void> {
        if (auto kept =
                store.outbox().storeReceipt(item.package, item.target, stored(receipt), m_context.clock.now());
            !kept)
            return kept;
        if (receipt.status == ReceiptStatus::Pending)
            return {};
        if (auto settled = settleElsewhere(item, stored(receipt)); !settled)
            return settled;
        if (auto sentBefore = advance(item.dossier, DossierState::Sent, item.target); !sentBefore)
            return sentBefore;
        const bool accepted = receipt.status == ReceiptStatus::Accepted;
        if (auto ended = advance(item.dossier, accepted ? DossierState::Accepted : DossierState::Rejected,
                                 receipt.repositoryId);
            !ended)
            return ended;
        const auto dossier = store.dossiers().find(item.dossier);
        if (!dossier)
            return fail(dossier.error());
        return settleBatch(dossier->batch);
    });
    tell(item.dossier);
    return done;
}

Result<void> StoreOutbox::settleElsewhere(const OutboxItem &item, const StoredReceipt &receipt)
{
    OutboxRepository outbox = m_context.store->outbox();
    const auto others = outbox.unfinishedOf(item.package);
    if (!others)
        return fail(others.error());
    for (const OutboxEntry &other : *others)
        if (auto kept = outbox.storeReceipt(item.package, other.target, receipt, m_context.clock.now()); !kept)
            return kept;
    return {};
}

/// Forward only: a call that is repeated, or that comes after the dossier has gone further, changes nothing.
Result<void> StoreOutbox::advance(const DossierId &id, DossierState to, const QString &reason)
{
    const auto dossier = m_context.store->dossiers().find(id);
    if (!dossier)
        return fail(dossier.error());
    if (!mayChange(dossier->state, to))
        return {};
    if (auto changed = m_context.store->dossiers().changeState(id, to, repository(), reason); !changed)
        return fail(changed.error());
    return {};
}

/// synced when every dossier is accepted, partial when all have been answered and some were rejected.
Result<void> StoreOutbox::settleBatch(const BatchId &id)
{
    Store &store = *m_context.store;
    const auto batch = store.batches().find(id);
    const auto rows = store.dossiers().list({.batch = id});
    if (!batch || !rows)
        return fail(!batch ? batch.error() : rows.error());
    const auto all = [&rows](std::initializer_list<DossierState> states) {
        return std::ranges::all_of(*rows, [&states](const DossierRow &row) {
            return std::ranges::find(states, row.state) != states.end();
        });
    };
    if (batch->state != BatchState::Queued && batch->state != BatchState::Partial)
        return {};
    if (all({DossierState::Accepted}))
        return store.batches().setState(id, BatchState::Synced);
    if (all({DossierState::Accepted, DossierState::Rejected}))
        return store.batches().setState(id, BatchState::Partial);
    return {};
}

Result<void> StoreOutbox::postpone(const OutboxItem &item, Instant nextAttempt, int attempts,
                                   const std::optional<Error> &error)
{
    auto done = m_context.store->outbox().postpone(item.package, item.target, nextAttempt,
                                                   error ? std::optional(error->code) : std::nullopt, attempts);
    tell(item.dossier);
    return done;
}

Result<void> StoreOutbox::blocked(const OutboxItem &item, const Error &error)
{
    auto done = m_context.store->outbox().postpone(item.package, item.target, OutboxEntry::never, error.code,
                                                   item.attempts);
    tell(item.dossier);
    return done;
}

Result<void> StoreOutbox::unblock(const QString &target)
{
    const auto entries = m_context.store->outbox().pending();
    if (!entries)
        return fail(entries.error());
    for (const OutboxEntry &entry : *entries) {
        if (entry.target != target || entry.error != ErrorCode::RepositoryUnauthorized)
            continue;
        if (auto done = m_context.store->outbox().postpone(entry.package, target, m_context.clock.now(),
                                                           entry.error, entry.attempts);
            !done)
            return done;
    }
    return {};
}

void StoreOutbox::tell(const DossierId &dossier)
{
    const auto known = m_context.store->dossiers().find(dossier);
    if (!known) {
        // The change itself has been reported to the caller; only the screens miss a refresh.
        qCWarning(logOutbox) << "no refresh for dossier" << dossier.toString() << logLine(known.error());
        return;
    }
    m_changed(known->batch);
}

} // namespace sohoa
