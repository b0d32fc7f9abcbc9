// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/word_checks.h"

#include <algorithm>

namespace sohoa::quality {

using namespace Qt::StringLiterals;

namespace {

constexpr int soonDays = 30; // LIVE-10 of the handbook

/// The clerk's term differs from the one that procedure or kind of paper has.
bool isUnusual(const Subject &subject)
{
    const Dossier &dossier = subject.dossier;
    const Procedure *procedure = subject.catalogue.procedure(dossier.procedure.code);
    const DocumentType *type = subject.catalogue.documentType(dossier.documentTypeId);
    QStringList rules;
    if (procedure)
        rules << procedure->validityRule;
    if (type)
        rules << type->validityRule;
    rules.removeAll(QString());
    const Validity &set = dossier.validity;
    if (rules.isEmpty() || (set.status != ValidityStatus::InForce && set.status != ValidityStatus::Expired))
        return false;
    return std::none_of(rules.begin(), rules.end(), [&](const QString &rule) {
        // The paper itself prints the day.
        if (rule == u"until_stated_date" || rule == u"calendar_year")
            return set.basis == ValidityBasis::Until;
        const Validity usual = proposeValidity(rule, set.from, std::nullopt, subject.asOf);
        return usual.basis == ValidityBasis::None || (usual.basis == set.basis && usual.months == set.months) ||
               (usual.until && usual.until == set.until);
    });
}

} // namespace

void checkLive(const Subject &subject, Findings &findings)
{
    const Validity validity = judged(subject.dossier.validity, subject.asOf);
    QMap<QString, QString> until;
    if (validity.until)
        until.insert(u"date"_s, validity.until->toString(Qt::ISODate));

    if (validity.status == ValidityStatus::Unknown)
        findings.push_back(finding(u"LIVE-01"_s, Severity::Blocking));
    if (validity.status == ValidityStatus::Expired)
        findings.push_back(finding(u"LIVE-02"_s, Severity::Warning, until));
    if (subject.dossier.validityByClerk && isUnusual(subject))
        findings.push_back(finding(u"LIVE-03"_s, Severity::Warning));
    if (validity.status != ValidityStatus::InForce)
        return;
    // What proposeValidity() makes of the catalogue's rule of that name.
    if (validity.basis == ValidityBasis::Event && validity.event == u"one_off")
        findings.push_back(finding(u"LIVE-09"_s, Severity::Info));
    if (validity.until && *validity.until <= subject.asOf.addDays(soonDays))
        findings.push_back(finding(u"LIVE-10"_s, Severity::Warning, until));
}

} // namespace sohoa::quality
