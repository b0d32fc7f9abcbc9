// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/approval_service.h"

#include "core/package/document_name.h"
#include "core/package/dossier_record.h"
#include "core/package/package_signing.h"
#include "core/pdf/pdf_writer.h"
#include "core/quality/check.h"
#include "core/recognition/learned.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

QString software()
{
    return u"Sohoa "_s + QStringLiteral(SOHOA_VERSION);
}

/// The code under which files are named: the printed one, else a local one that nobody takes for official.
QString localCode(const Dossier &dossier)
{
    return u"LOCAL-"_s + dossier.id.toString();
}

QString fileCode(const Dossier &dossier)
{
    const QString printed = dossier.value(u"dossier_code"_s);
    return printed.isEmpty() ? localCode(dossier) : printed;
}

/// The part of a document's file name that stands for the dossier: safe as the name of a folder.
QString folderName(const QString &code)
{
    const QString name = documentFileName(code, 1, {}, 1);
    return name.left(name.indexOf(u".001_"_s));
}

QString titleOf(const Document &document, const Catalogue &catalogue)
{
    if (!document.title.isEmpty())
        return document.title;
    const DocumentType *type = catalogue.documentType(document.typeId);
    return type ? type->title : u"Giấy tờ"_s;
}

/// PDFs, texts and record of a package as files.
Result<QStringList> exportPackage(const QString &package, const QString &folder)
{
    const auto parts = unpackPackage(package, folder);
    if (!parts)
        return fail(parts.error());
    QStringList files = parts->pdfs.values();
    QMap<QString, QByteArray> texts = parts->texts;
    texts.insert(u"dossier.json"_s, QJsonDocument(parts->record).toJson());
    for (auto it = texts.cbegin(); it != texts.cend(); ++it) {
        files.append(folder + u'/' + it.key());
        if (auto written = writeDurably(files.back(), it.value()); !written)
            return fail(written.error());
    }
    return files;
}

} // namespace

Result<void> ApprovalService::setOverrides(const DossierId &id, const QMap<QString, QString> &overrides)
{
    auto dossier = m_context.store->dossiers().find(id);
    if (!dossier)
        return fail(dossier.error());
    for (auto it = overrides.cbegin(); it != overrides.cend(); ++it) {
        const QualityRule *rule = qualityRule(it.key());
        if (!rule || (rule->severity == Severity::Blocking && !rule->blockingOverridable) ||
            it.value().trimmed().isEmpty())
            return fail(ErrorCode::OverrideForbidden, u"approve"_s, {{u"rule"_s, it.key()}});
        dossier->overrides[it.key()] = it.value().trimmed();
    }
    return m_context.store->dossiers().update(*dossier);
}

Result<void> ApprovalService::approve(const DossierId &id, const QMap<QString, QString> &overrides)
{
    Store &store = *m_context.store;
    QString written;
    const auto approved = store.database().transaction([&]() -> Result<void> {
        const auto before = store.dossiers().find(id);
        if (!before)
            return fail(before.error());
        if (before->state != DossierState::Review)
            return fail(ErrorCode::StateForbids, u"approve"_s,
                        {{u"state"_s, toString(before->state)}, {u"action"_s, u"approve"_s}});
        if (!overrides.isEmpty()) {
            if (auto set = setOverrides(id, overrides); !set)
                return set;
        }
        const auto check = m_dossiers.check(id);
        if (!check)
            return fail(check.error());
        QStringList rules;
        for (const Finding &finding : blockingFindings(check->findings))
            if (!rules.contains(finding.rule))
                rules.append(finding.rule);
        if (!rules.isEmpty())
            return fail(ErrorCode::FindingsBlock, u"approve"_s, {{u"rules"_s, rules.join(u", "_s)}});
        const auto package = store.dossiers().changeState(id, DossierState::Approved, m_context.config.actor);
        if (!package)
            return fail(package.error());
        if (!*package)
            return fail(ErrorCode::Internal, u"approved without a package id"_s);
        const auto dossier = store.dossiers().find(id);
        const auto pages = store.pages().ofDossier(id);
        if (!dossier || !pages)
            return fail(!dossier ? dossier.error() : pages.error());
        std::vector<LearnedRow> lessons;
        for (const LearnedValue &lesson : lessonsOf(*dossier))
            lessons.push_back({toString(lesson.kind), lesson.value, lesson.context, lesson.confirmed});
        if (auto learned = store.learned().add(lessons); !learned)
            return learned;

        const QTemporaryDir folder(store.temporaryFolder() + u"/package-XXXXXX"_s);
        if (!folder.isValid())
            return fail(ErrorCode::FileUnwritable, folder.errorString(), {{u"path"_s, store.temporaryFolder()}});
        const Instant now = m_context.clock.now();
        auto documents = writeDocuments(*dossier, *pages, folder.path(), now);
        if (!documents)
            return fail(documents.error());
        const auto file =
            writePackage(packageInput(*dossier, *pages, std::move(*documents), *check, **package, now),
                         m_context.config.packageSchema, store.packagesFolder());
        if (!file)
            return fail(file.error());
        written = file->path;
        return {};
    });
    if (!approved && !written.isEmpty())
        QFile::remove(written); // its row was not written; fsck would find it if this failed as well
    return approved;
}

