// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/errors/sync_sentences.h"

#include <QCoreApplication>
#include <QDateTime>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 minuteMs = 60'000;
constexpr double kilobyte = 1000;

/// "18:00", and the day when it is another one.
QString moment(Instant when)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(when.msecs);
    const bool today = local.date() == QDate::currentDate();
    return local.toString(today ? u"HH:mm"_s : u"HH:mm dd/MM"_s);
}

} // namespace

struct SyncTexts {
    Q_DECLARE_TR_FUNCTIONS(SyncTexts)
public:
    static QString timeLeft(qint64 seconds);
    static QString sending(const SyncStatus &status);
    static QString sentence(const SyncStatus &status);
    static QString clocks(qint64 aheadMs);
};

QString SyncTexts::timeLeft(qint64 seconds)
{
    if (seconds < minute)
        return tr("less than a minute");
    if (seconds < hour)
        return tr("about %1 min").arg((seconds + minute / 2) / minute);
    if (seconds < day)
        return tr("about %1 h %2 min").arg(seconds / hour).arg(seconds % hour / minute);
    return tr("more than a day");
}

QString SyncTexts::sending(const SyncStatus &status)
{
    QString text = tr("Sending, %n dossier(s) to go…", nullptr, status.packagesLeft);
    if (status.bytesPerSecond)
        text += u' ' + tr("%1 kB/s").arg(qRound64(*status.bytesPerSecond / kilobyte));
    if (status.secondsLeft)
        text += u", "_s + timeLeft(*status.secondsLeft);
    return text;
}

QString SyncTexts::sentence(const SyncStatus &status)
{
    const QString when = status.goesOnAt ? moment(*status.goesOnAt) : QString();
    switch (status.phase) {
    case SyncPhase::Stopped:
        return tr("Nothing is being sent.");
    case SyncPhase::Sending:
        return sending(status);
    case SyncPhase::AwaitingReceipts:
        return tr("Everything is delivered; %n receipt(s) awaited.", nullptr, status.receiptsAwaited);
    case SyncPhase::WaitingToRetry:
        return when.isEmpty() ? tr("What is left waits for a person.") : tr("Tried again at %1.").arg(when);
    case SyncPhase::OutsideHours:
        return tr("Waiting for the hours for sending; goes on at %1.").arg(when);
    case SyncPhase::Paused:
        return tr("Paused. Nothing is lost; %n dossier(s) to go.", nullptr, status.packagesLeft);
    case SyncPhase::SignInNeeded:
        return tr("The repository refuses this station's key. Sending goes on by itself when there is a new one.");
    }
    Q_UNREACHABLE();
}

QString SyncTexts::clocks(qint64 aheadMs)
{
    const int minutes = static_cast<int>(qAbs(aheadMs) / minuteMs);
    return aheadMs > 0 ? tr("This computer's clock is %n minute(s) behind the repository's. Set it right.",
                            nullptr, minutes)
                       : tr("This computer's clock is %n minute(s) ahead of the repository's. Set it right.",
                            nullptr, minutes);
}

QString syncSentence(const SyncStatus &status)
{
    return SyncTexts::sentence(status);
}

QString timeLeftText(qint64 seconds)
{
    return SyncTexts::timeLeft(seconds);
}

QString clockSentence(const SyncStatus &status)
{
    return status.clockAheadMs ? SyncTexts::clocks(*status.clockAheadMs) : QString();
}

} // namespace sohoa
