// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "tests/support/catch.h"
#include "tests/unit/package/samples.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <map>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    const auto bytes = readFile(path, 1 << 24);
    REQUIRE_OK(bytes);
    return *bytes;
}

} // namespace

TEST_CASE("The same dossier gives the same bytes", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const PackageInput input = fullInput(folder);
    const auto first = writePackage(input, schemaFile(), folder.path());
    REQUIRE_OK(first);
    REQUIRE(QDir(folder.path()).mkdir(u"lần hai"_s));
    const auto second = writePackage(input, schemaFile(), folder.filePath(u"lần hai"_s));
    REQUIRE_OK(second);
    const QByteArray bytes = bytesOf(first->path);
    CHECK(bytes == bytesOf(second->path));
    CHECK(first->sha256.toLatin1() == sha256(bytes));
    CHECK(first->bytes == bytes.size());
    CHECK(QFileInfo(first->path).fileName() == input.id.toString() + u".zip"_s);

    PackageInput other = input;
    setField(other.dossier.fields, u"number"_s, u"26/UBND-XNTTHN"_s);
    const auto third = writePackage(other, schemaFile(), folder.filePath(u"lần hai"_s));
    REQUIRE_OK(third);
    CHECK(third->sha256 != first->sha256);
}

TEST_CASE("The package is a valid bag by a reading of its own", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const PackageInput input = fullInput(folder);
    const auto written = writePackage(input, schemaFile(), folder.path());
    REQUIRE_OK(written);
    const bool inOnePass = GENERATE(false, true);
    std::map<QByteArray, QByteArray> files;
    const QByteArray bag = input.id.toString().toLatin1() + '/';
    for (const ZipEntry &entry : readZip(written->path, inOnePass)) {
        REQUIRE(entry.name.startsWith(bag));
        REQUIRE(files.emplace(entry.name.mid(bag.size()), entry.bytes).second);
    }
    const QByteArray stem = "000.00.16.H37-230821-0003.00";
    const QByteArray first = stem + "1_marital_status_certificate_V1";
    const QByteArray second = stem + "2_marital_status_form_V1";
    std::vector<QByteArray> names;
    names.reserve(files.size());
    for (const auto &[name, bytes] : files)
        names.push_back(name);
    CHECK(names == std::vector<QByteArray>{"bag-info.txt", "bagit.txt", "data/documents/" + first + ".pdf",
                                           "data/documents/" + second + ".pdf", "data/dossier.json",
                                           "data/text/" + first + ".txt", "data/text/" + second + ".txt",
                                           "manifest-sha256.txt", "tagmanifest-sha256.txt"});
    CHECK(files["bagit.txt"] == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    QByteArray payload;
    QByteArray tags;
    qint64 payloadBytes = 0;
    for (const auto &[name, bytes] : files) {
        (name.startsWith("data/") ? payload : tags) +=
            name == "tagmanifest-sha256.txt" ? QByteArray() : sha256(bytes) + "  " + name + '\n';
        payloadBytes += name.startsWith("data/") ? bytes.size() : 0;
    }
    CHECK(files["manifest-sha256.txt"] == payload);
    CHECK(files["tagmanifest-sha256.txt"] == tags);
    CHECK(files["bag-info.txt"].contains("Payload-Oxum: " + QByteArray::number(payloadBytes) + ".5\n"));
    CHECK(files["bag-info.txt"].contains("Bagging-Date: 2026-11-23\n"));
    CHECK(files["bag-info.txt"].contains("External-Identifier: " + input.id.toString().toLatin1() + '\n'));
    CHECK(files["data/documents/" + first + ".pdf"] == bytesOf(input.documents[0].pdfFile));
}

TEST_CASE("The machine's own programs accept the package", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const PackageInput input = fullInput(folder);
    const auto written = writePackage(input, schemaFile(), folder.path());
    REQUIRE_OK(written);
    const auto tested = run(u"unzip"_s, {u"-t"_s, written->path}, folder.path());
    if (!tested) {
        WARN("unzip is not installed");
        return;
    }
    CAPTURE(tested->out);
    CHECK(tested->exitCode == 0);
    REQUIRE(run(u"unzip"_s, {u"-q"_s, written->path}, folder.path())->exitCode == 0);
    const QString bag = folder.filePath(input.id.toString());
    for (const QString &manifest : {u"manifest-sha256.txt"_s, u"tagmanifest-sha256.txt"_s})
        if (const auto checked = run(u"sha256sum"_s, {u"--strict"_s, u"-c"_s, manifest}, bag)) {
            CAPTURE(checked->out);
            CHECK(checked->exitCode == 0);
        }
}

TEST_CASE("Names in the package carry no personal data", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const auto written = writePackage(fullInput(folder), schemaFile(), folder.path());
    REQUIRE_OK(written);
    for (const ZipEntry &entry : readZip(written->path)) {
        const QByteArray name = entry.name.toLower();
        CAPTURE(name);
        for (const QByteArray word : {"hoang", "ngoc", "lan", "020186001234", "nguyen"})
            CHECK_FALSE(name.contains(word));
    }
}

TEST_CASE("What inspection finds is what was written", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const PackageInput input = fullInput(folder);
    const auto written = writePackage(input, schemaFile(), folder.path());
    REQUIRE_OK(written);
    const auto inspected = inspectPackage(written->path, schemaFile());
    REQUIRE_OK(inspected);
    CHECK(inspected->violations == QStringList());
    CHECK(inspected->packageId == input.id.toString());
    CHECK(inspected->sha256 == written->sha256);
    CHECK(inspected->bytes == written->bytes);
    CHECK(inspected->payloadFiles == 5);
    CHECK(inspected->record[u"documents"_s].toArray().size() == 2);
}

TEST_CASE("A package that is refused leaves no file", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const QTemporaryDir target(pathTemplate());
    PackageInput input = bareInput(folder);
    QString fault;
    SECTION("no id")
    {
        input.id = {};
        fault = u"no package id"_s;
    }
    SECTION("no documents")
    {
        input.documents.clear();
        fault = u"no documents"_s;
    }
    SECTION("name with a path")
    {
        input.documents[0].name = u"../a"_s;
        fault = u"document with a name that is not allowed"_s;
    }
    SECTION("name with a line break at its end")
    {
        input.documents[0].name = u"a\n"_s;
        fault = u"document with a name that is not allowed"_s;
    }
    SECTION("one name twice, but for capitals")
    {
        input.documents[0].name = u"a"_s;
        input.documents[1].name = u"A"_s;
        fault = u"two documents of one name"_s;
    }
    SECTION("a document without pages")
    {
        input.documents[1].document.pages.clear();
        fault = u"document without pages"_s;
    }
    SECTION("a page of elsewhere")
    {
        input.pages.pop_back();
        fault = u"document with a page that is not of the dossier"_s;
    }
    SECTION("a PDF that is not the one approved")
    {
        input.documents[1].pdfSha256 = QString(64, u'0');
        fault = input.documents[1].name + u".pdf is not the file that was approved"_s;
    }
    SECTION("no procedure")
    {
        input.dossier.procedure = {};
        fault = u"no procedure"_s;
    }
    SECTION("nobody who approved")
    {
        input.approvedBy = u" "_s;
        fault = u"nobody who approved it"_s;
    }
    SECTION("no code at all")
    {
        input.localCode.clear();
        fault = u"neither dossier code nor local code"_s;
    }
    SECTION("result of unknown validity")
    {
        input.dossier.validity = {};
        fault = u"validity of the result unknown"_s;
    }
    SECTION("number that nobody could take")
    {
        setField(input.dossier.fields, u"number"_s, QString(61, u'1'));
        fault = u"number longer than 60 characters"_s;
    }
    SECTION("dossier code that nobody could take")
    {
        setField(input.dossier.fields, u"dossier_code"_s, QString(51, u'1'));
        fault = u"dossier code longer than 50 characters"_s;
    }
    const auto written = writePackage(input, schemaFile(), target.path());
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code == ErrorCode::PackageInvalid);
    CHECK(written.error().detail == fault);
    CHECK(written.error().args.value(u"violations"_s) == u"1");
    CHECK(QDir(target.path()).isEmpty(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot));
}

