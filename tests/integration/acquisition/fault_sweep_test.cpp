// SPDX-License-Identifier: GPL-3.0-or-later
// The promise: whatever stops a stack at whatever page, it goes on at the right sheet, and in the end every page
// is there once and in order.
#include "core/base/durable_file.h"
#include "scanner/protocol/messages.h"
#include "tests/integration/acquisition/stack_rig.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTimer>

#include <csignal>

using namespace sohoa;
using namespace sohoa::test;
using namespace std::chrono_literals;

namespace {

constexpr int pagesOfStack = 4;

struct Fault {
    QByteArray word;
    ErrorCode code;
};

const std::vector<Fault> &faults()
{
    static const std::vector<Fault> all{
        {"jam", ErrorCode::PaperJam},          {"cover-open", ErrorCode::CoverOpen},
        {"no-docs", ErrorCode::FeederEmpty},   {"io-error", ErrorCode::DeviceIoError},
        {"busy", ErrorCode::DeviceBusy},       {"no-memory", ErrorCode::DeviceOutOfMemory},
        {"gone for 2", ErrorCode::DeviceGone}, {"access-denied", ErrorCode::DeviceAccessDenied},
        {"invalid", ErrorCode::DeviceIoError}, {"unsupported", ErrorCode::DeviceUnsupported},
        {"crash", ErrorCode::HelperCrashed},
    };
    return all;
}

/// What a scan without faults gives: what every other one must give in the end.
QStringList wholeStack(StackRig &rig, bool duplex)
{
    const BatchId batch = rig.newBatch();
    const auto summary = rig.scan(batch, rig.wish(rig.stack(u"trọn vẹn"_s, pagesOfStack), duplex));
    REQUIRE_FALSE(summary.error);
    const QStringList masters = rig.masters(batch);
    REQUIRE(masters.size() == pagesOfStack);
    REQUIRE(QSet<QString>(masters.begin(), masters.end()).size() == pagesOfStack);
    return masters;
}

void sweep(StackRig &rig, bool duplex, const QByteArray &place)
{
    const QStringList whole = wholeStack(rig, duplex);
    IntakeOptions options;
    options.expectedPages = pagesOfStack;
    for (const Fault &fault : faults()) {
        for (int page = 1; page <= pagesOfStack; ++page) {
            const QByteArray word = fault.word.split(' ').front();
            const QByteArray rest = fault.word.mid(word.size());
            const QByteArray rule = "page " + QByteArray::number(page) + ' ' + word + place + rest;
            INFO((duplex ? "duplex, " : "simplex, ") << rule.toStdString());
            const ScanWish wish = rig.wish(rig.stack(u"có lỗi"_s, pagesOfStack, rule), duplex);
            const BatchId batch = rig.newBatch();
            const auto stopped = rig.scan(batch, wish, options);

            const int sheet = duplex ? (page + 1) / 2 : page;
            REQUIRE(stopped.stack);
            CHECK(stopped.stack->state == StackState::Stopped);
            CHECK(stopped.stack->nextSheet == sheet);
            CHECK(stopped.stack->ledger.stored == page - 1);
            CHECK(static_cast<int>(stopped.pages.size()) == page - 1);
            CHECK_FALSE(stopped.countsAgree());
            const bool halfSheet = duplex && page % 2 == 0;
            if (word == "no-docs" && place.isEmpty() && page > 1 && !halfSheet) {
                CHECK_FALSE(stopped.error); // looks like the end of the paper: only the count knows
            } else {
                REQUIRE(stopped.error);
                const bool incomplete = word == "no-docs" && (page > 1 || !place.isEmpty());
                CHECK((incomplete || stopped.error->code == fault.code));
                CHECK(stopped.error->args.value(u"sheet"_s) == QString::number(sheet));
                CHECK(stopped.error->args.value(u"last"_s) == QString::number(sheet - 1));
            }
            if (halfSheet)
                CHECK(rig.pages(batch).back().suspect.contains(u"half-sheet"_s));

            auto resumed = rig.resume(batch, wish, options);
            if (word == "gone" && resumed.error) // not plugged in again at the first try
                resumed = rig.resume(batch, wish, options);
            CHECK_FALSE(resumed.error);
            REQUIRE(resumed.stack);
            CHECK(resumed.stack->state == StackState::Done);
            CHECK(resumed.stack->ledger == Ledger{pagesOfStack, pagesOfStack, pagesOfStack, pagesOfStack});
            CHECK(resumed.refed.empty());
            CHECK(rig.masters(batch) == whole);
            CHECK(rig.pages(batch).size() == pagesOfStack);
            for (const Page &kept : rig.pages(batch))
                CHECK(kept.suspect.isEmpty());
        }
    }
}

} // namespace

TEST_CASE("Every status at the start of every page, one side", "[acquisition][sweep]")
{
    StackRig rig;
    sweep(rig, false, {});
}

TEST_CASE("Every status at the start of every page, both sides", "[acquisition][sweep]")
{
    StackRig rig;
    sweep(rig, true, {});
}

