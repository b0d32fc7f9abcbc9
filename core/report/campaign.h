// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/report/report.h"

#include <QDate>
#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

class SettingsRepository;

/// What a station is measured by. Kept in the store, so that it travels with the figures.
struct Campaign {
    int quotaADay = 30;        ///< Dossiers a person and day; the campaign's usual quota.
    double targetPercent = 60; ///< Share of the valid dossiers; 55, 60 and 70 by level of agency.
    std::optional<int> total;  ///< Valid dossiers of this agency altogether; nothing: not entered yet.
    QMap<QString, int>
        totals; ///< The same by procedure code, when that was imported; their sum is the total then.
    std::optional<QDate> deadline;

    /// The sum of `totals` when there are any, else `total`.
    std::optional<int> wholeNumber() const;
    friend bool operator==(const Campaign &, const Campaign &) = default;
};

/// The three levels that the campaign knows, as data: percent to reach.
const std::vector<double> &usualTargets();

/// ValueInvalid (args: field) for what makes no sense: a quota outside 1..1000, percent outside 1..100, a total
/// below 0.
Result<void> checkCampaign(const Campaign &campaign);
QJsonObject campaignToJson(const Campaign &campaign);
/// What is missing or out of range keeps its default: a store of another version must not stop the window.
Campaign campaignFromJson(const QJsonObject &json);

Result<Campaign> readCampaign(SettingsRepository settings);
Result<void> writeCampaign(SettingsRepository settings, const Campaign &campaign);

/// The totals from a CSV file with the columns code and total. CatalogueInvalid with row and column otherwise.
Result<QMap<QString, int>> totalsFromCsv(const QByteArray &bytes, const QString &file);

/// How far the campaign is, and when it will be there at the pace of the last days.
struct Forecast {
    int accepted = 0;
    std::optional<int> wanted;     ///< The target as a number of dossiers.
    std::optional<double> percent; ///< accepted of all, 0..100
    double pace = 0;               ///< Finished dossiers a working day, over the last days on which work was done.
    std::optional<int> daysLeft;   ///< To the deadline, today counted; 0 when it is over.
    std::optional<double> paceWanted; ///< A day, to be there in time.
    std::optional<QDate> reachedOn;   ///< At the present pace; nothing without work or target.
};

/// `lastDays`: a report by day up to today.
Forecast forecast(const Campaign &campaign, const StandingCounts &standing, const Report &lastDays,
                  const QDate &today);

} // namespace sohoa
