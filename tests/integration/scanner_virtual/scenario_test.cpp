// SPDX-License-Identifier: GPL-3.0-or-later
// What a scenario makes of the virtual device, and what the feeder remembers when the driver is gone.
#include "scanner/virtual/options.h"
#include "scanner/virtual/scenario.h"
#include "tests/integration/scanner_virtual/opened_device.h"

#include <QDir>

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <thread>

using namespace sohoa::test;
using namespace sohoa::virtual_scanner;
using namespace Qt::StringLiterals;

namespace {

constexpr int Height = 60;

/// Pages 101, 102, … pixels wide, with a scenario.
class Bench {
public:
    explicit Bench(int pages, const QByteArray &scenario)
    {
        fill(m_folder, pages);
        setScenario(scenario);
    }

    void setScenario(const QByteArray &text) const { writeText(m_folder.path(u"scenario"_s), text); }
    QString path() const { return m_folder.path(); }
    QByteArray state() const
    {
        QFile file(m_folder.path(u"scenario-state"_s));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The state of the feeder, as a fresh process finds it: the number of the page that comes next.
    SANE_Word nextPage() const { return Scanner(path()).word(OptionSet::NextPage); }

private:
    PaperFolder m_folder;
};

/// Which page came: their widths tell.
int started(Scanner &scanner)
{
    REQUIRE(scanner.start() == SANE_STATUS_GOOD);
    return scanner.parameters().pixels_per_line - 100;
}

/// The page that came, whole.
int scanned(Scanner &scanner)
{
    const int page = started(scanner);
    scanner.readAll();
    return page;
}

SANE_Status openStatus(const QString &path)
{
    REQUIRE(sane_sohoa_init(nullptr, nullptr) == SANE_STATUS_GOOD);
    SANE_Handle handle = nullptr;
    const SANE_Status status = sane_sohoa_open(QFile::encodeName(path).constData(), &handle);
    sane_sohoa_exit();
    return status;
}

/// Runs the scan in a process of its own, kills it once `done` says so, and says how it ended (waitpid's status).
template <class Scan> int inOwnProcess(
    Scan scan, const std::function<bool()> &done = [] { return false; })
{
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        scan();
        ::_exit(0);
    }
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    int status = 0;
    pid_t ended = 0;
    while ((ended = ::waitpid(child, &status, WNOHANG)) == 0) {
        if (done() || std::chrono::steady_clock::now() > limit)
            ::kill(child, SIGKILL);
        std::this_thread::yield();
    }
    REQUIRE(ended == child);
    return status;
}

} // namespace

TEST_CASE("A scenario is read strictly", "[scanner_virtual]")
{
    const auto scenario = Scenario::parse("# what goes wrong\n\n"
                                          "vendor Fujitsu\nmodel fi-7160 \nserial A 12\n"
                                          "page 3 jam at 0.5\npage 2-4 busy times 3\npage * slow 1.5 at 0.25\n"
                                          "page 7 rename sohoa:b for 2\nopen access-denied times *\r\n");
    REQUIRE(scenario);
    CHECK(scenario->vendor == "Fujitsu");
    CHECK(scenario->model == "fi-7160");
    CHECK(scenario->serial == "A 12");
    REQUIRE(scenario->rules.size() == 5);
    CHECK(scenario->rules[0].at == 0.5);
    CHECK(scenario->rules[1].concerns(2));
    CHECK(scenario->rules[1].concerns(4));
    CHECK_FALSE(scenario->rules[1].concerns(5));
    CHECK(scenario->rules[1].times == 3);
    CHECK(scenario->rules[2].number == 1500);
    CHECK(scenario->rules[3].name == "sohoa:b");
    CHECK(scenario->rules[3].number == 2);
    CHECK(scenario->rules[4].atOpen);
    CHECK(scenario->rules[4].times == Rule::Always);

    for (const char *wrong : {"page",
                              "page 3",
                              "page 0 jam",
                              "page 3 jamm",
                              "page 4-2 jam",
                              "page -1 jam",
                              "page 3 jam at",
                              "page 3 jam at 1.1",
                              "page 3 jam at nan",
                              "page 3 jam at -0.1",
                              "page 3 jam times 0",
                              "page 3 jam for 2",
                              "page 3 long",
                              "page 3 long x",
                              "page 3 long 999999999999",
                              "page 3 slow 1e99",
                              "page 3 short times 2",
                              "page 3 rename",
                              "page 3 rename /x",
                              "open",
                              "open short",
                              "open double-feed",
                              "open jam at 0.5",
                              "vendor",
                              "nonsense",
                              "page 99999999999999999999 jam",
                              "page 3 dpi 0"}) {
        INFO(wrong);
        CHECK_FALSE(Scenario::parse(wrong));
    }
    CHECK(openStatus(Bench(1, "page 1 jamm\n").path()) == SANE_STATUS_INVAL);
}

