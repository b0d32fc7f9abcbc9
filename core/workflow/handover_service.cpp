// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/handover_service.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// A run that is not watched ends rather than wait longer than this for the next attempt.
constexpr qint64 patienceMs = 10'000;

constexpr auto tokenKey = "token-file"_L1;
constexpr auto authorityKey = "ca"_L1;
constexpr auto certificateKey = "client-cert"_L1;

TargetSettings settingsOf(const Target &target)
{
    return {target.name, target.url, target.options[tokenKey].toString(), target.options[authorityKey].toString(),
            target.options[certificateKey].toString()};
}

Result<TargetConfig> configOf(const TargetSettings &settings)
{
    auto config = parseTarget(settings.name, settings.url);
    if (config) {
        config->tokenFile = settings.tokenFile;
        config->caFile = settings.caFile;
        // One PEM file holds both, as curl's --cert takes it.
        config->certificateFile = settings.clientCertificate;
        config->keyFile = settings.clientCertificate;
    }
    return config;
}

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

} // namespace

HandoverService::HandoverService(StationContext &context)
    : m_context(context)
{
}

HandoverService::~HandoverService()
{
    delete m_worker;
}

Result<int> HandoverService::queueApproved(const std::optional<BatchId> &batch)
{
    Store &store = *m_context.store;
    return store.database().transaction([&]() -> Result<int> {
        const auto rows = store.dossiers().list({.batch = batch, .state = DossierState::Approved});
        if (!rows)
            return fail(rows.error());
        for (const DossierRow &row : *rows) {
            if (auto queued = store.dossiers().changeState(row.id, DossierState::Queued, m_context.config.actor);
                !queued)
                return fail(queued.error());
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
}

Result<std::vector<OutboxRow>> HandoverService::outbox(int newestOfState)
{
    Store &store = *m_context.store;
    std::vector<OutboxRow> rows;
    for (const auto state : {DossierState::Approved, DossierState::Queued, DossierState::Sent,
                             DossierState::Accepted, DossierState::Rejected}) {
        const auto dossiers =
            store.dossiers().list({.state = state, .limit = newestOfState, .newestFirst = newestOfState >= 0});
        if (!dossiers)
            return fail(dossiers.error());
        for (const DossierRow &dossier : *dossiers) {
            OutboxRow row;
            row.dossier = summaryOf(dossier);
            const auto entries = store.outbox().byDossier(dossier.id);
            if (!entries)
                return fail(entries.error());
            if (entries->empty() || entries->back().revision != dossier.revision) {
                rows.push_back(row);
                continue;
            }
            const OutboxEntry &entry = entries->back();
            row.package = entry.package;
            row.target = entry.target;
            row.bytes = entry.bytes;
            row.bytesSent = entry.sentAt ? entry.bytes : m_bytesSent.value(entry.package, entry.offset);
            row.attempts = entry.attempts;
            if (!entry.finished() && entry.nextAttemptAt < StoreOutbox::never)
                row.nextAttempt = entry.nextAttemptAt;
            if (entry.error)
                row.lastError = Error{*entry.error, {{u"target"_s, entry.target}}};
            if (entry.receipt) {
                row.receiptStatus = toString(entry.receipt->status);
                row.repositoryId = entry.receipt->repositoryId;
                row.reasons = reasonsOf(entry.receipt->reasons);
            }
            rows.push_back(row);
        }
    }
    return rows;
}

Result<TargetSettings> HandoverService::chosenTarget(const QString &name)
{
    const auto known = targets();
    if (!known)
        return fail(known.error());
    if (known->empty())
        return fail(ErrorCode::NoTarget, u"sync"_s);
    if (name.isEmpty()) {
        if (known->size() > 1)
            return fail(ErrorCode::TargetUnknown, u"several targets, none named"_s, {{u"target"_s, {}}});
        return known->front();
    }
    const auto found = std::ranges::find(*known, name, &TargetSettings::name);
    if (found == known->end())
        return fail(ErrorCode::TargetUnknown, u"sync"_s, {{u"target"_s, name}});
    return *found;
}

Result<void> HandoverService::bindQueued(const QString &target)
{
    Store &store = *m_context.store;
    const Instant now = m_context.clock.now();
    return store.database().transaction([&]() -> Result<void> {
        const auto queued = store.dossiers().list({.state = DossierState::Queued});
        if (!queued)
            return fail(queued.error());
        for (const DossierRow &row : *queued) {
            const auto dossier = store.dossiers().find(row.id);
            if (!dossier)
                return fail(dossier.error());
            if (!dossier->package)
                return fail(ErrorCode::StoreCorrupt, u"queued dossier without package"_s);
            const QString file = dossier->package->toString() + u".zip"_s;
            const QString path = store.packagePath(file);
            const auto hash = sha256OfFile(path);
            if (!hash)
                return fail(hash.error());
            if (auto enqueued = store.outbox().enqueue(*dossier->package, row.id, row.revision, target, file,
                                                       *hash, QFileInfo(path).size(), now);
                !enqueued)
                return enqueued;
        }
        const auto waiting = store.outbox().pending();
        if (!waiting)
            return fail(waiting.error());
        // A person has asked for it: what was put off is tried now. Only what needs another kind of mending stays.
        for (const OutboxEntry &entry : *waiting) {
            const bool blocked =
                entry.nextAttemptAt >= StoreOutbox::never && entry.error != ErrorCode::RepositoryUnauthorized;
            if (entry.target != target || blocked || entry.nextAttemptAt <= now)
                continue;
            if (auto due = store.outbox().postpone(entry.package, target, now, entry.error, 0); !due)
                return due;
        }
        return {};
    });
}

Result<void> HandoverService::start(const QString &name, bool watch)
{
    if (m_worker)
        return fail(ErrorCode::StateForbids, u"sync is running"_s,
                    {{u"state"_s, u"sending"_s}, {u"action"_s, u"sync"_s}});
    const auto target = chosenTarget(name);
    if (!target)
        return fail(target.error());
    const auto config = configOf(*target);
    if (!config)
        return fail(config.error());
    if (auto bound = bindQueued(target->name); !bound)
        return bound;

    m_lastError.reset();
    m_port = std::make_unique<StoreOutbox>(m_context, target->name, [this](const BatchId &batch) {
        Q_EMIT changed();
        Q_EMIT dossiersChanged(batch);
    });
    SyncOptions options;
    options.station = m_context.config.stationName;
    m_worker = new SyncWorker(
        *m_port, m_context.clock, [] { return QRandomGenerator::global()->generateDouble(); }, options, this);
    connect(m_worker, &SyncWorker::progress, this, [this](const PackageId &package, qint64 bytes, qint64) {
        m_bytesSent[package] = bytes;
        Q_EMIT changed();
    });
    connect(
        m_worker, &SyncWorker::failed, this,
        [this](const PackageId &, const Error &error, const std::optional<Instant> &) { m_lastError = error; });
    connect(m_worker, &SyncWorker::ended, this, [this] { m_lastError.reset(); });
    connect(m_worker, &SyncWorker::targetStopped, this, [this](const QString &, const Error &error) {
        m_lastError = error;
        m_worker->stop(); // one target, and it wants a person
    });
    connect(m_worker, &SyncWorker::faulted, this, [this](const Error &error) {
        m_lastError = error;
        m_worker->stop();
    });
    connect(m_worker, &SyncWorker::stopped, this, [this] { end(m_lastError); });
    connect(m_worker, &SyncWorker::idle, this, [this, watch](const std::optional<Instant> &next) {
        const bool soon = next && next->msecs - m_context.clock.now().msecs <= patienceMs;
        if (!watch && !soon && m_worker)
            m_worker->stop();
    });
    m_worker->setTargets({*config});
    m_worker->start();
    return {};
}

void HandoverService::stop()
{
    if (m_worker)
        m_worker->stop();
}

void HandoverService::end(const std::optional<Error> &error)
{
    std::exchange(m_worker, nullptr)->deleteLater();
    m_bytesSent.clear();
    Q_EMIT changed();
    Q_EMIT ended(error);
}

Result<void> HandoverService::retry(const DossierId &id)
{
    Store &store = *m_context.store;
    const auto entries = store.outbox().byDossier(id);
    if (!entries)
        return fail(entries.error());
    for (const OutboxEntry &entry : *entries) {
        if (entry.finished())
            continue;
        if (auto due = store.outbox().postpone(entry.package, entry.target, m_context.clock.now(), entry.error, 0);
            !due)
            return due;
    }
    if (m_worker)
        m_worker->wake();
    Q_EMIT changed();
    return {};
}

Result<void> HandoverService::addTarget(const TargetSettings &target)
{
    if (const auto config = configOf(target); !config)
        return fail(config.error());
    return m_context.store->targets().add({target.name,
                                           target.url,
                                           {{tokenKey, target.tokenFile},
                                            {authorityKey, target.caFile},
                                            {certificateKey, target.clientCertificate}}});
}

Result<std::vector<TargetSettings>> HandoverService::targets()
{
    const auto rows = m_context.store->targets().list();
    if (!rows)
        return fail(rows.error());
    std::vector<TargetSettings> known;
    std::ranges::transform(*rows, std::back_inserter(known), settingsOf);
    return known;
}

Result<void> HandoverService::removeTarget(const QString &name)
{
    return m_context.store->targets().remove(name);
}

} // namespace sohoa
