// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/campaign.h"

#include "core/catalogue/csv_table.h"
#include "core/store/settings_repository.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

const QLatin1String settingKey("campaign");
constexpr int mostDossiers = 100'000'000;
constexpr int longestForecastDays = 3650; ///< Beyond ten years a date says nothing.

bool isQuota(int quota)
{
    return quota >= 1 && quota <= 1000;
}

bool isPercent(double percent)
{
    return percent >= 1 && percent <= 100;
}

bool isTotal(int total)
{
    return total >= 0 && total <= mostDossiers;
}

} // namespace

std::optional<int> Campaign::wholeNumber() const
{
    if (totals.isEmpty())
        return total;
    qint64 sum = 0;
    for (const int one : totals)
        sum += one;
    return static_cast<int>(std::min<qint64>(sum, mostDossiers));
}

const std::vector<double> &usualTargets()
{
    static const std::vector<double> targets{55, 60, 70};
    return targets;
}

Result<void> checkCampaign(const Campaign &campaign)
{
    const auto invalid = [](const QString &field, const QString &value) -> Result<void> {
        return fail(ErrorCode::ValueInvalid, u"campaign"_s, {{u"field"_s, field}, {u"value"_s, value}});
    };
    if (!isQuota(campaign.quotaADay))
        return invalid(u"quota"_s, QString::number(campaign.quotaADay));
    if (!isPercent(campaign.targetPercent))
        return invalid(u"target"_s, QString::number(campaign.targetPercent));
    if (campaign.total && !isTotal(*campaign.total))
        return invalid(u"total"_s, QString::number(*campaign.total));
    return {};
}

QJsonObject campaignToJson(const Campaign &campaign)
{
    QJsonObject json{{u"quota_a_day"_s, campaign.quotaADay}, {u"target_percent"_s, campaign.targetPercent}};
    if (campaign.total)
        json[u"total"_s] = *campaign.total;
    if (campaign.deadline)
        json[u"deadline"_s] = campaign.deadline->toString(Qt::ISODate);
    QJsonObject totals;
    for (auto it = campaign.totals.cbegin(); it != campaign.totals.cend(); ++it)
        totals[it.key()] = it.value();
    if (!totals.isEmpty())
        json[u"totals"_s] = totals;
    return json;
}

Campaign campaignFromJson(const QJsonObject &json)
{
    Campaign campaign;
    if (const int quota = json.value(u"quota_a_day").toInt(); isQuota(quota))
        campaign.quotaADay = quota;
    if (const double percent = json.value(u"target_percent").toDouble(); isPercent(percent))
        campaign.targetPercent = percent;
    if (const int total = json.value(u"total").toInt(-1); isTotal(total))
        campaign.total = total;
    const QDate deadline = QDate::fromString(json.value(u"deadline").toString(), Qt::ISODate);
    if (deadline.isValid())
        campaign.deadline = deadline;
    const QJsonObject totals = json.value(u"totals").toObject();
    for (auto it = totals.begin(); it != totals.end(); ++it)
        if (const int total = it->toInt(-1); isTotal(total))
            campaign.totals.insert(it.key(), total);
    return campaign;
}

Result<Campaign> readCampaign(SettingsRepository settings)
{
    return settings.get(settingKey).map([](const std::optional<QJsonValue> &value) {
        return campaignFromJson(value ? value->toObject() : QJsonObject());
    });
}

Result<void> writeCampaign(SettingsRepository settings, const Campaign &campaign)
{
    if (auto checked = checkCampaign(campaign); !checked)
        return checked;
    return settings.set(settingKey, campaignToJson(campaign));
}

Result<QMap<QString, int>> totalsFromCsv(const QByteArray &bytes, const QString &file)
{
    const auto table = CsvTable::parse(bytes, file);
    if (!table)
        return fail(table.error());
    if (auto complete = table->require({u"code"_s, u"total"_s}); !complete)
        return fail(complete.error());
    QMap<QString, int> totals;
    for (const CsvRow &row : table->rows()) {
        const QString code = table->cell(row, u"code"_s);
        bool isNumber = false;
        const int total = table->cell(row, u"total"_s).toInt(&isNumber);
        if (code.isEmpty() || totals.contains(code))
            return table->invalid(row, u"code"_s, u"empty or there twice"_s);
        if (!isNumber || !isTotal(total))
            return table->invalid(row, u"total"_s, u"no number of dossiers"_s);
        totals.insert(code, total);
    }
    return totals;
}

Forecast forecast(const Campaign &campaign, const StandingCounts &standing, const Report &lastDays,
                  const QDate &today)
{
    Forecast result;
    result.accepted = standing.accepted;
    if (!lastDays.lines.empty())
        result.pace = double(lastDays.total.finished()) / double(lastDays.lines.size());
    if (campaign.deadline)
        result.daysLeft = std::max(0, static_cast<int>(today.daysTo(*campaign.deadline)) + 1);
    const auto whole = campaign.wholeNumber();
    if (!whole || *whole == 0)
        return result;
    result.percent = 100.0 * standing.accepted / *whole;
    result.wanted = static_cast<int>(std::ceil(*whole * campaign.targetPercent / 100));
    const int left = std::max(0, *result.wanted - standing.accepted);
    if (result.daysLeft && *result.daysLeft > 0)
        result.paceWanted = double(left) / *result.daysLeft;
    if (left == 0)
        result.reachedOn = today;
    else if (result.pace > 0 && left / result.pace < longestForecastDays)
        result.reachedOn = today.addDays(static_cast<qint64>(std::ceil(left / result.pace)));
    return result;
}

} // namespace sohoa
