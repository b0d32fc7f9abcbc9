// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "tests/support/catch.h"
#include "tests/unit/package/samples.h"

#include <sys/stat.h>

#include <algorithm>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr unsigned symbolicLink = 0120000; ///< AE_IFLNK

/// The entries of a good package, to be spoiled.
struct Sample {
    QTemporaryDir folder{pathTemplate()};
    PackageInput input = bareInput(folder);
    QByteArray bag = input.id.toString().toLatin1() + '/';
    std::vector<ZipEntry> entries;

    Sample()
    {
        const auto written = writePackage(input, schemaFile(), folder.path());
        REQUIRE_OK(written);
        entries = readZip(written->path);
    }

    ZipEntry &entry(const QByteArray &name)
    {
        const auto found = std::find_if(entries.begin(), entries.end(),
                                        [&](const ZipEntry &one) { return one.name == bag + name; });
        REQUIRE(found != entries.end());
        return *found;
    }

    void remove(const QByteArray &name) { entries.erase(entries.begin() + (&entry(name) - entries.data())); }

    void add(const QByteArray &name, const QByteArray &bytes = "x", unsigned type = 0100000)
    {
        entries.push_back({name, bytes, type, {}});
    }

    Result<PackageInspection> inspect(const char *compression = "deflate") const
    {
        const QString path = folder.filePath(u"lạ.zip"_s);
        writeZip(path, entries, compression);
        return inspectPackage(path, schemaFile());
    }

    QStringList violations() const
    {
        const auto inspected = inspect();
        REQUIRE_OK(inspected);
        return inspected->violations;
    }

    void checkRefused(const QString &detail) const
    {
        const auto inspected = inspect();
        REQUIRE_FALSE(inspected.has_value());
        CHECK(inspected.error().code == ErrorCode::PackageInvalid);
        CHECK(inspected.error().detail == detail);
    }
};

} // namespace

TEST_CASE("The same bag in another ZIP is a good package", "[package]")
{
    Sample sample;
    CHECK(sample.violations() == QStringList());
    sample.entries.insert(sample.entries.begin(), ZipEntry{sample.bag, {}, 0040000, {}});
    CHECK(sample.violations() == QStringList());
}

TEST_CASE("Names that leave the bag are refused", "[package]")
{
    Sample sample;
    const QByteArray name =
        GENERATE(as<QByteArray>(), "../evil", "BAG/../evil", "BAG/data/../../evil", "/etc/evil", "BAG//evil",
                 "BAG/./evil", "BAG/data\\..\\evil", "C:/evil", "BAG/a:stream", "BAG/line\nbreak", "BAG/LONG");
    QByteArray full = name;
    full.replace("BAG/", sample.bag);
    full.replace("LONG", QByteArray(300, 'n'));
    sample.add(full);
    sample.checkRefused(u"entry with a name or type that is not allowed"_s);
}

TEST_CASE("Entries beside the bag's folder are refused", "[package]")
{
    Sample sample;
    sample.add(GENERATE(as<QByteArray>(), "evil", "other/evil"));
    sample.checkRefused(u"entry outside of the bag's one folder"_s);
}

TEST_CASE("Links and devices are refused", "[package]")
{
    Sample sample;
    sample.entries.push_back({sample.bag + "data/link", {}, symbolicLink, "/etc/passwd"});
    sample.checkRefused(u"entry with a name or type that is not allowed"_s);
}

TEST_CASE("An entry given twice is refused", "[package]")
{
    Sample sample;
    sample.add(sample.bag + GENERATE(as<QByteArray>(), "data/dossier.json", "DATA/Dossier.json", "bagit.txt"));
    sample.checkRefused(u"entry given twice"_s);
}

