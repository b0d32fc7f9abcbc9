// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"
#include "core/base/text.h"
#include "core/catalogue/personal_id.h"
#include "core/quality/case.h"
#include "core/quality/check.h"
#include "core/quality/field_kinds.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

const QDate independence(1945, 9, 2);    ///< ACC-10: no paper of this state is older.
constexpr double leastConfidence = 0.4;  ///< ACC-31
constexpr qsizetype fewestNameWords = 2; ///< ACC-30
constexpr qsizetype mostNameWords = 6;

std::optional<PartialDate> dateOf(const QualityCase &subject, const QString &field)
{
    return PartialDate::parse(subject.dossier.value(field));
}

/// "husband_id" → "husband_"; the summary's and the subject's own number have no prefix.
void checkIdAgainstPerson(QualityCase &subject, const QString &field, const PersonalIdParts &id)
{
    QString birthField = u"birth_date"_s;
    QString genderField = u"subject_gender"_s;
    if (field != u"personal_id") {
        const QString prefix = field.chopped(2);
        const bool whole = subject.dossier.fields.contains(prefix + u"birth_date"_s);
        birthField = prefix + (whole ? u"birth_date"_s : u"birth_year"_s);
        genderField = prefix + u"gender"_s;
    }
    const auto birth = dateOf(subject, birthField);
    const QString gender = foldToCapitals(subject.dossier.value(genderField));
    if (birth && birth->year() != id.birthYear)
        subject.findField(u"ACC-03"_s, field, {{u"what"_s, birthField}});
    else if (gender == (id.male ? u"NU"_s : u"NAM"_s))
        subject.findField(u"ACC-03"_s, field, {{u"what"_s, genderField}});
}

void checkId(QualityCase &subject, const QString &field)
{
    const QString value = subject.dossier.value(field).simplified().remove(u' ');
    const bool digits = std::all_of(value.begin(), value.end(), [](QChar c) { return c.isDigit(); });
    if (isOldIdNumber(value))
        return;
    if (const auto id = parsePersonalId(value)) {
        if (subject.catalogue.provinceOfPersonalId(value).isEmpty())
            subject.findField(u"ACC-02"_s, field, {{u"province"_s, id->province}}).severity = Severity::Warning;
        checkIdAgainstPerson(subject, field, *id);
        return;
    }
    // Up to ten digits somebody meant the old card, more the new one.
    constexpr qsizetype mostOldDigits = 10;
    subject.findField(digits && value.size() <= mostOldDigits ? u"ACC-07"_s : u"ACC-02"_s, field);
}

void checkDate(QualityCase &subject, const QString &field)
{
    const QString value = subject.dossier.value(field);
    const auto date = PartialDate::parse(value);
    if (!date) {
        subject.findField(u"ACC-10"_s, field, {{u"date"_s, value}});
        return;
    }
    const DayRange range = rangeOf(*date);
    const bool future = range.first > subject.asOf && field != u"valid_until";
    const bool tooOld = range.last < independence && !field.contains(u"birth");
    if (future || tooOld)
        subject.findField(u"ACC-10"_s, field, {{u"date"_s, value}});
}

/// Only letters of the Vietnamese alphabet, blanks and the apostrophe of some peoples' names.
void checkName(QualityCase &subject, const QString &field)
{
    static const QRegularExpression foreign(u"[^A-EGHIK-VXY' ]"_s);
    const QString name = collapseBlanks(subject.dossier.value(field));
    const qsizetype words = name.count(u' ') + 1;
    if (foreign.match(foldToCapitals(toNfc(name))).hasMatch() || words < fewestNameWords || words > mostNameWords)
        subject.findField(u"ACC-30"_s, field);
}

/// The slip's own date of reception.
std::optional<PartialDate> receivedOn(const QualityCase &subject)
{
    if (const auto own = dateOf(subject, u"received_at"_s))
        return own;
    for (const Document &document : subject.dossier.documents) {
        if (document.kind != DocumentKind::Process)
            continue;
        if (const auto date = PartialDate::parse(document.fields.value(u"received_at"_s).value))
            return date;
    }
    return std::nullopt;
}

