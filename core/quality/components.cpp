// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/component_match.h"
#include "core/quality/check.h"

namespace sohoa {

namespace {

/// Gives each component a paper of its own as far as possible: an earlier component moves to another paper that
/// suits it as well when only this one suits a later one. Components that come first never lose theirs.
class Assignment {
public:
    Assignment(const Dossier &dossier, const std::vector<ProcedureComponent> &components,
               const Catalogue &catalogue)
        : m_suits(components.size())
        , m_component(dossier.documents.size())
    {
        for (size_t c = 0; c < components.size(); ++c) {
            for (size_t d = 0; d < dossier.documents.size(); ++d) {
                const Document &document = dossier.documents[d];
                if (document.kind != DocumentKind::Result && fulfils(catalogue, document, components[c]))
                    m_suits[c].push_back(d);
            }
        }
    }

    void place(size_t component)
    {
        std::vector<bool> seen(m_component.size(), false);
        tryPlace(component, seen);
    }

    std::optional<size_t> documentOf(size_t component) const
    {
        for (size_t d = 0; d < m_component.size(); ++d) {
            if (m_component[d] == component)
                return d;
        }
        return std::nullopt;
    }

private:
    bool tryPlace(size_t component, std::vector<bool> &seen)
    {
        for (const size_t document : m_suits[component]) {
            if (seen[document])
                continue;
            seen[document] = true;
            if (!m_component[document] || tryPlace(*m_component[document], seen)) {
                m_component[document] = component;
                return true;
            }
        }
        return false;
    }

    std::vector<std::vector<size_t>> m_suits;
    std::vector<std::optional<size_t>> m_component; ///< Of each document.
};

} // namespace

std::vector<ComponentStatus> componentsOf(const Dossier &dossier, const Catalogue &catalogue)
{
    const Procedure *procedure = catalogue.procedure(dossier.procedure.code);
    if (!procedure)
        return {};
    const auto &components = procedure->components;
    Assignment assignment(dossier, components, catalogue);
    for (const bool required : {true, false}) {
        for (size_t c = 0; c < components.size(); ++c) {
            if (components[c].required() == required)
                assignment.place(c);
        }
    }
    std::vector<ComponentStatus> statuses;
    for (size_t c = 0; c < components.size(); ++c) {
        ComponentStatus status;
        status.name = components[c].name;
        status.required = components[c].required();
        if (const auto d = assignment.documentOf(c)) {
            status.present = true;
            status.documentTypeId = dossier.documents[*d].typeId;
            status.pages = dossier.documents[*d].pages;
        }
        statuses.push_back(status);
    }
    return statuses;
}

} // namespace sohoa
