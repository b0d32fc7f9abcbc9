// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/word_checks.h"

namespace sohoa::quality {

using namespace Qt::StringLiterals;

namespace {

constexpr int soonDays = 30; // LIVE-10 of the handbook

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
    if (validity.status != ValidityStatus::InForce)
        return;
    // What proposeValidity() makes of the catalogue's rule of that name.
    if (validity.basis == ValidityBasis::Event && validity.event == u"one_off")
        findings.push_back(finding(u"LIVE-09"_s, Severity::Info));
    if (validity.until && *validity.until <= subject.asOf.addDays(soonDays))
        findings.push_back(finding(u"LIVE-10"_s, Severity::Warning, until));
}

} // namespace sohoa::quality
