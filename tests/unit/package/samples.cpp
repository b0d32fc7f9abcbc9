// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/package/samples.h"

#include "core/base/durable_file.h"
#include "core/base/installation.h"
#include "core/package/document_name.h"
#include "core/pdf/pdf_writer.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <archive.h>
#include <archive_entry.h>
#include <turbojpeg.h>

#include <array>
#include <memory>

namespace sohoa::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageWidth = 124;
constexpr int pageHeight = 175;
constexpr Dpi pageDpi = 200;

template <class Identity> Identity id(int number)
{
    return *Identity::fromString(u"0190a000-0000-7000-8000-%1"_s.arg(number, 12, 10, QChar(u'0')));
}

QString tinyJpeg(const QTemporaryDir &folder)
{
    const QString path = folder.filePath(u"trang.jpg"_s);
    const QByteArray pixels(qsizetype{pageWidth} * pageHeight * 3, '\xE0');
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    const tjhandle handle = tjInitCompress();
    REQUIRE(tjCompress2(handle, reinterpret_cast<const unsigned char *>(pixels.constData()), pageWidth, 0,
                        pageHeight, TJPF_RGB, &bytes, &size, TJSAMP_444, 80, 0) == 0);
    tjDestroy(handle);
    const QByteArray jpeg(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    tjFree(bytes);
    REQUIRE_OK(writeDurably(path, jpeg));
    return path;
}

Page samplePage(int number)
{
    Page page;
    page.id = id<PageId>(100 + number);
    page.batch = id<BatchId>(2);
    page.sequence = number;
    page.source = u"fujitsu:fi-7160"_s;
    page.masterSha256 = QString(64, QChar(u'a'));
    page.dpi = pageDpi;
    page.width = pageWidth;
    page.height = pageHeight;
    page.capturedAt = FakeClock().now();
    PageReading reading;
    reading.width = pageWidth;
    reading.height = pageHeight;
    reading.dpi = pageDpi;
    reading.rotation = 180;
    reading.skewDeg = 0.8;
    reading.crop = {2, 2, pageWidth - 4, pageHeight - 4};
    reading.confidence = 0.93;
    reading.words = {Word{u"Giấy"_s, {10, 10, 30, 12}, 0.93, 0}};
    reading.version = u"deskew/1 crop/1"_s;
    page.reading = reading;
    return page;
}

PackageDocument sampleDocument(const QTemporaryDir &folder, const Document &document, const QString &code,
                               int number)
{
    PackageDocument packed;
    packed.document = document;
    packed.name = documentFileName(code, number, document.typeId, 1);
    packed.pdfFile = folder.filePath(packed.name + u".pdf"_s);
    packed.text = u"Giấy xác nhận tình trạng hôn nhân\n"_s;
    PdfMetadata metadata;
    metadata.title = u"Giấy tờ"_s;
    metadata.created = FakeClock().now();
    const PdfPage page{tinyJpeg(folder), pageWidth, pageHeight, pageDpi, {}, {}};
    const auto written = writePdf(metadata, std::vector<PdfPage>(document.pages.size(), page), packed.pdfFile);
    REQUIRE_OK(written);
    packed.pdfSha256 = written->sha256;
    return packed;
}

} // namespace

QString pathTemplate()
{
    return QDir::tempPath() + u"/gói hồ sơ XXXXXX"_s;
}

QString schemaFile()
{
    return resourcePath(u"schema/dossier.schema.json"_s);
}

void setField(Fields &fields, const QString &name, const QString &value, FieldOrigin origin)
{
    FieldValue field;
    field.value = value;
    field.confidence = origin == FieldOrigin::Clerk ? 1 : 0.9;
    field.origin = origin;
    fields[name] = field;
}

