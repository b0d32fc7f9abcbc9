// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/procedure_choice.h"

#include "core/base/text.h"
#include "core/catalogue/component_match.h"
#include "core/recognition/value_reader.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// How much each witness says, 0..1; several are put together as independent ones. First values, to be tuned.
constexpr double printedCode = 0.97;
constexpr double printedName = 0.96;
constexpr double usualForm = 0.7;
constexpr double usualResult = 0.5;
constexpr double otherResult = 0.25;
constexpr double keyword = 0.08;
constexpr int mostKeywords = 3;
constexpr double allComponents = 0.35;
constexpr double likeTitle = 0.4;
constexpr double leastTitleLikeness = 0.5;
constexpr double oldCode = 0.5;   ///< Dossiers of their time keep the code that was replaced since.
constexpr double wrongTime = 0.5; ///< Factor for a procedure that was not offered on the day any more.

// Levels of government, and with them many procedures, changed on this day (Law 72/2025/QH15).
const QDate endOfDistricts(2025, 7, 1);

constexpr qsizetype shortestName = 12;
constexpr double leastSimilarity = 0.6;
constexpr size_t mostChoices = 4;

/// Letters and digits in capitals, single blanks, without the word "thủ tục" that lists put in front or not.
QString wordsOnly(const QString &text)
{
    QString folded = foldToCapitals(text);
    for (QChar &c : folded) {
        if (!c.isLetterOrNumber())
            c = u' ';
    }
    folded = collapseBlanks(folded);
    if (folded.startsWith(u"THU TUC "))
        folded.remove(0, 8);
    return folded;
}

