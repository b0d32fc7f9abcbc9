// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with a stack that needs a person: told calmly, gone on with one button, nothing doubled.
#include "app/common/composition.h"
#include "tests/gui/practice.h"
#include "tests/gui/scripted_scanners.h"
#include "ui/scan/scan_prompt.h"
#include "ui/scan/scanner_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTemporaryDir>

using namespace sohoa;
using namespace sohoa::test;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;

namespace {

const Error jam{ErrorCode::PaperJam, {}, u"jammed"_s};

/// A window over a store that outlives it, with scripted scanners.
struct Stack {
    Stack()
    {
        REQUIRE(folder.isValid());
        REQUIRE(installTranslations(*qApp, u"vi"_s));
        applyTheme(*qApp);
    }
    ~Stack()
    {
        close();
        qDeleteAll(qApp->findChildren<QTranslator *>());
    }
    Stack(const Stack &) = delete;
    Stack &operator=(const Stack &) = delete;

    void open(std::vector<ScriptedScanners::Pass> passes)
    {
        scanners = std::make_unique<ScriptedScanners>(std::move(passes));
        engine = std::make_unique<Engine>(
            [config = stationConfig(folder.filePath(u"kho"_s)), this] { return Station::open(config, clock); });
        window = std::make_unique<MainWindow>(*engine, *scanners, asker,
                                              MainWindow::Options{.practice = true}); // Nobody is welcomed.
        window->show();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
        engine->start();
        auto *scanButton = find<QPushButton>(u"scan"_s);
        REQUIRE(QTest::qWaitFor([&] { return scanButton->isEnabled(); }, answerMs));
    }
    void close()
    {
        window.reset();
        engine.reset();
        scanners.reset();
    }
    template <class Widget> Widget *find(const QString &name)
    {
        auto *widget = window->findChild<Widget *>(name);
        REQUIRE(widget);
        return widget;
    }
    ScanScreen &scan() { return window->scanScreen(); }
    bool over() { return !scan().intake().isRunning() && scan().intake().lastSummary().has_value(); }
    QString prompt() { return find<ScanPrompt>(u"scanPrompt"_s)->title(); }
    bool waitFor(const std::function<bool()> &happened) { return QTest::qWaitFor(happened, answerMs); }
    void press(const QString &name)
    {
        auto *button = find<QPushButton>(name);
        REQUIRE(button->isVisible());
        button->click();
    }
    /// The number on each page, in the order of the batch; see ScriptedScanners.
    std::vector<PageRow> pages() { return scan().pages().rows(); }

    QTemporaryDir folder{QDir::tempPath() + u"/sohoa chồng giấy-XXXXXX"_s};
    SystemClock clock;
    WillingAsker asker;
    std::unique_ptr<ScriptedScanners> scanners;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<MainWindow> window;
};

} // namespace

TEST_CASE("After a jam the bar says where to go on, the last pages are shown, and Resume goes on", "[ui][scan]")
{
    Stack desk;
    desk.open({{1, 2, jam}, {3, 3, {}}});
    desk.press(u"scan"_s);
    MainWindow &window = *desk.window;
    REQUIRE(desk.waitFor([&] { return window.errorBar().error().has_value(); }));
    CHECK(window.errorBar().error()->code == ErrorCode::PaperJam);
    CHECK(desk.find<QLabel>(u"errorText"_s)->text() ==
          u"Kẹt giấy sau tờ 2. Lấy giấy kẹt ra, đặt lại từ tờ 3, bấm Tiếp tục."_s);
    CHECK(QApplication::activeModalWidget() == nullptr);
    CHECK_FALSE(desk.scan().intake().isRunning());
    REQUIRE(desk.waitFor([&] { return desk.pages().size() == 2; }));
    REQUIRE(desk.waitFor([&] { return desk.prompt() == u"Những trang cuối đã an toàn"_s; }));

    CHECK(desk.find<QPushButton>(u"errorRemedy"_s)->text() == u"Tiếp tục"_s);
    desk.press(u"errorRemedy"_s);
    CHECK_FALSE(window.errorBar().error().has_value());
    REQUIRE(desk.waitFor([&] { return desk.pages().size() == 5 && desk.over(); }));
    CHECK_FALSE(window.errorBar().error().has_value());
    CHECK(desk.prompt().isEmpty());
    CHECK(desk.scan().intake().sheet() == 6); // Counted on, not anew.
    CHECK(desk.scan().intake().ledger().stored == 5);
    CHECK(desk.scan().intake().ledger().balances());
    CHECK(window.desk().batches().size() == 1);
}

