// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/test_store.h"

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>

using namespace sohoa;
using namespace sohoa::test;

namespace {

constexpr int pagesAtMost = 2000; ///< The child is killed long before.

} // namespace

/// Run in a process of its own by the test below: captures pages and tells each one that is safe.
TEST_CASE("store child", "[.store-child]")
{
    const SystemClock clock;
    auto store = Store::open(qEnvironmentVariable("SOHOA_TEST_STORE"), clock);
    REQUIRE_OK(store);
    const BatchId batch = (*store)->batches().findByName(u"Hộp 1"_s).value()->id;
    for (int i = 0; i < pagesAtMost; ++i) {
        Page page;
        page.id = PageId::make(clock);
        page.batch = batch;
        page.capturedAt = clock.now();
        const auto master = (*store)->spool().add(page.id, u"jpg"_s, page.id.toString().toUtf8().repeated(500));
        REQUIRE_OK(master);
        page.masterFile = master->name;
        page.masterSha256 = master->sha256;
        REQUIRE_OK((*store)->pages().append(page));
        std::printf("safe:%s\n", page.id.toString().toUtf8().constData());
        std::fflush(stdout);
    }
}

TEST_CASE("Nothing that was called safe is lost by kill -9", "[store][fault]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    store.close();
    std::vector<PageId> safe;
    for (const int enough : {1, 7, 23, 40}) {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SOHOA_TEST_STORE"_s, store.path());
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {u"[.store-child]"_s});
        int told = 0;
        const auto listen = [&] {
            while (child.canReadLine()) {
                const QByteArray line = child.readLine().trimmed();
                if (!line.startsWith("safe:"))
                    continue;
                const auto id = PageId::fromString(QString::fromLatin1(line.mid(5)));
                REQUIRE(id);
                safe.push_back(*id);
                ++told;
            }
        };
        while (told < enough) {
            REQUIRE(child.waitForReadyRead(30000));
            listen();
        }
        CHECK(Store::open(store.path(), store.clock).error().code == ErrorCode::StoreBusy);
        child.kill();
        REQUIRE(child.waitForFinished(30000));
        listen();
        REQUIRE(child.exitStatus() == QProcess::CrashExit);

        // The kernel gave the lock back with the process.
        store.reopen();
        for (const PageId &id : safe)
            REQUIRE_OK(store->pages().find(id));
        const auto findings = fsck(*store, FsckMode::Repair).value();
        for (const FsckFinding &finding : findings) {
            INFO(finding.place.toStdString() << ": " << finding.what.toStdString());
            CHECK((finding.kind == FsckKind::ExtraFile || finding.kind == FsckKind::LeftoverFile));
            CHECK(finding.repaired);
        }
        CHECK(fsck(*store).value().empty());
        store.close();
    }
    store.reopen();
    const auto pages = store->pages().ofBatch(batch, PageDetail::Light).value();
    CHECK(pages.size() >= safe.size());
    CHECK(pages.size() <= safe.size() + 4);
}
