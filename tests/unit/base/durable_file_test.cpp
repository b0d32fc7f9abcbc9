// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstring>

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("A durable file appears whole under its name or not at all", "[base]")
{
    const QTemporaryDir folder(QDir::tempPath() + u"/sổ hồ sơ XXXXXX"_s);
    const QString path = folder.filePath(u"trang 1.jpg"_s);

    SECTION("committed")
    {
        REQUIRE_OK(writeDurably(path, "nội dung"));
        CHECK(readFile(path, 100).value() == QByteArray("nội dung"));
        CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 1);
        CHECK((QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    }
    SECTION("left before commit")
    {
        {
            auto file = DurableFile::create(path);
            REQUIRE_OK(file);
            REQUIRE_OK(file->write("half"));
            CHECK_FALSE(QFile::exists(path));
        }
        CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }
    SECTION("the old file stays until the new one is whole")
    {
        REQUIRE_OK(writeDurably(path, "old"));
        auto file = DurableFile::create(path);
        REQUIRE_OK(file);
        REQUIRE_OK(file->write("new"));
        CHECK(readFile(path, 100).value() == QByteArray("old"));
        REQUIRE_OK(file->commit());
        CHECK(readFile(path, 100).value() == QByteArray("new"));
    }
}

TEST_CASE("A full disk is told from a folder that is missing", "[base]")
{
    const auto missing = writeDurably(u"/nonexistent/x"_s, "x");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::FileUnwritable);
    CHECK(missing.error().args.value(u"path"_s) == u"/nonexistent/x"_s);
}

TEST_CASE("Reading is bounded", "[base]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x"_s);
    REQUIRE_OK(writeDurably(path, QByteArray(1001, 'x')));
    CHECK(readFile(path, 1000).error().code == ErrorCode::FileUnreadable);
    CHECK(readFile(path, 1001).value().size() == 1001);
    // More than any machine can set aside.
    CHECK(readFile(path, qint64{1} << 46).value().size() == 1001);
    CHECK(readFile(u"/proc/self/status"_s, 1'000'000).value().contains("Name:"));
    CHECK(readFile(u"/dev/zero"_s, 1000).error().code == ErrorCode::FileUnreadable);
}

TEST_CASE("A device is written to, never replaced by a file", "[base]")
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"ống"_s);
    REQUIRE(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    const int reader = ::open(QFile::encodeName(pipe).constData(), O_RDONLY | O_NONBLOCK);
    REQUIRE(reader >= 0);
    REQUIRE_OK(writeDurably(pipe, "qua ống"));
    char bytes[32] = {};
    CHECK(::read(reader, bytes, sizeof bytes) == qsizetype(strlen("qua ống")));
    ::close(reader);
    CHECK_FALSE(QFileInfo(pipe).isFile());
    REQUIRE_OK(writeDurably(u"/dev/null"_s, "x"));
    CHECK_FALSE(QFileInfo(u"/dev/null"_s).isFile());
}
