// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/test_store.h"

#include <QCryptographicHash>
#include <QFile>

using namespace sohoa;
using namespace sohoa::test;

namespace {

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

TEST_CASE("A master is written once, whichever way", "[store]")
{
    TestStore store;
    const Spool &spool = store->spool();
    const PageId id = PageId::make(store.clock);
    const QByteArray bytes = "một trang";
    Result<SpoolFile> file = fail(ErrorCode::Internal, {});
    SECTION("bytes")
    {
        file = spool.add(id, u"tif"_s, bytes);
    }
    SECTION("piece by piece")
    {
        auto written = spool.create(id, u"tif"_s);
        REQUIRE_OK(written);
        REQUIRE_OK(written->write(bytes.left(3)));
        REQUIRE_OK(written->write(bytes.mid(3)));
        file = spool.adopt(id, u"tif"_s, *std::move(written));
    }
    SECTION("copied")
    {
        REQUIRE_OK(writeDurably(store.file(u"tmp/nguồn.tif"_s), bytes));
        file = spool.addCopy(id, u"tif"_s, store.file(u"tmp/nguồn.tif"_s));
    }
    REQUIRE_OK(file);
    CHECK(file->name == id.toString() + u".tif"_s);
    CHECK(file->sha256 == sha256(bytes));
    CHECK(file->bytes == bytes.size());
    CHECK(readFile(spool.path(file->name), 100).value() == bytes);
    CHECK(sha256OfFile(spool.path(file->name)).value() == file->sha256);
    CHECK(spool.add(id, u"tif"_s, "other").error().code == ErrorCode::FileUnwritable);
    CHECK(readFile(spool.path(file->name), 100).value() == bytes);
    REQUIRE_OK(spool.remove(file->name));
    REQUIRE_OK(spool.remove(file->name));
    CHECK(QDir(spool.folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
}

TEST_CASE("Bad names and missing sources are refused", "[store]")
{
    TestStore store;
    const PageId id = PageId::make(store.clock);
    for (const QString &ext : {u""_s, u"JPG"_s, u"../x"_s, u"a.b"_s, u"abcdef"_s})
        CHECK(store->spool().add(id, ext, "x").error().code == ErrorCode::ValueInvalid);
    CHECK(store->spool().addCopy(id, u"jpg"_s, u"/nonexistent"_s).error().code == ErrorCode::FileUnreadable);
    CHECK(store->spool().addCopy(id, u"jpg"_s, store.path()).error().code == ErrorCode::FileUnreadable);
    CHECK(
        QDir(store->spool().folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
}

TEST_CASE("The store is nobody else's to read", "[store]")
{
    TestStore store;
    store.addBatch();
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    for (const QString &name : {u""_s, u"spool"_s, u"pages"_s, u"packages"_s, u"tmp"_s, u"backups"_s,
                                u"sohoa.db"_s, u"sohoa.db-wal"_s, u"lock"_s}) {
        INFO(name.toStdString());
        REQUIRE(QFile::exists(store.file(name)));
        CHECK((QFile::permissions(store.file(name)) & others) == 0);
    }
}
