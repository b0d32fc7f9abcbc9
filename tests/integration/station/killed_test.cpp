// SPDX-License-Identifier: GPL-3.0-or-later
// The promise: what was reported as safe is there after everything was killed.
#include "tests/support/desk.h"
#include "tests/support/page_images.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>

#include <unistd.h>

#include <csignal>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

constexpr int sheets = 12;

/// Starts the child in a process group of its own, so that its helpers can be killed with it.
class Child : public QProcess {
public:
    Child(const QString &store, const QString &stack)
    {
        setChildProcessModifier([] { ::setpgid(0, 0); });
        setProcessChannelMode(QProcess::ForwardedErrorChannel);
        start(qEnvironmentVariable("SOHOA_STATION_CHILD"), {store, stack});
        REQUIRE(waitForStarted());
    }
    /// Reads reports until `count` pages are safe or the child has ended.
    void readUntil(int count)
    {
        while (captured.size() < count && waitForReadyRead(60'000))
            take();
    }
    void killAll()
    {
        ::kill(-static_cast<pid_t>(processId()), SIGKILL);
        REQUIRE(waitForFinished());
        take();
    }
    QStringList captured;

private:
    void take()
    {
        while (canReadLine()) {
            const QString line = QString::fromUtf8(readLine()).trimmed();
            if (line.startsWith(u"captured "))
                captured.append(line.mid(9));
        }
    }
};

} // namespace

TEST_CASE("Killing everything at any moment of a scan loses nothing that was reported", "[station][kill]")
{
    const QTemporaryDir folder(QDir::tempPath() + u"/ngắt điện XXXXXX"_s);
    const QString stack = folder.filePath(u"chồng giấy"_s);
    REQUIRE(QDir().mkpath(stack));
    for (int n = 0; n < sheets; ++n)
        test::writeSmallPage(stack + u"/%1.png"_s.arg(n + 1), n);

    QRandomGenerator random(20231122);
    QSet<QString> reported;
    const QString store = folder.filePath(u"kho"_s);
    for (int round = 0; round < 5; ++round) {
        Child child(store, stack);
        child.readUntil(random.bounded(1, sheets));
        ::usleep(static_cast<useconds_t>(random.bounded(0, 20'000))); // somewhere within the next page
        child.killAll();
        REQUIRE_FALSE(child.captured.isEmpty());
        for (const QString &page : child.captured)
            reported.insert(page);
    }

    const SystemClock clock;
    auto opened = Station::open(test::stationConfigFor(store), clock);
    REQUIRE_OK(opened);
    Station &station = **opened;
    if (!station.isIdle()) { // what was captured and not read is taken up by itself
        QEventLoop loop;
        QObject::connect(&station, &Station::idle, &loop, &QEventLoop::quit);
        QTimer::singleShot(std::chrono::minutes(4), &loop, &QEventLoop::quit);
        loop.exec();
    }
    CHECK(station.isIdle());

    const auto batch = station.batch(u"Lô bị ngắt"_s);
    REQUIRE_OK(batch);
    const auto pages = station.pagesOfBatch(batch->id);
    REQUIRE_OK(pages);
    QSet<QString> stored;
    QSet<int> places;
    for (const Page &page : *pages) {
        stored.insert(page.id.toString());
        places.insert(page.sequence);
        CHECK(page.state == PageState::Recognized);
        CHECK(page.dossier);
        CHECK(QFile::exists(station.masterOf(page)));
    }
    CHECK(stored.contains(reported));
    CHECK(stored.size() == qsizetype(pages->size())); // none twice
    CHECK(places.size() == qsizetype(pages->size()));

    // Files of pages that were never reported may lie about; nothing may be wrong.
    const auto findings = station.fsck(true);
    REQUIRE_OK(findings);
    for (const StoreFinding &finding : *findings) {
        INFO(finding.kind.toStdString()
             << " " << finding.place.toStdString() << " " << finding.detail.toStdString());
        CHECK(finding.repaired);
    }
    CHECK(station.fsck(false)->empty());
}
