// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/case.h"

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int soonDays = 30; ///< LIVE-10

} // namespace

void checkLive(QualityCase &subject)
{
    if (!subject.result())
        return; // FULL-02 says it
    const Validity validity = judged(subject.dossier.validity, subject.asOf);
    const QString until = validity.until ? validity.until->toString(Qt::ISODate) : QString();
    switch (validity.status) {
    case ValidityStatus::Unknown:
        subject.find(u"LIVE-01"_s);
        break;
    case ValidityStatus::Expired:
    case ValidityStatus::Replaced:
    case ValidityStatus::Revoked:
        subject.find(u"LIVE-02"_s, {{u"status"_s, toString(validity.status)}, {u"date"_s, until}});
        break;
    case ValidityStatus::InForce:
        if (validity.until && subject.asOf.daysTo(*validity.until) <= soonDays)
            subject.find(u"LIVE-10"_s, {{u"date"_s, until}});
        break;
    }
}

} // namespace sohoa