TEST_CASE("The sheet that jammed comes again, also to another process", "[scanner_virtual]")
{
    const auto [word, status] =
        GENERATE(std::pair("jam", SANE_STATUS_JAMMED), std::pair("cover-open", SANE_STATUS_COVER_OPEN),
                 std::pair("no-docs", SANE_STATUS_NO_DOCS), std::pair("io-error", SANE_STATUS_IO_ERROR),
                 std::pair("busy", SANE_STATUS_DEVICE_BUSY), std::pair("no-memory", SANE_STATUS_NO_MEM),
                 std::pair("access-denied", SANE_STATUS_ACCESS_DENIED), std::pair("invalid", SANE_STATUS_INVAL),
                 std::pair("unsupported", SANE_STATUS_UNSUPPORTED));
    const bool midPage = GENERATE(false, true);
    const bool anew = GENERATE(false, true);
    const Bench bench(4, QByteArray("page 3 ") + word + (midPage ? " at 0.5\n" : "\n"));
    INFO(word << (midPage ? " in mid-page" : " at its beginning"));
    auto scanner = std::make_unique<Scanner>(bench.path());
    CHECK(scanned(*scanner) == 1);
    CHECK(scanned(*scanner) == 2);
    if (midPage) {
        CHECK(started(*scanner) == 3);
        QByteArray half;
        CHECK(scanner->readTo(half) == status);
        CHECK(half.size() == 103 * Height * 3 / 2);
        sane_sohoa_cancel(scanner->handle);
    } else {
        CHECK(scanner->start() == status);
    }
    if (anew) {
        scanner.reset();
        scanner = std::make_unique<Scanner>(bench.path());
    }
    CHECK(scanned(*scanner) == 3);
    CHECK(scanned(*scanner) == 4);
    CHECK(scanner->start() == SANE_STATUS_NO_DOCS);
    scanner.reset();
    // Loaded anew, with the scenario from its beginning.
    CHECK(bench.nextPage() == 1);
    Scanner again(bench.path());
    CHECK(scanned(again) == 1);
    CHECK(scanned(again) == 2);
    if (!midPage)
        CHECK(again.start() == status);
}

TEST_CASE("A fault happens as often as it is told to", "[scanner_virtual]")
{
    const Bench bench(2, "page 2 busy times 3\npage 2 jam\n");
    Scanner scanner(bench.path());
    CHECK(scanned(scanner) == 1);
    for (int i = 0; i < 3; ++i)
        CHECK(scanner.start() == SANE_STATUS_DEVICE_BUSY);
    CHECK(scanner.start() == SANE_STATUS_JAMMED);
    CHECK(scanned(scanner) == 2);
}

TEST_CASE("A jam on the back brings the whole sheet again", "[scanner_virtual]")
{
    const Bench bench(4, "page 4 jam at 0.3\n");
    {
        Scanner scanner(bench.path());
        REQUIRE(scanner.setText(OptionSet::SourceOption, "ADF Duplex") == SANE_STATUS_GOOD);
        for (int page = 1; page <= 3; ++page)
            CHECK(scanned(scanner) == page);
        CHECK(started(scanner) == 4);
        QByteArray part;
        CHECK(scanner.readTo(part) == SANE_STATUS_JAMMED);
    }
    Scanner scanner(bench.path());
    REQUIRE(scanner.setText(OptionSet::SourceOption, "ADF Duplex") == SANE_STATUS_GOOD);
    CHECK(scanned(scanner) == 3);
    CHECK(scanned(scanner) == 4);
    CHECK(scanner.start() == SANE_STATUS_NO_DOCS);
}

