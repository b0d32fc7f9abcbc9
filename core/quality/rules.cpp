// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/rules.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

// Ids and words are those of the quality rules of the domain handbook. Several weigh less here than there:
// - LIVE-02: the handbook blocks expired results in a campaign and lets them pass in an archive run. There is no
//   setting that tells the two apart yet, so the clerk decides.
// - CLEAN-10, CLEAN-20, FULL-02, FULL-03, FULL-11, ACC-11 rest on what the machine recognized about pages and
//   papers, which is not sure enough to forbid something.
// - FULL-03 for a paper needed only in a given case, and FULL-04, are information: most dossiers rightly lack such
//   papers, and a warning that nearly every dossier bears is one that nobody reads.
const std::vector<QualityRule> &qualityRules()
{
    using enum QualityWord;
    using enum Severity;
    static const std::vector<QualityRule> rules = {
        {u"LIVE-01"_s, Live, Blocking, {}},
        {u"LIVE-02"_s, Live, Warning, {u"date"_s}},
        {u"LIVE-03"_s, Live, Warning, {}},
        {u"LIVE-05"_s, Live, Warning, {u"date"_s, u"number"_s}},
        {u"LIVE-09"_s, Live, Info, {}},
        {u"LIVE-10"_s, Live, Warning, {u"date"_s}},
        {u"CLEAN-01"_s, Clean, Blocking, {}, true},
        {u"CLEAN-02"_s, Clean, Blocking, {}, true},
        {u"CLEAN-05"_s, Clean, Warning, {}},
        {u"CLEAN-10"_s, Clean, Warning, {}},
        {u"CLEAN-20"_s, Clean, Warning, {u"dpi"_s}},
        {u"CLEAN-21"_s, Clean, Blocking, {u"legibility"_s}, true},
        {u"CLEAN-22"_s, Clean, Warning, {u"type"_s}},
        {u"CLEAN-25"_s, Clean, Blocking, {}},
        {u"CLEAN-29"_s, Clean, Blocking, {u"field"_s}},
        {u"FULL-01"_s, Complete, Blocking, {u"code"_s}},
        {u"FULL-02"_s, Complete, Warning, {}},
        {u"FULL-03"_s, Complete, Warning, {u"name"_s}},
        {u"FULL-04"_s, Complete, Info, {u"name"_s}},
        {u"FULL-06"_s, Complete, Blocking, {u"field"_s}},
        {u"FULL-11"_s, Complete, Warning, {u"field"_s}},
        {u"ACC-02"_s, Accurate, Blocking, {u"field"_s, u"province"_s}},
        {u"ACC-03"_s, Accurate, Blocking, {u"field"_s, u"other"_s}},
        {u"ACC-07"_s, Accurate, Blocking, {u"field"_s}},
        {u"ACC-10"_s, Accurate, Blocking, {u"field"_s}},
        {u"ACC-11"_s, Accurate, Warning, {u"earlier"_s, u"field"_s}},
        {u"ACC-12"_s, Accurate, Warning, {u"date"_s, u"field"_s}},
        {u"ACC-14"_s, Accurate, Info, {u"field"_s}},
        {u"ACC-15"_s, Accurate, Warning, {u"field"_s}},
        {u"ACC-20"_s, Accurate, Warning, {u"date"_s, u"field"_s}},
        {u"ACC-23"_s, Accurate, Warning, {u"field"_s, u"value"_s}},
        {u"ACC-28"_s, Accurate, Warning, {u"field"_s, u"value"_s}},
        {u"ACC-30"_s, Accurate, Warning, {u"field"_s}},
        {u"ACC-31"_s, Accurate, Blocking, {u"confidence"_s, u"field"_s}},
        {u"ACC-32"_s, Accurate, Warning, {u"confidence"_s, u"field"_s}},
    };
    return rules;
}

const QualityRule *qualityRule(const QString &id)
{
    const auto &rules = qualityRules();
    const auto found =
        std::find_if(rules.begin(), rules.end(), [&](const QualityRule &rule) { return rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

bool mayOverride(const Finding &finding)
{
    if (finding.severity != Severity::Blocking)
        return finding.severity == Severity::Warning;
    const QualityRule *rule = qualityRule(finding.rule);
    return rule && rule->blockingOverridable;
}

QString toString(QualityWord word)
{
    switch (word) {
    case QualityWord::Live:
        return u"live"_s;
    case QualityWord::Clean:
        return u"clean"_s;
    case QualityWord::Complete:
        return u"complete"_s;
    case QualityWord::Accurate:
        return u"accurate"_s;
    }
    Q_UNREACHABLE();
}

} // namespace sohoa