Result<void> ApprovalService::reopen(const DossierId &id)
{
    auto moved = m_context.store->dossiers().changeState(id, DossierState::Review, m_context.config.actor);
    if (!moved)
        return fail(moved.error());
    return {};
}

Result<QStringList> ApprovalService::exportTo(const DossierId &id, const QString &folder)
{
    const auto dossier = m_context.store->dossiers().find(id);
    const auto pages = m_context.store->pages().ofDossier(id);
    const auto check = m_dossiers.check(id);
    if (!dossier || !pages || !check)
        return fail(!dossier ? dossier.error() : !pages ? pages.error() : check.error());
    const QString target = folder + u'/' + folderName(fileCode(*dossier));
    if (!QDir().mkpath(target))
        return fail(ErrorCode::FileUnwritable, u"mkdir"_s, {{u"path"_s, target}});
    // What was packed may be signed: it goes out as it is. Where its bytes were cleared away it is written anew.
    if (dossier->package && dossier->state != DossierState::Review) {
        const QString package = m_context.store->packagePath(dossier->package->toString() + u".zip"_s);
        if (QFile::exists(package))
            return exportPackage(package, target);
    }
    auto documents = writeDocuments(*dossier, *pages, target, dossier->changedAt);
    if (!documents)
        return fail(documents.error());
    QStringList files;
    for (const PackageDocument &document : *documents) {
        files.append(document.pdfFile);
        const QString text = target + u'/' + document.name + u".txt"_s;
        if (auto written = writeDurably(text, document.text.toUtf8()); !written)
            return fail(written.error());
        files.append(text);
    }
    std::vector<MeasuredFile> pdfs;
    for (const PackageDocument &document : *documents) {
        auto measured = measureFile(document.pdfFile);
        if (!measured)
            return fail(measured.error());
        pdfs.push_back(std::move(*measured));
    }
    // A dossier that is not approved yet has no package; its own id stands in for it.
    const PackageId package = dossier->package.value_or(PackageId(QUuid(id.toString())));
    const QJsonObject record = dossierRecord(
        packageInput(*dossier, *pages, std::move(*documents), *check, package, dossier->changedAt), pdfs);
    const QString recordFile = target + u"/dossier.json"_s;
    if (auto written = writeDurably(recordFile, QJsonDocument(record).toJson()); !written)
        return fail(written.error());
    files.append(recordFile);
    return files;
}

