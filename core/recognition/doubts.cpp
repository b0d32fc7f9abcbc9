// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/doubts.h"

#include "core/recognition/layout.h"

#include <QHash>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr double longDossier = 0.7; ///< That one twice as long as usual is one nevertheless.

const QString &keep()
{
    static const QString word = u"keep"_s;
    return word;
}

class Collection {
public:
    Collection(const Catalogue &catalogue, const Dossier &dossier, const std::vector<Page> &pages)
        : m_catalogue(catalogue)
        , m_dossier(dossier)
        , m_pages(pages)
    {
    }

    void addBoundary()
    {
        if (m_dossier.boundaryConfidence >= sureEnough)
            return;
        Doubt doubt = begun(DoubtKind::Boundary, m_dossier.boundary, m_dossier.boundaryConfidence);
        doubt.value = keep();
        doubt.alternatives = QStringList{u"join"_s};
        doubt.page = firstPage();
        doubt.group = u"boundary:"_s + m_dossier.boundary;
        m_doubts.push_back(doubt);
    }

    /// Two owners in one, or twice as many sheets as usual.
    void addSeparator(int usualPages)
    {
        if (m_dossier.overrides.contains(u"CLEAN-12"_s))
            return;
        std::vector<Page> kept;
        std::copy_if(m_pages.begin(), m_pages.end(), std::back_inserter(kept),
                     [](const Page &page) { return !page.excluded; });
        const std::vector<LayoutBoundary> boundaries = layoutBoundaries(m_catalogue, kept);
        const auto likeliest = std::max_element(
            boundaries.begin(), boundaries.end(),
            [](const LayoutBoundary &a, const LayoutBoundary &b) { return a.confidence < b.confidence; });
        const bool tooLong = usualPages > 0 && static_cast<int>(kept.size()) >= 2 * usualPages;
        if (likeliest == boundaries.end() && !tooLong)
            return;
        const bool owners = likeliest != boundaries.end();
        // Of a dossier held together by a sheet or a slip it is far from sure that its papers part it.
        Doubt doubt = begun(DoubtKind::Separator, owners ? u"owners"_s : u"long"_s,
                            owners ? likeliest->confidence / 2 : longDossier);
        doubt.value = owners ? likeliest->page.toString() : keep();
        doubt.page = owners ? likeliest->page : firstPage();
        for (const LayoutBoundary &boundary : boundaries) {
            if (boundary.page.toString() != doubt.value)
                doubt.alternatives.append(boundary.page.toString());
        }
        if (owners)
            doubt.alternatives.append(keep());
        doubt.group = u"separator:"_s + doubt.reason;
        m_doubts.push_back(doubt);
    }

    void addProcedure()
    {
        const ProcedureChoice &choice = m_dossier.procedure;
        if (choice.origin == FieldOrigin::Clerk || (!choice.code.isEmpty() && choice.confidence >= sureEnough))
            return;
        const bool none = choice.code.isEmpty();
        Doubt doubt = begun(DoubtKind::Procedure, none ? u"unread"_s : u"unsure"_s, none ? 0 : choice.confidence);
        doubt.value = choice.code;
        doubt.page = firstPage();
        doubt.group = u"procedure:"_s + choice.code;
        m_doubts.push_back(doubt);
    }

    void addTypes()
    {
        for (const Document &document : m_dossier.documents) {
            if (document.kind == DocumentKind::Process || document.confidence >= sureEnough ||
                document.pages.empty() || isBlank(document))
                continue;
            Doubt doubt =
                begun(DoubtKind::Type, document.typeId.isEmpty() ? u"unread"_s : u"unsure"_s, document.confidence);
            doubt.document = document.id;
            doubt.page = document.pages.front();
            doubt.value = document.typeId;
            doubt.group = u"type:"_s + document.typeId;
            m_doubts.push_back(doubt);
        }
    }

