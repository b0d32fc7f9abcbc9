// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/duplicate_check.h"

#include "core/base/dates.h"
#include "core/base/text.h"

#include <QSet>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Forms of one kind look alike whoever filled them in: only when the words are the same as well is it one paper.
constexpr double sameText = 0.9;
constexpr qsizetype fewWords = 5; ///< Of pages that could not be read only the look can be compared.

Finding findingAbout(const QString &rule, Severity severity, const SimilarDossier &other,
                     const QMap<QString, QString> &args = {})
{
    Finding finding;
    finding.rule = rule;
    finding.severity = severity;
    finding.args = args;
    finding.other = other.id;
    return finding;
}

const Page *firstWritten(const std::vector<Page> &pages)
{
    const auto page = std::find_if(pages.begin(), pages.end(), [](const Page &each) {
        return !each.excluded && each.reading && !each.reading->blank;
    });
    return page == pages.end() ? nullptr : &*page;
}

QSet<QString> wordsOf(const Page &page)
{
    QSet<QString> words;
    for (const QString &word : foldToCapitals(page.reading ? page.reading->text : QString()).split(u' ')) {
        for (const QString &part : word.split(u'\n', Qt::SkipEmptyParts))
            words.insert(part);
    }
    return words;
}

bool readsTheSame(const Page &one, const Page &other)
{
    const QSet<QString> a = wordsOf(one);
    const QSet<QString> b = wordsOf(other);
    if (std::max(a.size(), b.size()) < fewWords)
        return true;
    const auto common = static_cast<double>(QSet<QString>(a).intersect(b).size());
    const auto all = static_cast<double>(QSet<QString>(a).unite(b).size());
    return common >= sameText * all;
}

class StoreCheck {
public:
    StoreCheck(Store &store, const Dossier &dossier, const std::vector<Page> &pages)
        : m_store(store)
        , m_dossier(dossier)
        , m_pages(pages)
    {
    }

    Result<std::vector<Finding>> run()
    {
        for (auto check : {&StoreCheck::checkCode, &StoreCheck::checkNumber, &StoreCheck::checkLook,
                           &StoreCheck::checkPerson}) {
            if (auto checked = (this->*check)(); !checked)
                return fail(checked.error());
        }
        return std::move(m_findings);
    }

private:
    Result<void> checkCode()
    {
        const QString code = m_dossier.value(u"dossier_code"_s).trimmed();
        if (code.isEmpty())
            return {};
        const auto others = m_store.duplicates().withCode(code, m_dossier.id);
        if (!others)
            return fail(others.error());
        for (const SimilarDossier &other : *others) {
            m_findings.push_back(findingAbout(u"CLEAN-01"_s, Severity::Blocking, other));
            m_findings.back().field = u"dossier_code"_s;
        }
        return {};
    }

    Result<void> checkNumber()
    {
        const QString number = m_dossier.value(u"number"_s).trimmed();
        const QString agency = m_dossier.value(u"agency"_s).trimmed();
        const auto issued = PartialDate::parse(m_dossier.value(u"issue_date"_s));
        if (number.isEmpty() || agency.isEmpty() || !issued)
            return {};
        const auto others = m_store.duplicates().withNumber(number, agency, issued->year(),
                                                            m_dossier.documentTypeId, m_dossier.id);
        if (!others)
            return fail(others.error());
        for (const SimilarDossier &other : *others) {
            m_findings.push_back(findingAbout(u"CLEAN-02"_s, Severity::Blocking, other));
            m_findings.back().field = u"number"_s;
        }
        return {};
    }

    Result<void> checkLook()
    {
        const Page *first = firstWritten(m_pages);
        if (!first || !first->reading->look)
            return {};
        const auto others = m_store.duplicates().withLook(*first->reading->look, m_dossier.id);
        if (!others)
            return fail(others.error());
        for (const SimilarDossier &other : *others) {
            const auto page = m_store.pages().find(other.page);
            if (!page)
                return fail(page.error());
            if (!readsTheSame(*first, *page))
                continue;
            m_findings.push_back(findingAbout(u"CLEAN-05"_s, Severity::Warning, other));
            m_findings.back().page = first->id;
        }
        return {};
    }

    /// Only kinds that a younger one takes the place of; of others a person may have many.
    Result<void> checkPerson()
    {
        const QString person = m_dossier.value(u"personal_id"_s).trimmed();
        const QString issued = m_dossier.value(u"issue_date"_s);
        if (person.isEmpty() || issued.isEmpty() || m_dossier.documentTypeId.isEmpty() ||
            m_dossier.validity.event != u"until_replaced")
            return {};
        const auto others = m_store.duplicates().ofPerson(person, m_dossier.documentTypeId, m_dossier.id);
        if (!others)
            return fail(others.error());
        for (const SimilarDossier &other : *others) {
            if (other.issueDate > issued)
                m_findings.push_back(findingAbout(u"LIVE-05"_s, Severity::Warning, other,
                                                  {{u"number"_s, other.number}, {u"date"_s, other.issueDate}}));
        }
        return {};
    }

    Store &m_store;
    const Dossier &m_dossier;
    const std::vector<Page> &m_pages;
    std::vector<Finding> m_findings;
};

} // namespace

Result<std::vector<Finding>> checkAgainstStore(Store &store, const Dossier &dossier,
                                               const std::vector<Page> &pages)
{
    return StoreCheck(store, dossier, pages).run();
}

Result<void> noteFirstPage(Store &store, const std::vector<Page> &pages)
{
    const Page *first = firstWritten(pages);
    return first && first->reading->look ? store.duplicates().noteLook(first->id, *first->reading->look)
                                         : Result<void>();
}

} // namespace sohoa
