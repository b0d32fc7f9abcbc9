// SPDX-License-Identifier: GPL-3.0-or-later
// What waits to be handed over, and where to; how it is sent is in handover_service.cpp.
#include "core/store/spool.h"
#include "core/workflow/handover_service.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Of packages bound at a time: each is read whole for its hash, and the station must not stand still meanwhile.
constexpr int bindAtOnce = 16;

QStringList reasonsOf(const QJsonArray &reasons)
{
    QStringList lines;
    for (const QJsonValue &reason : reasons) {
        const QString field = reason[u"field"_s].toString();
        lines.append(reason[u"code"_s].toString() + u": "_s + reason[u"message"_s].toString() +
                     (field.isEmpty() ? QString() : u" ("_s + field + u')'));
    }
    return lines;
}

/// "summary.issueDate" of dossier.json as the form's own "issue_date"; empty for what is no field of the form.
QString formField(const QString &path)
{
    QString field;
    for (const QChar letter : path.section(u'.', -1))
        field += letter.isUpper() ? u"_"_s + letter.toLower() : QString(letter);
    static const QRegularExpression form(u"\\A[a-z][a-z0-9_]*\\z"_s);
    return form.match(field).hasMatch() ? field : QString();
}

QString firstField(const QJsonArray &reasons)
{
    for (const QJsonValue &reason : reasons)
        if (const QString field = formField(reason[u"field"_s].toString()); !field.isEmpty())
            return field;
    return {};
}

} // namespace

Result<int> HandoverService::queueApproved(const std::optional<BatchId> &batch)
{
    Store &store = *m_context.store;
    auto queued = store.database().transaction([&]() -> Result<int> {
        const auto rows = store.dossiers().list({.batch = batch, .state = DossierState::Approved});
        if (!rows)
            return fail(rows.error());
        for (const DossierRow &row : *rows) {
            if (auto state = store.dossiers().changeState(row.id, DossierState::Queued, m_context.config.actor);
                !state)
                return fail(state.error());
            const auto its = store.batches().find(row.batch);
            if (!its)
                return fail(its.error());
            if (its->state == BatchState::Closed || its->state == BatchState::Partial) {
                if (auto moved = store.batches().setState(row.batch, BatchState::Queued); !moved)
                    return fail(moved.error());
            }
        }
        return static_cast<int>(rows->size());
    });
    if (queued && *queued > 0 && m_worker)
        bindOn();
    return queued;
}

Result<std::vector<OutboxRow>> HandoverService::outbox(const OutboxFilter &filter)
{
    Store &store = *m_context.store;
    std::vector<OutboxRow> rows;
    for (const auto state : {DossierState::Approved, DossierState::Queued, DossierState::Sent,
                             DossierState::Accepted, DossierState::Rejected}) {
        const auto dossiers = store.dossiers().list(
            {.state = state, .limit = filter.limitPerState, .newestFirst = filter.limitPerState >= 0});
        if (!dossiers)
            return fail(dossiers.error());
        for (const DossierRow &dossier : *dossiers) {
            const auto entries = store.outbox().byDossier(dossier.id);
            if (!entries)
                return fail(entries.error());
            const bool isCurrent = !entries->empty() && entries->back().revision == dossier.revision;
            rows.push_back(outboxRow(dossier, isCurrent ? &entries->back() : nullptr));
        }
    }
    return rows;
}

OutboxRow HandoverService::outboxRow(const DossierRow &dossier, const OutboxEntry *entry) const
{
    OutboxRow row;
    row.dossier = summaryOf(dossier);
    if (!entry)
        return row;
    row.package = entry->package;
    row.target = entry->target;
    row.bytes = entry->bytes;
    row.bytesSent = entry->sentAt ? entry->bytes : m_bytesSent.value(entry->package, entry->offset);
    row.attempts = entry->attempts;
    if (!entry->finished() && entry->nextAttemptAt < OutboxEntry::never)
        row.nextAttempt = entry->nextAttemptAt;
    if (entry->error)
        row.lastError = Error{*entry->error, {{u"target"_s, entry->target}}};
    if (entry->receipt) {
        row.receiptStatus = toString(entry->receipt->status);
        row.repositoryId = entry->receipt->repositoryId;
        row.reasons = reasonsOf(entry->receipt->reasons);
        row.reasonField = firstField(entry->receipt->reasons);
    }
    return row;
}