void checkOrder(QualityCase &subject, const QString &earlier, const std::optional<PartialDate> &first,
                const QString &later, const std::optional<PartialDate> &second, Severity severity)
{
    if (!first || !second || rangeOf(*first).first <= rangeOf(*second).last)
        return;
    Finding &finding = subject.find(u"ACC-11"_s, {{u"earlier"_s, earlier}, {u"later"_s, later}});
    finding.field = later;
    finding.severity = severity;
    if (const PageId page = subject.dossier.fields.value(later).page; !page.isNull())
        finding.page = page;
}

void checkDates(QualityCase &subject)
{
    const auto issued = dateOf(subject, u"issue_date"_s);
    for (const QString &before : {u"birth_date"_s, u"death_time"_s})
        checkOrder(subject, before, dateOf(subject, before), u"issue_date"_s, issued, Severity::Blocking);
    checkOrder(subject, u"birth_date"_s, dateOf(subject, u"birth_date"_s), u"death_time"_s,
               dateOf(subject, u"death_time"_s), Severity::Blocking);

    const auto byCode =
        dayOfDossierCode(subject.catalogue, subject.dossier.value(u"dossier_code"_s), subject.asOf);
    const auto bySlip = receivedOn(subject);
    const auto received = bySlip ? bySlip : byCode ? std::optional(PartialDate::fromDate(*byCode)) : std::nullopt;
    if (subject.result())
        checkOrder(subject, u"received_at"_s, received, u"issue_date"_s, issued, Severity::Warning);
    if (byCode && bySlip && bySlip->date() && *bySlip->date() != *byCode)
        subject.findField(u"ACC-12"_s, u"dossier_code"_s,
                          {{u"date"_s, byCode->toString(Qt::ISODate)}, {u"received"_s, bySlip->toIso()}});
}

/// One letter other than a known abbreviation.
QString nearestSymbol(const Catalogue &catalogue, const QString &part)
{
    const QString folded = foldToCapitals(part);
    for (const SymbolAbbreviation &known : catalogue.symbolAbbreviations()) {
        const QString candidate = foldToCapitals(known.text);
        if (candidate.size() != folded.size() || candidate.size() < 3)
            continue;
        qsizetype differences = 0;
        for (qsizetype i = 0; i < candidate.size(); ++i)
            differences += candidate[i] == folded[i] ? 0 : 1;
        if (differences == 1)
            return known.text;
    }
    return {};
}

void checkSymbol(QualityCase &subject)
{
    static const QRegularExpression separators(u"[/,.\\s–-]+"_s);
    const QString number = subject.dossier.value(u"number"_s);
    const qsizetype slash = number.indexOf(u'/');
    if (slash < 0)
        return;
    const QString symbol = number.mid(slash + 1);
    if (subject.catalogue.knowsSymbolPart(symbol))
        return;
    for (const QString &part : symbol.split(separators, Qt::SkipEmptyParts)) {
        const bool year = std::all_of(part.begin(), part.end(), [](QChar c) { return c.isDigit(); });
        if (year || subject.catalogue.knowsSymbolPart(part))
            continue;
        subject.findField(u"ACC-23"_s, u"number"_s,
                          {{u"symbol"_s, part}, {u"proposal"_s, nearestSymbol(subject.catalogue, part)}});
        return;
    }
}

void checkConfidence(QualityCase &subject)
{
    for (const QString &field : mandatoryFields(subject.dossier, subject.catalogue)) {
        const FieldValue value = subject.dossier.fields.value(field);
        if (value.value.isEmpty() || value.origin == FieldOrigin::Clerk || value.confidence >= leastConfidence)
            continue;
        subject.findField(u"ACC-31"_s, field,
                          {{u"confidence"_s, QString::number(std::lround(100 * value.confidence))}});
    }
}

} // namespace

void checkAccurate(QualityCase &subject)
{
    const Fields &fields = subject.dossier.fields;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const auto kind = fieldKind(subject.catalogue, field.key());
        if (field->value.isEmpty() || !kind)
            continue;
        if (*kind == FieldLabel::Kind::Id)
            checkId(subject, field.key());
        else if (*kind == FieldLabel::Kind::Date || *kind == FieldLabel::Kind::Year)
            checkDate(subject, field.key());
        else if (*kind == FieldLabel::Kind::Name)
            checkName(subject, field.key());
    }
    checkDates(subject);
    checkSymbol(subject);
    checkConfidence(subject);
}

} // namespace sohoa