    void addFields(const QStringList &demanded)
    {
        QStringList fields = summaryFields();
        for (const QString &field : demanded) {
            if (!fields.contains(field))
                fields.append(field);
        }
        for (const QString &field : fields) {
            const auto value = m_dossier.fields.constFind(field);
            const bool missing = value == m_dossier.fields.cend() || value->value.trimmed().isEmpty();
            if (missing ? !demanded.contains(field)
                        : value->origin == FieldOrigin::Clerk || value->confidence >= sureEnough)
                continue;
            Doubt doubt =
                begun(DoubtKind::Field, missing ? u"unread"_s : u"unsure"_s, missing ? 0 : value->confidence);
            doubt.field = field;
            if (!missing) {
                doubt.value = value->value;
                doubt.box = value->box;
            }
            doubt.page = missing || value->page.isNull() ? mainPage() : value->page;
            doubt.group = u"field:%1:%2"_s.arg(field, m_dossier.documentTypeId);
            m_doubts.push_back(doubt);
        }
    }

    std::vector<Doubt> take() { return std::move(m_doubts); }

private:
    Doubt begun(DoubtKind kind, const QString &reason, double confidence) const
    {
        Doubt doubt;
        doubt.kind = kind;
        doubt.dossier = m_dossier.id;
        doubt.reason = reason;
        doubt.confidence = confidence;
        return doubt;
    }

    bool isBlank(const Document &document) const
    {
        return std::all_of(document.pages.begin(), document.pages.end(), [this](const PageId &id) {
            const auto page =
                std::find_if(m_pages.begin(), m_pages.end(), [&](const Page &p) { return p.id == id; });
            return page != m_pages.end() && (page->excluded || (page->reading && page->reading->blank));
        });
    }

    PageId firstPage() const
    {
        const auto page =
            std::find_if(m_pages.begin(), m_pages.end(), [](const Page &each) { return !each.excluded; });
        return page == m_pages.end() ? PageId() : page->id;
    }

    /// Where a value that was not read most likely stands.
    PageId mainPage() const
    {
        for (const Document &document : m_dossier.documents) {
            if (document.kind == DocumentKind::Result && !document.pages.empty())
                return document.pages.front();
        }
        return firstPage();
    }

    const Catalogue &m_catalogue;
    const Dossier &m_dossier;
    const std::vector<Page> &m_pages;
    std::vector<Doubt> m_doubts;
};

} // namespace

QString toString(DoubtKind kind)
{
    switch (kind) {
    case DoubtKind::Boundary:
        return u"boundary"_s;
    case DoubtKind::Separator:
        return u"separator"_s;
    case DoubtKind::Procedure:
        return u"procedure"_s;
    case DoubtKind::Type:
        return u"type"_s;
    case DoubtKind::Field:
        return u"field"_s;
    }
    Q_UNREACHABLE();
}

std::vector<Doubt> doubtsOf(const Catalogue &catalogue, const Dossier &dossier, const std::vector<Page> &pages,
                            const QStringList &demanded, int usualPages)
{
    Collection doubts(catalogue, dossier, pages);
    doubts.addBoundary();
    doubts.addSeparator(usualPages);
    doubts.addProcedure();
    doubts.addTypes();
    doubts.addFields(demanded);
    return doubts.take();
}

void orderDoubts(std::vector<Doubt> &doubts)
{
    QHash<QString, double> least;
    for (const Doubt &doubt : doubts) {
        const auto known = least.find(doubt.group);
        if (known == least.end())
            least.insert(doubt.group, doubt.confidence);
        else
            *known = std::min(*known, doubt.confidence);
    }
    std::stable_sort(doubts.begin(), doubts.end(), [&](const Doubt &a, const Doubt &b) {
        const double ofA = least.value(a.group);
        const double ofB = least.value(b.group);
        if (ofA != ofB)
            return ofA < ofB;
        return a.group != b.group ? a.group < b.group : a.confidence < b.confidence;
    });
}

} // namespace sohoa
