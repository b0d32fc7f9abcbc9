// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/page_stages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<const char *, bool StageSwitches::*>, 7> names{{
    {"orientation", &StageSwitches::orientation},
    {"perspective", &StageSwitches::perspective},
    {"deskew", &StageSwitches::deskew},
    {"crop", &StageSwitches::crop},
    {"seal_color", &StageSwitches::sealColor},
    {"blank", &StageSwitches::blank},
    {"faults", &StageSwitches::faults},
}};

} // namespace

QJsonArray stagesToJson(const std::vector<StageDecision> &stages)
{
    QJsonArray array;
    for (const StageDecision &decision : stages)
        array.append(QJsonObject{{u"stage"_s, decision.stage},
                                 {u"version"_s, decision.version},
                                 {u"applied"_s, decision.applied},
                                 {u"by_clerk"_s, decision.byClerk},
                                 {u"confidence"_s, std::round(decision.confidence * 1000) / 1000},
                                 {u"values"_s, decision.values}});
    return array;
}

Result<std::vector<StageDecision>> stagesFromJson(const QJsonArray &json)
{
    std::vector<StageDecision> stages;
    for (const QJsonValue &value : json) {
        const double confidence = value[u"confidence"_s].toDouble(-1);
        if (!value[u"stage"_s].isString() || !value[u"version"_s].isString() || !value[u"applied"_s].isBool() ||
            !value[u"by_clerk"_s].isBool() || !(confidence >= 0 && confidence <= 1) ||
            !value[u"values"_s].isObject())
            return fail(ErrorCode::HelperProtocol, u"page reading: bad stage"_s);
        stages.push_back({value[u"stage"_s].toString(), value[u"version"_s].toString(),
                          value[u"applied"_s].toBool(), value[u"by_clerk"_s].toBool(), confidence,
                          value[u"values"_s].toObject()});
    }
    return stages;
}

QStringList switchedOff(const StageSwitches &switches)
{
    QStringList off;
    for (const auto &[name, member] : names)
        if (!(switches.*member))
            off.append(QLatin1StringView(name));
    return off;
}

Result<StageSwitches> switchesWithout(const QStringList &off)
{
    StageSwitches switches;
    for (const QString &stage : off) {
        const auto *found = std::find_if(names.begin(), names.end(), [&](const auto &entry) {
            return stage == QLatin1StringView(entry.first);
        });
        if (found == names.end())
            return fail(ErrorCode::HelperProtocol, u"no page stage \"%1\""_s.arg(stage));
        switches.*(found->second) = false;
    }
    return switches;
}

} // namespace sohoa
