// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/package_signing.h"

#include "core/package/bag_writer.h"
#include "core/package/package_inspection.h"
#include "core/package/record_values.h"
#include "core/package/schema_check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr auto documentsFolder = "data/documents/"_L1;
constexpr auto textFolder = "data/text/"_L1;

using Archive = std::unique_ptr<archive, decltype(&archive_read_free)>;

tl::unexpected<Error> invalid(const QString &detail)
{
    return fail(ErrorCode::PackageInvalid, detail, {{u"violations"_s, u"1"_s}});
}

/// Calls `take(bytes)` with the content of the entry that is next.
template <class Take> Result<void> readEntry(archive *zip, const Take &take)
{
    std::array<char, 65536> buffer;
    for (;;) {
        const auto size = archive_read_data(zip, buffer.data(), buffer.size());
        if (size < 0)
            return invalid(QString::fromUtf8(archive_error_string(zip)));
        if (size == 0)
            return {};
        if (auto taken = take(QByteArray::fromRawData(buffer.data(), static_cast<qsizetype>(size))); !taken)
            return taken;
    }
}

Result<void> unpackEntry(archive *zip, const QString &path, const QString &folder, UnpackedPackage &package)
{
    const auto into = [](QByteArray &bytes) {
        return [&bytes](const QByteArray &more) -> Result<void> {
            bytes.append(more.constData(), more.size());
            return {};
        };
    };
    if (path == u"bag-info.txt")
        return readEntry(zip, into(package.bagInfo));
    if (path.startsWith(textFolder))
        return readEntry(zip, into(package.texts[path.mid(textFolder.size())]));
    if (!path.startsWith(documentsFolder))
        return {};
    const QString name = path.mid(documentsFolder.size());
    auto file = DurableFile::create(folder + u'/' + name);
    if (!file)
        return fail(file.error());
    if (auto read = readEntry(zip, [&file](const QByteArray &bytes) { return file->write(bytes); }); !read)
        return read;
    package.pdfs[name] = folder + u'/' + name;
    return file->commit();
}

BagInfo bagInfoOf(const QByteArray &bytes)
{
    BagInfo info;
    info.sourceOrganization = bagInfoValue(bytes, u"Source-Organization"_s);
    info.contactName = bagInfoValue(bytes, u"Contact-Name"_s);
    info.baggingDate = QDate::fromString(bagInfoValue(bytes, u"Bagging-Date"_s), Qt::ISODate);
    info.externalIdentifier = bagInfoValue(bytes, u"External-Identifier"_s);
    info.internalSenderIdentifier = bagInfoValue(bytes, u"Internal-Sender-Identifier"_s);
    info.softwareAgent = bagInfoValue(bytes, u"Bag-Software-Agent"_s);
    return info;
}

QJsonArray signatureRecords(const std::vector<SignatureRecord> &signatures)
{
    QJsonArray records;
    for (const SignatureRecord &signature : signatures)
        records.append(QJsonObject{
            {u"signer"_s, textOrNull(signature.signer, 200)},
            {u"signedAt"_s, signature.signedAt ? QJsonValue(signature.signedAt->toVietnamTime()) : QJsonValue()},
            {u"certificateSerial"_s, textOrNull(signature.certificateSerial, 100)},
            {u"status"_s, signature.status}});
    return records;
}

/// The record's documents with what is new of their files.
Result<QJsonArray> signedDocuments(const QJsonArray &documents, const QMap<QString, MeasuredFile> &pdfs,
                                   const QMap<QString, DocumentSignatures> &signatures)
{
    QJsonArray all;
    for (const QJsonValue &value : documents) {
        QJsonObject document = value.toObject();
        QJsonObject file = document[u"file"_s].toObject();
        const QString name = file[u"fileName"_s].toString();
        const auto measured = pdfs.constFind(name);
        if (measured == pdfs.constEnd())
            return invalid(u"document without its file"_s);
        file[u"sizeBytes"_s] = measured->bytes;
        file[u"sha256"_s] = measured->sha256;
        if (const auto its = signatures.constFind(name); its != signatures.constEnd()) {
            file[u"signatures"_s] = signatureRecords(its->signatures);
            document[u"signatureState"_s] = its->state;
        }
        document[u"file"_s] = file;
        all.append(document);
    }
    return all;
}

} // namespace

Result<UnpackedPackage> unpackPackage(const QString &path, const QString &folder)
{
    auto facts = inspectPackage(path);
    if (!facts)
        return fail(facts.error());
    if (!facts->violations.isEmpty())
        return invalid(facts->violations.front());
    UnpackedPackage package;
    package.packageId = facts->packageId;
    package.record = facts->record;
    const Archive zip(archive_read_new(), &archive_read_free);
    archive_read_support_format_zip_seekable(zip.get());
    constexpr size_t block = 65536;
    if (archive_read_open_filename(zip.get(), QFile::encodeName(path).constData(), block) != ARCHIVE_OK)
        return fail(ErrorCode::FileUnreadable, u"package"_s, {{u"path"_s, path}});
    // Names and types are those that the inspection has found safe.
    archive_entry *entry = nullptr;
    while (archive_read_next_header(zip.get(), &entry) == ARCHIVE_OK) {
        const QString name = QString::fromUtf8(archive_entry_pathname(entry));
        if (auto unpacked = unpackEntry(zip.get(), name.section(u'/', 1), folder, package); !unpacked)
            return fail(unpacked.error());
    }
    return package;
}

Result<PackageFile> rewritePackage(const UnpackedPackage &package,
                                   const QMap<QString, DocumentSignatures> &signatures, const QString &schemaFile,
                                   const QString &path)
{
    QMap<QString, MeasuredFile> pdfs;
    for (auto it = package.pdfs.cbegin(); it != package.pdfs.cend(); ++it) {
        auto measured = measureFile(it.value());
        if (!measured)
            return fail(measured.error());
        pdfs.insert(it.key(), *measured);
    }
    const auto documents = signedDocuments(package.record[u"documents"_s].toArray(), pdfs, signatures);
    if (!documents)
        return fail(documents.error());
    QJsonObject record = package.record;
    record[u"documents"_s] = *documents;
    const auto violations = schemaViolations(record, schemaFile);
    if (!violations)
        return fail(violations.error());
    if (!violations->isEmpty())
        return invalid(violations->front());

    auto file = DurableFile::create(path);
    if (!file)
        return fail(file.error());
    BagWriter bag(*file, package.packageId);
    if (auto added = bag.addPayload(u"data/dossier.json"_s, QJsonDocument(record).toJson()); !added)
        return fail(added.error());
    for (auto it = pdfs.cbegin(); it != pdfs.cend(); ++it)
        if (auto added = bag.addPayload(documentsFolder + it.key(), it.value()); !added)
            return fail(added.error());
    for (auto it = package.texts.cbegin(); it != package.texts.cend(); ++it)
        if (auto added = bag.addPayload(textFolder + it.key(), it.value()); !added)
            return fail(added.error());
    if (auto finished = bag.finish(bagInfoOf(package.bagInfo)); !finished)
        return fail(finished.error());
    if (auto committed = file->commit(); !committed)
        return fail(committed.error());
    return PackageFile{path, bag.zip().sha256(), bag.zip().bytes()};
}

} // namespace sohoa
