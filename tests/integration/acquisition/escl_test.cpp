// SPDX-License-Identifier: GPL-3.0-or-later
// A network scanner as communes buy it today: eSCL over sane-airscan, the way from HTTP to the row. The scanner is
// tests/escl/server.mjs on the loopback address.
#include "core/base/durable_file.h"
#include "tests/integration/acquisition/stack_rig.h"

#include <QDir>
#include <QProcess>

#include <allheaders.h>

using namespace sohoa;
using namespace sohoa::test;

namespace {

constexpr int sheets = 10;
constexpr int patienceMs = 60'000;

/// The scanner and a SANE configuration that knows nothing but it.
class EsclScanner {
public:
    explicit EsclScanner(const QStringList &faults)
        : m_folder(QDir::tempPath() + u"/máy mạng XXXXXX"_s)
    {
        REQUIRE(QDir(m_folder.path()).mkpath(u"pages"_s));
        REQUIRE(QDir(m_folder.path()).mkpath(u"dll.d"_s));
        for (int page = 1; page <= sheets; ++page)
            writePage(page);
        QStringList arguments{qEnvironmentVariable("SOHOA_ESCL") + u"/server.mjs"_s, u"--pages"_s,
                              m_folder.filePath(u"pages"_s)};
        for (const QString &fault : faults)
            arguments << u"--fault"_s << fault;
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(u"node"_s, arguments);
        while (!m_process.canReadLine())
            REQUIRE(m_process.waitForReadyRead(patienceMs));
        const QByteArray line = m_process.readLine().trimmed();
        REQUIRE(line.startsWith("listening "));
        REQUIRE_OK(writeDurably(m_folder.filePath(u"dll.conf"_s), "airscan\n"));
        REQUIRE_OK(writeDurably(m_folder.filePath(u"airscan.conf"_s),
                                "[devices]\n\"Sohoa\" = http://127.0.0.1:" + line.mid(10) +
                                    "/eSCL, eSCL\n[options]\ndiscovery = disable\n"));
    }
    ~EsclScanner()
    {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }

    /// Lays the sheets from \p sheet on back into the feeder, as the window asks for after a fault. airscan
    /// fetches ahead: a fault that meets it early enough takes the page before with it, so that the sheet to go on
    /// with is not fixed.
    void layBackFrom(int sheet) const
    {
        REQUIRE_OK(writeDurably(m_folder.filePath(u"pages/next"_s), QByteArray::number(sheet)));
    }

