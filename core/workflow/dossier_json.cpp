// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/dossier_json.h"

#include <QJsonArray>

#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

double rounded(double confidence)
{
    return std::round(confidence * 1000) / 1000;
}

QJsonArray idsOf(const std::vector<PageId> &pages)
{
    QJsonArray ids;
    for (const PageId &page : pages)
        ids.append(page.toString());
    return ids;
}

QJsonObject fieldsToJson(const Fields &fields)
{
    QJsonObject json;
    for (auto it = fields.cbegin(); it != fields.cend(); ++it)
        json[it.key()] = fieldToJson(it.value());
    return json;
}

QJsonArray documentsToJson(const Dossier &dossier, const Catalogue &catalogue)
{
    QJsonArray documents;
    for (const Document &document : dossier.documents) {
        const DocumentType *type = catalogue.documentType(document.typeId);
        documents.append(QJsonObject{
            {u"document"_s, document.id.toString()},
            {u"document_type_id"_s, document.typeId},
            {u"document_type"_s, document.title.isEmpty() && type ? type->title : document.title},
            {u"kind"_s, toString(document.kind)},
            {u"confidence"_s, rounded(document.confidence)},
            {u"pages"_s, idsOf(document.pages)},
            {u"fields"_s, fieldsToJson(document.fields)},
        });
    }
    return documents;
}

QJsonArray componentsToJson(const std::vector<ComponentStatus> &components)
{
    QJsonArray array;
    for (const ComponentStatus &component : components)
        array.append(QJsonObject{
            {u"name"_s, component.name},
            {u"required"_s, component.required},
            {u"present"_s, component.present},
            {u"document_type_id"_s, component.documentTypeId},
            {u"pages"_s, idsOf(component.pages)},
        });
    return array;
}

QString printedTitle(const Dossier &dossier, const Catalogue &catalogue)
{
    for (const Document &document : dossier.documents)
        if (!dossier.documentTypeId.isEmpty() && document.typeId == dossier.documentTypeId &&
            !document.title.isEmpty())
            return document.title;
    const DocumentType *type = catalogue.documentType(dossier.documentTypeId);
    return type ? type->title : QString();
}

} // namespace

QJsonObject fieldToJson(const FieldValue &field)
{
    QJsonObject json{
        {u"value"_s, field.value},
        {u"confidence"_s, rounded(field.confidence)},
        {u"origin"_s, toString(field.origin)},
    };
    json[u"page"_s] = field.page.isNull() ? QJsonValue() : QJsonValue(field.page.toString());
    json[u"box"_s] = field.box.isEmpty() ? QJsonValue() : QJsonValue(boxToJson(field.box));
    if (!field.read.isEmpty())
        json[u"read"_s] = field.read;
    return json;
}

QJsonObject findingToJson(const Finding &finding, const std::function<QString(const Finding &)> &sentence)
{
    QJsonObject json{
        {u"rule"_s, finding.rule},
        {u"severity"_s, toString(finding.severity)},
        {u"message"_s, sentence(finding)},
        {u"field"_s, finding.field},
    };
    json[u"page"_s] = finding.page ? QJsonValue(finding.page->toString()) : QJsonValue();
    if (finding.other)
        json[u"other"_s] = finding.other->toString();
    if (!finding.overrideReason.isEmpty())
        json[u"override"_s] = finding.overrideReason;
    return json;
}

QJsonObject dossierToJson(const Dossier &dossier, const std::vector<Page> &pages, const DossierCheck &check,
                          const Catalogue &catalogue, const std::function<QString(const Finding &)> &sentence)
{
    std::vector<PageId> kept;
    std::vector<PageId> leftOut;
    for (const Page &page : pages)
        (page.excluded ? leftOut : kept).push_back(page.id);
    QJsonArray findings;
    for (const Finding &finding : check.findings)
        findings.append(findingToJson(finding, sentence));
    return {
        {u"dossier"_s, dossier.id.toString()},
        {u"state"_s, toString(dossier.state)},
        {u"revision"_s, dossier.revision},
        {u"batch"_s, dossier.batch.toString()},
        {u"boundary"_s, dossier.boundary},
        {u"boundary_confidence"_s, rounded(dossier.boundaryConfidence)},
        {u"pages"_s, idsOf(kept)},
        {u"left_out"_s, idsOf(leftOut)},
        {u"procedure"_s, QJsonObject{{u"code"_s, dossier.procedure.code},
                                     {u"confidence"_s, rounded(dossier.procedure.confidence)},
                                     {u"name"_s, dossier.procedure.name}}},
        {u"document_type"_s, printedTitle(dossier, catalogue)},
        {u"document_type_id"_s, dossier.documentTypeId},
        {u"fields"_s, fieldsToJson(dossier.fields)},
        {u"validity"_s, validityToJson(dossier.validity)},
        {u"documents"_s, documentsToJson(dossier, catalogue)},
        {u"components"_s, componentsToJson(check.components)},
        {u"quality"_s, QJsonObject{{u"live"_s, toString(check.lights.live)},
                                   {u"clean"_s, toString(check.lights.clean)},
                                   {u"complete"_s, toString(check.lights.complete)},
                                   {u"accurate"_s, toString(check.lights.accurate)},
                                   {u"findings"_s, findings}}},
        {u"package"_s, dossier.package ? QJsonValue(dossier.package->toString()) : QJsonValue()},
    };
}

} // namespace sohoa