Result<std::vector<PackageDocument>> ApprovalService::writeDocuments(const Dossier &dossier,
                                                                     const std::vector<Page> &pages,
                                                                     const QString &folder, Instant created) const
{
    std::vector<PackageDocument> written;
    for (const Document &document : dossier.documents) {
        std::vector<PdfPage> sheets;
        QStringList text;
        for (const PageId &pageId : document.pages) {
            const auto page = std::ranges::find(pages, pageId, &Page::id);
            if (page == pages.end() || page->excluded)
                continue;
            if (!page->reading)
                return fail(ErrorCode::StateForbids, u"page not read yet"_s,
                            {{u"state"_s, toString(page->state)}, {u"action"_s, u"approve"_s}});
            PdfPage sheet;
            const QString layers = m_context.store->pageLayersPath(pageId);
            sheet.imageFile = QFileInfo::exists(layers) ? layers : m_context.store->pageImagePath(pageId);
            sheet.width = page->reading->width;
            sheet.height = page->reading->height;
            sheet.dpi = page->reading->dpi;
            sheet.words = page->reading->words;
            sheets.push_back(std::move(sheet));
            text.append(page->reading->text);
        }
        if (sheets.empty())
            continue;
        const bool isResult = document.kind == DocumentKind::Result;
        PdfMetadata metadata;
        metadata.title = titleOf(document, m_context.catalogue);
        metadata.dossierCode = fileCode(dossier);
        metadata.procedureCode = dossier.procedure.code;
        metadata.procedureName = dossier.procedure.name;
        metadata.documentType = document.typeId;
        metadata.agency = dossier.value(u"agency"_s);
        metadata.producer = software();
        metadata.created = created;
        if (isResult) {
            metadata.author = dossier.value(u"agency"_s);
            metadata.subject = dossier.value(u"abstract"_s);
            metadata.number = dossier.value(u"number"_s);
            metadata.issueDate = dossier.value(u"issue_date"_s);
        }
        PackageDocument file;
        file.document = document;
        file.name = documentFileName(fileCode(dossier), static_cast<int>(written.size()) + 1, document.typeId,
                                     dossier.revision);
        file.pdfFile = folder + u'/' + file.name + u".pdf"_s;
        file.text = text.join(u"\n\n"_s);
        const auto pdf = writePdf(metadata, sheets, file.pdfFile);
        if (!pdf)
            return fail(pdf.error());
        file.pdfSha256 = pdf->sha256;
        if (const DocumentType *type = m_context.catalogue.documentType(document.typeId))
            file.validityRule = type->validityRule;
        if (const Procedure *procedure = m_context.catalogue.procedure(dossier.procedure.code);
            procedure && isResult && !procedure->resultCodes.isEmpty())
            file.nationalDocTypeCode = procedure->resultCodes.front();
        written.push_back(std::move(file));
    }
    if (written.empty())
        return fail(ErrorCode::NothingToDo, u"no page left to approve"_s);
    return written;
}

PackageInput ApprovalService::packageInput(const Dossier &dossier, std::vector<Page> pages,
                                           std::vector<PackageDocument> documents, const DossierCheck &check,
                                           const PackageId &package, Instant approvedAt)
{
    PackageInput input;
    input.id = package;
    input.dossier = dossier;
    input.pages = std::move(pages);
    input.documents = std::move(documents);
    input.components = check.components;
    input.findings = check.findings;
    if (const Procedure *procedure = m_context.catalogue.procedure(dossier.procedure.code)) {
        input.procedure.codeRaw = procedure->code;
        input.procedure.fieldName = procedure->field;
        input.procedure.levelAtTime = procedure->level.section(u'|', 0, 0);
    }
    if (dossier.value(u"dossier_code"_s).isEmpty())
        input.localCode = localCode(dossier);
    const QString agency = dossier.value(u"agency"_s);
    input.receivingAgency.name = agency;
    input.competentAgency.name = agency;
    input.holderAgency.name = m_context.config.agency.isEmpty() ? agency : m_context.config.agency;
    input.dossierStatus = u"resolved"_s;
    input.sourceOrganization = input.holderAgency.name;
    input.contactName = m_context.config.actor;
    input.station = m_context.config.stationName;
    input.software = software();
    input.digitizedBy = m_context.config.actor;
    input.approvedBy = m_context.config.actor;
    input.approvedAt = approvedAt;
    if (const auto batch = m_context.store->batches().find(dossier.batch)) {
        input.batchName = batch->name;
        input.paperLocation = batch->place;
    }
    return input;
}

} // namespace sohoa
