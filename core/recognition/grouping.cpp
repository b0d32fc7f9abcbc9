// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/grouping.h"

#include "core/recognition/page_class.h"
#include "core/recognition/page_text.h"

#include <algorithm>

namespace sohoa {

namespace {

constexpr double stampConfidence = 0.9;

/// Puts pages one behind the other into papers.
class Grouping {
public:
    explicit Grouping(const Catalogue &catalogue)
        : m_catalogue(catalogue)
    {
    }

    void add(const Page &page)
    {
        const PageText text(m_catalogue, page);
        const PageClass seen = classifyPage(m_catalogue, page, text);
        if (seen.blank && m_documents.empty()) {
            m_leading.push_back(page.id); // a blank front: it goes with the paper that follows
            return;
        }
        if (m_documents.empty() || begins(seen))
            begin(seen);
        Document &document = m_documents.back();
        document.pages.insert(document.pages.end(), m_leading.begin(), m_leading.end());
        m_leading.clear();
        document.pages.push_back(page.id);
        if (seen.stamp)
            stamp(document, *seen.stamp);
    }

    std::vector<Document> take()
    {
        if (!m_leading.empty()) {
            Document blank;
            blank.pages = m_leading;
            m_documents.push_back(blank);
        }
        return std::move(m_documents);
    }

private:
    bool begins(const PageClass &seen) const
    {
        if (seen.blank || seen.unread || seen.continues)
            return false;
        const Document &open = m_documents.back();
        if (seen.byBody)
            return open.typeId != seen.type->id;
        if (seen.type)
            return seen.nationalTitle || open.typeId != seen.type->id;
        // The back of a card behind another paper is a paper of its own, behind its front it is not.
        if (seen.stamp && seen.stamp->kind == DocumentKind::Identity)
            return open.kind != DocumentKind::Identity;
        return seen.nationalTitle || !seen.title.isEmpty();
    }

    void begin(const PageClass &seen)
    {
        Document document;
        document.title = seen.title;
        document.confidence = seen.confidence;
        const DocumentType *type = seen.type;
        if (!type && seen.stamp && seen.stamp->kind == DocumentKind::Identity)
            type = seen.stamp;
        if (type) {
            document.typeId = type->id;
            document.kind = type->kind;
            if (document.title.isEmpty())
                document.title = type->title;
        } else {
            document.confidence = 0;
        }
        m_documents.push_back(std::move(document));
    }

    /// A certification on a contract or on a paper without a kind makes it a certified one. A paper that has a
    /// kind of its own (a birth certificate, a card) keeps it.
    void stamp(Document &document, const DocumentType &type) const
    {
        if (type.kind != DocumentKind::Result || document.kind != DocumentKind::Component)
            return;
        document.typeId = type.id;
        document.kind = type.kind;
        document.confidence = std::max(document.confidence, stampConfidence);
        if (document.title.isEmpty())
            document.title = type.title;
    }

    const Catalogue &m_catalogue;
    std::vector<Document> m_documents;
    std::vector<PageId> m_leading;
};

} // namespace

std::vector<Document> groupDocuments(const Catalogue &catalogue, const std::vector<Page> &pages)
{
    Grouping grouping(catalogue);
    for (const Page &page : pages) {
        if (!page.excluded)
            grouping.add(page);
    }
    return grouping.take();
}

} // namespace sohoa
