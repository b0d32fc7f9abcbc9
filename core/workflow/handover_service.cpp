// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/handover_service.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// A run that is not watched ends rather than wait longer than this for the next attempt.
constexpr qint64 patienceMs = 10'000;
constexpr int bytesAKilobyte = 1000;

constexpr auto settingsKey = "sync"_L1;
constexpr auto rateKey = "kilobytes_per_second"_L1;
constexpr auto hoursKey = "hours"_L1;
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

} // namespace

HandoverService::HandoverService(StationContext &context)
    : m_context(context)
{
}

HandoverService::~HandoverService()
{
    delete m_worker;
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

Result<SyncSettings> HandoverService::settings()
{
    return m_context.store->settings().get(settingsKey).map([](const std::optional<QJsonValue> &value) {
        const QJsonObject json = value ? value->toObject() : QJsonObject();
        SyncSettings settings;
        if (const int rate = json[rateKey].toInt(); rate > 0)
            settings.kilobytesPerSecond = rate;
        settings.hours = json[hoursKey].toString();
        return settings;
    });
}

Result<void> HandoverService::setSettings(const SyncSettings &settings)
{
    if (settings.kilobytesPerSecond &&
        qint64{*settings.kilobytesPerSecond} * bytesAKilobyte < SyncPolicy::leastBytesPerSecond)
        return fail(ErrorCode::ValueInvalid, u"rate"_s,
                    {{u"field"_s, u"rate"_s}, {u"value"_s, QString::number(*settings.kilobytesPerSecond)}});
    const auto hours = SendHours::parse(settings.hours);
    if (!settings.hours.isEmpty() && !hours)
        return fail(ErrorCode::ValueInvalid, u"hours"_s, {{u"field"_s, u"hours"_s}, {u"value"_s, settings.hours}});
    const QJsonObject json{{rateKey, settings.kilobytesPerSecond.value_or(0)},
                           {hoursKey, hours ? hours->toString() : QString()}};
    if (auto kept = m_context.store->settings().set(settingsKey, json); !kept)
        return kept;
    if (m_worker) {
        const auto now = policy();
        if (!now)
            return fail(now.error());
        m_worker->setPolicy(*now);
    }
    Q_EMIT changed();
    return {};
}

Result<SyncPolicy> HandoverService::policy()
{
    return settings().map([this](const SyncSettings &kept) {
        SyncPolicy policy;
        if (kept.kilobytesPerSecond)
            policy.bytesPerSecond = qint64{*kept.kilobytesPerSecond} * bytesAKilobyte;
        if (!m_wish.ignoreHours)
            policy.hours = SendHours::parse(kept.hours);
        return policy;
    });
}

Result<void> HandoverService::start(const SyncWish &wish)
{
    if (m_worker)
        return fail(ErrorCode::StateForbids, u"sync is running"_s,
                    {{u"state"_s, u"sending"_s}, {u"action"_s, u"sync"_s}});
    const auto target = chosenTarget(wish.target);
    if (!target)
        return fail(target.error());
    const auto config = configOf(*target);
    if (!config)
        return fail(config.error());
    m_wish = wish;
    const auto limits = policy();
    if (!limits)
        return fail(limits.error());
    const bool mayWait = wish.watch || wish.awaitHours;
    if (limits->hours && !limits->hours->isOpen(m_context.clock.now()) && !mayWait)
        return fail(ErrorCode::OutsideHours, u"sync"_s, {{u"from"_s, limits->hours->begin()}});
    m_target = target->name;
    m_lastError.reset();
    m_unreadable.clear();
    if (auto due = makeDue(m_target); !due)
        return due;
    const auto more = bindSome();
    if (!more)
        return fail(more.error());

    m_binding = *more;
    m_phase = SyncPhase::Sending;
    m_goesOnAt.reset();
    m_clockAheadMs.reset();
    m_rate = {};
    m_steady.start();
    m_port = std::make_unique<StoreOutbox>(m_context, m_target, [this](const BatchId &batch) {
        Q_EMIT changed();
        Q_EMIT dossiersChanged(batch);
    });
    SyncOptions options;
    options.station = m_context.config.stationName;
    m_worker = new SyncWorker(
        *m_port, m_context.clock, [] { return QRandomGenerator::global()->generateDouble(); }, options, this);
    listen();
    m_worker->setPolicy(*limits);
    m_worker->setTargets({*config});
    m_worker->start();
    if (m_binding)
        QMetaObject::invokeMethod(this, &HandoverService::bindOn, Qt::QueuedConnection);
    return {};
}

void HandoverService::listen()
{
    connect(m_worker, &SyncWorker::progress, this, [this](const PackageId &package, qint64 bytes, qint64) {
        m_bytesSent[package] = bytes;
        m_rate.note(package, bytes, m_steady.elapsed());
        m_phase = SyncPhase::Sending;
        Q_EMIT changed();
    });
    connect(
        m_worker, &SyncWorker::failed, this,
        [this](const PackageId &, const Error &error, const std::optional<Instant> &) { m_lastError = error; });
    connect(m_worker, &SyncWorker::ended, this, [this](const PackageId &package) {
        m_lastError.reset();
        m_bytesSent.remove(package);
        m_rate.forget(package);
    });
    connect(m_worker, &SyncWorker::awaitingReceipt, this,
            [this](const PackageId &package) { m_bytesSent.remove(package); });
    connect(m_worker, &SyncWorker::clocksDiffer, this, [this](qint64 aheadMs) { m_clockAheadMs = aheadMs; });
    connect(m_worker, &SyncWorker::closedUntil, this, [this](const Instant &next) {
        m_phase = SyncPhase::OutsideHours;
        m_goesOnAt = next;
        if (!m_wish.watch && !m_wish.awaitHours) { // the hours have ended while we were sending
            const auto kept = settings();
            m_lastError =
                Error{ErrorCode::OutsideHours, {{u"from"_s, kept ? kept->hours.section(u'-', 0, 0) : QString()}}};
            m_worker->stop();
        }
        Q_EMIT changed();
    });
    connect(m_worker, &SyncWorker::targetStopped, this, [this](const QString &, const Error &error) {
        m_lastError = error;
        m_phase = SyncPhase::SignInNeeded;
        if (!m_wish.watch)
            m_worker->stop(); // one target, and it wants a person
        Q_EMIT changed();
    });
    connect(m_worker, &SyncWorker::faulted, this, [this](const Error &error) {
        m_lastError = error;
        m_worker->stop();
    });
    connect(m_worker, &SyncWorker::stopped, this, [this] {
        if (!m_lastError && !m_unreadable.isEmpty())
            m_lastError = Error{ErrorCode::PackageInvalid, {}, u"the file of a queued package cannot be read"_s};
        end(m_lastError);
    });
    connect(m_worker, &SyncWorker::idle, this, &HandoverService::onIdle);
}

void HandoverService::onIdle(const std::optional<Instant> &next)
{
    if (!m_worker || m_binding)
        return;
    if (m_phase != SyncPhase::SignInNeeded) {
        m_phase = m_lastError ? SyncPhase::WaitingToRetry : SyncPhase::AwaitingReceipts;
        m_goesOnAt = next;
    }
    const bool soon = next && next->msecs - m_context.clock.now().msecs <= patienceMs;
    if (!m_wish.watch && !soon)
        m_worker->stop();
    Q_EMIT changed();
}

void HandoverService::stop()
{
    if (m_worker)
        m_worker->stop();
}

void HandoverService::pause()
{
    if (!m_worker)
        return;
    m_worker->pause();
    m_phase = SyncPhase::Paused;
    Q_EMIT changed();
}

void HandoverService::resume()
{
    if (!m_worker)
        return;
    m_phase = SyncPhase::Sending;
    m_worker->resume();
    Q_EMIT changed();
}

Result<SyncStatus> HandoverService::status()
{
    SyncStatus status;
    status.phase = m_phase;
    status.target = m_target;
    if (!m_worker)
        return status;
    const auto totals = m_context.store->outbox().totals(m_target);
    if (!totals)
        return fail(totals.error());
    status.packagesLeft = totals->toSend;
    status.receiptsAwaited = totals->awaited;
    status.blocked = totals->blocked;
    status.bytesLeft = totals->bytesToSend;
    for (const qint64 sent : m_bytesSent)
        status.bytesLeft = std::max<qint64>(0, status.bytesLeft - sent);
    status.clockAheadMs = m_clockAheadMs;
    const bool waits = m_phase == SyncPhase::OutsideHours || m_phase == SyncPhase::WaitingToRetry ||
                       m_phase == SyncPhase::AwaitingReceipts;
    if (waits)
        status.goesOnAt = m_goesOnAt;
    if (m_phase != SyncPhase::Sending)
        return status;
    status.bytesPerSecond = m_rate.perSecond(m_steady.elapsed());
    if (status.bytesPerSecond)
        status.secondsLeft =
            static_cast<qint64>(std::ceil(static_cast<double>(status.bytesLeft) / *status.bytesPerSecond));
    return status;
}

void HandoverService::end(const std::optional<Error> &error)
{
    std::exchange(m_worker, nullptr)->deleteLater();
    m_phase = SyncPhase::Stopped;
    m_binding = false;
    m_bytesSent.clear();
    Q_EMIT changed();
    Q_EMIT ended(error);
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
