// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/document_record.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

QString validityWord(ValidityStatus status)
{
    switch (status) {
    case ValidityStatus::InForce:
        return u"valid"_s;
    case ValidityStatus::Expired:
        return u"expired"_s;
    case ValidityStatus::Replaced:
        return u"superseded"_s;
    case ValidityStatus::Revoked:
        return u"revoked"_s;
    case ValidityStatus::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QJsonValue dayOrNull(const std::optional<QDate> &date)
{
    return date ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue();
}

/// The result of which the dossier's summary and validity speak: of its type, or else the first. Another result
/// beside it (birth and parentage in one request) has its own number and date, or none.
bool isMainResult(const PackageInput &input, const Document &document)
{
    const Document *main = nullptr;
    for (const PackageDocument &candidate : input.documents) {
        if (candidate.document.kind != DocumentKind::Result)
            continue;
        const QString &type = input.dossier.documentTypeId;
        if (!main || (main->typeId != type && candidate.document.typeId == type))
            main = &candidate.document;
    }
    return main && main->id == document.id;
}

/// The document's own field; for the dossier's result first the summary, which is what the clerk corrects.
QString summary(const PackageInput &input, const Document &document, const QStringList &names, const QString &key)
{
    const QString summarized = isMainResult(input, document) ? input.dossier.value(key) : QString();
    return summarized.isEmpty() ? firstOf(document.fields, names + QStringList{key}) : summarized;
}

QString issuedDate(const PackageInput &input, const Document &document)
{
    return summary(input, document,
                   {u"copy_date"_s, u"registration_date"_s, u"certified_at"_s, u"form_date"_s, u"received_at"_s},
                   u"issue_date"_s);
}

/// "25/UBND-XNTTHN" is number 25 with the notation UBND-XNTTHN; "12/2023" is number 12 of a year, without
/// notation.
void addNumber(QJsonObject &json, const QString &number)
{
    static const QRegularExpression pattern(u"^\\s*(\\d{1,11})\\s*(?:/\\s*(.*))?$"_s);
    static const QRegularExpression year(u"^\\d{4}$"_s);
    const auto match = pattern.match(number);
    const QString notation = match.captured(2).trimmed();
    json[u"numberSymbolFull"_s] = codeOrNull(number, 60);
    json[u"codeNumber"_s] = codeOrNull(match.captured(1), 11);
    json[u"codeNotation"_s] = year.match(notation).hasMatch() ? QJsonValue() : codeOrNull(notation, 30);
}

void addValidity(QJsonObject &json, const PackageInput &input, const PackageDocument &document)
{
    const QDate asOf = input.approvedAt.vietnamDate();
    Validity validity = judged(input.dossier.validity, asOf);
    if (!isMainResult(input, document.document)) {
        // Only the result's validity was judged by the clerk; another paper has what follows from its type's rule.
        const auto date = PartialDate::parse(issuedDate(input, document.document));
        const auto stated = PartialDate::parse(firstOf(document.document.fields, {u"valid_until"_s}));
        const Validity proposed = proposeValidity(document.validityRule, date ? date->date() : std::nullopt,
                                                  stated ? stated->date() : std::nullopt, asOf);
        // A second result must not leave as unknown: then the clerk's word about the dossier's result counts.
        if (document.document.kind != DocumentKind::Result || proposed.status != ValidityStatus::Unknown)
            validity = proposed;
    }
    json[u"validityRule"_s] = textOrNull(document.validityRule, 200);
    json[u"validFrom"_s] = dayOrNull(validity.from);
    json[u"validTo"_s] = dayOrNull(validity.until);
    json[u"isPermanent"_s] = validity.basis == ValidityBasis::Indefinite;
    json[u"validityStatus"_s] = validityWord(validity.status);
    json[u"validityCheckedOn"_s] = asOf.toString(Qt::ISODate);
    json[u"validityCheckedBy"_s] = textOrNull(input.approvedBy, 200);
}

QJsonArray processingOf(const PageReading &reading, Dpi dpi)
{
    QJsonArray steps;
    if (reading.rotation != 0)
        steps.append(QJsonObject{{u"step"_s, u"rotate"_s}, {u"degrees"_s, reading.rotation}});
    if (reading.skewDeg != 0)
        steps.append(QJsonObject{{u"step"_s, u"deskew"_s}, {u"degrees"_s, reading.skewDeg}});
    if (!reading.crop.isEmpty() && dpi > 0)
        steps.append(QJsonObject{{u"step"_s, u"crop"_s}, {u"box"_s, boxInMillimetres(reading.crop, dpi)}});
    return steps;
}

QJsonObject pageRecord(const Page &page, const QString &colour)
{
    const Dpi dpi = dpiOf(page);
    QJsonObject json;
    json[u"pageUid"_s] = page.id.toString();
    json[u"sequence"_s] = page.sequence;
    json[u"sheetNo"_s] = QJsonValue();
    json[u"pageSide"_s] = QJsonValue();
    json[u"masterSha256"_s] = codeOrNull(page.masterSha256, 64);
    json[u"resolutionDpi"_s] = dpi > 0 ? QJsonValue(dpi) : QJsonValue();
    json[u"colour"_s] = colour;
    json[u"bitDepth"_s] = colour == u"rgb" ? 24 : colour == u"grey" ? 8 : 1;
    json[u"scale"_s] = 100;
    json[u"source"_s] = textOrNull(page.source, 200);
    json[u"capturedAt"_s] = page.capturedAt.toVietnamTime();
    json[u"foreign"_s] = false;
    json[u"suspect"_s] = QJsonArray::fromStringList(page.suspect);
    json[u"blank"_s] = page.reading ? QJsonValue(page.reading->blank) : QJsonValue();
    const int width = page.reading ? page.reading->width : page.width;
    const int height = page.reading ? page.reading->height : page.height;
    const QJsonArray size = dpi > 0 ? boxInMillimetres({0, 0, width, height}, dpi) : QJsonArray();
    json[u"pageSizeMm"_s] = size.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray{size[2], size[3]});
    json[u"hasTextLayer"_s] = page.reading && !page.reading->words.empty();
    // Our measure of how well a page can be read is how sure the reader was of its words.
    const bool read = page.reading && !page.reading->words.empty();
    json[u"legibility"_s] =
        read ? QJsonValue(static_cast<int>(std::lround(std::clamp(page.reading->confidence, 0.0, 1.0) * 100)))
             : QJsonValue();
    json[u"processing"_s] = page.reading ? processingOf(*page.reading, dpi) : QJsonArray();
    json[u"processingVersion"_s] = page.reading ? textOrNull(page.reading->version) : QJsonValue();
    return json;
}

QJsonObject fileRecord(const PackageInput &input, const PackageDocument &document, const MeasuredFile &pdf,
                       const std::vector<const Page *> &pages)
{
    QJsonObject json;
    const QString fileName = document.name + u".pdf"_s;
    json[u"fileUid"_s] =
        QUuid::createUuidV5(QUuid::fromString(input.id.toString()), fileName).toString(QUuid::WithoutBraces);
    json[u"fileName"_s] = fileName;
    json[u"path"_s] = u"data/documents/"_s + fileName;
    json[u"textPath"_s] = u"data/text/"_s + document.name + u".txt"_s;
    json[u"format"_s] = u"application/pdf"_s;
    json[u"formatVersion"_s] = u"PDF/A-2u (PDF 1.7)"_s;
    json[u"sizeBytes"_s] = pdf.bytes;
    json[u"sha256"_s] = pdf.sha256;
    json[u"hasTextLayer"_s] = std::any_of(pages.begin(), pages.end(), [](const Page *page) {
        return page->reading && !page->reading->words.empty();
    });
    int lowest = 0;
    std::optional<Instant> first;
    for (const Page *page : pages) {
        lowest = lowest == 0 ? dpiOf(*page) : std::min(lowest, dpiOf(*page));
        first = first ? std::min(*first, page->capturedAt) : page->capturedAt;
    }
    json[u"resolutionDpi"_s] = lowest > 0 ? QJsonValue(lowest) : QJsonValue();
    json[u"scannerModel"_s] = textOrNull(input.scannerModel, 200);
    json[u"scannerSerial"_s] = textOrNull(input.scannerSerial, 100);
    json[u"digitizedBy"_s] = textOrNull(input.digitizedBy.isEmpty() ? input.approvedBy : input.digitizedBy, 200);
    json[u"digitizedAt"_s] = first ? QJsonValue(first->toVietnamTime()) : QJsonValue();
    json[u"signatures"_s] = QJsonArray();
    return json;
}

} // namespace