TEST_CASE("A cancelled sheet is laid back", "[scanner_virtual]")
{
    const Bench bench(4, "");
    Scanner scanner(bench.path());
    SECTION("simplex, in mid-page")
    {
        CHECK(scanned(scanner) == 1);
        CHECK(started(scanner) == 2);
        sane_sohoa_cancel(scanner.handle);
        CHECK(scanned(scanner) == 2);
    }
    SECTION("duplex, between front and back")
    {
        REQUIRE(scanner.setText(OptionSet::SourceOption, "ADF Duplex") == SANE_STATUS_GOOD);
        CHECK(scanned(scanner) == 1);
        sane_sohoa_cancel(scanner.handle);
        CHECK(scanned(scanner) == 1);
        CHECK(scanned(scanner) == 2);
        sane_sohoa_cancel(scanner.handle);
        CHECK(scanned(scanner) == 3);
    }
}

TEST_CASE("The paper stays when the driver dies", "[scanner_virtual]")
{
    SECTION("it crashes in the middle of a page")
    {
        const Bench bench(3, "page 2 crash at 0.5\n");
        const int status = inOwnProcess([&] {
            Scanner scanner(bench.path());
            scanned(scanner);
            scanned(scanner);
        });
        CHECK((WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT));
        Scanner scanner(bench.path());
        CHECK(scanned(scanner) == 2);
        CHECK(scanned(scanner) == 3);
    }
    SECTION("it hangs, deaf to a cancel, and is killed")
    {
        const Bench bench(3, "page 2 hang\n");
        const int status = inOwnProcess(
            [&] {
                Scanner scanner(bench.path());
                scanned(scanner);
                sane_sohoa_start(scanner.handle);
            },
            [&bench] { return bench.state().contains("happened"); });
        CHECK((WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL));
        CHECK(bench.nextPage() == 2);
        Scanner scanner(bench.path());
        CHECK(scanned(scanner) == 2);
    }
    SECTION("the operator lays the stack otherwise")
    {
        const Bench bench(4, "page 3 jam\n");
        Scanner scanner(bench.path());
        CHECK(scanned(scanner) == 1);
        REQUIRE(scanner.setWord(OptionSet::NextPage, 4) == SANE_STATUS_GOOD);
        CHECK(scanned(scanner) == 4);
        CHECK(scanner.start() == SANE_STATUS_NO_DOCS);
        REQUIRE(scanner.setWord(OptionSet::NextPage, 2) == SANE_STATUS_GOOD);
        CHECK(bench.state().startsWith("position 1\n"));
        CHECK(scanned(scanner) == 2);
    }
}

TEST_CASE("Two sheets come as one", "[scanner_virtual]")
{
    const Bench bench(6, "page 3 double-feed\n");
    Scanner scanner(bench.path());
    SECTION("simplex: the second is never seen")
    {
        for (const int page : {1, 2, 3, 5, 6})
            CHECK(scanned(scanner) == page);
    }
    SECTION("duplex: front of the first, back of the second")
    {
        REQUIRE(scanner.setText(OptionSet::SourceOption, "ADF Duplex") == SANE_STATUS_GOOD);
        for (const int page : {1, 2, 3, 6})
            CHECK(scanned(scanner) == page);
    }
    SECTION("with detection: it stops, and both come singly")
    {
        REQUIRE(scanner.setWord(OptionSet::DoubleFeedDetection, SANE_TRUE) == SANE_STATUS_GOOD);
        CHECK(scanned(scanner) == 1);
        CHECK(scanned(scanner) == 2);
        CHECK(scanner.start() == SANE_STATUS_JAMMED);
        for (const int page : {3, 4, 5, 6})
            CHECK(scanned(scanner) == page);
    }
    CHECK(scanner.start() == SANE_STATUS_NO_DOCS);
}