TEST_CASE("Every status in the middle of every page, both sides", "[acquisition][sweep]")
{
    StackRig rig;
    sweep(rig, true, " at 0.5");
}

TEST_CASE("A driver that hangs is given up, and the stack goes on", "[acquisition]")
{
    StackRig rig;
    rig.config().silenceLimit = 2'000ms;
    const bool duplex = true;
    const QStringList whole = wholeStack(rig, duplex);
    const ScanWish wish = rig.wish(rig.stack(u"treo"_s, pagesOfStack, "page 4 hang at 0.5"), duplex);
    const BatchId batch = rig.newBatch();
    const auto stopped = rig.scan(batch, wish);
    REQUIRE(stopped.error);
    CHECK(stopped.error->code == ErrorCode::HelperHung);
    CHECK(stopped.error->args.value(u"sheet"_s) == u"2"_s);
    CHECK_FALSE(rig.resume(batch, wish).error);
    CHECK(rig.masters(batch) == whole);
}

TEST_CASE("Cancelling is answered within two seconds by a driver that hangs, and the stack goes on",
          "[acquisition]")
{
    StackRig rig;
    const QStringList whole = wholeStack(rig, false);
    const ScanWish wish = rig.wish(rig.stack(u"treo"_s, pagesOfStack, "page 3 hang at 0.5 times *"));
    const BatchId batch = rig.newBatch();
    QElapsedTimer timer;
    QObject context;
    QObject::connect(&rig.intake(), &IntakeService::progress, &context, [&](const IntakeProgress &now) {
        if (now.ledger.fed == 3 && !timer.isValid()) {
            timer.start();
            rig.intake().cancel();
        }
    });
    const auto stopped = rig.scan(batch, wish);
    CHECK(timer.elapsed() < 2'000);
    REQUIRE(stopped.error);
    CHECK(stopped.error->code == ErrorCode::Cancelled);
    CHECK(stopped.stack->nextSheet == 3);
    rig.stack(u"treo"_s, pagesOfStack); // mended
    CHECK_FALSE(rig.resume(batch, wish).error);
    CHECK(rig.masters(batch) == whole);
}

TEST_CASE("A helper that is killed at random moments costs no page", "[acquisition]")
{
    StackRig rig;
    const bool duplex = GENERATE(false, true);
    const QStringList whole = wholeStack(rig, duplex);
    rig.makeTraceable();
    const ScanWish wish = rig.wish(rig.stack(u"bị giết"_s, pagesOfStack), duplex);
    const BatchId batch = rig.newBatch();
    QRandomGenerator random(20231122);
    QObject context;
    int untilKill = 0;
    const auto strike = [&] {
        if (untilKill-- == 0)
            if (const auto pid = rig.helperPid())
                ::kill(static_cast<pid_t>(*pid), SIGKILL);
    };
    // A side fed, a page ended, a page stored: three moments within a page.
    QObject::connect(&rig.intake(), &IntakeService::progress, &context, strike);
    IntakeOptions options;
    options.expectedPages = pagesOfStack;
    untilKill = random.bounded(1, 7);
    auto summary = rig.scan(batch, wish, options);
    int rounds = 0;
    for (; summary.error && rounds < 20; ++rounds) {
        CHECK(summary.error->code == ErrorCode::HelperCrashed);
        untilKill = random.bounded(1, 7);
        summary = rig.resume(batch, wish, options);
    }
    CHECK(rounds > 0);
    CHECK_FALSE(summary.error);
    CHECK(summary.stack->ledger.stored == pagesOfStack);
    CHECK(rig.masters(batch) == whole);
}

TEST_CASE("A helper that talks nonsense behind a good page", "[acquisition]")
{
    StackRig rig;
    const QStringList whole = wholeStack(rig, false);
    const ScanWish wish = rig.wish(rig.stack(u"nói nhảm"_s, pagesOfStack));
    const BatchId batch = rig.newBatch();
    const QString real = rig.config().helperProgram;
    // The real helper for the first page; then its mouth is stopped with something else.
    const QTemporaryDir folder;
    const QString script = folder.filePath(u"nhảm.sh"_s);
    REQUIRE_OK(writeDurably(script, "#!/bin/sh\n(head -c 2000; echo 'Xin chào, tôi không phải máy quét') < "
                                    "/dev/zero\nexec cat > /dev/null\n"));
    REQUIRE(QFile::setPermissions(script, QFile::ReadOwner | QFile::ExeOwner));
    ScanWish one = wish;
    one.maxPages = 1;
    CHECK_FALSE(rig.scan(batch, one).error);
    rig.config().helperProgram = script;
    const auto nonsense = rig.scan(batch, wish);
    REQUIRE(nonsense.error);
    CHECK(nonsense.error->code == ErrorCode::HelperProtocol);
    CHECK(nonsense.pages.empty());
    rig.config().helperProgram = real;
    CHECK_FALSE(rig.resumeFromPage(2, batch, wish).error);
    CHECK(rig.masters(batch) == whole);
}