TEST_CASE("Too many entries are refused", "[package]")
{
    Sample sample;
    for (int i = 0; i < 20'001; ++i)
        sample.add(sample.bag + "data/" + QByteArray::number(i), {});
    sample.checkRefused(u"more than 20000 entries"_s);
}

TEST_CASE("A bomb is refused where it would fill the memory", "[package]")
{
    Sample sample;
    sample.entry("bag-info.txt").bytes = QByteArray(qsizetype{17} << 20, '\0');
    sample.checkRefused(u"unpacks beyond its limit"_s);
}

TEST_CASE("Millions of faults are not told one by one", "[package]")
{
    Sample sample;
    sample.entry("manifest-sha256.txt").bytes = QByteArray("x\n").repeated(1'000'000);
    for (int i = 0; i < 1000; ++i)
        sample.add(sample.bag + "data/" + QByteArray::number(i));
    CHECK(sample.violations().size() < 300);
}

TEST_CASE("What is no ZIP is refused", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const QString path = folder.filePath(u"gói.zip"_s);
    SECTION("empty")
    {
        REQUIRE_OK(writeDurably(path, {}));
    }
    SECTION("text")
    {
        REQUIRE_OK(writeDurably(path, "không phải ZIP"));
    }
    SECTION("the end alone")
    {
        REQUIRE_OK(writeDurably(path, QByteArray("PK\5\6", 4) + QByteArray(18, '\0')));
    }
    SECTION("torn")
    {
        const auto written = writePackage(bareInput(folder), schemaFile(), folder.path());
        REQUIRE_OK(written);
        const auto bytes = readFile(written->path, 1 << 24);
        REQUIRE_OK(bytes);
        REQUIRE_OK(writeDurably(path, bytes->left(bytes->size() * 2 / 3)));
    }
    const auto inspected = inspectPackage(path);
    REQUIRE_FALSE(inspected.has_value());
    CHECK(inspected.error().code == ErrorCode::PackageInvalid);
}

TEST_CASE("What is no file is unreadable, at once", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const QString pipe = folder.filePath(u"ống"_s);
    REQUIRE(::mkfifo(pipe.toUtf8().constData(), 0600) == 0);
    for (const QString &path : {pipe, folder.path(), folder.filePath(u"không có"_s), u"/dev/zero"_s}) {
        const auto inspected = inspectPackage(path);
        REQUIRE_FALSE(inspected.has_value());
        CHECK(inspected.error().code == ErrorCode::FileUnreadable);
        CHECK(inspected.error().args.value(u"path"_s) == path);
    }
}

TEST_CASE("Any byte that is flipped is found", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const auto written = writePackage(bareInput(folder), schemaFile(), folder.path());
    REQUIRE_OK(written);
    const auto bytes = readFile(written->path, 1 << 24);
    REQUIRE_OK(bytes);
    // Not in the headers: their dates and attributes say nothing about the bag.
    const QString path = folder.filePath(u"hỏng.zip"_s);
    for (const QByteArray word : {"schemaVersion", "BagIt-Version", "Payload-Oxum", "%PDF-1.7", "hôn nhân\n"}) {
        CAPTURE(word);
        QByteArray spoiled = *bytes;
        const qsizetype at = spoiled.indexOf(word);
        REQUIRE(at > 0);
        spoiled[at + 2] = static_cast<char>(spoiled[at + 2] ^ 1);
        REQUIRE_OK(writeDurably(path, spoiled));
        const auto inspected = inspectPackage(path);
        CHECK((!inspected.has_value() || !inspected->violations.isEmpty()));
    }
}

TEST_CASE("A bag that is not whole is told", "[package]")
{
    Sample sample;
    const QByteArray pdf = "data/documents/" + sample.input.documents[0].name.toLatin1() + ".pdf";
    const QByteArray text = "data/text/" + sample.input.documents[1].name.toLatin1() + ".txt";
    QString expected;
    SECTION("PDF missing")
    {
        sample.remove(pdf);
        expected = QString::fromLatin1(pdf) + u": missing"_s;
    }
    SECTION("PDF changed")
    {
        sample.entry(pdf).bytes += ' ';
        expected = QString::fromLatin1(pdf) + u": other bytes than the manifest says"_s;
    }
    SECTION("file too many")
    {
        sample.add(sample.bag + "data/extra.txt");
        expected = u"data/extra.txt: not in the manifest"_s;
    }
    SECTION("file in the manifest that the record does not name")
    {
        sample.add(sample.bag + "data/extra.txt");
        sample.entry("manifest-sha256.txt").bytes += sha256("x") + "  data/extra.txt\n";
        expected = u"data/extra.txt: not named in data/dossier.json"_s;
    }
    SECTION("text missing everywhere but in the record")
    {
        sample.remove(text);
        QByteArray &manifest = sample.entry("manifest-sha256.txt").bytes;
        manifest.replace(sha256({}) + "  " + text + '\n', "");
        expected = u"data/dossier.json: names a file that is missing, has other bytes, or is named twice"_s;
    }
    SECTION("fetch.txt")
    {
        sample.add(sample.bag + "fetch.txt", "https://example.invalid/ 1 data/a\n");
        expected = u"fetch.txt: no file of a package"_s;
    }
    SECTION("no declaration")
    {
        sample.remove("bagit.txt");
        expected = u"bagit.txt: missing, or not BagIt 1.0 in UTF-8"_s;
    }
    SECTION("old declaration")
    {
        sample.entry("bagit.txt").bytes.replace("1.0", "0.97");
        expected = u"bagit.txt: missing, or not BagIt 1.0 in UTF-8"_s;
    }
    SECTION("no manifest")
    {
        sample.remove("manifest-sha256.txt");
        expected = u"manifest-sha256.txt: missing"_s;
    }
    SECTION("no tag manifest")
    {
        sample.remove("tagmanifest-sha256.txt");
        expected = u"tagmanifest-sha256.txt: missing"_s;
    }
    SECTION("tag file that nobody vouches for")
    {
        QByteArray &manifest = sample.entry("tagmanifest-sha256.txt").bytes;
        manifest = manifest.mid(manifest.indexOf('\n') + 1);
        expected = u"bag-info.txt: not in the tag manifest"_s;
    }
    SECTION("changed tag file")
    {
        sample.entry("bag-info.txt").bytes += "Contact-Name: x\n";
        expected = u"bag-info.txt: other bytes than the manifest says"_s;
    }
    SECTION("payload in the tag manifest")
    {
        sample.entry("tagmanifest-sha256.txt").bytes +=
            sha256(sample.entry("data/dossier.json").bytes) + "  data/dossier.json\n";
        expected = u"tagmanifest-sha256.txt: data/dossier.json has no place in it"_s;
    }
    SECTION("wrong count")
    {
        sample.entry("bag-info.txt").bytes.replace(".5\n", ".6\n");
        expected = u"bag-info.txt: Payload-Oxum missing or wrong"_s;
    }
    SECTION("no record")
    {
        sample.remove("data/dossier.json");
        expected = u"data/dossier.json: missing, or no JSON"_s;
    }
    SECTION("record of another package")
    {
        for (ZipEntry &entry : sample.entries)
            entry.name.replace(sample.bag, "0190a000-0000-7000-8000-00000000ffff/");
        expected = u"data/dossier.json: of another package"_s;
    }
    SECTION("record that breaks the schema")
    {
        sample.entry("data/dossier.json").bytes.replace("\"revision\": 1", "\"revision\": 0");
        expected = u"data/dossier.json/revision: "_s; // Then valijson's words, other ones in each version.
    }
    SECTION("record too deep for any reader")
    {
        sample.entry("data/dossier.json").bytes = QByteArray(100'000, '[');
        expected = u"data/dossier.json: missing, or no JSON"_s;
    }
    const QStringList violations = sample.violations();
    CAPTURE(violations.join(u'\n'));
    CHECK(std::any_of(violations.begin(), violations.end(),
                      [&](const QString &violation) { return violation.startsWith(expected); }));
}