TEST_CASE("The last sheet cannot be doubled", "[scanner_virtual]")
{
    const Bench bench(3, "page 3 double-feed\n");
    Scanner scanner(bench.path());
    for (const int page : {1, 2, 3})
        CHECK(scanned(scanner) == page);
    CHECK(scanner.start() == SANE_STATUS_NO_DOCS);
}

TEST_CASE("Pages come otherwise than announced", "[scanner_virtual]")
{
    const int rowBytes = 101 * 3;
    QByteArray bytes;
    SECTION("short, also within a row")
    {
        const Bench bench(1, "page 1 short at 0.333\n");
        Scanner scanner(bench.path());
        CHECK(started(scanner) == 1);
        CHECK(scanner.parameters().lines == Height);
        CHECK(scanner.readTo(bytes) == SANE_STATUS_EOF);
        CHECK(bytes.size() == static_cast<int>(rowBytes * Height * 0.333));
        CHECK(bytes.size() % rowBytes != 0);
    }
    SECTION("longer")
    {
        const Bench bench(1, "page 1 long 7\n");
        Scanner scanner(bench.path());
        CHECK(started(scanner) == 1);
        CHECK(scanner.parameters().lines == Height);
        CHECK(scanner.readTo(bytes) == SANE_STATUS_EOF);
        CHECK(bytes.size() == rowBytes * (Height + 7));
        CHECK(bytes.last(rowBytes) == bytes.mid(rowBytes * (Height - 1), rowBytes));
    }
    SECTION("of unknown length")
    {
        const Bench bench(1, "page * unknown-length\n");
        Scanner scanner(bench.path());
        CHECK(scanner.parameters().lines == -1);
        CHECK(started(scanner) == 1);
        CHECK(scanner.parameters().lines == -1);
        CHECK(scanner.readTo(bytes) == SANE_STATUS_EOF);
        CHECK(bytes.size() == rowBytes * Height);
    }
    SECTION("at another resolution, without a word")
    {
        const Bench bench(1, "page 1 dpi 150\n");
        Scanner scanner(bench.path());
        REQUIRE(scanner.start() == SANE_STATUS_GOOD);
        CHECK(std::abs(scanner.parameters().pixels_per_line - 50) <= 1);
        CHECK(scanner.parameters().lines == Height / 2);
        CHECK(scanner.readTo(bytes) == SANE_STATUS_EOF);
        CHECK(scanner.word(OptionSet::Resolution) == 300);
    }
}

TEST_CASE("Three passes carry the colours of one", "[scanner_virtual]")
{
    const PaperFolder folder;
    writeImage(patternImage(101, Height, 32, 1).get(), folder.path(u"1.png"_s));
    QByteArray once;
    {
        Scanner scanner(folder.path());
        CHECK(started(scanner) == 1);
        once = scanner.readAll();
    }
    writeText(folder.path(u"scenario"_s), "page * three-pass\n");
    Scanner scanner(folder.path());
    for (const int channel : {0, 1, 2}) {
        CHECK(started(scanner) == 1);
        CHECK(scanner.parameters().format == SANE_FRAME_RED + channel);
        CHECK((scanner.parameters().last_frame == SANE_TRUE) == (channel == 2));
        const QByteArray plane = scanner.readAll();
        REQUIRE(plane.size() == once.size() / 3);
        bool same = true;
        for (qsizetype i = 0; i < plane.size(); ++i)
            same = same && plane[i] == once[3 * i + channel];
        CHECK(same);
    }
    CHECK(scanner.start() == SANE_STATUS_NO_DOCS);
}

TEST_CASE("A page that stands still can be cancelled", "[scanner_virtual]")
{
    const Bench bench(1, "page 1 slow 600 at 0.5\n");
    Scanner scanner(bench.path());
    CHECK(started(scanner) == 1);
    std::thread canceller([handle = scanner.handle] { sane_sohoa_cancel(handle); });
    QByteArray bytes;
    CHECK(scanner.readTo(bytes) == SANE_STATUS_CANCELLED);
    canceller.join();
    CHECK(bytes.size() <= 101 * Height * 3 / 2);
}

