// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/scanner/scanner_rig.h"

#include <QFile>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;

namespace {

/// One page, which must be whole.
ScannedPage onePage(const ScannerRig &rig, const ScanWish &wish, const std::vector<Setting> &extra = {})
{
    RemotePageSource source(rig.config());
    source.setExtraSettings(extra);
    Recorder recorder(source);
    source.start(wish);
    REQUIRE(recorder.waitForEnd());
    INFO((recorder.error ? logLine(*recorder.error).toStdString() : "ended"));
    REQUIRE_FALSE(recorder.error);
    REQUIRE(recorder.pages.size() == 1);
    const ScannedPage page = recorder.pages.front();
    CHECK(page.complete);
    CHECK(page.rowCount > 0);
    CHECK(page.bytes.size() == page.rowCount * bytesPerRow(page.geometry.format, page.geometry.width));
    return page;
}

std::optional<ErrorCode> endOf(const ScannerRig &rig, const ScanWish &wish, const std::vector<Setting> &extra,
                               size_t pages = 0)
{
    RemotePageSource source(rig.config());
    source.setExtraSettings(extra);
    Recorder recorder(source);
    source.start(wish);
    REQUIRE(recorder.waitForEnd());
    CHECK(recorder.pages.size() == pages);
    CHECK(recorder.ends == 1);
    return recorder.code();
}

} // namespace

TEST_CASE("The whole glass is scanned in every mode", "[scanner]")
{
    ScannerRig rig;
    const auto color = onePage(rig, testWish());
    CHECK(color.geometry.format == PixelFormat::Rgb8);
    CHECK(color.geometry.dpi == 72);
    CHECK(color.geometry.width == 170); // 60 mm
    CHECK(color.geometry.height == 170);
    CHECK(onePage(rig, testWish(u"gray"_s)).geometry.format == PixelFormat::Gray8);
    CHECK(onePage(rig, testWish(u"lineart"_s)).geometry.format == PixelFormat::Bilevel1);
    CHECK(onePage(rig, testWish(u"gray"_s), {{u"depth"_s, 16}}).geometry.format == PixelFormat::Gray16);
    CHECK(onePage(rig, testWish(), {{u"depth"_s, 16}}).geometry.format == PixelFormat::Rgb16);
    CHECK(onePage(rig, testWish(), {{u"depth"_s, 1}}).geometry.format == PixelFormat::Rgb8);
}

TEST_CASE("Solid pages keep their shade through every format", "[scanner]")
{
    ScannerRig rig;
    const Setting white{u"test-picture"_s, u"Solid white"_s};
    const auto gray = onePage(rig, testWish(u"gray"_s), {white});
    CHECK(gray.bytes == QByteArray(gray.bytes.size(), '\xff'));
    const auto lineart = onePage(rig, testWish(u"lineart"_s), {white});
    CHECK(lineart.bytes == QByteArray(lineart.bytes.size(), '\0')); // 1 is black
}

TEST_CASE("A page in three passes is the page in one", "[scanner]")
{
    ScannerRig rig;
    for (const int depth : {8, 16}) {
        INFO("depth " << depth);
        const Setting bits{u"depth"_s, depth};
        const auto once = onePage(rig, testWish(), {bits});
        const auto thrice =
            onePage(rig, testWish(), {bits, {u"three-pass"_s, true}, {u"three-pass-order"_s, u"GBR"_s}});
        CHECK(thrice.geometry.format == once.geometry.format);
        CHECK(thrice.bytes == once.bytes);
    }
}

TEST_CASE("Odd lines are understood: unknown length, padding, small pieces", "[scanner]")
{
    ScannerRig rig;
    const auto hand = onePage(rig, testWish(u"gray"_s), {{u"hand-scanner"_s, true}});
    CHECK_FALSE(hand.geometry.height);
    CHECK(hand.rowCount > 10);

    const auto padded = onePage(rig, testWish(), {{u"ppl-loss"_s, 7}});
    CHECK(padded.geometry.width == 163);
    const auto whole = onePage(rig, testWish());
    constexpr qsizetype paddedRow = qsizetype{163} * 3;
    constexpr qsizetype wholeRow = qsizetype{170} * 3;
    for (qsizetype row = 0; row < padded.rowCount; row += 50)
        CHECK(padded.bytes.mid(row * paddedRow, paddedRow) == whole.bytes.mid(row * wholeRow, paddedRow));

    CHECK(onePage(rig, testWish(), {{u"read-limit"_s, true}, {u"read-limit-size"_s, 101}}).bytes == whole.bytes);
}

