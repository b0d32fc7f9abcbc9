// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/config.h"
#include "scanner/virtual/feeder.h"
#include "scanner/virtual/frame.h"
#include "scanner/virtual/options.h"
#include "scanner/virtual/pace.h"
#include "scanner/virtual/stack.h"
#include "tests/integration/scanner_virtual/paper.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

using namespace sohoa::test;
using namespace sohoa::virtual_scanner;
using namespace Qt::StringLiterals;

namespace {

std::filesystem::path nativePath(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

QStringList names(const Stack &stack)
{
    QStringList names;
    for (const Side &side : stack.sides())
        names += QString::fromStdString(side.file.filename().string()) + u":%1"_s.arg(side.page);
    return names;
}

} // namespace

TEST_CASE("File names sort as people count", "[scanner_virtual]")
{
    CHECK(naturalLess("2.jpg", "10.jpg"));
    CHECK_FALSE(naturalLess("10.jpg", "2.jpg"));
    CHECK(naturalLess("trang 9", "trang 10"));
    CHECK(naturalLess("007", "8"));
    CHECK(naturalLess("a1b2", "a1b10"));
    CHECK(naturalLess("a", "a1"));
    CHECK(naturalLess("99999999999999999999998", "99999999999999999999999"));
    CHECK_FALSE(naturalLess("1", "1"));
    CHECK(naturalLess("01", "1") != naturalLess("1", "01"));
}

TEST_CASE("A stack is a folder, an image or a list", "[scanner_virtual]")
{
    const PaperFolder folder;
    REQUIRE(QDir(folder.path()).mkpath(u"tờ khai/sub"_s));
    const PixPtr page = patternImage(20, 20, 8, 1);
    for (const auto &name : {u"10.png"_s, u"2.PNG"_s, u"1.pgm"_s, u"tờ khai/b.png"_s})
        writeImage(page.get(), folder.path(name));
    for (int i = 0; i < 3; ++i)
        appendTiff(page.get(), folder.path(u"3.tif"_s), i == 0);
    writeText(folder.path(u"stacks.json"_s), "{}");
    writeText(folder.path(u"list.txt"_s),
              "\xEF\xBB\xBF# thứ tự\r\n\n  tờ khai/b.png \r\n3.tif\nmissing.png\ntờ khai\n");

    const auto whole = Stack::load(nativePath(folder.path()));
    REQUIRE(whole);
    CHECK(names(*whole) ==
          QStringList{u"1.pgm:0"_s, u"2.PNG:0"_s, u"3.tif:0"_s, u"3.tif:1"_s, u"3.tif:2"_s, u"10.png:0"_s});
    const auto list = Stack::load(nativePath(folder.path(u"list.txt"_s)));
    REQUIRE(list);
    CHECK(names(*list) ==
          QStringList{u"b.png:0"_s, u"3.tif:0"_s, u"3.tif:1"_s, u"3.tif:2"_s, u"missing.png:0"_s, u"b.png:0"_s});
    CHECK(Stack::load(nativePath(folder.path(u"3.tif"_s)))->sides().size() == 3);
    CHECK(Stack::load({})->sides().empty());
    CHECK_FALSE(Stack::load(nativePath(folder.path(u"nowhere"_s))));
    CHECK_FALSE(Stack::load("/dev/zero"));
}

TEST_CASE("sohoa.conf keeps what it understands", "[scanner_virtual]")
{
    const Config config =
        parseConfig("# máy ảo\r\n device feeder  chồng 1/a b \n"
                    "device other /srv/stack\ndevice feeder /again\ndevice /bad /x\ndevice lone\n"
                    "pages-per-minute 40\npages-per-minute -3\npages-per-minute 4x\nnonsense 1\n",
                    "/conf");
    REQUIRE(config.devices.size() == 2);
    CHECK(config.devices[0].name == "feeder");
    CHECK(config.devices[0].stack == "/conf/chồng 1/a b");
    CHECK(config.devices[1].stack == "/srv/stack");
    CHECK(config.pagesPerMinute == 40);
}

TEST_CASE("A page keeps its own size until a window says otherwise", "[scanner_virtual]")
{
    const OptionSet options;
    Settings settings = options.settings();

    const Layout own = layoutFor(settings, 2479, 3507, 300, 300);
    CHECK(own.width == 2479);
    CHECK(own.height == 3507);
    CHECK(own.coveredWidth == own.sourceWidth);

    settings.dpi = 150;
    const Layout half = layoutFor(settings, 2480, 3508, 300, 300);
    CHECK(half.width == 1240);
    CHECK(half.height == 1754);

    settings.dpi = 300;
    const Layout bed = layoutFor(settings, 5000, 9000, 300, 300);
    CHECK(bed.width == 3602);  // 305 mm
    CHECK(bed.height == 5398); // 457 mm
    CHECK(bed.sourceWidth == 3602);

    settings.left = 25.4;
    settings.right = 50.8;
    settings.rightIsPaperEdge = false;
    const Layout window = layoutFor(settings, 450, 600, 300, 300);
    CHECK(window.width == 300);
    CHECK(window.sourceX == 300);
    CHECK(window.sourceWidth == 150);
    CHECK(window.coveredWidth == 150);

    settings.left = 100;
    settings.right = 90;
    const Layout nothing = layoutFor(settings, 450, 600, 300, 300);
    CHECK(nothing.width == 1);
    CHECK(nothing.sourceWidth == 0);

    // A fax: 204 x 98 dots an inch becomes square.
    const Layout fax = layoutFor(options.settings(), 1728, 1100, 204, 98);
    CHECK(fax.width == 2541);
    CHECK(fax.height == 3367);
}

TEST_CASE("Options answer as SANE asks", "[scanner_virtual]")
{
    OptionSet options;
    SANE_Int info = 0;
    const auto setWord = [&](SANE_Int index, SANE_Word value) {
        info = 0;
        REQUIRE(options.set(index, &value, info) == SANE_STATUS_GOOD);
        return value;
    };
    const auto setText = [&](SANE_Int index, std::string text) {
        info = 0;
        return options.set(index, text.data(), info);
    };
    const auto getWord = [&](SANE_Int index) {
        SANE_Word value = 0;
        REQUIRE(options.get(index, &value) == SANE_STATUS_GOOD);
        return value;
    };

    SECTION("every descriptor is complete")
    {
        REQUIRE(getWord(0) == OptionSet::Count);
        CHECK(options.descriptor(-1) == nullptr);
        CHECK(options.descriptor(OptionSet::Count) == nullptr);
        for (SANE_Int i = 0; i < OptionSet::Count; ++i) {
            const SANE_Option_Descriptor *option = options.descriptor(i);
            INFO(i);
            REQUIRE(option);
            CHECK(option->title);
            CHECK(option->desc);
            CHECK((option->type == SANE_TYPE_GROUP) == (option->size == 0));
            const bool readOnly = i == OptionSet::NumOptions || i == OptionSet::SerialNumber;
            CHECK((readOnly || option->type == SANE_TYPE_GROUP) == !SANE_OPTION_IS_SETTABLE(option->cap));
        }
    }
    SECTION("resolution takes the nearest")
    {
        CHECK(setWord(OptionSet::Resolution, 310) == 300);
        CHECK(info == (SANE_INFO_INEXACT | SANE_INFO_RELOAD_PARAMS));
        CHECK(setWord(OptionSet::Resolution, 200) == 200);
        CHECK(info == SANE_INFO_RELOAD_PARAMS);
        CHECK(getWord(OptionSet::Resolution) == 200);
    }
    SECTION("the threshold belongs to lineart")
    {
        SANE_Word value = 50;
        CHECK(options.set(OptionSet::Threshold, &value, info) == SANE_STATUS_INVAL);
        CHECK(setText(OptionSet::ModeOption, "Lineart") == SANE_STATUS_GOOD);
        CHECK(info == (SANE_INFO_RELOAD_OPTIONS | SANE_INFO_RELOAD_PARAMS));
        CHECK(setWord(OptionSet::Threshold, 101) == 100);
        CHECK(info == SANE_INFO_INEXACT);
        CHECK(setText(OptionSet::ModeOption, "24 bit Color") == SANE_STATUS_INVAL);
    }
    SECTION("the paper bounds the window")
    {
        CHECK(options.settings().rightIsPaperEdge);
        setWord(OptionSet::BrX, SANE_FIX(100));
        CHECK_FALSE(options.settings().rightIsPaperEdge);
        setWord(OptionSet::PageWidth, SANE_FIX(210));
        CHECK(info == (SANE_INFO_RELOAD_OPTIONS | SANE_INFO_RELOAD_PARAMS));
        CHECK(options.descriptor(OptionSet::BrX)->constraint.range->max == SANE_FIX(210));
        CHECK(getWord(OptionSet::BrX) == SANE_FIX(210));
        CHECK(setWord(OptionSet::TlX, SANE_FIX(-1)) == 0);
        CHECK(setWord(OptionSet::BrX, SANE_FIX(300)) == SANE_FIX(210));
    }
    SECTION("what cannot be set is refused")
    {
        SANE_Word value = 1;
        CHECK(options.set(OptionSet::NumOptions, &value, info) == SANE_STATUS_INVAL);
        CHECK(options.set(OptionSet::GroupMode, &value, info) == SANE_STATUS_INVAL);
        CHECK(options.set(OptionSet::Count, &value, info) == SANE_STATUS_INVAL);
        CHECK(options.get(OptionSet::GroupMode, &value) == SANE_STATUS_INVAL);
        CHECK(options.set(OptionSet::TlX, nullptr, info) == SANE_STATUS_INVAL);
        CHECK(setText(OptionSet::StackPath, std::string(5000, 'x')) == SANE_STATUS_INVAL);
    }
}

TEST_CASE("Sheets keep the beat of the feeder", "[scanner_virtual]")
{
    using namespace std::chrono_literals;
    const SteadyClock::time_point start{};
    Pace pace(60);

    const PassTime first = pace.nextSheet(start, true);
    CHECK(first.begin == start);
    CHECK(first.end == start + 450ms);
    const PassTime back = pace.backSide(start + 500ms);
    CHECK(back.begin == start + 450ms);
    CHECK(back.end == start + 900ms);
    // Asked for early: the sheet waits for its turn. Asked for late: the feeder has waited.
    CHECK(pace.nextSheet(start + 910ms, false).begin == start + 1000ms);
    CHECK(pace.nextSheet(start + 5000ms, false).begin == start + 5000ms);

    CHECK(first.rowsAt(start - 1ms, 100) == 0);
    CHECK(first.rowsAt(start + 225ms, 100) == 50);
    CHECK(first.rowsAt(start + 450ms, 100) == 100);
    CHECK(first.timeOf(50, 100) == start + 225ms);

    pace.setPagesPerMinute(0);
    const PassTime free = pace.nextSheet(start + 7s, false);
    CHECK(free.rowsAt(start + 7s, 10) == 10);
}

TEST_CASE("Unusable files are refused before they cost memory", "[scanner_virtual]")
{
    const PaperFolder folder;
    const PixPtr page = patternImage(400, 400, 32, 4);
    writeImage(page.get(), folder.path(u"good.jpg"_s));
    QFile good(folder.path(u"good.jpg"_s));
    REQUIRE(good.open(QIODevice::ReadOnly));
    const QByteArray bytes = good.readAll();

    CHECK(loadSide({nativePath(folder.path(u"good.jpg"_s)), 0}));
    const std::vector<std::pair<QString, QByteArray>> bad = {
        {u"half.jpg"_s, bytes.left(bytes.size() / 2)},
        {u"head.jpg"_s, bytes.left(30)},
        {u"empty.png"_s, {}},
        {u"text.png"_s, "Kính gửi: Ủy ban nhân dân"},
        {u"wide.pgm"_s, "P5\n40001 10\n255\n" + QByteArray(400'010, ' ')},
        {u"large.pgm"_s, "P5\n39000 39000\n255\n" + QByteArray(1000, ' ')},
        {u"short.pgm"_s, "P5\n400 400\n255\n" + QByteArray(10, ' ')},
        {u"minus.pgm"_s, "P5\n-40 40\n255\n" + QByteArray(1600, ' ')},
    };
    for (const auto &[name, content] : bad) {
        INFO(name.toStdString());
        writeText(folder.path(name), content);
        CHECK_FALSE(loadSide({nativePath(folder.path(name)), 0}));
    }
    CHECK_FALSE(loadSide({nativePath(folder.path(u"missing.png"_s)), 0}));
    CHECK_FALSE(loadSide({nativePath(folder.path()), 0}));
}

TEST_CASE("Resolutions nobody can have measured count as missing", "[scanner_virtual]")
{
    const PaperFolder folder;
    for (const auto &[stored, believed] : {std::pair(200, 200), std::pair(72, 300), std::pair(4800, 300)}) {
        writeImage(patternImage(40, 40, 8, 1, stored).get(), folder.path(u"x.png"_s));
        const auto side = loadSide({nativePath(folder.path(u"x.png"_s)), 0});
        REQUIRE(side);
        CHECK(side->xDpi == believed);
        CHECK(side->yDpi == believed);
    }
}