TEST_CASE("What cannot be read or written is said", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = bareInput(folder);
    SECTION("PDF")
    {
        input.documents[0].pdfFile = folder.filePath(u"không có.pdf"_s);
        const auto written = writePackage(input, schemaFile(), folder.path());
        REQUIRE_FALSE(written.has_value());
        CHECK(written.error().code == ErrorCode::FileUnreadable);
        CHECK(written.error().args.value(u"path"_s) == input.documents[0].pdfFile);
    }
    SECTION("schema")
    {
        const QString schema = folder.filePath(u"lược đồ.json"_s);
        CHECK(writePackage(input, schema, folder.path()).error().code == ErrorCode::FileUnreadable);
        REQUIRE_OK(writeDurably(schema, "[1, 2"));
        CHECK(writePackage(input, schema, folder.path()).error().args.value(u"path"_s) == schema);
    }
    SECTION("folder")
    {
        const auto written = writePackage(input, schemaFile(), folder.filePath(u"không có"_s));
        REQUIRE_FALSE(written.has_value());
        CHECK(written.error().code == ErrorCode::FileUnwritable);
    }
    SECTION("an older package stays when the new one is refused")
    {
        const auto written = writePackage(input, schemaFile(), folder.path());
        REQUIRE_OK(written);
        input.documents[0].pdfSha256 = QString(64, u'0');
        CHECK_FALSE(writePackage(input, schemaFile(), folder.path()).has_value());
        CHECK(inspectPackage(written->path)->sha256 == written->sha256);
    }
}
