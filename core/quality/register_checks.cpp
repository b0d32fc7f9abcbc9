// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"
#include "core/base/text.h"
#include "core/quality/word_checks.h"

#include <algorithm>

namespace sohoa::quality {

using namespace Qt::StringLiterals;

namespace {

// Civil Status Law 60/2014, Art. 15 and 33: days within which a birth and a death are to be registered.
constexpr int birthDays = 60;
constexpr int deathDays = 15;
// Marriage and Family Law 52/2014, Art. 8; earlier law counted the year that was entered.
constexpr int husbandAge = 20;
constexpr int wifeAge = 18;

std::optional<QDate> dayOf(const Fields &fields, const QString &field)
{
    const auto date = PartialDate::parse(valueOf(fields, field));
    return date ? date->date() : std::nullopt;
}

void checkLate(const Fields &fields, const QString &typeId, Findings &findings)
{
    const bool birth = typeId.startsWith(u"birth_certificate");
    const bool death = typeId.startsWith(u"death_");
    const auto event = birth ? dayOf(fields, u"subject_birth_date"_s) : dayOf(fields, u"death_time"_s);
    const auto registered = dayOf(fields, u"registration_date"_s);
    if ((birth || death) && event && registered && event->daysTo(*registered) > (birth ? birthDays : deathDays))
        findings.push_back(fieldFinding(u"ACC-14"_s, Severity::Info, fields, u"registration_date"_s));
}

void checkMarriageAge(const Fields &fields, Findings &findings)
{
    const QDate newLaw(2015, 1, 1);
    const auto registered = dayOf(fields, u"registration_date"_s);
    if (!registered)
        return;
    for (const auto &[field, age] :
         {std::pair{u"husband_birth_date"_s, husbandAge}, {u"wife_birth_date"_s, wifeAge}}) {
        const auto born = dayOf(fields, field);
        const int least = *registered < newLaw ? age - 1 : age;
        if (born && born->addYears(least) > *registered)
            findings.push_back(fieldFinding(u"ACC-15"_s, Severity::Warning, fields, field));
    }
}

/// Only of agencies that the catalogue knows at some time: others may lie outside its province.
void checkAgencyTime(const Subject &subject, Findings &findings)
{
    const Fields &fields = subject.dossier.fields;
    const auto issued = dayOf(fields, u"issue_date"_s);
    const QString agency = valueOf(fields, u"agency"_s);
    if (!issued || agency.isEmpty() || subject.catalogue.agenciesNamed(agency, std::nullopt).empty() ||
        !subject.catalogue.agenciesNamed(agency, issued).empty())
        return;
    findings.push_back(fieldFinding(u"ACC-20"_s, Severity::Warning, fields, u"agency"_s,
                                    {{u"date"_s, issued->toString(Qt::ISODate)}}));
}

void checkLists(const Subject &subject, Findings &findings)
{
    const Fields &fields = subject.dossier.fields;
    const auto isKnownGroup = [&](const QString &value) {
        const QString folded = foldToCapitals(toNfc(value));
        const auto named = [&](const QString &name) { return foldToCapitals(name) == folded; };
        return std::any_of(subject.catalogue.ethnicGroups().begin(), subject.catalogue.ethnicGroups().end(),
                           [&](const EthnicGroup &group) {
                               return named(group.name) ||
                                      std::any_of(group.aliases.begin(), group.aliases.end(), named);
                           });
    };
    for (auto field = fields.cbegin(); field != fields.cend(); ++field) {
        const QString value = field->value.trimmed();
        const QString folded = foldToCapitals(toNfc(value));
        const bool wrongGroup = field.key().endsWith(u"_ethnicity") && !value.isEmpty() && !isKnownGroup(value);
        const bool wrongSex =
            field.key().endsWith(u"_gender") && !value.isEmpty() && folded != u"NAM" && folded != u"NU";
        if (wrongGroup || wrongSex)
            findings.push_back(
                fieldFinding(u"ACC-28"_s, Severity::Warning, fields, field.key(), {{u"value"_s, value}}));
    }
}

} // namespace

void checkRegisters(const Subject &subject, Findings &findings)
{
    const Fields &fields = subject.dossier.fields;
    checkLate(fields, subject.dossier.documentTypeId, findings);
    if (subject.dossier.documentTypeId == u"marriage_certificate")
        checkMarriageAge(fields, findings);
    checkAgencyTime(subject, findings);
    checkLists(subject, findings);
}

} // namespace sohoa::quality
