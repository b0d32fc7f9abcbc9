// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "tests/integration/scanner/scanner_rig.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <csignal>

using namespace sohoa;
using namespace sohoa::test;
using namespace std::chrono_literals;

namespace {

/// A page that takes minutes: a fifth of a second for each thousand bytes.
const std::vector<Setting> slowly{{u"read-limit"_s, true},
                                  {u"read-limit-size"_s, 1000},
                                  {u"read-delay"_s, true},
                                  {u"read-delay-duration"_s, 200'000}};

QByteArray hello()
{
    return encode(scan::Event(scan::Hello{})).value();
}

QByteArray said(const std::vector<scan::Event> &events)
{
    QByteArray bytes = hello();
    for (const auto &event : events)
        bytes += encode(event).value();
    return bytes;
}

std::optional<Error> endWith(const HelperConfig &config, Recorder **recorderOut = nullptr)
{
    static std::unique_ptr<Recorder> recorder;
    RemotePageSource source(config);
    recorder = std::make_unique<Recorder>(source);
    recorder->goOn = false;
    source.start(testWish());
    REQUIRE(recorder->waitForEnd());
    CHECK(recorder->ends == 1);
    if (recorderOut)
        *recorderOut = recorder.get();
    return recorder->error;
}

} // namespace

TEST_CASE("Cancelling in the middle of a page is answered within two seconds", "[scanner]")
{
    ScannerRig rig;
    RemotePageSource source(rig.config());
    source.setExtraSettings(slowly);
    Recorder recorder(source);
    source.start(testWish(u"gray"_s));
    REQUIRE(recorder.waitForRows());
    QElapsedTimer timer;
    timer.start();
    source.cancel();
    CHECK(recorder.ends == 0); // not from within
    REQUIRE(recorder.waitForEnd());
    CHECK(timer.elapsed() < 2000);
    CHECK(recorder.code() == ErrorCode::Cancelled);
    CHECK(recorder.inPage); // the page never ended: it is none
    source.cancel();        // harmless
    CHECK(recorder.ends == 1);
}

TEST_CASE("Cancelling works at every other moment too", "[scanner]")
{
    ScannerRig rig;
    RemotePageSource source(rig.config());
    Recorder recorder(source);
    recorder.goOn = false;
    SECTION("before anything has come")
    {
        source.start(testWish());
    }
    SECTION("between two sheets")
    {
        source.start(testWish(u"gray"_s, {}));
        REQUIRE(recorder.waitForPage());
    }
    source.cancel();
    REQUIRE(recorder.waitForEnd());
    CHECK(recorder.code() == ErrorCode::Cancelled);
    recorder.ends = 0;
    recorder.goOn = true;
    source.start(testWish());
    REQUIRE(recorder.waitForEnd());
    CHECK_FALSE(recorder.error);
}

TEST_CASE("A helper that dies in the middle of a page has crashed", "[scanner]")
{
    ScannerRig rig;
    RemotePageSource source(rig.traceable());
    source.setExtraSettings(slowly);
    Recorder recorder(source);
    source.start(testWish(u"gray"_s));
    REQUIRE(recorder.waitForRows());
    REQUIRE(::kill(static_cast<pid_t>(rig.helperPid()), SIGKILL) == 0);
    REQUIRE(recorder.waitForEnd());
    CHECK(recorder.code() == ErrorCode::HelperCrashed);
    CHECK(recorder.inPage);

    recorder.ends = 0;
    recorder.inPage = false;
    source.setExtraSettings({});
    source.start(testWish());
    REQUIRE(recorder.waitForEnd());
    CHECK_FALSE(recorder.error);
}

TEST_CASE("A helper that stands still is given up, killed, and followed by another", "[scanner]")
{
    ScannerRig rig;
    HelperConfig config = rig.traceable();
    config.silenceLimit = 1500ms;
    RemotePageSource source(config);
    source.setExtraSettings(slowly);
    Recorder recorder(source);
    source.start(testWish(u"gray"_s));
    REQUIRE(recorder.waitForRows());
    const auto pid = static_cast<pid_t>(rig.helperPid());
    REQUIRE(::kill(pid, SIGSTOP) == 0);
    SECTION("noticed by its silence")
    {
        REQUIRE(recorder.waitForEnd());
        CHECK(recorder.code() == ErrorCode::HelperHung);
    }
    SECTION("noticed by whoever cancels")
    {
        QElapsedTimer timer;
        timer.start();
        source.cancel();
        REQUIRE(recorder.waitForEnd());
        CHECK(timer.elapsed() < 2000);
        CHECK(recorder.code() == ErrorCode::Cancelled);
    }
    recorder.ends = 0;
    recorder.inPage = false;
    source.setExtraSettings({});
    source.start(testWish());
    REQUIRE(recorder.waitForEnd());
    CHECK_FALSE(recorder.error);
    CHECK(::kill(pid, 0) != 0);
}

TEST_CASE("A program that is no helper is recognized", "[scanner]")
{
    ScannerRig rig;
    const PageGeometry gray{PixelFormat::Gray8, 10, 3, 72, false};
    const scan::Event page = scan::PageStarted{gray};
    const scan::Event row = scan::Rows{QByteArray(10, 'x')};
    const auto nonsense = [](const HelperConfig &config) {
        const auto error = endWith(config);
        return error && error->code == ErrorCode::HelperProtocol;
    };
    HelperConfig config = rig.config();
    for (const auto &program : {u"/bin/cat"_s, u"/bin/true"_s, u"/usr/bin/yes"_s}) {
        INFO(program.toStdString());
        config.helperProgram = program;
        CHECK(nonsense(config));
    }
    CHECK(nonsense(rig.scripted("echo Xin chào\nexec cat > /dev/null\n")));
    CHECK(nonsense(rig.saying(encode(scan::Event(scan::Hello{99})).value())));
    CHECK(nonsense(rig.saying(hello() + hello())));
    CHECK(nonsense(rig.saying(encode(page).value()))); // no greeting
    CHECK(nonsense(rig.saying(said({row}))));
    CHECK(nonsense(rig.saying(said({page, page}))));
    CHECK(nonsense(rig.saying(said({page, scan::Rows{QByteArray(11, 'x')}}))));
    CHECK(nonsense(rig.saying(said({page, scan::Rows{QByteArray(40, 'x')}})))); // more than announced
    CHECK(nonsense(rig.saying(said({page, scan::Rows{}}))));
    CHECK(nonsense(rig.saying(said({page, row, scan::PageEnded{2, false}}))));
    CHECK(nonsense(rig.saying(said({page, row, scan::PageEnded{1, true}}))));       // whole, with a row of three
    CHECK(nonsense(rig.saying(said({page, row, scan::PageEnded{1, false}, row})))); // not asked for
    CHECK(nonsense(rig.saying(said({scan::ScanEnded{}}))));
    CHECK(nonsense(rig.saying(said({scan::DevicesFound{}}))));
}

TEST_CASE("A page that is too short is handed over as suspect", "[scanner]")
{
    ScannerRig rig;
    const PageGeometry gray{PixelFormat::Gray8, 10, 3, 72, false};
    HelperConfig config =
        rig.saying(said({scan::PageStarted{gray}, scan::Rows{QByteArray(20, 'x')}, scan::PageEnded{2, false}}));
    RemotePageSource source(config);
    Recorder recorder(source);
    recorder.goOn = false;
    source.start(testWish());
    REQUIRE(recorder.waitForPage());
    CHECK(recorder.pages.front().rowCount == 2);
    CHECK_FALSE(recorder.pages.front().complete);
}

TEST_CASE("A missing program and one that ends early are told apart", "[scanner]")
{
    ScannerRig rig;
    HelperConfig config = rig.config();
    config.helperProgram = rig.path(u"không có"_s);
    CHECK(endWith(config)->code == ErrorCode::HelperMissing);
    REQUIRE_OK(writeDurably(rig.path(u"said"_s), hello()));
    CHECK(endWith(rig.scripted("cat \"$(dirname \"$0\")/said\"\nexit 7\n"))->code == ErrorCode::HelperCrashed);
}

TEST_CASE("The helper ends by itself when nobody is left to talk to", "[scanner]")
{
    ScannerRig rig;
    QProcess helper;
    QProcessEnvironment environment = rig.config().environment;
    helper.setProcessEnvironment(environment);
    helper.start(rig.config().helperProgram, QStringList());
    REQUIRE(helper.waitForStarted());
    helper.write(encode(scan::Request(scan::StartScan{testWish(u"gray"_s), slowly})).value());
    FrameReader reader;
    bool rows = false;
    while (!rows && helper.waitForReadyRead(20'000)) {
        reader.append(helper.readAllStandardOutput());
        for (auto frame = reader.next(); frame && *frame; frame = reader.next())
            rows = rows || std::holds_alternative<scan::Rows>(scan::decodeEvent(**frame).value());
    }
    REQUIRE(rows);
    SECTION("its stdin ends")
    {
        helper.closeWriteChannel();
    }
    SECTION("it is told to quit")
    {
        helper.write(encode(scan::Request(scan::Quit{})).value());
    }
    SECTION("it is told nonsense")
    {
        helper.write("Xin chào, máy quét");
    }
    if (helper.state() == QProcess::Running)
        helper.waitForFinished(20'000);
    CHECK(helper.state() == QProcess::NotRunning);
    CHECK(helper.exitStatus() == QProcess::NormalExit);
    CHECK(helper.exitCode() == 0);
}

TEST_CASE("The helper obeys SIGTERM", "[scanner]")
{
    ScannerRig rig;
    QProcess helper;
    helper.start(rig.config().helperProgram, QStringList());
    REQUIRE(helper.waitForReadyRead(20'000)); // its greeting: it is up
    helper.terminate();
    REQUIRE(helper.waitForFinished(20'000));
    CHECK(helper.exitStatus() == QProcess::NormalExit);
    CHECK(helper.exitCode() == 0);
}
