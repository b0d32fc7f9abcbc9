// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/layout.h"

#include "core/base/text.h"
#include "core/recognition/grouping.h"
#include "core/recognition/identity_card.h"
#include "core/recognition/page_text.h"
#include "core/recognition/person_mentions.h"
#include "core/recognition/value_reader.h"

#include <QSet>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// First values, set on invented stacks and the samples: how sure a begin is by what speaks for it.
constexpr double strangerWithForm = 0.93;   ///< An application that names others than the papers before.
constexpr double strangerWithResult = 0.85; ///< Another paper that does.
constexpr double formAgain = 0.8;           ///< The application can hardly be read, but there is one already.
constexpr double formAfterResult = 0.75;    ///< … or what an application ends with is there already.
constexpr double resultAgain = 0.7;         ///< The same kind of result once more, or one of another matter.
constexpr double otherRequest = 0.7;        ///< The same person asks for something else.

/// What one paper says about whose it is.
struct Owner {
    QStringList names;
    QSet<QString> ids;
    QString text; ///< Folded, single blanks.
};

/// What the open dossier holds so far.
struct Holdings {
    QStringList names;
    QSet<QString> ids;
    QString text;
    QSet<QString> forms;      ///< Kinds of applications.
    QSet<QString> results;    ///< Kinds of results.
    QSet<QString> kinds;      ///< Of all its papers.
    QSet<QString> procedures; ///< Of all its papers.
    bool empty = true;
};

bool isForm(const DocumentType *type)
{
    return type && type->kind == DocumentKind::Component &&
           (type->id.startsWith(u"form_") || type->id.startsWith(u"application_"));
}

bool nearlySameId(const QString &one, const QString &other)
{
    if (one.size() != other.size())
        return false;
    int wrong = 0;
    for (qsizetype i = 0; i < one.size(); ++i)
        wrong += one[i] == other[i] ? 0 : 1;
    return wrong <= 1;
}

bool shares(const Owner &paper, const Holdings &open)
{
    for (const QString &id : paper.ids) {
        if (std::any_of(open.ids.begin(), open.ids.end(), [&](const QString &o) { return nearlySameId(id, o); }))
            return true;
    }
    for (const QString &name : paper.names) {
        if (open.text.contains(name) || std::any_of(open.names.begin(), open.names.end(),
                                                    [&](const QString &o) { return isSameName(name, o); }))
            return true;
    }
    return std::any_of(open.names.begin(), open.names.end(),
                       [&](const QString &name) { return paper.text.contains(name); });
}

class Layout {
public:
    Layout(const Catalogue &catalogue, const std::vector<Page> &pages)
        : m_catalogue(catalogue)
        , m_pages(pages)
    {
    }

    std::vector<LayoutBoundary> boundaries()
    {
        for (const Document &document : groupDocuments(m_catalogue, m_pages)) {
            const DocumentType *type = m_catalogue.documentType(document.typeId);
            const Owner owner = ownerOf(document);
            const double begin = m_open.empty ? 0 : beginsAnew(document, type, owner);
            if (begin > 0) {
                m_found.push_back({document.pages.front(), begin});
                m_open = {};
            }
            take(type, owner);
        }
        return std::move(m_found);
    }

private:
    Owner ownerOf(const Document &document) const
    {
        Owner owner;
        std::vector<PageText> texts;
        for (const PageId &id : document.pages) {
            const auto page =
                std::find_if(m_pages.begin(), m_pages.end(), [&](const Page &p) { return p.id == id; });
            texts.emplace_back(m_catalogue, *page);
            if (const auto card = identityCardOn(m_catalogue, *page)) {
                owner.names.append(foldToCapitals(card->name));
                owner.ids.insert(card->personalId);
            }
        }
        std::vector<const PageText *> views;
        for (const PageText &text : texts) {
            views.push_back(&text);
            owner.names += personsOn(m_catalogue, text);
            owner.ids.unite(idsOn(text));
            owner.text += collapseBlanks(text.folded()) + u' ';
        }
        const Fields fields = readFields(m_catalogue, views, document.typeId);
        for (auto field = fields.cbegin(); field != fields.cend(); ++field) {
            const QString name = foldToCapitals(collapseBlanks(field->value));
            if (field.key().endsWith(u"_name") && name.count(u' ') >= 2 && !owner.names.contains(name) &&
                !field.key().startsWith(u"business") && !field.key().startsWith(u"signer"))
                owner.names.append(name);
        }
        return owner;
    }

    double beginsAnew(const Document &document, const DocumentType *type, const Owner &owner) const
    {
        if (document.kind == DocumentKind::Process || document.kind == DocumentKind::Identity ||
            (!type && document.title.isEmpty()))
            return 0;
        const bool form = isForm(type);
        if (shares(owner, m_open)) {
            const QSet<QString> procedures =
                type ? QSet<QString>(type->procedureCodes.begin(), type->procedureCodes.end()) : QSet<QString>();
            const bool another = form && !procedures.isEmpty() && !m_open.results.isEmpty() &&
                                 !m_open.forms.isEmpty() && !m_open.procedures.intersects(procedures);
            return another ? otherRequest : 0;
        }
        const bool named = !owner.names.isEmpty() || !owner.ids.isEmpty();
        const bool openNamed = !m_open.names.isEmpty() || !m_open.ids.isEmpty();
        // Lists and minutes come one behind the other.
        if (type && !form && type->kind == DocumentKind::Component && m_open.kinds.contains(type->id))
            return 0;
        if (named && openNamed)
            return form ? strangerWithForm : strangerWithResult;
        const bool related = !type || type->procedureCodes.isEmpty() ||
                             std::any_of(type->procedureCodes.begin(), type->procedureCodes.end(),
                                         [this](const QString &code) { return m_open.procedures.contains(code); });
        if (form && m_open.forms.contains(type->id))
            return formAgain;
        // An old result that can hardly be read lies before or behind the application that is about it.
        if (form)
            return m_open.results.isEmpty() || (related && m_open.forms.isEmpty()) ? 0 : formAfterResult;
        const bool result = type && type->kind == DocumentKind::Result && !m_open.results.isEmpty();
        return result && (!related || m_open.results.contains(type->id)) ? resultAgain : 0;
    }

    void take(const DocumentType *type, const Owner &owner)
    {
        m_open.empty = false;
        m_open.names += owner.names;
        m_open.ids.unite(owner.ids);
        m_open.text += owner.text;
        if (!type)
            return;
        m_open.kinds.insert(type->id);
        if (isForm(type))
            m_open.forms.insert(type->id);
        if (type->kind == DocumentKind::Result)
            m_open.results.insert(type->id);
        m_open.procedures.unite(QSet<QString>(type->procedureCodes.begin(), type->procedureCodes.end()));
    }

    const Catalogue &m_catalogue;
    const std::vector<Page> &m_pages;
    Holdings m_open;
    std::vector<LayoutBoundary> m_found;
};

} // namespace

std::vector<LayoutBoundary> layoutBoundaries(const Catalogue &catalogue, const std::vector<Page> &pages)
{
    return Layout(catalogue, pages).boundaries();
}

} // namespace sohoa