    void give(StackRig &rig) const { rig.config().environment.insert(u"SANE_CONFIG_DIR"_s, m_folder.path()); }
    static ScanWish wish()
    {
        ScanWish wish;
        wish.device = u"airscan:e0:Sohoa"_s;
        wish.mode = u"gray"_s;
        wish.dpi = 100;
        return wish;
    }

private:
    void writePage(int number) const
    {
        Pix *page = pixCreate(850, 1100, 8);
        pixSetAll(page);
        for (int bar = 0; bar < 8; ++bar)
            for (int bit = 0; bit < 4; ++bit)
                if ((number >> bit) % 2 == 1)
                    pixRasterop(page, 80 + bit * 180, 90 + bar * 120, 120, 60, PIX_CLR, nullptr, 0, 0);
        pixSetResolution(page, 100, 100);
        const QString path = m_folder.filePath(u"pages/%1.jpg"_s.arg(number));
        REQUIRE(pixWriteJpeg(path.toUtf8().constData(), page, 90, 0) == 0);
        pixDestroy(&page);
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};

/// What the stack gives when nothing goes wrong, from the first page to the last.
const QStringList &wholeStack()
{
    static const QStringList whole = [] {
        StackRig rig;
        const EsclScanner scanner({});
        scanner.give(rig);
        const BatchId batch = rig.newBatch();
        const auto summary = rig.scan(batch, EsclScanner::wish());
        REQUIRE_FALSE(summary.error);
        REQUIRE(summary.stack->ledger == Ledger{sheets, sheets, sheets, {}});
        return rig.masters(batch);
    }();
    REQUIRE(QSet<QString>(whole.begin(), whole.end()).size() == sheets);
    return whole;
}

/// The stack goes on with the sheet behind the last stored one: \p faulty, or the one before it (see
/// layBackFrom()).
bool saysWhereItStopped(const IntakeSummary &stopped, int faulty)
{
    const int next = stopped.stack->nextSheet;
    return next == stopped.stack->ledger.stored + 1 && (next == faulty || next == faulty - 1);
}

} // namespace

TEST_CASE("A network scanner gives a stack of ten, busy and slow as it may be", "[escl]")
{
    StackRig rig;
    const EsclScanner scanner({u"503@6:2"_s, u"slow@8:1500"_s});
    scanner.give(rig);
    const BatchId batch = rig.newBatch();
    const auto summary = rig.scan(batch, EsclScanner::wish());
    CHECK_FALSE(summary.error);
    CHECK(rig.masters(batch) == wholeStack());
}

TEST_CASE("A connection that is cut in the middle of a page costs that page's time only", "[escl]")
{
    StackRig rig;
    const EsclScanner scanner({u"drop@4"_s});
    scanner.give(rig);
    const BatchId batch = rig.newBatch();
    const auto stopped = rig.scan(batch, EsclScanner::wish());
    REQUIRE(stopped.error);
    CHECK(saysWhereItStopped(stopped, 4));
    CHECK(stopped.error->args.value(u"sheet"_s).toInt() == stopped.stack->nextSheet);
    scanner.layBackFrom(stopped.stack->nextSheet);
    const auto resumed = rig.scanAgain(batch, EsclScanner::wish());
    CHECK_FALSE(resumed.error);
    CHECK(rig.masters(batch) == wholeStack());
}

TEST_CASE("A failed job that looks like the end of the paper is caught by the count", "[escl]")
{
    StackRig rig;
    const EsclScanner scanner({u"500@5"_s});
    scanner.give(rig);
    const BatchId batch = rig.newBatch();
    IntakeOptions options;
    options.expectedPages = sheets;
    const auto stopped = rig.scan(batch, EsclScanner::wish(), options);
    CHECK(saysWhereItStopped(stopped, 5));
    CHECK_FALSE(stopped.countsAgree());
    CHECK(stopped.stack->state == StackState::Stopped);
    scanner.layBackFrom(stopped.stack->nextSheet);
    const auto resumed = rig.scanAgain(batch, EsclScanner::wish(), options);
    CHECK_FALSE(resumed.error);
    CHECK(resumed.countsAgree());
    CHECK(rig.masters(batch) == wholeStack());
}

TEST_CASE("A picture that breaks off and is handed over as a good page is marked", "[escl]")
{
    StackRig rig;
    const EsclScanner scanner({u"garble@3"_s});
    scanner.give(rig);
    const BatchId batch = rig.newBatch();
    CHECK_FALSE(rig.scan(batch, EsclScanner::wish()).error);
    const auto pages = rig.pages(batch);
    REQUIRE(pages.size() == sheets);
    for (const Page &page : pages)
        CHECK(page.suspect == (page.sequence == 2 ? QStringList{u"torn"_s} : QStringList()));
}

TEST_CASE("A jam in a network scanner is told as one", "[escl]")
{
    StackRig rig;
    const EsclScanner scanner({u"jam@2"_s});
    scanner.give(rig);
    const BatchId batch = rig.newBatch();
    const auto stopped = rig.scan(batch, EsclScanner::wish());
    REQUIRE(stopped.error);
    CHECK(stopped.error->code == ErrorCode::PaperJam);
    CHECK(saysWhereItStopped(stopped, 2));
    scanner.layBackFrom(stopped.stack->nextSheet);
    CHECK_FALSE(rig.scanAgain(batch, EsclScanner::wish()).error);
    CHECK(rig.masters(batch) == wholeStack());
}
