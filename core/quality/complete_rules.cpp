// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"
#include "core/catalogue/component_match.h"
#include "core/catalogue/personal_id.h"
#include "core/quality/case.h"
#include "core/quality/check.h"

#include <QSet>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// Levels of government, and with them many procedures, changed on this day (Law 72/2025/QH15).
const QDate endOfDistricts(2025, 7, 1);

/// A decision about many persons names none of them as its own.
bool isAboutMany(const DocumentType *type)
{
    return type && type->fields.contains(u"list_entries"_s);
}

void checkProcedure(QualityCase &subject)
{
    const QString code = subject.dossier.procedure.code;
    const Procedure *procedure = subject.catalogue.procedure(code);
    if (!procedure) {
        subject.find(u"FULL-01"_s, {{u"code"_s, code}});
        return;
    }
    const auto issued = PartialDate::parse(subject.dossier.value(u"issue_date"_s));
    const auto day = issued ? issued->date() : std::nullopt;
    if (procedure->level == u"historic" && day && *day >= endOfDistricts)
        subject.find(u"FULL-01"_s, {{u"code"_s, code}}).severity = Severity::Warning;
}

void checkComponents(QualityCase &subject)
{
    const Procedure *procedure = subject.catalogue.procedure(subject.dossier.procedure.code);
    if (!procedure)
        return;
    const std::vector<ComponentStatus> components = componentsOf(subject.dossier, subject.catalogue);
    for (size_t i = 0; i < components.size(); ++i) {
        if (components[i].present || procedure->components[i].shownOnly)
            continue;
        Finding &finding = subject.find(u"FULL-03"_s, {{u"component"_s, components[i].name}});
        // What is only likely to be asked for must not hold a dossier back.
        const bool blocks = components[i].required && procedure->rulesConfidence == Confidence::Sure;
        finding.severity = blocks ? Severity::Blocking : Severity::Warning;
    }
}

void checkOwner(QualityCase &subject)
{
    if (isAboutMany(subject.resultType()))
        return;
    const QString id = subject.dossier.value(u"personal_id"_s);
    const bool byId = parsePersonalId(id).has_value() || isOldIdNumber(id);
    const bool byName =
        !subject.dossier.value(u"person_name"_s).isEmpty() && !subject.dossier.value(u"birth_date"_s).isEmpty();
    if (!byId && !byName)
        subject.find(u"FULL-11"_s);
}

} // namespace

QStringList mandatoryFields(const Dossier &dossier, const Catalogue &catalogue)
{
    const DocumentType *type = catalogue.documentType(dossier.documentTypeId);
    QStringList fields;
    if (type && !type->numberPatterns.isEmpty())
        fields << u"number"_s;
    fields << u"issue_date"_s << u"agency"_s;
    if (!isAboutMany(type))
        fields << u"person_name"_s;
    fields << u"abstract"_s;
    return fields;
}

void checkComplete(QualityCase &subject)
{
    checkProcedure(subject);
    const Document *result = subject.result();
    if (!result || result->pages.empty())
        subject.find(u"FULL-02"_s);
    checkComponents(subject);
    for (const QString &field : mandatoryFields(subject.dossier, subject.catalogue)) {
        if (subject.dossier.value(field).trimmed().isEmpty())
            subject.findField(u"FULL-06"_s, field);
    }
    checkOwner(subject);
}

std::vector<ComponentStatus> componentsOf(const Dossier &dossier, const Catalogue &catalogue)
{
    std::vector<ComponentStatus> components;
    const Procedure *procedure = catalogue.procedure(dossier.procedure.code);
    if (!procedure)
        return components;
    QSet<const Document *> taken; // one paper is one component
    for (const ProcedureComponent &wanted : procedure->components) {
        ComponentStatus status;
        status.name = wanted.name;
        status.required = wanted.required();
        for (const Document &document : dossier.documents) {
            if (taken.contains(&document) || document.pages.empty() || document.kind == DocumentKind::Result ||
                !fulfils(catalogue, document, wanted))
                continue;
            taken.insert(&document);
            status.present = true;
            status.documentTypeId = document.typeId;
            status.pages = document.pages;
            break;
        }
        components.push_back(std::move(status));
    }
    return components;
}

} // namespace sohoa
