// SPDX-License-Identifier: GPL-3.0-or-later
// The module as SANE's own program loads it.
#include "tests/integration/scanner_virtual/paper.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>

using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int NoDocs = 7;
constexpr int IoError = 9;

struct Outcome {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;

    /// scanimage counts a feeder that ran empty after at least one page as success.
    bool fedToTheEnd() const { return exitCode == 0 && errors.contains("feeder out of documents"); }
};

/// scanimage with a configuration of its own, in a folder of its own.
class Desk {
public:
    Desk()
    {
        QDir(m_folder.path()).mkpath(u"conf"_s);
        QDir(m_folder.path()).mkpath(u"giấy"_s);
        QDir(m_folder.path()).mkpath(u"out"_s);
        writeText(m_folder.path(u"conf/dll.conf"_s), "sohoa\n");
        writeText(m_folder.path(u"conf/sohoa.conf"_s), "device feeder ../giấy\n");
    }

    QString paper(const QString &name = {}) const { return m_folder.path(u"giấy/"_s + name); }
    PixPtr page(int number) const { return readImage(m_folder.path(u"out/%1.pnm"_s.arg(number))); }
    qsizetype pages() const { return QDir(m_folder.path(u"out"_s)).entryList(QDir::Files).size(); }

    Outcome scanimage(const QStringList &arguments) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        // An empty folder first: the search goes on to the one that has the file.
        environment.insert(u"SANE_CONFIG_DIR"_s, m_folder.path(u"out"_s) + u':' + m_folder.path(u"conf"_s));
        environment.insert(u"LD_LIBRARY_PATH"_s, qEnvironmentVariable("SOHOA_BIN") + u"/sane"_s);
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(u"scanimage"_s, arguments);
        REQUIRE(process.waitForFinished(60'000));
        REQUIRE(process.exitStatus() == QProcess::NormalExit);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    Outcome batch(const QString &device, const QStringList &arguments = {}) const
    {
        const Outcome outcome =
            scanimage(QStringList{u"-d"_s, u"sohoa:"_s + device, u"--batch=out/%d.pnm"_s} + arguments);
        UNSCOPED_INFO(outcome.errors.toStdString());
        return outcome;
    }

private:
    PaperFolder m_folder;
};

} // namespace

TEST_CASE("scanimage lists the configured device and its options", "[scanner_virtual]")
{
    const Desk desk;
    CHECK(desk.scanimage({u"-L"_s}).output.contains(
        "device `sohoa:feeder' is a Sohoa Virtual feeder virtual device"));
    const QByteArray help = desk.scanimage({u"-d"_s, u"sohoa:feeder"_s, u"-A"_s}).output;
    CHECK(help.contains("--mode Color|Gray|Lineart [Color]"));
    CHECK(help.contains("--resolution 75|100|150|200|240|300|400|600dpi [300]"));
    CHECK(help.contains("--source Flatbed|ADF|ADF Duplex [ADF]"));
    CHECK(help.contains("--pages-per-minute 0..600 (in steps of 1) [0]"));
    CHECK(help.contains("--threshold 0..100% (in steps of 1) [inactive]"));
    CHECK(help.contains("-x 0..305mm"));
}

TEST_CASE("What comes out is what lay in the folder", "[scanner_virtual]")
{
    const Desk desk;
    writeImage(patternImage(300, 200, 32, 1).get(), desk.paper(u"1.jpg"_s));
    writeImage(patternImage(301, 210, 32, 2).get(), desk.paper(u"2.png"_s));
    writeImage(patternImage(302, 220, 8, 3).get(), desk.paper(u"trang 3.pgm"_s));
    writeImage(patternImage(303, 230, 32, 4).get(), desk.paper(u"trang 4.ppm"_s));
    appendTiff(patternImage(304, 240, 32, 5).get(), desk.paper(u"10.tif"_s), true);
    appendTiff(patternImage(305, 250, 8, 6).get(), desk.paper(u"10.tif"_s), false);
    writeImage(patternImage(306, 260, 1, 7).get(), desk.paper(u"11.pbm"_s));

    SECTION("in colour, exactly and in natural order")
    {
        CHECK(desk.batch(u"feeder"_s).fedToTheEnd());
        REQUIRE(desk.pages() == 7);
        CHECK(sameImage(desk.page(1).get(), readImage(desk.paper(u"1.jpg"_s)).get()));
        CHECK(sameImage(desk.page(2).get(), patternImage(301, 210, 32, 2).get()));
        CHECK(sameImage(desk.page(3).get(), patternImage(304, 240, 32, 5).get()));
        CHECK(sameImage(desk.page(4).get(), patternImage(305, 250, 8, 6).get()));
        CHECK(sameImage(desk.page(5).get(), patternImage(306, 260, 1, 7).get()));
        CHECK(sameImage(desk.page(6).get(), patternImage(302, 220, 8, 3).get()));
        CHECK(sameImage(desk.page(7).get(), patternImage(303, 230, 32, 4).get()));
    }
    SECTION("in gray")
    {
        CHECK(desk.batch(u"feeder"_s, {u"--mode"_s, u"Gray"_s}).fedToTheEnd());
        REQUIRE(desk.pages() == 7);
        CHECK(pixGetDepth(desk.page(2).get()) == 8);
        CHECK(sameImage(desk.page(2).get(), PixPtr(pixConvertTo8(patternImage(301, 210, 32, 2).get(), 0)).get()));
        CHECK(sameImage(desk.page(6).get(), patternImage(302, 220, 8, 3).get()));
    }
    SECTION("in black and white")
    {
        CHECK(desk.batch(u"feeder"_s, {u"--mode"_s, u"Lineart"_s, u"--threshold"_s, u"25"_s}).fedToTheEnd());
        REQUIRE(desk.pages() == 7);
        CHECK(pixGetDepth(desk.page(6).get()) == 1);
        CHECK(sameImage(desk.page(6).get(),
                        PixPtr(pixThresholdToBinary(patternImage(302, 220, 8, 3).get(), 64)).get()));
        CHECK(sameImage(desk.page(5).get(), patternImage(306, 260, 1, 7).get()));
    }
}

TEST_CASE("The device name may be the path of a stack", "[scanner_virtual]")
{
    const Desk desk;
    writeImage(patternImage(100, 50, 8, 1).get(), desk.paper(u"a.png"_s));
    CHECK(desk.batch(desk.paper(), {u"--mode"_s, u"Gray"_s}).fedToTheEnd());
    REQUIRE(desk.pages() == 1);
    CHECK(sameImage(desk.page(1).get(), patternImage(100, 50, 8, 1).get()));
}

TEST_CASE("Resolution and window", "[scanner_virtual]")
{
    const Desk desk;
    SECTION("resampled from the file's own resolution")
    {
        writeImage(barImage(400, 600, 200).get(), desk.paper(u"a.png"_s));
        REQUIRE(desk.batch(u"feeder"_s, {u"--mode"_s, u"Gray"_s, u"--resolution"_s, u"300"_s}).fedToTheEnd());
        const PixPtr page = desk.page(1);
        CHECK(pixGetWidth(page.get()) == 600);
        CHECK(pixGetHeight(page.get()) == 900);
        CHECK(meanGray(page.get()) == Approx(255 * 0.75).margin(1.0));
    }
    SECTION("cut and filled up with white")
    {
        const PixPtr image = patternImage(450, 600, 8, 1);
        writeImage(image.get(), desk.paper(u"a.png"_s));
        // One inch in from the left, two wide: half an inch of paper, the rest white.
        REQUIRE(desk.batch(u"feeder"_s,
                           {u"--mode"_s, u"Gray"_s, u"-l"_s, u"25.4"_s, u"-x"_s, u"50.8"_s, u"-y"_s, u"25.4"_s})
                    .fedToTheEnd());
        const PixPtr expected(pixCreate(600, 300, 8));
        pixSetAllGray(expected.get(), 255);
        pixRasterop(expected.get(), 0, 0, 150, 300, PIX_SRC, image.get(), 300, 0);
        CHECK(sameImage(desk.page(1).get(), expected.get()));
    }
}

TEST_CASE("Duplex pairs the images and adds the back that is missing", "[scanner_virtual]")
{
    const Desk desk;
    for (int i = 1; i <= 3; ++i)
        writeImage(patternImage(100 + i, 50, 8, static_cast<unsigned>(i)).get(), desk.paper(u"%1.png"_s.arg(i)));
    CHECK(desk.batch(u"feeder"_s, {u"--mode"_s, u"Gray"_s, u"--source"_s, u"ADF Duplex"_s}).fedToTheEnd());
    REQUIRE(desk.pages() == 4);
    CHECK(sameImage(desk.page(3).get(), patternImage(103, 50, 8, 3).get()));
    CHECK(pixGetWidth(desk.page(4).get()) == 103);
    CHECK(meanGray(desk.page(4).get()) == 255.0);
}

TEST_CASE("A list file feeds stacks of several folders in its order", "[scanner_virtual]")
{
    const Desk desk;
    const PaperFolder other;
    writeImage(patternImage(101, 50, 8, 1).get(), desk.paper(u"a.png"_s));
    writeImage(patternImage(102, 50, 8, 2).get(), other.path(u"b.png"_s));
    writeText(desk.paper(u"thứ tự.txt"_s), "# hai tập\n" + other.path(u"b.png"_s).toUtf8() + "\na.png\n");
    CHECK(desk.batch(u"feeder"_s, {u"--mode"_s, u"Gray"_s, u"--stack"_s, desk.paper(u"thứ tự.txt"_s)})
              .fedToTheEnd());
    REQUIRE(desk.pages() == 2);
    CHECK(sameImage(desk.page(1).get(), patternImage(102, 50, 8, 2).get()));
    CHECK(sameImage(desk.page(2).get(), patternImage(101, 50, 8, 1).get()));
}

TEST_CASE("A damaged file ends scanimage's batch with its own status", "[scanner_virtual]")
{
    const Desk desk;
    writeImage(patternImage(101, 50, 8, 1).get(), desk.paper(u"1.png"_s));
    writeText(desk.paper(u"2.jpg"_s), "\xFF\xD8\xFF\xE0 and nothing of use behind it");
    CHECK(desk.batch(u"feeder"_s).exitCode == IoError);
    CHECK(desk.pages() == 1);
}

TEST_CASE("An empty folder is an empty feeder", "[scanner_virtual]")
{
    const Desk desk;
    CHECK(desk.batch(u"feeder"_s).exitCode == NoDocs);
    CHECK(desk.pages() == 0);
}
