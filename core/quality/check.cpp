// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/check.h"

#include "core/quality/case.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

Finding &QualityCase::find(const QString &rule, const QMap<QString, QString> &args)
{
    const QualityRule *known = qualityRule(rule);
    Q_ASSERT(known);
    Finding finding;
    finding.rule = rule;
    finding.severity = known->severity;
    finding.args = args;
    findings.push_back(finding);
    return findings.back();
}

Finding &QualityCase::findField(const QString &rule, const QString &field, QMap<QString, QString> args)
{
    if (const QualityRule *known = qualityRule(rule); known && known->args.contains(u"field"_s))
        args.insert(u"field"_s, field);
    Finding &finding = find(rule, args);
    finding.field = field;
    if (const PageId page = dossier.fields.value(field).page; !page.isNull())
        finding.page = page;
    return finding;
}

const Document *QualityCase::result() const
{
    const auto found =
        std::find_if(dossier.documents.rbegin(), dossier.documents.rend(),
                     [](const Document &document) { return document.kind == DocumentKind::Result; });
    return found == dossier.documents.rend() ? nullptr : &*found;
}

const DocumentType *QualityCase::resultType() const
{
    return catalogue.documentType(result() ? result()->typeId : dossier.documentTypeId);
}

std::vector<Finding> check(const Dossier &dossier, const std::vector<Page> &pages, const Catalogue &catalogue,
                           const QDate &asOf)
{
    QualityCase subject{dossier, pages, catalogue, asOf};
    checkLive(subject);
    checkClean(subject);
    checkComplete(subject);
    checkAccurate(subject);
    for (Finding &finding : subject.findings) {
        const QString reason = dossier.overrides.value(finding.rule).trimmed();
        if (!reason.isEmpty() && mayOverride(finding))
            finding.overrideReason = reason;
    }
    std::stable_sort(subject.findings.begin(), subject.findings.end(),
                     [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    return std::move(subject.findings);
}

std::vector<Finding> blockingFindings(const std::vector<Finding> &findings)
{
    std::vector<Finding> blocking;
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(blocking), [](const Finding &finding) {
        return finding.severity == Severity::Blocking && finding.overrideReason.isEmpty();
    });
    return blocking;
}

Lights lights(const std::vector<Finding> &findings)
{
    Lights lights;
    for (const Finding &finding : findings) {
        const QualityRule *rule = qualityRule(finding.rule);
        if (!rule || !finding.overrideReason.isEmpty() || finding.severity == Severity::Info)
            continue;
        const Light light = finding.severity == Severity::Blocking ? Light::Block : Light::Warn;
        const auto raise = [&](Light &target) { target = std::max(target, light); };
        switch (rule->word) {
        case QualityWord::Live:
            raise(lights.live);
            break;
        case QualityWord::Clean:
            raise(lights.clean);
            break;
        case QualityWord::Complete:
            raise(lights.complete);
            break;
        case QualityWord::Accurate:
            raise(lights.accurate);
            break;
        }
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
    return {};
}

} // namespace sohoa
