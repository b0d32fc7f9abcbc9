// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/quality/case.h"

#include <QRegularExpression>

#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr Dpi leastDpi = 200;          ///< CLEAN-20: Decree 30/2020, Annex I
constexpr double faintLegibility = 60; ///< CLEAN-21, 0..100
constexpr double unreadable = 40;

/// 0..100. Sharpness and contrast reach the reading only as the sureness of its words.
double legibility(const PageReading &reading)
{
    return 100 * reading.confidence;
}

/// Names of files are made from the dossier code: it must not tell who the person is.
bool tellsThePerson(const QString &name, const QString &person)
{
    static const QRegularExpression id(u"(?<!\\d)(?:\\d{9}|\\d{12})(?!\\d)"_s);
    const QString folded = foldToCapitals(toNfc(name)).replace(u'_', u' ').replace(u'-', u' ');
    const QString plainPerson = foldToCapitals(collapseBlanks(person));
    return id.match(name).hasMatch() || (plainPerson.contains(u' ') && folded.contains(plainPerson));
}

void checkPage(QualityCase &subject, const Page &page, int number)
{
    const QString place = QString::number(number);
    if (page.dpi > 0 && page.dpi < leastDpi)
        subject.find(u"CLEAN-20"_s, {{u"page"_s, place}, {u"dpi"_s, QString::number(page.dpi)}}).page = page.id;
    if (!page.reading)
        return;
    if (page.reading->blank) {
        subject.find(u"CLEAN-10"_s, {{u"page"_s, place}}).page = page.id;
        return;
    }
    // A page of drawings or handwriting without a word says nothing about its sharpness.
    if (page.reading->words.empty() || legibility(*page.reading) >= faintLegibility)
        return;
    const double score = legibility(*page.reading);
    Finding &finding =
        subject.find(u"CLEAN-21"_s, {{u"page"_s, place}, {u"legibility"_s, QString::number(std::lround(score))}});
    finding.page = page.id;
    finding.severity = score < unreadable ? Severity::Blocking : Severity::Warning;
}

} // namespace

void checkClean(QualityCase &subject)
{
    int number = 0;
    for (const Page &page : subject.pages) {
        ++number;
        if (!page.excluded)
            checkPage(subject, page, number);
    }
    if (tellsThePerson(subject.dossier.value(u"dossier_code"_s), subject.dossier.value(u"person_name"_s)))
        subject.findField(u"CLEAN-28"_s, u"dossier_code"_s);
}

} // namespace sohoa