TEST_CASE("What a backend prints goes to the log, and it works in no folder of ours", "[scanner]")
{
    ScannerRig rig;
    RemotePageSource source(rig.traceable());
    Recorder recorder(source);
    recorder.goOn = false;
    source.start(testWish());
    REQUIRE(recorder.waitForPage());
    const auto link = [&rig](const QString &name) {
        return QFile::symLinkTarget(u"/proc/%1/%2"_s.arg(rig.helperPid()).arg(name));
    };
    CHECK(link(u"fd/0"_s) == u"/dev/null"_s);
    CHECK(link(u"fd/1"_s).contains(u"pipe:"));
    CHECK(link(u"fd/1"_s) == link(u"fd/2"_s));
    CHECK(link(u"cwd"_s) == u"/"_s);
    onePage(rig, testWish(), {{u"enable-test-options"_s, true}, {u"button"_s, {}}});
}

TEST_CASE("What the driver made of a wish is told", "[scanner]")
{
    ScannerRig rig;
    RemotePageSource source(rig.config());
    source.setExtraSettings({{u"enable-test-options"_s, true}, {u"int-inexact"_s, 42}});
    Recorder recorder(source);
    auto wish = testWish();
    wish.dpi = 5000;
    wish.maxPages = 1;
    source.start(wish);
    REQUIRE(recorder.waitForPage());
    source.cancel();
    REQUIRE(recorder.waitForEnd());
    const auto told = [&recorder](QStringView option) {
        return std::ranges::count(recorder.adjustments, option, &Adjustment::option);
    };
    CHECK(told(u"resolution") == 1);
    CHECK(told(u"int-inexact") == 1);
    CHECK(told(u"mode") == 0);
    CHECK(recorder.pages.front().geometry.dpi == 1200);
}

TEST_CASE("A feeder is emptied sheet by sheet, each only when the last is safe", "[scanner]")
{
    ScannerRig rig;
    RemotePageSource source(rig.config());
    Recorder recorder(source);
    recorder.goOn = false;
    source.start(testWish(u"gray"_s, {})); // the feeder by itself
    REQUIRE(recorder.waitForPage());
    QTest::qWait(100);
    CHECK(recorder.pages.size() == 1);
    recorder.goOn = true;
    source.next();
    REQUIRE(recorder.waitForEnd());
    CHECK_FALSE(recorder.error);
    CHECK(recorder.pages.size() == 10);
    CHECK(std::ranges::all_of(recorder.pages, &ScannedPage::complete));

    source.start(testWish(u"gray"_s, {})); // the same object again
    recorder.ends = 0;
    REQUIRE(recorder.waitForEnd());
    CHECK(recorder.pages.size() == 20);
}

TEST_CASE("No more pages come than were asked for", "[scanner]")
{
    ScannerRig rig;
    auto wish = testWish(u"gray"_s, {});
    wish.maxPages = 3;
    CHECK_FALSE(endOf(rig, wish, {}, 3));
}

TEST_CASE("Each status of the driver is told apart", "[scanner]")
{
    ScannerRig rig;
    const std::pair<QString, ErrorCode> statuses[] = {
        {u"UNSUPPORTED"_s, ErrorCode::DeviceUnsupported},
        {u"CANCELLED"_s, ErrorCode::Cancelled},
        {u"DEVICE_BUSY"_s, ErrorCode::DeviceBusy},
        {u"INVAL"_s, ErrorCode::DeviceIoError},
        {u"EOF"_s, ErrorCode::PageIncomplete},
        {u"JAMMED"_s, ErrorCode::PaperJam},
        {u"NO_DOCS"_s, ErrorCode::FeederEmpty},
        {u"COVER_OPEN"_s, ErrorCode::CoverOpen},
        {u"IO_ERROR"_s, ErrorCode::DeviceIoError},
        {u"NO_MEM"_s, ErrorCode::DeviceOutOfMemory},
        {u"ACCESS_DENIED"_s, ErrorCode::DeviceAccessDenied},
    };
    for (const auto &[status, code] : statuses) {
        INFO(status.toStdString());
        CHECK(endOf(rig, testWish(), {{u"read-return-value"_s, u"SANE_STATUS_"_s + status}}) == code);
    }
}

TEST_CASE("A wish that no device could fulfil is refused before a sheet moves", "[scanner]")
{
    ScannerRig rig;
    auto wish = testWish();
    wish.duplex = true;
    CHECK(endOf(rig, wish, {}) == ErrorCode::OptionRefused);
    CHECK(endOf(rig, testWish(u"color"_s, u"Film"_s), {}) == ErrorCode::OptionRefused);
    wish = testWish();
    wish.device = u"test:77"_s;
    CHECK(endOf(rig, wish, {}) == ErrorCode::DeviceNotFound);
    wish.maxPages = 0;
    CHECK(endOf(rig, wish, {}) == ErrorCode::UsageError);
    wish.maxPages = std::nullopt;
    wish.device.clear();
    CHECK(endOf(rig, wish, {}) == ErrorCode::DeviceNotFound);
}