Result<bool> HandoverService::bindSome()
{
    Store &store = *m_context.store;
    const Instant now = m_context.clock.now();
    return store.database().transaction([&]() -> Result<bool> {
        int bound = 0;
        bool more = false;
        for (const auto state : {DossierState::Queued, DossierState::Sent}) {
            const int most = bindAtOnce - bound + static_cast<int>(m_unreadable.size());
            const auto unbound = store.outbox().unbound(m_target, state, most);
            if (!unbound)
                return fail(unbound.error());
            more = more || static_cast<int>(unbound->size()) == most;
            for (const UnboundPackage &one : *unbound) {
                if (m_unreadable.contains(one.package))
                    continue;
                const QString file = one.package.toString() + u".zip"_s;
                const QString path = store.packagePath(file);
                const auto hash = sha256OfFile(path);
                if (!hash) {
                    m_unreadable.insert(one.package);
                    continue;
                }
                ++bound;
                if (auto enqueued = store.outbox().enqueue(one.package, one.dossier, one.revision, m_target, file,
                                                           *hash, QFileInfo(path).size(), now);
                    !enqueued)
                    return fail(enqueued.error());
                // Handed over elsewhere: it is not sent twice, but this target may know its receipt.
                if (state == DossierState::Sent)
                    if (auto sent = store.outbox().markSent(one.package, m_target, now); !sent)
                        return fail(sent.error());
            }
        }
        return more;
    });
}

void HandoverService::bindOn()
{
    if (!m_worker)
        return;
    const auto more = bindSome();
    m_binding = more && *more;
    if (!more) {
        m_lastError = more.error();
        m_worker->stop();
        return;
    }
    m_worker->wake();
    if (m_binding)
        QMetaObject::invokeMethod(this, &HandoverService::bindOn, Qt::QueuedConnection);
}

Result<void> HandoverService::makeDue(const QString &target)
{
    OutboxRepository outbox = m_context.store->outbox();
    const Instant now = m_context.clock.now();
    return m_context.store->database().transaction([&]() -> Result<void> {
        const auto waiting = outbox.pending();
        if (!waiting)
            return fail(waiting.error());
        for (const OutboxEntry &entry : *waiting) {
            const bool blocked =
                entry.nextAttemptAt >= OutboxEntry::never && entry.error != ErrorCode::RepositoryUnauthorized;
            if (entry.target != target || blocked || entry.nextAttemptAt <= now)
                continue;
            if (auto due = outbox.postpone(entry.package, target, now, entry.error, 0); !due)
                return due;
        }
        return {};
    });
}

Result<void> HandoverService::retry(const DossierId &id)
{
    OutboxRepository outbox = m_context.store->outbox();
    const Instant now = m_context.clock.now();
    const auto entries = outbox.byDossier(id);
    if (!entries)
        return fail(entries.error());
    for (const OutboxEntry &entry : *entries) {
        if (entry.finished())
            continue;
        // Without an upload of its own that could be asked (a stick that got lost): hand it over again.
        const bool isMissing = entry.sentAt && entry.uploadUrl.isEmpty() && !entry.receipt;
        auto due = isMissing ? outbox.restart(entry.package, entry.target, now)
                             : outbox.postpone(entry.package, entry.target, now, entry.error, 0);
        if (!due)
            return due;
    }
    if (m_worker)
        m_worker->wake();
    Q_EMIT changed();
    return {};
}

} // namespace sohoa