/// The share of common words, 0..1.
double commonWords(const QString &one, const QString &other)
{
    const QStringList a = one.split(u' ');
    const QStringList b = other.split(u' ');
    QStringList rest = b;
    qsizetype common = 0;
    for (const QString &word : a)
        common += rest.removeOne(word) ? 1 : 0;
    return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

/// 1 when one name is the beginning of the other (slips cut long names), else the share of common words.
double similarity(const QString &printed, const QString &name)
{
    const QString shorter = printed.size() < name.size() ? printed : name;
    const QString longer = printed.size() < name.size() ? name : printed;
    if (shorter.size() >= shortestName && longer.startsWith(shorter))
        return printed.size() == name.size() ? 1 : 0.98;
    return commonWords(printed, name);
}

class Evidence {
public:
    void add(const QString &code, double weight) { m_doubt[code] = m_doubt.value(code, 1) * (1 - weight); }
    void scale(const QString &code, double factor)
    {
        if (m_doubt.contains(code))
            m_doubt[code] = 1 - factor * (1 - m_doubt.value(code));
    }
    QList<QString> codes() const { return m_doubt.keys(); }
    double of(const QString &code) const { return 1 - m_doubt.value(code, 1); }

private:
    QHash<QString, double> m_doubt;
};

/// What the slips of the dossier print.
void addSlips(const Catalogue &catalogue, const std::vector<Document> &documents,
              const std::vector<PageText> &texts, Evidence &evidence)
{
    const Pattern *codePattern = catalogue.pattern(u"procedure_code"_s);
    const Pattern *subjectPattern = catalogue.pattern(u"receipt_subject"_s);
    for (const Document &document : documents) {
        if (document.kind != DocumentKind::Process)
            continue;
        for (const PageText &text : texts) {
            if (std::find(document.pages.begin(), document.pages.end(), text.page()) == document.pages.end())
                continue;
            const auto code =
                codePattern ? codePattern->expression.match(text.folded()) : QRegularExpressionMatch();
            if (code.hasMatch() && catalogue.procedure(code.captured(u"code"_s)))
                evidence.add(code.captured(u"code"_s), printedCode * text.confidenceOf(spanOf(code)));
            const auto subject =
                subjectPattern ? subjectPattern->expression.match(text.folded()) : QRegularExpressionMatch();
            if (!subject.hasMatch())
                continue;
            const QString printed = wordsOnly(subject.captured(u"name"_s));
            // The least sure word of a long name says little: names are compared as a whole.
            for (const Procedure &procedure : catalogue.procedures()) {
                const double likeness = similarity(printed, wordsOnly(procedure.name));
                if (likeness >= leastSimilarity)
                    evidence.add(procedure.code, printedName * likeness * likeness);
            }
        }
    }
}

void addKinds(const Catalogue &catalogue, const std::vector<Document> &documents, Evidence &evidence)
{
    QSet<QString> seen;
    for (const Document &document : documents) {
        const DocumentType *type = catalogue.documentType(document.typeId);
        if (!type || seen.contains(type->id))
            continue;
        seen.insert(type->id);
        const bool form = type->kind == DocumentKind::Component;
        for (qsizetype i = 0; i < type->procedureCodes.size(); ++i) {
            const double weight = form ? usualForm : i == 0 ? usualResult : otherResult;
            evidence.add(type->procedureCodes[i], weight * document.confidence);
        }
    }
}

/// Results without a kind of their own: their printed title is like what a procedure ends with.
void addTitles(const Catalogue &catalogue, const std::vector<Document> &documents, Evidence &evidence)
{
    for (const Document &document : documents) {
        const DocumentType *type = catalogue.documentType(document.typeId);
        if (document.title.isEmpty() || (type && !type->procedureCodes.isEmpty()) ||
            (type && type->kind != DocumentKind::Result))
            continue;
        const QString title = wordsOnly(document.title);
        for (const Procedure &procedure : catalogue.procedures()) {
            double likeness = 0;
            for (const QString &name : procedure.resultDocuments)
                likeness = std::max(likeness, commonWords(title, wordsOnly(name)));
            if (likeness >= leastTitleLikeness)
                evidence.add(procedure.code, likeTitle * likeness * likeness);
        }
    }
}

/// Words on the papers and the papers themselves decide between procedures that something already speaks for.
void addDetails(const Catalogue &catalogue, const std::vector<Document> &documents,
                const std::vector<PageText> &texts, Evidence &evidence)
{
    for (const QString &code : evidence.codes()) {
        const Procedure *procedure = catalogue.procedure(code);
        if (!procedure)
            continue;
        int hits = 0;
        for (const QString &word : procedure->keywords) {
            const QString folded = foldToCapitals(word);
            hits += std::any_of(texts.begin(), texts.end(),
                                [&](const PageText &text) { return text.folded().contains(folded); })
                        ? 1
                        : 0;
        }
        for (int i = 0; i < std::min(hits, mostKeywords); ++i)
            evidence.add(code, keyword);
        int required = 0;
        int present = 0;
        for (const ProcedureComponent &component : procedure->components) {
            if (!component.required())
                continue;
            ++required;
            present +=
                std::any_of(documents.begin(), documents.end(),
                            [&](const Document &document) { return fulfils(catalogue, document, component); })
                    ? 1
                    : 0;
        }
        if (required > 0)
            evidence.add(code, allComponents * present / required);
    }
}

} // namespace

std::vector<ProcedureChoice> rankProcedures(const Catalogue &catalogue, const std::vector<Document> &documents,
                                            const std::vector<PageText> &texts, const std::optional<QDate> &day)
{
    Evidence evidence;
    addSlips(catalogue, documents, texts, evidence);
    addKinds(catalogue, documents, evidence);
    addTitles(catalogue, documents, evidence);
    addDetails(catalogue, documents, texts, evidence);
    std::vector<ProcedureChoice> choices;
    for (const QString &code : evidence.codes()) {
        const Procedure *procedure = catalogue.procedure(code);
        if (!procedure)
            continue;
        if (day && procedure->level == u"historic") {
            if (*day < endOfDistricts)
                evidence.add(code, oldCode);
            else
                evidence.scale(code, wrongTime);
        }
        choices.push_back(
            {procedure->code, procedure->name, std::min(mostConfidence, evidence.of(code)), FieldOrigin::Ocr});
    }
    std::sort(choices.begin(), choices.end(), [](const ProcedureChoice &a, const ProcedureChoice &b) {
        return a.confidence != b.confidence ? a.confidence > b.confidence : a.code < b.code;
    });
    if (choices.size() > mostChoices)
        choices.resize(mostChoices);
    return choices;
}

} // namespace sohoa
