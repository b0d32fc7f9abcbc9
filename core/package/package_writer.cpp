// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/package_writer.h"

#include "core/base/text.h"
#include "core/package/bag_writer.h"
#include "core/package/dossier_record.h"
#include "core/package/record_values.h"
#include "core/package/schema_check.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype violationsInDetail = 5;
// Of the receiving side (domain handbook, "Metadata of a digitized dossier").
constexpr qsizetype longestCode = 50;
constexpr qsizetype longestNumber = 60;

tl::unexpected<Error> invalid(const QStringList &violations)
{
    return fail(ErrorCode::PackageInvalid, violations.mid(0, violationsInDetail).join(u"; "_s),
                {{u"violations"_s, QString::number(violations.size())}});
}

/// What the schema would also refuse, but in words that say what to do.
QStringList dossierFaults(const PackageInput &input)
{
    const Dossier &dossier = input.dossier;
    QStringList faults;
    const auto demand = [&faults](bool isFulfilled, const QString &fault) {
        if (!isFulfilled)
            faults += fault;
    };
    demand(!input.id.isNull(), u"no package id"_s);
    demand(!dossier.id.isNull(), u"no dossier id"_s);
    demand(!dossier.procedure.code.isEmpty() && !dossier.procedure.name.trimmed().isEmpty(), u"no procedure"_s);
    demand(!input.approvedBy.trimmed().isEmpty(), u"nobody who approved it"_s);
    demand(!input.documents.empty(), u"no documents"_s);
    const QString code = dossier.value(u"dossier_code"_s).trimmed();
    demand(!code.isEmpty() || !input.localCode.trimmed().isEmpty(), u"neither dossier code nor local code"_s);
    // Identifiers of the result are never shortened nor left out: the clerk has to look at them.
    demand(code.size() <= longestCode && input.localCode.trimmed().size() <= longestCode,
           u"dossier code longer than %1 characters"_s.arg(longestCode));
    demand(dossier.value(u"number"_s).trimmed().size() <= longestNumber,
           u"number longer than %1 characters"_s.arg(longestNumber));
    const bool hasResult =
        std::any_of(input.documents.begin(), input.documents.end(), [](const PackageDocument &document) {
            return document.document.kind == DocumentKind::Result;
        });
    demand(!hasResult || dossier.validity.status != ValidityStatus::Unknown, u"validity of the result unknown"_s);
    return faults;
}

QStringList documentFaults(const PackageInput &input)
{
    static const QRegularExpression safeName(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9_][A-Za-z0-9._-]{0,115}"_s));
    QStringList faults;
    QSet<QString> names;
    for (const PackageDocument &document : input.documents) {
        if (!safeName.match(document.name).hasMatch())
            faults += u"document with a name that is not allowed"_s;
        // Whoever unpacks the bag on Windows must not lose one of them.
        if (names.contains(document.name.toLower()))
            faults += u"two documents of one name"_s;
        names.insert(document.name.toLower());
        if (document.document.pages.empty())
            faults += u"document without pages"_s;
        for (const PageId &page : document.document.pages)
            if (!findPage(input, page))
                faults += u"document with a page that is not of the dossier"_s;
    }
    return faults;
}

Result<std::vector<MeasuredFile>> measurePdfs(const PackageInput &input)
{
    std::vector<MeasuredFile> pdfs;
    pdfs.reserve(input.documents.size());
    for (const PackageDocument &document : input.documents) {
        auto measured = measureFile(document.pdfFile);
        if (!measured)
            return fail(measured.error());
        if (!document.pdfSha256.isEmpty() && document.pdfSha256 != measured->sha256)
            return invalid({u"%1.pdf is not the file that was approved"_s.arg(document.name)});
        pdfs.push_back(std::move(*measured));
    }
    return pdfs;
}

BagInfo bagInfo(const PackageInput &input)
{
    BagInfo info;
    info.sourceOrganization = input.sourceOrganization;
    info.contactName = input.contactName;
    info.baggingDate = input.approvedAt.vietnamDate();
    info.externalIdentifier = input.id.toString();
    info.internalSenderIdentifier = input.dossier.id.toString();
    info.softwareAgent = input.software;
    return info;
}

Result<void> fill(BagWriter &bag, const PackageInput &input, const std::vector<MeasuredFile> &pdfs,
                  const QJsonObject &record)
{
    if (auto added = bag.addPayload(u"data/dossier.json"_s, QJsonDocument(record).toJson()); !added)
        return added;
    for (size_t i = 0; i < input.documents.size(); ++i) {
        const PackageDocument &document = input.documents[i];
        if (auto added = bag.addPayload(u"data/documents/"_s + document.name + u".pdf"_s, pdfs[i]); !added)
            return added;
        if (auto added =
                bag.addPayload(u"data/text/"_s + document.name + u".txt"_s, toNfc(document.text).toUtf8());
            !added)
            return added;
    }
    return bag.finish(bagInfo(input));
}

} // namespace

Result<PackageFile> writePackage(const PackageInput &input, const QString &schemaFile, const QString &folder)
{
    if (const QStringList faults = dossierFaults(input) + documentFaults(input); !faults.isEmpty())
        return invalid(faults);
    const auto pdfs = measurePdfs(input);
    if (!pdfs)
        return fail(pdfs.error());
    const QJsonObject record = dossierRecord(input, *pdfs);
    const auto violations = schemaViolations(record, schemaFile);
    if (!violations)
        return fail(violations.error());
    if (!violations->isEmpty())
        return invalid(*violations);

    const QString path = folder + u'/' + input.id.toString() + u".zip"_s;
    auto file = DurableFile::create(path);
    if (!file)
        return fail(file.error());
    BagWriter bag(*file, input.id.toString());
    if (auto filled = fill(bag, input, *pdfs, record); !filled)
        return fail(filled.error());
    if (auto committed = file->commit(); !committed)
        return fail(committed.error());
    return PackageFile{path, bag.zip().sha256(), bag.zip().bytes()};
}

} // namespace sohoa
