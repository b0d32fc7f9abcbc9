// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"
#include "core/base/text.h"
#include "core/quality/check.h"
#include "core/quality/word_checks.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace sohoa::quality {

using namespace Qt::StringLiterals;

namespace {

constexpr double doubtful = 0.40;  // ACC-31, ACC-32: bands of the handbook
constexpr int fewestNameWords = 2; // ACC-30
constexpr int mostNameWords = 6;

QDate firstDay(const PartialDate &date)
{
    return {date.year(), date.month().value_or(1), date.day().value_or(1)};
}

QDate lastDay(const PartialDate &date)
{
    const int month = date.month().value_or(12);
    return {date.year(), month, date.day().value_or(QDate(date.year(), month, 1).daysInMonth())};
}

std::optional<PartialDate> dateOf(const Fields &fields, const QString &field)
{
    return PartialDate::parse(valueOf(fields, field));
}

/// Values that only the slip bears are not among the dossier's.
QString valueOnSlip(const Dossier &dossier, const QString &field)
{
    QString value = valueOf(dossier.fields, field);
    for (const Document &document : dossier.documents) {
        if (value.isEmpty() && document.kind == DocumentKind::Process)
            value = valueOf(document.fields, field);
    }
    return value;
}

void checkDates(const Subject &subject, Findings &findings)
{
    // Decrees and certificates of this state begin with its first day.
    const QDate earliestIssue(1945, 9, 2);
    const Fields &fields = subject.dossier.fields;
    for (auto value = fields.cbegin(); value != fields.cend(); ++value) {
        const QString &field = value.key();
        // Begin and end of a period may lie ahead.
        if (!field.endsWith(u"_date") || field == u"from_date" || field == u"to_date" ||
            value->value.trimmed().isEmpty())
            continue;
        const auto date = dateOf(fields, field);
        const bool possible =
            date && firstDay(*date) <= subject.asOf && (field != u"issue_date" || lastDay(*date) >= earliestIssue);
        // The other dates cannot be corrected in the summary, so they must not stop it.
        if (!possible)
            findings.push_back(
                fieldFinding(u"ACC-10"_s, summaryFields().contains(field) ? Severity::Blocking : Severity::Warning,
                             fields, field));
    }
}

void checkOrder(const Subject &subject, Findings &findings)
{
    static const std::array<std::pair<QString, QString>, 4> orders = {{
        {u"birth_date"_s, u"issue_date"_s},
        {u"birth_date"_s, u"registration_date"_s},
        {u"death_time"_s, u"registration_date"_s},
        {u"received_at"_s, u"issue_date"_s},
    }};
    const Dossier &dossier = subject.dossier;
    for (const auto &[before, after] : orders) {
        const auto earlier = PartialDate::parse(valueOnSlip(dossier, before));
        const auto later = dateOf(dossier.fields, after);
        if (earlier && later && firstDay(*earlier) > lastDay(*later))
            findings.push_back(
                fieldFinding(u"ACC-11"_s, Severity::Warning, dossier.fields, after, {{u"earlier"_s, before}}));
    }
}

/// The day of reception stands in the dossier code as YYMMDD (Circular 01/2018, Art. 19).
void checkDossierCode(const Subject &subject, Findings &findings)
{
    const Dossier &dossier = subject.dossier;
    const QString field = u"dossier_code"_s;
    const Pattern *pattern = subject.catalogue.pattern(field);
    if (!pattern)
        return;
    const auto match = pattern->expression.match(foldToCapitals(toNfc(valueOf(dossier.fields, field))));
    if (!match.hasMatch())
        return;
    const QString digits = match.captured(u"ymd"_s);
    const QDate inCode(2000 + digits.left(2).toInt(), digits.mid(2, 2).toInt(), digits.mid(4, 2).toInt());
    const auto received = PartialDate::parse(valueOnSlip(dossier, u"received_at"_s));
    const QDate receivedOn = received && received->date() ? *received->date() : QDate();
    const bool impossible = !inCode.isValid() || inCode > subject.asOf;
    if (!impossible && (!receivedOn.isValid() || receivedOn == inCode))
        return;
    QMap<QString, QString> args;
    if (inCode.isValid())
        args.insert(u"date"_s, inCode.toString(Qt::ISODate));
    findings.push_back(fieldFinding(u"ACC-12"_s, Severity::Warning, dossier.fields, field, args));
}

void checkSymbol(const Subject &subject, Findings &findings)
{
    // "125/QĐ-UBND", "125/2023/QĐ-UBND"; numbers of books and serials have no symbol.
    static const QRegularExpression numbered(u"^\\d+[A-Za-z]?(?:/\\d{4})?/(?<symbol>\\D.*)$"_s);
    static const QRegularExpression between(u"[-/.,&\\s]+"_s);
    const Fields &fields = subject.dossier.fields;
    const QString symbol = numbered.match(toNfc(valueOf(fields, u"number"_s)).remove(u' ')).captured(u"symbol"_s);
    if (symbol.isEmpty() || subject.catalogue.knowsSymbolPart(symbol))
        return;
    for (const QString &part : symbol.split(u'-', Qt::SkipEmptyParts)) {
        if (subject.catalogue.knowsSymbolPart(part))
            continue;
        for (const QString &piece : part.split(between, Qt::SkipEmptyParts)) {
            if (!subject.catalogue.knowsSymbolPart(piece))
                findings.push_back(
                    fieldFinding(u"ACC-23"_s, Severity::Warning, fields, u"number"_s, {{u"value"_s, piece}}));
        }
    }
}

void checkName(const Subject &subject, Findings &findings)
{
    const Fields &fields = subject.dossier.fields;
    const QString name = toNfc(valueOf(fields, u"person_name"_s));
    if (name.isEmpty())
        return;
    // The Vietnamese alphabet has no f, j, w, z.
    static const QRegularExpression letters(u"^[a-eg-ik-vxy ]+$"_s);
    const auto words = collapseBlanks(name).split(u' ').size();
    if (!letters.match(foldMarks(name)).hasMatch() || words < fewestNameWords || words > mostNameWords)
        findings.push_back(fieldFinding(u"ACC-30"_s, Severity::Warning, fields, u"person_name"_s));
}

void checkConfidence(const Subject &subject, Findings &findings)
{
    const Fields &fields = subject.dossier.fields;
    for (const QString &field : mandatoryFields(subject.dossier, subject.catalogue)) {
        if (valueOf(fields, field).isEmpty())
            continue; // FULL-06
        const FieldValue value = fields.value(field);
        if (value.origin == FieldOrigin::Clerk || value.confidence >= sure)
            continue;
        const bool isDoubtful = value.confidence >= doubtful;
        const int percent = static_cast<int>(std::floor(100 * value.confidence + 1e-9));
        findings.push_back(fieldFinding(isDoubtful ? u"ACC-32"_s : u"ACC-31"_s,
                                        isDoubtful ? Severity::Warning : Severity::Blocking, fields, field,
                                        {{u"confidence"_s, QString::number(percent)}}));
    }
}

} // namespace

void checkAccurate(const Subject &subject, Findings &findings)
{
    checkPersonalId(subject, findings);
    checkDates(subject, findings);
    checkOrder(subject, findings);
    checkDossierCode(subject, findings);
    checkSymbol(subject, findings);
    checkName(subject, findings);
    checkRegisters(subject, findings);
    checkConfidence(subject, findings);
}

} // namespace sohoa::quality
