// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/dossier_record.h"

#include "core/package/document_record.h"
#include "core/package/person_record.h"

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// A value that stands on any paper of the dossier: receipts carry the days of reception and return.
QString anywhere(const PackageInput &input, const QString &name)
{
    if (const QString own = input.dossier.value(name); !own.isEmpty())
        return own;
    for (const PackageDocument &document : input.documents)
        if (const QString value = document.document.fields.value(name).value; !value.isEmpty())
            return value;
    return {};
}

/// The level is of the catalogue, which knows also procedures of ministries and of units that are gone; the
/// receiving side has three levels.
QJsonValue levelOrNull(const QString &level)
{
    const bool isKnown = level == u"province" || level == u"district" || level == u"commune";
    return isKnown ? QJsonValue(level) : QJsonValue();
}

QJsonObject identification(const PackageInput &input, const PersonRecords &persons)
{
    const Dossier &dossier = input.dossier;
    QJsonObject json;
    json[u"dossierUid"_s] = dossier.id.toString();
    json[u"dossierCode"_s] = codeOrNull(dossier.value(u"dossier_code"_s), 50);
    json[u"localCode"_s] = codeOrNull(input.localCode, 50);
    json[u"procedureCode"_s] = codeOrNull(dossier.procedure.code, 50);
    json[u"procedureCodeRaw"_s] = codeOrNull(input.procedure.codeRaw, 100);
    json[u"procedureName"_s] = textOrNull(dossier.procedure.name);
    json[u"fieldCode"_s] = codeOrNull(input.procedure.fieldCode, 50);
    json[u"fieldName"_s] = textOrNull(input.procedure.fieldName, 200);
    json[u"levelAtTime"_s] = levelOrNull(input.procedure.levelAtTime);
    json[u"receivingAgency"_s] = unitRef(input.receivingAgency);
    json[u"competentAgency"_s] = unitRef(input.competentAgency);
    json[u"holderAgency"_s] = unitRef(input.holderAgency);
    json[u"agencyCode"_s] = codeOrNull(input.agencyCode, 35);
    json[u"receivedAt"_s] = wholeDate(anywhere(input, u"received_at"_s));
    json[u"dueAt"_s] = wholeDate(anywhere(input, u"due_at"_s));
    json[u"returnedAt"_s] = wholeDate(anywhere(input, u"returned_at"_s));
    json[u"applicant"_s] = persons.applicant();
    json[u"ownerKind"_s] = persons.ownerKind();
    json[u"ownerId"_s] = persons.ownerId();
    json[u"dossierStatus"_s] = codeOrNull(input.dossierStatus, 50);
    json[u"paperLocation"_s] = textOrNull(input.paperLocation, 500);
    json[u"retention"_s] = codeOrNull(input.retention, 50);
    json[u"campaignId"_s] = codeOrNull(input.campaignId, 100);
    json[u"teamId"_s] = codeOrNull(input.teamId, 100);
    json[u"batchId"_s] = codeOrNull(dossier.batch.toString(), 36);
    json[u"batchName"_s] = textOrNull(input.batchName, 200);
    json[u"docTypeId"_s] = codeOrNull(dossier.documentTypeId, 100);
    json[u"fields"_s] = fieldValues(dossier.fields, input);
    return json;
}

QJsonArray components(const PackageInput &input)
{
    QJsonArray list;
    for (const ComponentStatus &component : input.components) {
        QJsonArray pages;
        for (const PageId &page : component.pages)
            pages.append(page.toString());
        list.append(QJsonObject{{u"name"_s, textOrNull(component.name)},
                                {u"required"_s, component.required},
                                {u"present"_s, component.present},
                                {u"docTypeId"_s, codeOrNull(component.documentTypeId, 100)},
                                {u"pageUids"_s, pages}});
    }
    return list;
}

QJsonObject quality(const PackageInput &input)
{
    QJsonArray findings;
    for (const Finding &finding : input.findings)
        findings.append(
            QJsonObject{{u"rule"_s, finding.rule},
                        {u"severity"_s, toString(finding.severity)},
                        {u"pageUid"_s, finding.page ? QJsonValue(finding.page->toString()) : QJsonValue()},
                        {u"field"_s, textOrNull(finding.field, 100)},
                        {u"overrideReason"_s, textOrNull(finding.overrideReason, 1000)}});
    QJsonArray overrides;
    for (auto it = input.dossier.overrides.begin(); it != input.dossier.overrides.end(); ++it)
        overrides.append(QJsonObject{{u"rule"_s, it.key()}, {u"reason"_s, textOrNull(it.value(), 1000)}});
    return {{u"findings"_s, findings}, {u"overrides"_s, overrides}};
}

QJsonObject provenance(const PackageInput &input)
{
    QJsonArray excluded;
    for (const Page &page : input.pages)
        if (page.excluded)
            excluded.append(QJsonObject{{u"pageUid"_s, page.id.toString()},
                                        {u"masterSha256"_s, codeOrNull(page.masterSha256, 64)}});
    return {{u"station"_s, textOrNull(input.station, 200)},
            {u"software"_s, textOrNull(input.software, 200)},
            {u"approvedBy"_s, textOrNull(input.approvedBy, 200)},
            {u"approvedAt"_s, input.approvedAt.toVietnamTime()},
            {u"createdAt"_s, input.dossier.createdAt.toVietnamTime()},
            {u"procedureOrigin"_s, toString(input.dossier.procedure.origin)},
            {u"validityByClerk"_s, input.dossier.validityByClerk},
            {u"excludedPages"_s, excluded}};
}

} // namespace

QJsonObject dossierRecord(const PackageInput &input, const std::vector<MeasuredFile> &pdfs)
{
    const PersonRecords persons(input);
    QJsonArray documents;
    for (size_t i = 0; i < input.documents.size(); ++i)
        documents.append(documentRecord(input, input.documents[i], pdfs.at(i), persons));
    return {{u"schemaVersion"_s, QString::fromLatin1(recordVersion)},
            {u"packageId"_s, input.id.toString()},
            {u"revision"_s, input.dossier.revision},
            {u"dossier"_s, identification(input, persons)},
            {u"persons"_s, persons.persons()},
            {u"documents"_s, documents},
            {u"components"_s, components(input)},
            {u"validity"_s, validityRecord(judged(input.dossier.validity, input.approvedAt.vietnamDate()))},
            {u"quality"_s, quality(input)},
            {u"provenance"_s, provenance(input)}};
}

} // namespace sohoa