PackageInput bareInput(const QTemporaryDir &folder)
{
    const Instant approved = FakeClock().now();
    PackageInput input;
    input.id = id<PackageId>(1);
    input.dossier.id = id<DossierId>(3);
    input.dossier.procedure = {u"1.004873"_s, u"Cấp Giấy xác nhận tình trạng hôn nhân"_s, 1, FieldOrigin::Clerk};
    Fields &fields = input.dossier.fields;
    setField(fields, u"issue_date"_s, u"2026-08-22"_s);
    setField(fields, u"agency"_s, u"UBND xã Hồng Thái, huyện Bình Gia"_s);
    setField(fields, u"person_name"_s, u"Hoàng Thị Ngọc Lan"_s);
    setField(fields, u"abstract"_s, u"Xác nhận tình trạng hôn nhân"_s);
    input.dossier.validity = *parseValidity(u"indefinite"_s, QDate(2026, 8, 22), approved.vietnamDate());
    for (int number = 0; number < 2; ++number) {
        Page page = samplePage(number);
        page.reading.reset();
        page.masterSha256.clear();
        input.pages.push_back(page);
    }
    Document result;
    result.id = id<DocumentId>(10);
    result.kind = DocumentKind::Result;
    result.pages = {input.pages[0].id};
    Document unknown;
    unknown.id = id<DocumentId>(11);
    unknown.pages = {input.pages[1].id};
    input.localCode = u"LOCAL-"_s + input.dossier.id.toString();
    input.documents = {sampleDocument(folder, result, input.localCode, 1),
                       sampleDocument(folder, unknown, input.localCode, 2)};
    input.documents[1].text.clear();
    input.software = u"Sohoa 0.1.0"_s;
    input.approvedBy = u"lan"_s;
    input.approvedAt = approved;
    return input;
}