QJsonObject validityRecord(const Validity &validity)
{
    QJsonObject json;
    json[u"status"_s] = validityWord(validity.status);
    json[u"basis"_s] = validity.basis == ValidityBasis::None ? QJsonValue() : QJsonValue(toString(validity.basis));
    json[u"from"_s] = dayOrNull(validity.from);
    json[u"until"_s] = dayOrNull(validity.until);
    json[u"months"_s] = validity.basis == ValidityBasis::Months ? QJsonValue(validity.months) : QJsonValue();
    json[u"event"_s] = textOrNull(validity.event, 500);
    return json;
}

QJsonObject documentRecord(const PackageInput &input, const PackageDocument &packed, const MeasuredFile &pdf,
                           const PersonRecords &persons)
{
    const Document &document = packed.document;
    std::vector<const Page *> pages;
    QJsonArray pageRecords;
    for (const PageId &id : document.pages) {
        if (const Page *page = findPage(input, id); page && !page->excluded) {
            pages.push_back(page);
            pageRecords.append(pageRecord(*page, packed.colour));
        }
    }
    QJsonObject json;
    json[u"documentUid"_s] = document.id.toString();
    json[u"kind"_s] = toString(document.kind);
    json[u"docTypeId"_s] = codeOrNull(document.typeId, 100);
    json[u"docTypeConfidence"_s] = std::round(std::clamp(document.confidence, 0.0, 1.0) * 1000) / 10;
    json[u"nationalDocTypeCode"_s] = codeOrNull(packed.nationalDocTypeCode, 200);
    // A paper of unknown type has no title, and the receiving side demands one.
    const QString title = document.title.trimmed().isEmpty() ? u"Giấy tờ chưa xác định loại"_s : document.title;
    json[u"title"_s] = textOrNull(title);
    addNumber(json, summary(input, document, {u"number_symbol"_s, u"certification_number"_s}, u"number"_s));
    json[u"registerBook"_s] = codeOrNull(firstOf(document.fields, {u"register_no"_s, u"book"_s}), 100);
    json[u"issuedDate"_s] = partialDate(issuedDate(input, document));
    json[u"organName"_s] = textOrNull(
        summary(input, document, {u"copy_agency"_s, u"issuing_agency"_s, u"registering_agency"_s, u"issuer"_s},
                u"agency"_s),
        200);
    json[u"issuingUnit"_s] = document.kind == DocumentKind::Result ? unitRef(input.competentAgency) : QJsonValue();
    // Papers without an abstract are described by their title, as the archive rules want a subject for each.
    const QString subject = summary(input, document, {}, u"abstract"_s);
    json[u"subject"_s] = textOrNull(subject.trimmed().isEmpty() ? title : subject, 500);
    json[u"signerName"_s] = textOrNull(firstOf(document.fields, {u"signer_name"_s, u"signatory_name"_s}), 50);
    json[u"signerPosition"_s] = textOrNull(firstOf(document.fields, {u"signer_position"_s}), 100);
    addValidity(json, input, packed);
    json[u"purpose"_s] = textOrNull(firstOf(document.fields, {u"purpose"_s}), 500);
    json[u"ownerRefs"_s] = persons.ownersOf(document.id);
    json[u"componentRef"_s] = packed.componentIndex ? QJsonValue(*packed.componentIndex) : QJsonValue();
    json[u"originality"_s] = codeOrNull(packed.originality, 50);
    json[u"sheetCount"_s] = QJsonValue();
    json[u"pageCount"_s] = static_cast<qint64>(pages.size());
    json[u"language"_s] = u"01"_s;
    json[u"accessMode"_s] = QJsonValue();
    json[u"confidenceLevel"_s] = u"02"_s;
    json[u"fields"_s] = fieldValues(document.fields, input);
    json[u"signatureState"_s] = packed.signatureState;
    json[u"reviewState"_s] = u"approved"_s;
    json[u"file"_s] = fileRecord(input, packed, pdf, pages);
    json[u"pages"_s] = pageRecords;
    return json;
}

} // namespace sohoa
