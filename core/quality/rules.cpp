// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/rules.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

const std::vector<QualityRule> &qualityRules()
{
    using Word = QualityWord;
    constexpr Severity block = Severity::Blocking;
    constexpr Severity warn = Severity::Warning;
    // Source of ids, severities and limits: domain handbook, quality rules.
    static const std::vector<QualityRule> rules = {
        {u"LIVE-01"_s, Word::Live, block, {}},
        {u"LIVE-02"_s, Word::Live, block, {u"status"_s, u"date"_s}},
        {u"LIVE-10"_s, Word::Live, warn, {u"date"_s}},
        {u"CLEAN-10"_s, Word::Clean, block, {u"page"_s}},
        {u"CLEAN-20"_s, Word::Clean, block, {u"page"_s, u"dpi"_s}},
        {u"CLEAN-21"_s, Word::Clean, block, {u"page"_s, u"legibility"_s}, true},
        {u"CLEAN-28"_s, Word::Clean, block, {u"field"_s}},
        {u"FULL-01"_s, Word::Complete, block, {u"code"_s}},
        {u"FULL-02"_s, Word::Complete, block, {}},
        {u"FULL-03"_s, Word::Complete, block, {u"component"_s}},
        {u"FULL-06"_s, Word::Complete, block, {u"field"_s}},
        {u"FULL-11"_s, Word::Complete, block, {}},
        {u"ACC-02"_s, Word::Accurate, block, {u"field"_s, u"province"_s}},
        {u"ACC-03"_s, Word::Accurate, block, {u"field"_s, u"what"_s}},
        {u"ACC-07"_s, Word::Accurate, block, {u"field"_s}},
        {u"ACC-10"_s, Word::Accurate, block, {u"field"_s, u"date"_s}},
        {u"ACC-11"_s, Word::Accurate, block, {u"earlier"_s, u"later"_s}},
        {u"ACC-12"_s, Word::Accurate, warn, {u"date"_s, u"received"_s}},
        {u"ACC-23"_s, Word::Accurate, warn, {u"symbol"_s, u"proposal"_s}},
        {u"ACC-30"_s, Word::Accurate, warn, {u"field"_s}},
        {u"ACC-31"_s, Word::Accurate, block, {u"field"_s, u"confidence"_s}},
    };
    return rules;
}

const QualityRule *qualityRule(const QString &id)
{
    const auto found = std::find_if(qualityRules().begin(), qualityRules().end(),
                                    [&](const QualityRule &rule) { return rule.id == id; });
    return found == qualityRules().end() ? nullptr : &*found;
}

bool mayOverride(const Finding &finding)
{
    switch (finding.severity) {
    case Severity::Info:
        return false; // nothing to overrule
    case Severity::Warning:
        return true;
    case Severity::Blocking:
        break;
    }
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
    return {};
}

} // namespace sohoa
