// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/check.h"
#include "core/quality/word_checks.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

bool hasNumber(const Dossier &dossier, const Catalogue &catalogue)
{
    const DocumentType *type = catalogue.documentType(dossier.documentTypeId);
    if (!type || type->numberPatterns.isEmpty())
        return false;
    // Without a result, Dossier::documentTypeId is that of another paper.
    const auto &documents = dossier.documents;
    return documents.empty() ? type->kind == DocumentKind::Result
                             : std::any_of(documents.begin(), documents.end(), [&](const Document &document) {
                                   return document.kind == DocumentKind::Result && document.typeId == type->id;
                               });
}

} // namespace

QStringList mandatoryFields(const Dossier &dossier, const Catalogue &catalogue)
{
    QStringList fields = {u"issue_date"_s, u"agency"_s, u"person_name"_s, u"abstract"_s};
    if (hasNumber(dossier, catalogue))
        fields.prepend(u"number"_s);
    return fields;
}

namespace quality {

namespace {

/// Whose paper it is: a number, or name, birth date and home together (Circular 01/2023).
bool isOwnerKnown(const Fields &fields)
{
    static const QStringList homes = {u"home_town"_s,         u"residence"_s,      u"permanent_residence"_s,
                                      u"subject_residence"_s, u"last_residence"_s, u"husband_residence"_s};
    if (!valueOf(fields, u"personal_id"_s).isEmpty())
        return true;
    return !valueOf(fields, u"person_name"_s).isEmpty() && !valueOf(fields, u"birth_date"_s).isEmpty() &&
           std::any_of(homes.begin(), homes.end(),
                       [&](const QString &home) { return !valueOf(fields, home).isEmpty(); });
}

void checkComponents(const Subject &subject, const Procedure &procedure, Findings &findings)
{
    const std::vector<ComponentStatus> statuses = componentsOf(subject.dossier, subject.catalogue);
    for (size_t i = 0; i < statuses.size(); ++i) {
        if (statuses[i].present)
            continue;
        const bool shownOnly = procedure.components[i].shownOnly;
        findings.push_back(finding(shownOnly ? u"FULL-04"_s : u"FULL-03"_s,
                                   statuses[i].required ? Severity::Warning : Severity::Info,
                                   {{u"name"_s, statuses[i].name}}));
    }
}

} // namespace

void checkComplete(const Subject &subject, Findings &findings)
{
    const Dossier &dossier = subject.dossier;
    const Procedure *procedure = subject.catalogue.procedure(dossier.procedure.code);
    if (!procedure)
        findings.push_back(finding(u"FULL-01"_s, Severity::Blocking, {{u"code"_s, dossier.procedure.code}}));
    const auto isResult = [](const Document &document) { return document.kind == DocumentKind::Result; };
    if (std::none_of(dossier.documents.begin(), dossier.documents.end(), isResult))
        findings.push_back(finding(u"FULL-02"_s, Severity::Warning));
    if (procedure)
        checkComponents(subject, *procedure, findings);
    for (const QString &field : mandatoryFields(dossier, subject.catalogue)) {
        if (valueOf(dossier.fields, field).isEmpty())
            findings.push_back(fieldFinding(u"FULL-06"_s, Severity::Blocking, dossier.fields, field));
    }
    if (!isOwnerKnown(dossier.fields))
        findings.push_back(fieldFinding(u"FULL-11"_s, Severity::Warning, dossier.fields, u"personal_id"_s));
}

} // namespace quality

} // namespace sohoa