TEST_CASE("A feeder that reads one side is led through two passes, and counts that differ are caught",
          "[ui][scan]")
{
    Stack desk;
    // Turned over, the last sheet comes first; the first try has a sheet too many.
    desk.open({{1, 2, {}}, {11, 3, {}}, {11, 2, {}}});
    auto *both = desk.find<QCheckBox>(u"bothSides"_s);
    REQUIRE(both->isEnabled());
    both->setChecked(true);
    desk.press(u"scan"_s);
    REQUIRE(desk.waitFor([&] { return desk.scan().intake().state() == Intake::State::AwaitingFlip; }));
    CHECK(desk.prompt() == u"Lật chồng giấy"_s);
    CHECK(desk.find<QPushButton>(u"promptYes"_s)->hasFocus());
    desk.press(u"promptYes"_s);
    REQUIRE(desk.waitFor([&] { return desk.window->errorBar().error().has_value(); }));
    CHECK(desk.window->errorBar().error()->code == ErrorCode::PassCountsDiffer);
    desk.press(u"errorRemedy"_s);
    REQUIRE(desk.waitFor([&] { return desk.over() && !desk.window->errorBar().error(); }));

    // Front, back, front, back: as the papers lie.
    std::vector<int> numbers;
    bool known = false;
    desk.engine->ask(
        desk.window.get(),
        [batch = desk.window->desk().batch()](Station &station) { return station.pagesOfBatch(batch); },
        [&](const Result<std::vector<Page>> &pages) {
            REQUIRE_OK(pages);
            for (const Page &page : *pages)
                if (!page.excluded)
                    numbers.push_back(page.width - ScriptedScanners::baseWidth);
            known = true;
        });
    REQUIRE(desk.waitFor([&] { return known; }));
    CHECK(numbers == std::vector{1, 12, 2, 11});
}

TEST_CASE("A sheet that was put back though it was scanned is asked about, and left out", "[ui][scan]")
{
    Stack desk;
    desk.open({{1, 2, jam}, {2, 2, {}}});
    desk.press(u"scan"_s);
    REQUIRE(desk.waitFor([&] { return desk.window->errorBar().error().has_value(); }));
    desk.press(u"errorRemedy"_s);
    REQUIRE(desk.waitFor([&] { return desk.over() && desk.prompt().startsWith(u"Tờ 2"_s); }));
    REQUIRE(desk.waitFor([&] { return desk.pages().size() == 4; }));
    desk.press(u"promptYes"_s);
    REQUIRE(desk.waitFor([&] { return desk.pages()[2].excluded; }));
    CHECK(desk.prompt().isEmpty());
    CHECK_FALSE(desk.pages()[3].excluded);
}

TEST_CASE("The same batch and its stopped stack are there after the program was started anew",
          "[ui][scan][restart]")
{
    Stack desk;
    desk.open({{1, 2, jam}});
    desk.press(u"scan"_s);
    REQUIRE(desk.waitFor([&] { return desk.window->errorBar().error().has_value(); }));
    const BatchId batch = desk.window->desk().batch();
    desk.close();

    desk.open({{3, 1, {}}});
    REQUIRE(desk.waitFor([&] { return desk.window->desk().batch() == batch && desk.pages().size() == 2; }));
    REQUIRE(desk.waitFor([&] { return desk.prompt() == u"Còn một chồng giấy quét dở"_s; }));
    desk.press(u"promptYes"_s);
    REQUIRE(desk.waitFor([&] { return desk.over() && desk.pages().size() == 3; }));
    CHECK_FALSE(desk.window->errorBar().error().has_value());
    CHECK(desk.window->desk().batches().size() == 1);
    CHECK(desk.scan().intake().ledger().stored == 3);
}

TEST_CASE("Closing while pages come in asks, and loses nothing", "[ui][scan]")
{
    Stack desk;
    desk.open({{1, 1000, {}}});
    desk.press(u"scan"_s);
    REQUIRE(desk.waitFor([&] { return desk.pages().size() >= 3; }));
    const std::vector<PageRow> shown = desk.pages();
    desk.window->close(); // The asker says yes at once.
    CHECK(desk.asker.confirmed == 1);
    desk.close();

    desk.open({{1, 0, {}}});
    REQUIRE(desk.waitFor([&] { return desk.pages().size() >= shown.size(); }));
    for (size_t i = 0; i < shown.size(); ++i)
        CHECK(desk.pages()[i].id == shown[i].id);
}

TEST_CASE("A computer that goes to sleep stops the stack in time, and says so when it is back",
          "[ui][scan][sleep]")
{
    Stack desk;
    desk.open({{1, 1000, {}}, {500, 2, {}}});
    desk.press(u"scan"_s);
    REQUIRE(desk.waitFor([&] { return desk.pages().size() >= 2; }));
    Q_EMIT desk.window->sleepWatch().goingToSleep();
    REQUIRE(desk.waitFor([&] { return desk.over(); }));
    CHECK_FALSE(desk.window->errorBar().error().has_value()); // To a dark screen nothing is told.
    Q_EMIT desk.window->sleepWatch().awake();
    REQUIRE(desk.window->errorBar().error().has_value());
    CHECK(desk.window->errorBar().error()->code == ErrorCode::ScanSuspended);
    const int safe = desk.scan().intake().ledger().stored;
    CHECK(desk.find<QLabel>(u"errorText"_s)->text().contains(u"tờ %1"_s.arg(safe + 1)));
    desk.press(u"errorRemedy"_s);
    REQUIRE(desk.waitFor([&] { return desk.over() && desk.scan().intake().ledger().stored == safe + 2; }));
    CHECK_FALSE(desk.window->errorBar().error().has_value());
    // Told only afterwards, and nothing was running: nothing to say.
    Q_EMIT desk.window->sleepWatch().awake();
    CHECK_FALSE(desk.window->errorBar().error().has_value());
}
