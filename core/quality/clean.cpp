// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/quality/word_checks.h"

#include <algorithm>
#include <cmath>

namespace sohoa::quality {

using namespace Qt::StringLiterals;

namespace {

constexpr Dpi leastDpi = 200;   // Decree 30/2020, annex I
constexpr int legible = 60;     // CLEAN-21 of the handbook, of 100
constexpr int hardlyAtAll = 40; // … below it blocks
// Own value: on a page with a stamp and a signature the mean over the words says nothing about the scan.
constexpr size_t leastWords = 10;

Finding pageFinding(const QString &rule, Severity severity, const Page &page,
                    const QMap<QString, QString> &args = {})
{
    Finding made = finding(rule, severity, args);
    made.page = page.id;
    return made;
}

QStringList suspicionsOf(const Page &page)
{
    QStringList reasons = page.suspect;
    if (page.reading)
        reasons += page.reading->suspect;
    reasons.removeDuplicates();
    reasons.removeAll(u"dpi"_s); // CLEAN-20 says it
    if (page.clerkRotation)
        reasons.removeAll(u"orientation"_s);
    return reasons;
}

void checkResolution(const Page &page, Findings &findings)
{
    const Dpi dpi = page.dpi > 0 || !page.reading ? page.dpi : page.reading->dpi;
    const bool suspected = page.reading && page.reading->suspect.contains(u"dpi"_s);
    if (dpi > 0 && dpi < leastDpi)
        findings.push_back(
            pageFinding(u"CLEAN-20"_s, Severity::Warning, page, {{u"dpi"_s, QString::number(dpi)}}));
    else if (suspected)
        findings.push_back(pageFinding(u"CLEAN-20"_s, Severity::Warning, page));
}

void checkLegibility(const Page &page, Findings &findings)
{
    if (!page.reading || page.reading->blank || page.reading->words.size() < leastWords)
        return;
    const int legibility = static_cast<int>(std::floor(100 * page.reading->confidence + 1e-9));
    if (legibility >= legible)
        return;
    findings.push_back(pageFinding(u"CLEAN-21"_s,
                                   legibility < hardlyAtAll ? Severity::Blocking : Severity::Warning, page,
                                   {{u"legibility"_s, QString::number(legibility)}}));
}

/// A secrecy mark is a line of its own; "MẬT" without marks would be "mặt" or "mất" as well.
void checkSecrecy(const Subject &subject, const Page &page, Findings &findings)
{
    if (!page.reading)
        return;
    const Pattern *secret = subject.catalogue.pattern(u"secrecy_stamp"_s);
    const Pattern *restricted = subject.catalogue.pattern(u"no_copy_mark"_s);
    const QString text = toNfc(page.reading->text);
    if ((secret && secret->expression.match(text).hasMatch()) ||
        (restricted && restricted->expression.match(foldToCapitals(text)).hasMatch()))
        findings.push_back(pageFinding(u"CLEAN-25"_s, Severity::Blocking, page));
}

/// Letters apart from their marks, of private areas, or that no text has: what old encodings leave behind.
void checkEncoding(const Fields &fields, Findings &findings)
{
    for (auto field = fields.cbegin(); field != fields.cend(); ++field) {
        const QString &value = field->value;
        const bool odd = std::any_of(value.begin(), value.end(), [](QChar c) {
            return c.category() == QChar::Other_PrivateUse || c.category() == QChar::Other_Control ||
                   c == QChar::ReplacementCharacter;
        });
        if (odd || value != toNfc(value))
            findings.push_back(fieldFinding(u"CLEAN-29"_s, Severity::Blocking, fields, field.key()));
    }
}

} // namespace

void checkClean(const Subject &subject, Findings &findings)
{
    for (const Page &page : subject.pages) {
        if (page.reading && page.reading->blank)
            findings.push_back(pageFinding(u"CLEAN-10"_s, Severity::Warning, page));
        checkResolution(page, findings);
        checkLegibility(page, findings);
        checkSecrecy(subject, page, findings);
        for (const QString &reason : suspicionsOf(page))
            findings.push_back(pageFinding(u"CLEAN-22"_s, Severity::Warning, page, {{u"type"_s, reason}}));
    }
    checkEncoding(subject.dossier.fields, findings);
}

} // namespace sohoa::quality
