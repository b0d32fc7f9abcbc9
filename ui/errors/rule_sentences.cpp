// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"
#include "ui/errors/sentences.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

struct Rule {
    const char *id;
    const char *text; ///< {name}: the finding's arg of that name.
};

/// Every rule of the handbook's list, also those that the gate does not check yet.
constexpr Rule rules[] = {
    {"LIVE-01",
     QT_TRANSLATE_NOOP("Rules", "It is not known yet whether the result is still in force. Choose its validity.")},
    {"LIVE-02",
     QT_TRANSLATE_NOOP("Rules",
                       "The result expired on {date}. Only results in force are handed over; check the date.")},
    {"LIVE-03",
     QT_TRANSLATE_NOOP("Rules", "The validity entered differs from the rule for this kind of paper. Check it.")},
    {"LIVE-04",
     QT_TRANSLATE_NOOP("Rules", "Another paper replaces this one ({number}, {date}). Mark it as replaced.")},
    {"LIVE-05",
     QT_TRANSLATE_NOOP("Rules", "There is a newer paper of the same kind. Check whether it replaces this one.")},
    {"LIVE-06", QT_TRANSLATE_NOOP("Rules", "A decision to stop or withdraw lies with it. Check the validity.")},
    {"LIVE-07",
     QT_TRANSLATE_NOOP("Rules", "The owner has died ({date}). Check whether the result is still of use.")},
    {"LIVE-08",
     QT_TRANSLATE_NOOP(
         "Rules", "The building permit is older than 12 months. Check for an extension or the start of works.")},
    {"LIVE-09", QT_TRANSLATE_NOOP("Rules", "The result can be used once only.")},
    {"LIVE-10", QT_TRANSLATE_NOOP("Rules", "The result expires soon, on {date}.")},
    {"LIVE-11", QT_TRANSLATE_NOOP("Rules", "9-digit identity cards and household books are no longer valid as a "
                                           "result. Use the paper that replaces it.")},
    {"LIVE-12",
     QT_TRANSLATE_NOOP("Rules", "The issuing agency was merged; the paper stays valid. Successor: {name}.")},
    {"LIVE-13", QT_TRANSLATE_NOOP(
                    "Rules", "The validity was checked more than 90 days ago. Check it again before it is sent.")},
    {"CLEAN-01",
     QT_TRANSLATE_NOOP("Rules", "This dossier code is there already. Merge the dossiers or correct the code.")},
    {"CLEAN-02", QT_TRANSLATE_NOOP("Rules", "Number, symbol, agency and year are those of another dossier. "
                                            "Correct the number or leave this one out.")},
    {"CLEAN-03",
     QT_TRANSLATE_NOOP("Rules", "The same number belongs to another owner. Compare the number with the paper.")},
    {"CLEAN-04", QT_TRANSLATE_NOOP("Rules", "The same file is there already. Leave one of the two out.")},
    {"CLEAN-05", QT_TRANSLATE_NOOP("Rules", "A page looks like one in another dossier. Compare the two.")},
    {"CLEAN-06",
     QT_TRANSLATE_NOOP("Rules",
                       "Same owner, kind and date as another dossier. Check whether it is the same paper.")},
    {"CLEAN-07", QT_TRANSLATE_NOOP("Rules", "The original has been digitized already.")},
    {"CLEAN-10", QT_TRANSLATE_NOOP("Rules", "A blank page is left. Leave it out.")},
    {"CLEAN-11", QT_TRANSLATE_NOOP("Rules", "A page was left out as blank. Look at it once.")},
    {"CLEAN-12",
     QT_TRANSLATE_NOOP("Rules", "A page seems to belong to another dossier ({code}). Split or move it.")},
    {"CLEAN-13",
     QT_TRANSLATE_NOOP("Rules",
                       "A process paper ({name}) is filed as a component. Leave it out or change its kind.")},
    {"CLEAN-14",
     QT_TRANSLATE_NOOP("Rules", "The paper looks like a draft. Check whether the signed one is there.")},
    {"CLEAN-15", QT_TRANSLATE_NOOP("Rules", "The pages are out of order. Put them in order.")},
    {"CLEAN-20",
     QT_TRANSLATE_NOOP(
         "Rules", "A page does not meet the standard for digitizing. Scan it again: colour, at least 200 dpi.")},
    {"CLEAN-21",
     QT_TRANSLATE_NOOP("Rules",
                       "A page is hard to read. Scan it again, or confirm that the paper itself is faint.")},
    {"CLEAN-22", QT_TRANSLATE_NOOP("Rules", "A page {type}. Scan it again.")},
    {"CLEAN-23", QT_TRANSLATE_NOOP("Rules", "A page may lie the wrong way round. Turn it.")},
    {"CLEAN-24",
     QT_TRANSLATE_NOOP("Rules", "A streak runs through the pages. Clean the scanner's glass and scan again.")},
    {"CLEAN-25", QT_TRANSLATE_NOOP(
                     "Rules", "A page bears a secrecy mark or may not be copied. Stop and ask who is in charge.")},
    {"CLEAN-26", QT_TRANSLATE_NOOP("Rules", "A file is damaged or locked. Make it anew.")},
    {"CLEAN-27",
     QT_TRANSLATE_NOOP("Rules", "A file is larger than the repository allows. Scan with a lower resolution.")},
    {"CLEAN-28", QT_TRANSLATE_NOOP("Rules", "A file name contains personal data. Rename it.")},
    {"CLEAN-29", QT_TRANSLATE_NOOP("Rules", "“{field}” contains letters of an old encoding. Type it anew.")},
    {"FULL-01",
     QT_TRANSLATE_NOOP("Rules", "No procedure is chosen, or it was not in force then. Choose the procedure.")},
    {"FULL-02",
     QT_TRANSLATE_NOOP("Rules", "There is no result among the papers. Scan it or put it to this dossier.")},
    {"FULL-03",
     QT_TRANSLATE_NOOP("Rules", "A component is missing: {name}. Scan it or say why it is not needed.")},
    {"FULL-04", QT_TRANSLATE_NOOP("Rules", "Shown at the counter only, need not be kept: {name}.")},
    {"FULL-05",
     QT_TRANSLATE_NOOP("Rules", "A paper is not on the procedure's list: {name}. Check that it belongs here.")},
    {"FULL-06", QT_TRANSLATE_NOOP("Rules", "“{field}” is empty. Fill it in.")},
    {"FULL-07",
     QT_TRANSLATE_NOOP("Rules", "Pages are missing: counted {expected}, scanned {scanned}. Scan the rest.")},
    {"FULL-08", QT_TRANSLATE_NOOP(
                    "Rules", "No signature or seal was found at the end. Check whether the last page is there.")},
    {"FULL-09", QT_TRANSLATE_NOOP("Rules", "The text names an annex that is not there. Scan it.")},
    {"FULL-10", QT_TRANSLATE_NOOP("Rules", "Page {page} of {total} is missing. Scan it.")},
    {"FULL-11", QT_TRANSLATE_NOOP(
                    "Rules", "The owner is not identified. Enter the personal ID, or name, birth date and home.")},
    {"FULL-12", QT_TRANSLATE_NOOP("Rules", "Text layer or signature is missing.")},
    {"FULL-13", QT_TRANSLATE_NOOP("Rules", "A second result of this procedure is missing.")},
    {"FULL-14", QT_TRANSLATE_NOOP("Rules", "The number of people in the list differs from the one stated.")},
    {"ACC-01", QT_TRANSLATE_NOOP("Rules", "“{field}” differs from what the page says. Compare both.")},
    {"ACC-02",
     QT_TRANSLATE_NOOP("Rules", "The personal ID has a wrong form: 12 digits beginning with 0. Correct it.")},
    {"ACC-03", QT_TRANSLATE_NOOP("Rules", "The personal ID does not fit “{other}”. Correct one of them.")},
    {"ACC-04", QT_TRANSLATE_NOOP(
                   "Rules", "The province in the personal ID is not that of the birth registration. Check it.")},
    {"ACC-05", QT_TRANSLATE_NOOP("Rules", "“{field}” differs from the QR code of the card. Compare both.")},
    {"ACC-06", QT_TRANSLATE_NOOP("Rules", "The machine-readable lines were misread. Compare the values.")},
    {"ACC-07", QT_TRANSLATE_NOOP("Rules", "An old identity number has nine digits. Correct it.")},
    {"ACC-10", QT_TRANSLATE_NOOP("Rules", "“{field}” is no possible date. Correct it.")},
    {"ACC-11", QT_TRANSLATE_NOOP("Rules", "“{field}” lies before “{earlier}”. Correct one of the dates.")},
    {"ACC-12", QT_TRANSLATE_NOOP(
                   "Rules", "The date in the dossier code differs from the day of reception. Check the code.")},
    {"ACC-13", QT_TRANSLATE_NOOP("Rules", "The agency in the dossier code is another one. Check the code.")},
    {"ACC-14", QT_TRANSLATE_NOOP("Rules", "It was registered late.")},
    {"ACC-15",
     QT_TRANSLATE_NOOP("Rules", "One of the couple was too young to marry on that day. Check the dates.")},
    {"ACC-16", QT_TRANSLATE_NOOP("Rules", "An age is unusual. Check the dates.")},
    {"ACC-17", QT_TRANSLATE_NOOP("Rules", "The date in figures differs from the one in words. Compare both.")},
    {"ACC-20", QT_TRANSLATE_NOOP("Rules", "The issuing agency did not exist on {date}. Check agency and date.")},
    {"ACC-21",
     QT_TRANSLATE_NOOP("Rules", "The agency's level does not fit the procedure on that day. Check both.")},
    {"ACC-22", QT_TRANSLATE_NOOP("Rules", "The place in the date line is not that of the agency. Check it.")},
    {"ACC-23", QT_TRANSLATE_NOOP(
                   "Rules", "“{value}” in the symbol is not a known abbreviation. Compare it with the paper.")},
    {"ACC-24", QT_TRANSLATE_NOOP("Rules", "The symbol does not fit the kind of paper. Check number and kind.")},
    {"ACC-25", QT_TRANSLATE_NOOP(
                   "Rules", "Number and date do not follow those before and after. Compare them with the paper.")},
    {"ACC-26", QT_TRANSLATE_NOOP("Rules", "The signer is not known for this agency and time.")},
    {"ACC-27", QT_TRANSLATE_NOOP("Rules", "Register book and date do not fit together. Check them.")},
    {"ACC-28", QT_TRANSLATE_NOOP("Rules", "“{value}” is not in the list for “{field}”. Choose a known one.")},
    {"ACC-29", QT_TRANSLATE_NOOP("Rules", "The person's details differ from another dossier. Compare them.")},
    {"ACC-30", QT_TRANSLATE_NOOP("Rules", "“{field}” contains odd characters for a name. Correct it.")},
    {"ACC-31",
     QT_TRANSLATE_NOOP("Rules",
                       "“{field}” was read with little certainty. Compare it with the page and press Enter.")},
    {"ACC-32", QT_TRANSLATE_NOOP("Rules", "“{field}” wants a look. Compare it with the page and press Enter.")},
};

