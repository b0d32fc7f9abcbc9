// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/installation.h"
#include "core/jobs/page_helper_pool.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <allheaders.h>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 60'000;

/// A desk with one small page and a place for its cleaned picture.
struct Bench {
    QTemporaryDir folder{QDir::tempPath() + u"/trang giấy XXXXXX"_s};
    QString page = folder.filePath(u"trang 1.png"_s);

    Bench()
    {
        Pix *pix = pixCreate(600, 400, 8);
        pixSetAll(pix);
        Pix *mark = pixCreate(200, 40, 8);
        pixRasterop(pix, 100, 100, 200, 40, PIX_SRC, mark, 0, 0);
        pixSetResolution(pix, 150, 150);
        pixWrite(page.toUtf8().constData(), pix, IFF_PNG);
        pixDestroy(&mark);
        pixDestroy(&pix);
    }
    PageRequest request(const QString &master) const
    {
        PageRequest request;
        request.master = master;
        request.cleanTo = folder.filePath(u"sạch.jpg"_s);
        request.ocr = false; // the pool is tested here, not the reading
        return request;
    }
    /// A program that misbehaves: a shell script in the helper's place.
    QString script(const QByteArray &text) const
    {
        const QString path = folder.filePath(u"trợ lý giả"_s);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + text + "\n");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
};

PageHelperPool::Config realHelper(int helpers)
{
    return {.program = programPath(u"sohoa-page-helper"_s), .helpers = helpers};
}

/// Asks for one page and waits for the answer.
Result<PageResult> readOne(PageHelperPool &pool, const PageRequest &request)
{
    std::optional<Result<PageResult>> answer;
    pool.readPage(request, Urgency::Normal, [&](Result<PageResult> result) { answer = std::move(result); });
    REQUIRE_FALSE(answer); // never from within the asking call
    REQUIRE(QTest::qWaitFor([&] { return answer.has_value(); }, patienceMs));
    return *answer;
}

} // namespace

TEST_CASE("Pages are read, several at once, each answered once", "[jobs]")
{
    const Bench bench;
    PageHelperPool pool(realHelper(2));
    int answered = 0;
    for (int i = 0; i < 5; ++i) {
        PageRequest request = bench.request(bench.page);
        request.cleanTo = bench.folder.filePath(u"%1.jpg"_s.arg(i));
        pool.readPage(request, Urgency::Normal, [&](const Result<PageResult> &result) {
            REQUIRE_OK(result);
            ++answered;
        });
    }
    CHECK(pool.pending() == 5);
    REQUIRE(QTest::qWaitFor([&] { return answered == 5; }, patienceMs));
    CHECK(pool.pending() == 0);
    CHECK(QFile::exists(bench.folder.filePath(u"4.jpg"_s)));
}

TEST_CASE("The page on the screen goes first", "[jobs]")
{
    const Bench bench;
    PageHelperPool pool(realHelper(1));
    QStringList order;
    const auto note = [&order](const QString &name) {
        return [&order, name](const Result<PageResult> &) { order.append(name); };
    };
    pool.readPage(bench.request(bench.page), Urgency::Normal, note(u"first"_s));
    const auto waiting = pool.readPage(bench.request(bench.page), Urgency::Normal, note(u"second"_s));
    Q_UNUSED(waiting)
    const auto seen = pool.readPage(bench.request(bench.page), Urgency::Normal, note(u"seen"_s));
    pool.setUrgency(seen, Urgency::OnScreen);
    REQUIRE(QTest::qWaitFor([&] { return order.size() == 3; }, patienceMs));
    CHECK(order.indexOf(u"seen"_s) < order.indexOf(u"second"_s));
}

TEST_CASE("A zone goes before every page", "[jobs]")
{
    const Bench bench;
    PageHelperPool pool(realHelper(1));
    QStringList order;
    for (int i = 0; i < 3; ++i)
        pool.readPage(bench.request(bench.page), Urgency::FirstPage,
                      [&order](const Result<PageResult> &) { order.append(u"page"_s); });
    ZoneRequest zone;
    zone.image = bench.page;
    zone.box = {50, 50, 300, 150};
    std::optional<Result<ZoneResult>> answer;
    pool.readZone(zone, [&](Result<ZoneResult> result) {
        order.append(u"zone"_s);
        answer = std::move(result);
    });
    REQUIRE(QTest::qWaitFor([&] { return order.size() == 4; }, patienceMs));
    CHECK(order.indexOf(u"zone"_s) == 0); // Nothing was begun before all had been asked for.
    REQUIRE_OK(*answer);
}

TEST_CASE("A bad image fails alone", "[jobs]")
{
    const Bench bench;
    PageHelperPool pool(realHelper(1));
    const QString poisonous = bench.folder.filePath(u"xấu.jpg"_s);
    QFile file(poisonous);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("\xff\xd8\xff\xe0 this is no picture");
    file.close();
    const auto bad = readOne(pool, bench.request(poisonous));
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == ErrorCode::ImageUnreadable);
    REQUIRE_OK(readOne(pool, bench.request(bench.page)));
}

TEST_CASE("A helper that dies is replaced, and its page is tried once more", "[jobs]")
{
    const Bench bench;
    SECTION("dies each time")
    {
        PageHelperPool pool({.program = bench.script("echo x >> \"$0.runs\"; kill -9 $$"), .helpers = 1});
        CHECK(readOne(pool, bench.request(bench.page)).error().code == ErrorCode::PageHelperCrashed);
        QFile runs(bench.script("") + u".runs"_s);
        REQUIRE(runs.open(QIODevice::ReadOnly));
        CHECK(runs.readAll().count('x') == 2);
    }
    SECTION("dies once")
    {
        const QByteArray real = programPath(u"sohoa-page-helper"_s).toUtf8();
        PageHelperPool pool(
            {.program = bench.script("[ -e \"$0.died\" ] && exec '" + real + "'; touch \"$0.died\"; kill -9 $$"),
             .helpers = 1});
        REQUIRE_OK(readOne(pool, bench.request(bench.page)));
    }
}

TEST_CASE("A helper that hangs, talks nonsense or is not there", "[jobs]")
{
    const Bench bench;
    PageRequest request = bench.request(bench.page);
    SECTION("hangs")
    {
        PageHelperPool pool({.program = bench.script("exec sleep 600"), .helpers = 1, .graceMs = 200});
        request.deadlineMs = 100;
        CHECK(readOne(pool, request).error().code == ErrorCode::PageTimeout);
    }
    SECTION("talks nonsense")
    {
        PageHelperPool pool(
            {.program = bench.script("echo 'Hello, this is no frame at all'; exec sleep 600"), .helpers = 1});
        CHECK(readOne(pool, request).error().code == ErrorCode::HelperProtocol);
    }
    SECTION("is not there")
    {
        PageHelperPool pool({.program = u"/nonexistent/helper"_s, .helpers = 1});
        CHECK(readOne(pool, request).error().code == ErrorCode::HelperMissing);
    }
}

TEST_CASE("Everything can be cancelled at once", "[jobs]")
{
    const Bench bench;
    PageHelperPool pool({.program = bench.script("exec sleep 600"), .helpers = 1});
    int cancelled = 0;
    for (int i = 0; i < 3; ++i)
        pool.readPage(bench.request(bench.page), Urgency::Normal, [&](const Result<PageResult> &result) {
            cancelled += !result && result.error().code == ErrorCode::Cancelled ? 1 : 0;
        });
    QTest::qWait(50); // one of them is running now
    pool.cancelAll();
    REQUIRE(QTest::qWaitFor([&] { return cancelled == 3; }, patienceMs));
}
