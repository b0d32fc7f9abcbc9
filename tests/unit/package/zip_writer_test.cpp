// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/zip_writer.h"
#include "tests/support/catch.h"
#include "tests/unit/package/samples.h"

#include <QFile>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

TEST_CASE("A file that changes while it is packed is noticed", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const QString path = folder.filePath(u"tệp"_s);
    REQUIRE_OK(writeDurably(path, "before"));
    const auto measured = measureFile(path);
    REQUIRE_OK(measured);
    CHECK(measured->bytes == 6);
    const QByteArray now = GENERATE(as<QByteArray>(), "behind", "longer than before", "");
    REQUIRE_OK(writeDurably(path, now));
    auto file = DurableFile::create(folder.filePath(u"gói.zip"_s));
    REQUIRE_OK(file);
    ZipWriter zip(*file);
    const auto added = zip.add("a", *measured);
    REQUIRE_FALSE(added.has_value());
    CHECK(added.error().code == ErrorCode::FileUnreadable);
    CHECK(added.error().args.value(u"path"_s) == path);
}

TEST_CASE("A ZIP with empty and many files is read by others", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const QString path = folder.filePath(u"gói.zip"_s);
    auto file = DurableFile::create(path);
    REQUIRE_OK(file);
    ZipWriter zip(*file);
    for (int i = 0; i < 300; ++i)
        REQUIRE_OK(zip.add("f/" + QByteArray::number(i), QByteArray(i, 'x')));
    REQUIRE_OK(zip.finish());
    REQUIRE_OK(file->commit());
    CHECK(QFile(path).size() == zip.bytes());
    const auto entries = readZip(path, true);
    REQUIRE(entries.size() == 300);
    CHECK(entries[0].bytes.isEmpty());
    CHECK(entries[299].bytes == QByteArray(299, 'x'));
}

TEST_CASE("What needs ZIP64 is refused before it is written", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    auto file = DurableFile::create(folder.filePath(u"gói.zip"_s));
    REQUIRE_OK(file);
    ZipWriter zip(*file);
    MeasuredFile huge{folder.filePath(u"không có"_s), qint64{1} << 32, 0, {}};
    const auto added = zip.add("a", huge);
    REQUIRE_FALSE(added.has_value());
    CHECK(added.error().code == ErrorCode::PackageInvalid);
    CHECK(zip.bytes() == 0);
}