const QHash<QString, const char *> &table()
{
    static const QHash<QString, const char *> byId = [] {
        QHash<QString, const char *> filled;
        for (const Rule &rule : rules)
            filled.insert(QString::fromLatin1(rule.id), rule.text);
        return filled;
    }();
    return byId;
}

/// An arg as a person reads it: fields by their labels, dates the Vietnamese way.
QString shown(const Finding &finding, const QString &key)
{
    const QString value = key == u"field" ? finding.args.value(key, finding.field) : finding.args.value(key);
    if (key == u"field" || key == u"earlier" || key == u"other")
        return fieldLabel(value);
    if (key == u"type")
        return suspectName(value);
    if (const auto date = PartialDate::parse(value); date && value.contains(u'-'))
        return date->toDisplay();
    return value;
}

} // namespace

bool hasRuleSentence(const QString &rule)
{
    return table().contains(rule);
}

QString ruleSentence(const Finding &finding)
{
    const char *text = table().value(finding.rule);
    if (!text) // A rule of a newer catalogue: its id is better than nothing.
        return QCoreApplication::translate("Rules", "Rule %1 is not kept. Check the dossier.").arg(finding.rule);
    QString sentence = QCoreApplication::translate("Rules", text);
    if (finding.rule == u"FULL-03" && finding.severity == Severity::Info) // Only some cases need this paper.
        sentence = QCoreApplication::translate("Rules", "If it applies: {name}.");
    static const QRegularExpression placeholder(u"\\{(\\w+)\\}"_s);
    for (auto match = placeholder.match(sentence); match.hasMatch(); match = placeholder.match(sentence)) {
        const QString value = shown(finding, match.captured(1));
        sentence.replace(match.capturedStart(), match.capturedLength(), value.isEmpty() ? u"…"_s : value);
    }
    return sentence;
}

} // namespace sohoa
