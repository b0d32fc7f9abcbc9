// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/check.h"

#include "core/quality/word_checks.h"

#include <algorithm>
#include <set>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

bool isOverruled(const Finding &finding)
{
    return mayOverride(finding) && !finding.overrideReason.isEmpty();
}

/// Without the pages that the clerk took out; a paper of which nothing is left is gone too.
Dossier withoutPages(Dossier dossier, const std::set<PageId> &excluded)
{
    const auto isExcluded = [&](const PageId &page) { return excluded.contains(page); };
    std::erase_if(dossier.pages, isExcluded);
    std::erase_if(dossier.documents, [&](Document &document) {
        return std::erase_if(document.pages, isExcluded) > 0 && document.pages.empty();
    });
    return dossier;
}

Light &lightOf(Lights &lights, QualityWord word)
{
    switch (word) {
    case QualityWord::Live:
        return lights.live;
    case QualityWord::Clean:
        return lights.clean;
    case QualityWord::Complete:
        return lights.complete;
    case QualityWord::Accurate:
        return lights.accurate;
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<Finding> check(const Dossier &dossier, const std::vector<Page> &pages, const Catalogue &catalogue,
                           const QDate &asOf)
{
    std::set<PageId> excluded;
    std::vector<Page> counted;
    for (const Page &page : pages) {
        if (page.excluded)
            excluded.insert(page.id);
        else
            counted.push_back(page);
    }
    const Dossier rest = withoutPages(dossier, excluded);
    const quality::Subject subject{rest, counted, catalogue, asOf};

    std::vector<Finding> findings;
    quality::checkLive(subject, findings);
    quality::checkClean(subject, findings);
    quality::checkComplete(subject, findings);
    quality::checkAccurate(subject, findings);
    for (Finding &finding : findings) {
        if (mayOverride(finding))
            finding.overrideReason = dossier.overrides.value(finding.rule).trimmed();
    }
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    return findings;
}

std::vector<Finding> blockingFindings(const std::vector<Finding> &findings)
{
    std::vector<Finding> blocking;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(blocking), [](const Finding &finding) {
        return finding.severity == Severity::Blocking && !isOverruled(finding);
    });
    return blocking;
}

Lights lights(const std::vector<Finding> &findings)
{
    Lights lights;
    for (const Finding &finding : findings) {
        if (finding.severity == Severity::Info || isOverruled(finding))
            continue;
        // A rule that this version does not know must not look like nothing found.
        const QualityRule *rule = qualityRule(finding.rule);
        Light &light = lightOf(lights, rule ? rule->word : QualityWord::Accurate);
        light = std::max(light, finding.severity == Severity::Blocking ? Light::Block : Light::Warn);
    }
    return lights;
}

QString toString(Light light)
{
    switch (light) {
    case Light::Ok:
        return u"ok"_s;
    case Light::Warn:
        return u"warn"_s;
    case Light::Block:
        return u"block"_s;
    }
    Q_UNREACHABLE();
}

} // namespace sohoa