TEST_CASE("sane_open fails as it is told to", "[scanner_virtual]")
{
    const Bench bench(1, "open busy times 2\nopen access-denied\n");
    CHECK(openStatus(bench.path()) == SANE_STATUS_DEVICE_BUSY);
    CHECK(openStatus(bench.path()) == SANE_STATUS_DEVICE_BUSY);
    CHECK(openStatus(bench.path()) == SANE_STATUS_ACCESS_DENIED);
    CHECK(openStatus(bench.path()) == SANE_STATUS_GOOD);
}

TEST_CASE("A device that is unplugged comes back, perhaps under another name", "[scanner_virtual]")
{
    const Bench bench(3, "vendor Canon\nmodel DR-C225\nserial X1\npage 2 rename feeder-b at 0.5 for 1\n");
    const QByteArray conf = "device feeder-a " + QFile::encodeName(bench.path()) + '\n';
    const PaperFolder sane;
    writeText(sane.path(u"sohoa.conf"_s), conf);
    ::setenv("SANE_CONFIG_DIR", QFile::encodeName(sane.path()).constData(), 1);
    const auto listed = [] {
        REQUIRE(sane_sohoa_init(nullptr, nullptr) == SANE_STATUS_GOOD);
        const SANE_Device **list = nullptr;
        REQUIRE(sane_sohoa_get_devices(&list, SANE_FALSE) == SANE_STATUS_GOOD);
        QByteArrayList found;
        for (; *list; ++list)
            found.append(QByteArray((*list)->name) + '|' + (*list)->vendor + '|' + (*list)->model);
        sane_sohoa_exit();
        return found;
    };
    CHECK(listed() == QByteArrayList{"feeder-a|Canon|DR-C225"});
    {
        Scanner scanner(u"feeder-a"_s);
        CHECK(scanner.text(OptionSet::SerialNumber) == "X1");
        CHECK(scanned(scanner) == 1);
        CHECK(started(scanner) == 2);
        QByteArray half;
        CHECK(scanner.readTo(half) == SANE_STATUS_IO_ERROR);
        CHECK(scanner.start() == SANE_STATUS_IO_ERROR);
        CHECK(scanner.setWord(OptionSet::Resolution, 300) == SANE_STATUS_IO_ERROR);
    }
    CHECK(listed().isEmpty());
    CHECK(listed() == QByteArrayList{"feeder-b|Canon|DR-C225"});
    CHECK(openStatus(u"feeder-a"_s) == SANE_STATUS_INVAL);
    Scanner scanner(u"feeder-b"_s);
    CHECK(scanned(scanner) == 2);
    CHECK(scanned(scanner) == 3);
    ::unsetenv("SANE_CONFIG_DIR");
}

TEST_CASE("A scenario can be set by option", "[scanner_virtual]")
{
    const Bench bench(2, "");
    const PaperFolder elsewhere;
    writeText(elsewhere.path(u"trouble"_s), "page 1 cover-open\n");
    Scanner scanner(bench.path());
    CHECK(scanner.setText(OptionSet::ScenarioPath, QFile::encodeName(elsewhere.path(u"none"_s))) ==
          SANE_STATUS_INVAL);
    REQUIRE(scanner.setText(OptionSet::ScenarioPath, QFile::encodeName(elsewhere.path(u"trouble"_s))) ==
            SANE_STATUS_GOOD);
    CHECK(scanner.start() == SANE_STATUS_COVER_OPEN);
    CHECK(scanned(scanner) == 1);
}

TEST_CASE("A damaged state is a feeder just loaded", "[scanner_virtual]")
{
    const Bench bench(2, "");
    writeText(bench.path() + u"/scenario-state"_s, "position 1\nhappened x\n");
    CHECK(bench.nextPage() == 1);
    writeText(bench.path() + u"/scenario-state"_s, "position 99999\n");
    Scanner scanner(bench.path());
    CHECK(scanner.start() == SANE_STATUS_NO_DOCS);
}