PackageInput fullInput(const QTemporaryDir &folder)
{
    PackageInput input = bareInput(folder);
    input.localCode.clear();
    input.dossier.batch = id<BatchId>(2);
    input.dossier.documentTypeId = u"marital_status_certificate"_s;
    Fields &fields = input.dossier.fields;
    setField(fields, u"number"_s, u"25/UBND-XNTTHN"_s, FieldOrigin::Ocr);
    setField(fields, u"personal_id"_s, u"020186001234"_s, FieldOrigin::Qr);
    setField(fields, u"birth_date"_s, u"1986-07"_s, FieldOrigin::Ocr);
    setField(fields, u"dossier_code"_s, u"000.00.16.H37-230821-0003"_s, FieldOrigin::Barcode);
    setField(fields, u"received_at"_s, u"2026-08-21"_s, FieldOrigin::Ocr);
    fields[u"number"_s].page = id<PageId>(100);
    fields[u"number"_s].box = {20, 40, 50, 10};
    input.pages = {samplePage(0), samplePage(1), samplePage(2), samplePage(3)};
    input.pages[3].excluded = true;
    Document result = input.documents[0].document;
    result.typeId = u"marital_status_certificate"_s;
    result.title = u"Giấy xác nhận tình trạng hôn nhân"_s;
    result.confidence = 0.97;
    result.pages = {input.pages[0].id, input.pages[1].id};
    setField(result.fields, u"signer_name"_s, u"Nguyễn Văn A"_s, FieldOrigin::Ocr);
    Document form = input.documents[1].document;
    form.typeId = u"marital_status_form"_s;
    form.title = u"Tờ khai cấp Giấy xác nhận tình trạng hôn nhân"_s;
    form.pages = {input.pages[2].id};
    setField(form.fields, u"declarant_name"_s, u"Hoàng Thị Ngọc Lan"_s, FieldOrigin::Ocr);
    setField(form.fields, u"form_date"_s, u"2026-08"_s, FieldOrigin::Ocr);
    const QString code = input.dossier.value(u"dossier_code"_s);
    input.documents = {sampleDocument(folder, result, code, 1), sampleDocument(folder, form, code, 2)};
    input.documents[0].validityRule = u"months_from_issue:6"_s;
    input.documents[0].nationalDocTypeCode = u"KQ.G15.000038"_s;
    input.documents[0].originality = u"original"_s;
    input.documents[1].componentIndex = 1;
    input.components = {{u"Tờ khai"_s, true, true, form.typeId, form.pages}, {u"Khác"_s, false, false, {}, {}}};
    Finding finding;
    finding.rule = u"LIVE-03"_s;
    finding.page = input.pages[0].id;
    finding.overrideReason = u"đã xem bản giấy"_s;
    input.findings = {finding};
    input.dossier.overrides = {{u"LIVE-03"_s, u"đã xem bản giấy"_s}};
    input.procedure = {u"1.004873.000.00.00.H37"_s, u"HT"_s, u"Hộ tịch"_s, u"commune"_s};
    input.receivingAgency = {u"06115"_s, u"2025-06-30"_s, u"UBND xã Hồng Thái"_s};
    input.competentAgency = input.receivingAgency;
    input.holderAgency = {u"06115"_s, {}, u"UBND xã Tân Văn"_s};
    input.dossierStatus = u"resolved"_s;
    input.retention = u"02"_s;
    input.paperLocation = u"Kho 1, giá 3, hộp 12"_s;
    input.sourceOrganization = u"UBND xã Tân Văn"_s;
    input.contactName = u"lan"_s;
    input.station = u"may-01"_s;
    input.scannerModel = u"fi-7160"_s;
    return input;
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

QJsonObject recordOf(const PackageInput &input, const QTemporaryDir &folder)
{
    const auto written = writePackage(input, schemaFile(), folder.path());
    REQUIRE_OK(written);
    const auto inspected = inspectPackage(written->path, schemaFile());
    REQUIRE_OK(inspected);
    CHECK(inspected->violations == QStringList());
    return inspected->record;
}

std::vector<ZipEntry> readZip(const QString &path, bool inOnePass)
{
    const std::unique_ptr<archive, decltype(&archive_read_free)> zip(archive_read_new(), &archive_read_free);
    if (inOnePass)
        archive_read_support_format_zip_streamable(zip.get());
    else
        archive_read_support_format_zip_seekable(zip.get());
    REQUIRE(archive_read_open_filename(zip.get(), QFile::encodeName(path).constData(), 4096) == ARCHIVE_OK);
    std::vector<ZipEntry> entries;
    archive_entry *entry = nullptr;
    int status = ARCHIVE_OK;
    while ((status = archive_read_next_header(zip.get(), &entry)) == ARCHIVE_OK) {
        ZipEntry read{archive_entry_pathname(entry), {}};
        std::array<char, 4096> buffer;
        la_ssize_t size = 0;
        while ((size = archive_read_data(zip.get(), buffer.data(), buffer.size())) > 0)
            read.bytes.append(buffer.data(), static_cast<qsizetype>(size));
        REQUIRE(size == 0);
        entries.push_back(read);
    }
    REQUIRE(status == ARCHIVE_EOF);
    return entries;
}

void writeZip(const QString &path, const std::vector<ZipEntry> &entries, const char *compression)
{
    const std::unique_ptr<archive, decltype(&archive_write_free)> zip(archive_write_new(), &archive_write_free);
    archive_write_set_format_zip(zip.get());
    REQUIRE(archive_write_set_format_option(zip.get(), "zip", "compression", compression) == ARCHIVE_OK);
    REQUIRE(archive_write_open_filename(zip.get(), QFile::encodeName(path).constData()) == ARCHIVE_OK);
    for (const ZipEntry &given : entries) {
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                                  &archive_entry_free);
        archive_entry_set_pathname(entry.get(), given.name.constData());
        archive_entry_set_filetype(entry.get(), given.type);
        archive_entry_set_perm(entry.get(), 0644);
        if (!given.link.isEmpty())
            archive_entry_set_symlink(entry.get(), given.link.constData());
        archive_entry_set_size(entry.get(), given.bytes.size());
        REQUIRE(archive_write_header(zip.get(), entry.get()) == ARCHIVE_OK);
        REQUIRE(archive_write_data(zip.get(), given.bytes.constData(), static_cast<size_t>(given.bytes.size())) ==
                given.bytes.size());
    }
    REQUIRE(archive_write_close(zip.get()) == ARCHIVE_OK);
}

std::optional<Said> run(const QString &program, const QStringList &arguments, const QString &folder)
{
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return std::nullopt;
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(path, arguments);
    REQUIRE(process.waitForFinished(60'000));
    return Said{process.exitCode(), process.readAllStandardOutput()};
}

} // namespace sohoa::test
