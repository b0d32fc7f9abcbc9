// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does when the feeder does not: told in a bar, gone on with one button, nothing doubled.
#include "app/common/composition.h"
#include "tests/support/catch.h"
#include "ui/dialogs/asker.h"
#include "ui/errors/error_bar.h"
#include "ui/language/language.h"
#include "ui/scan/scan_screen.h"
#include "ui/shell/main_window.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <atomic>

using namespace sohoa;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int answerMs = 60'000;
constexpr qsizetype width = 420; // A small sheet at 50 dpi: nothing to be read on it, so that it is read at once.
constexpr qsizetype height = 590;

/// Feeds `sheets` white sheets, then ends with `end`.
class ScriptedSource final : public PageSource {
public:
    ScriptedSource(int sheets, std::optional<Error> end)
        : m_left(sheets)
        , m_end(std::move(end))
    {
    }
    void start(const ScanWish &) override { feedSoon(); }
    void next() override { feedSoon(); }
    void cancel() override
    {
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT ended(Error{ErrorCode::Cancelled, {}, {}});
            },
            Qt::QueuedConnection);
    }

private:
    void feedSoon()
    {
        QMetaObject::invokeMethod(
            this, [this] { feed(); }, Qt::QueuedConnection);
    }
    void feed()
    {
        if (m_left-- == 0) {
            Q_EMIT ended(m_end);
            return;
        }
        PageGeometry geometry;
        geometry.format = PixelFormat::Gray8;
        geometry.width = static_cast<int>(width);
        geometry.height = static_cast<int>(height);
        geometry.dpi = 50;
        Q_EMIT pageStarted(geometry);
        QByteArray sheet(width * height, '\xfa');
        for (qsizetype y = 100; y < 110; ++y) // A line of ink: a blank sheet would be another story.
            std::fill_n(sheet.begin() + y * width + 60, 300, '\x10');
        Q_EMIT rows(sheet);
        Q_EMIT pageEnded(static_cast<int>(height), true);
    }

    int m_left;
    std::optional<Error> m_end;
};

/// One scanner that jams once after two sheets.
class JammingScanners final : public Scanners {
public:
    void list(std::function<void(Result<std::vector<Device>>)> answer) override
    {
        QMetaObject::invokeMethod(
            this,
            [answer] {
                answer(std::vector<Device>{{u"script:0"_s, u"Fujitsu"_s, u"fi-7160"_s, u"sheetfed scanner"_s}});
            },
            Qt::QueuedConnection);
    }
    void describe(const QString &, std::function<void(Result<ScannerChoices>)> answer) override
    {
        QMetaObject::invokeMethod(
            this,
            [answer] {
                answer(ScannerChoices{{u"ADF"_s}, u"ADF"_s, {300}, false});
            },
            Qt::QueuedConnection);
    }
    ProfileStore::Listing profiles() override { return {}; }
    void plan(const ScanOrder &, std::function<void(Result<ScanPlan>)> answer) override
    {
        QMetaObject::invokeMethod(
            this, [answer] { answer(ScanPlan{}); }, Qt::QueuedConnection);
    }
    Source source(const ScanOrder &) override
    {
        return [this]() -> std::unique_ptr<PageSource> {
            if (m_runs++ == 0)
                return std::make_unique<ScriptedSource>(2, Error{ErrorCode::PaperJam, {}, u"jammed"_s});
            return std::make_unique<ScriptedSource>(3, std::nullopt);
        };
    }

private:
    std::atomic<int> m_runs = 0;
};

} // namespace

TEST_CASE("After a jam the bar says where to go on, and Resume does", "[ui][scan]")
{
    REQUIRE(installTranslations(*qApp, u"vi"_s));
    applyTheme(*qApp);
    QTemporaryDir folder(QDir::tempPath() + u"/sohoa kẹt giấy-XXXXXX"_s);
    REQUIRE(folder.isValid());
    {
        const SystemClock clock;
        JammingScanners scanners;
        DialogAsker asker;
        Engine engine(
            [config = stationConfig(folder.filePath(u"kho"_s)), &clock] { return Station::open(config, clock); });
        MainWindow window(engine, scanners, asker, {});
        window.show();
        engine.start();
        auto *scanButton = window.findChild<QPushButton *>(u"scan"_s);
        REQUIRE(scanButton);
        REQUIRE(QTest::qWaitFor([&] { return scanButton->isEnabled(); }, answerMs));
        scanButton->click();
        REQUIRE(QTest::qWaitFor([&] { return window.errorBar().error().has_value(); }, answerMs));

        CHECK(window.errorBar().error()->code == ErrorCode::PaperJam);
        auto *text = window.findChild<QLabel *>(u"errorText"_s);
        REQUIRE(text);
        CHECK(text->text() == u"Kẹt giấy sau tờ 2. Lấy giấy kẹt ra, đặt lại từ tờ 3, bấm Tiếp tục."_s);
        CHECK(QApplication::activeModalWidget() == nullptr);
        CHECK_FALSE(window.scanScreen().intake().isRunning());
        REQUIRE(QTest::qWaitFor([&] { return window.scanScreen().pages().rowCount() == 2; }, answerMs));

        auto *resume = window.findChild<QPushButton *>(u"errorRemedy"_s);
        REQUIRE(resume);
        CHECK(resume->text() == u"Tiếp tục"_s);
        resume->click();
        CHECK_FALSE(window.errorBar().error().has_value());
        REQUIRE(QTest::qWaitFor([&] { return window.scanScreen().pages().rowCount() == 5; }, answerMs));
        REQUIRE(QTest::qWaitFor([&] { return !window.scanScreen().intake().isRunning(); }, answerMs));
        CHECK_FALSE(window.errorBar().error().has_value());
        CHECK(window.scanScreen().intake().sheet() == 6); // Counted on, not anew.
        CHECK(window.desk().batches().size() == 1);
    }
    for (QTranslator *translator : qApp->findChildren<QTranslator *>())
        delete translator;
}
