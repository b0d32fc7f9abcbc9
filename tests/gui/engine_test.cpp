// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/engine/engine.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("A station that cannot be opened answers every question with the reason", "[ui][engine]")
{
    ui::Engine engine([]() -> Result<std::unique_ptr<Station>> { return fail(ErrorCode::StoreBusy, u"lock"_s); });
    QSignalSpy failures(&engine, &ui::Engine::openFailed);
    engine.start();
    REQUIRE(QTest::qWaitFor([&] { return failures.count() == 1; }));
    CHECK_FALSE(engine.isOpen());

    QObject context;
    std::optional<Error> answer;
    engine.ask(
        &context, [](Station &station) { return station.batches(); },
        [&](const Result<std::vector<BatchSummary>> &batches) {
            CHECK(QThread::currentThread() == context.thread());
            if (!batches)
                answer = batches.error();
        });
    REQUIRE(QTest::qWaitFor([&] { return answer.has_value(); }));
    CHECK(answer->code == ErrorCode::StoreBusy);
}

TEST_CASE("An answer for a window that is gone is dropped", "[ui][engine]")
{
    ui::Engine engine([]() -> Result<std::unique_ptr<Station>> { return fail(ErrorCode::StoreBusy, u"lock"_s); });
    engine.start();
    auto context = std::make_unique<QObject>();
    QObject other;
    bool answered = false;
    bool last = false;
    const auto work = [](Station &station) { return station.outbox(); };
    engine.ask(context.get(), work, [&](const Result<std::vector<OutboxRow>> &) { answered = true; });
    context.reset();
    engine.ask(&other, work, [&](const Result<std::vector<OutboxRow>> &) { last = true; });
    REQUIRE(QTest::qWaitFor([&] { return last; }));
    CHECK_FALSE(answered);
}

TEST_CASE("The factory runs outside of the window's thread", "[ui][engine]")
{
    std::atomic<QThread *> thread = nullptr;
    {
        ui::Engine engine([&]() -> Result<std::unique_ptr<Station>> {
            thread = QThread::currentThread();
            return fail(ErrorCode::StoreBusy, u"lock"_s);
        });
        engine.start();
        REQUIRE(QTest::qWaitFor([&] { return thread != nullptr; }));
        CHECK(thread != QThread::currentThread());
    }
}
