// SPDX-License-Identifier: GPL-3.0-or-later
// Progress, Settings, the welcome and the help in the real window; languages, contrast and names for screen
// readers.
#include "core/base/durable_file.h"
#include "tests/gui/practice.h"
#include "ui/help/help_window.h"
#include "ui/progress/progress_screen.h"
#include "ui/review/review_screen.h"
#include "ui/scan/scan_screen.h"
#include "ui/settings/settings_screen.h"

#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QTreeWidget>

#include <cmath>

using namespace sohoa;
using namespace sohoa::test;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;
using Screen = MainWindow::Screen;

namespace {

constexpr Screen allScreens[] = {Screen::Scan,   Screen::Review,   Screen::Queue,
                                 Screen::Search, Screen::Progress, Screen::Settings};

void choose(QComboBox &box, const QVariant &data)
{
    box.setCurrentIndex(box.findData(data));
    Q_EMIT box.activated(box.currentIndex());
}

/// WCAG 2: relative luminance of a colour.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double light = std::max(luminance(one), luminance(other));
    const double dark = std::min(luminance(one), luminance(other));
    return (light + 0.05) / (dark + 0.05);
}

/// An empty store opened in earnest, not for practice.
struct NewDesk {
    explicit NewDesk(const QTemporaryDir &folder)
    {
        WindowOptions options;
        options.storeFolder = folder.filePath(u"kho"_s);
        options.preferencesFile = folder.filePath(u"window.ini"_s);
        work = std::make_unique<WindowApplication>(options, std::make_unique<WillingAsker>());
        work->window().show();
        REQUIRE(QTest::qWaitForWindowExposed(&work->window()));
        work->start();
        REQUIRE(QTest::qWaitFor([&] { return work->engine().isOpen(); }, answerMs));
    }
    MainWindow &window() { return work->window(); }
    std::unique_ptr<WindowApplication> work;
};

} // namespace

TEST_CASE("Language and colours change while the window runs, and stay so", "[ui][language]")
{
    Practice desk;
    desk.key(Qt::Key_F8);
    CHECK(desk.window().screen() == Screen::Settings);
    const MainWindow *before = &desk.window();
    auto *language = desk.find<QComboBox>(u"language"_s);
    REQUIRE(QTest::qWaitFor([&] { return desk.work->engine().isOpen(); }, answerMs));
    choose(*language, u"en"_s);
    REQUIRE(QTest::qWaitFor([&] { return &desk.window() != before; }, answerMs));
    CHECK(desk.window().screen() == Screen::Settings);
    CHECK(desk.window().windowTitle() == u"Sohoa – practice"_s);
    CHECK(desk.find<QPushButton>(u"checkStore"_s)->text() == u"Chec&k the store"_s);
    CHECK(readPreferences(desk.folder.filePath(u"window.ini"_s)).language == u"en"_s);

    before = &desk.window();
    choose(*desk.find<QComboBox>(u"theme"_s), static_cast<int>(Theme::Dark));
    REQUIRE(QTest::qWaitFor([&] { return &desk.window() != before; }, answerMs));
    CHECK(QApplication::palette().color(QPalette::Window).lightness() < 128);
    // The new window works: it found the scanner.
    REQUIRE(QTest::qWaitFor([&] { return desk.find<QPushButton>(u"scan"_s)->isEnabled(); }, answerMs));
    before = &desk.window();
    choose(*desk.find<QComboBox>(u"theme"_s), static_cast<int>(Theme::Light));
    REQUIRE(QTest::qWaitFor([&] { return &desk.window() != before; }, answerMs));
}

TEST_CASE("Target and quota are set, shown on Progress, and written as a report", "[ui][progress]")
{
    Practice desk;
    desk.key(Qt::Key_F8);
    REQUIRE(QTest::qWaitFor([&] { return desk.work->engine().isOpen(); }, answerMs));
    auto *total = desk.find<QSpinBox>(u"total"_s);
    auto *quota = desk.find<QSpinBox>(u"quota"_s);
    REQUIRE(QTest::qWaitFor([&] { return quota->value() == 30; }, answerMs));
    total->setValue(400);
    quota->setValue(45);
    Q_EMIT total->editingFinished();
    desk.key(Qt::Key_F7);
    auto *campaign = desk.find<QLabel>(u"campaign"_s);
    REQUIRE(QTest::qWaitFor([&] { return campaign->text().contains(u"240"_s); }, answerMs)); // 60 % of 400.
    CHECK(desk.find<QLabel>(u"progress_percent"_s)->text() == u"0,0 %"_s);
    auto *table = desk.find<QTreeWidget>(u"report"_s);
    CHECK(table->topLevelItem(table->topLevelItemCount() - 1)->text(0) == u"Tổng cộng"_s);

    for (const QString &format : {u"csv"_s, u"json"_s, u"pdf"_s}) {
        desk.asker->nextFile = desk.folder.filePath(u"báo cáo."_s + format);
        desk.find<QPushButton>(u"save_"_s + format)->click();
        const auto written = readFile(desk.asker->nextFile, 1 << 20);
        REQUIRE_OK(written);
        CHECK(written->startsWith(format == u"csv" ? "\xEF\xBB\xBFuser," : format == u"json" ? "{\"" : "%PDF-"));
    }

    // Totals by procedure from a table take the place of the one number.
    QFile csv(desk.folder.filePath(u"tổng.csv"_s));
    REQUIRE(csv.open(QIODevice::WriteOnly));
    csv.write("code,total\n1.001193,900\n1.004873,1100\n");
    csv.close();
    desk.asker->nextFile = csv.fileName();
    desk.find<QPushButton>(u"importTotals"_s)->click();
    REQUIRE(QTest::qWaitFor([&] { return total->value() == 2000; }, answerMs));
    CHECK_FALSE(total->isEnabled());
    INFO("error bar: " << desk.trouble());
    CHECK_FALSE(desk.window().errorBar().error().has_value());
}

TEST_CASE("Hours and a limit of sending are set where the targets are", "[ui][settings]")
{
    Practice desk;
    desk.key(Qt::Key_F8);
    REQUIRE(QTest::qWaitFor([&] { return desk.work->engine().isOpen(); }, answerMs));
    const auto stored = [&desk] {
        std::optional<SyncSettings> settings;
        desk.work->engine().ask(
            &desk.window(), [](Station &station) { return station.syncSettings(); },
            [&settings](const Result<SyncSettings> &read) { settings = read.value(); });
        REQUIRE(QTest::qWaitFor([&] { return settings.has_value(); }, answerMs));
        return *settings;
    };
    auto *hasHours = desk.find<QCheckBox>(u"hasSendingHours"_s);
    auto *from = desk.find<QTimeEdit>(u"sendingFrom"_s);
    auto *until = desk.find<QTimeEdit>(u"sendingUntil"_s);
    auto *limit = desk.find<QSpinBox>(u"sendingLimit"_s);
    CHECK(stored() == SyncSettings{});
    CHECK_FALSE(from->isEnabled());
    hasHours->click();
    REQUIRE(QTest::qWaitFor([&] { return from->isEnabled(); }, answerMs));
    CHECK(stored() == SyncSettings{{}, u"18:00-07:00"_s});
    desk.find<QCheckBox>(u"hasSendingLimit"_s)->click();
    REQUIRE(QTest::qWaitFor([&] { return limit->isEnabled(); }, answerMs));
    limit->setValue(64);
    Q_EMIT limit->editingFinished();
    CHECK(stored() == SyncSettings{64, u"18:00-07:00"_s});

    // The whole day cannot end where it begins: refused in words, and not left standing as if it held.
    until->setTime(from->time());
    Q_EMIT until->editingFinished();
    REQUIRE(QTest::qWaitFor([&] { return desk.window().errorBar().error().has_value(); }, answerMs));
    CHECK(until->time() == QTime(7, 0));
    CHECK(stored() == SyncSettings{64, u"18:00-07:00"_s});
    hasHours->click();
    REQUIRE(QTest::qWaitFor([&] { return !from->isEnabled(); }, answerMs));
    CHECK(stored() == SyncSettings{64, {}});
}

TEST_CASE("A new desk is welcomed, asked who it is, and not asked again", "[ui][welcome]")
{
    REQUIRE(installTranslations(*qApp, u"vi"_s));
    const QTemporaryDir folder(QDir::tempPath() + u"/sohoa mới-XXXXXX"_s);
    {
        NewDesk desk(folder);
        REQUIRE(QTest::qWaitFor([&] { return desk.window().isWelcoming(); }, answerMs));
        auto *begin = desk.window().findChild<QPushButton *>(u"welcomeBegin"_s);
        auto *agency = desk.window().findChild<QLineEdit *>(u"welcomeAgency"_s);
        auto *name = desk.window().findChild<QLineEdit *>(u"welcomeOperator"_s);
        begin->click();
        CHECK(desk.window().isWelcoming()); // The agency is missing.
        agency->setText(u"UBND xã Hoa Lâm Thượng"_s);
        name->setText(u"Trần Thị Lan"_s);
        begin->click();
        REQUIRE(QTest::qWaitFor(
            [&] {
                return !desk.window().isWelcoming() && desk.work->engine().config().actor == u"Trần Thị Lan"_s;
            },
            answerMs));
    }
    NewDesk again(folder);
    CHECK(again.work->engine().config().agency == u"UBND xã Hoa Lâm Thượng"_s);
    CHECK(again.work->engine().config().actor == u"Trần Thị Lan"_s);
    REQUIRE(QTest::qWaitFor(
        [&] { return !again.window().findChild<QLineEdit *>(u"deskAgency"_s)->text().isEmpty(); }, answerMs));
    CHECK_FALSE(again.window().isWelcoming());
}

TEST_CASE("F1 explains every screen, in both languages", "[ui][help]")
{
    for (const QString &topic : helpTopics())
        for (const QString &language : languages()) {
            INFO(topic.toStdString() << " " << language.toStdString());
            CHECK(helpText(topic, language).size() > 200);
        }
    Practice desk;
    for (const Screen screen : allScreens) {
        desk.window().showScreen(screen);
        QTest::keyClick(&desk.window(), Qt::Key_F1);
        CHECK(desk.window().help().isVisible());
        CHECK_FALSE(desk.window().help().text().isEmpty());
        desk.window().help().close();
    }
}

TEST_CASE("Words can be read on every ground of both themes", "[ui][accessible]")
{
    constexpr double readable = 4.5; // WCAG 2, AA.
    for (const bool dark : {false, true}) {
        const QPalette palette = themePalette(dark);
        const auto color = [&palette](QPalette::ColorRole role) { return palette.color(role); };
        INFO(dark);
        const std::pair<QPalette::ColorRole, QPalette::ColorRole> pairs[] = {
            {QPalette::WindowText, QPalette::Window},
            {QPalette::Text, QPalette::Base},
            {QPalette::Text, QPalette::AlternateBase},
            {QPalette::ButtonText, QPalette::Button},
            {QPalette::ButtonText, QPalette::Midlight},
            {QPalette::Dark, QPalette::Base},
            {QPalette::Dark, QPalette::Window},
            {QPalette::Dark, QPalette::Midlight},
            {QPalette::HighlightedText, QPalette::Highlight},
            {QPalette::Link, QPalette::Base},
            {QPalette::PlaceholderText, QPalette::Base},
            {QPalette::ToolTipText, QPalette::ToolTipBase}};
        for (const auto &[text, ground] : pairs) {
            INFO("text role " << text << " on role " << ground);
            CHECK(contrast(color(text), color(ground)) >= readable);
        }
        for (const Tone tone : {Tone::Neutral, Tone::Info, Tone::Ok, Tone::Warn, Tone::Block}) {
            INFO("tone " << static_cast<int>(tone));
            CHECK(contrast(toneColor(tone, palette), toneBackground(tone, palette)) >= readable);
            CHECK(contrast(toneColor(tone, palette), color(QPalette::Base)) >= readable);
        }
    }
}

TEST_CASE("A screen reader finds a name and a role for whatever takes the keyboard", "[ui][accessible]")
{
    Practice desk;
    REQUIRE(QTest::qWaitFor([&] { return desk.find<QPushButton>(u"scan"_s)->isEnabled(); }, answerMs));
    for (const Screen screen : allScreens) {
        desk.window().showScreen(screen);
        for (QWidget *widget : desk.window().findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() ||
                widget->objectName().startsWith(u"qt_"_s) || qobject_cast<QComboBox *>(widget->parentWidget()) ||
                qobject_cast<QAbstractSpinBox *>(widget->parentWidget()))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            INFO("screen " << static_cast<int>(screen) << ", " << widget->metaObject()->className() << " "
                           << widget->objectName().toStdString());
            REQUIRE(interface);
            CHECK(interface->role() != QAccessible::NoRole);
            CHECK_FALSE(interface->text(QAccessible::Name).isEmpty());
        }
    }
}

TEST_CASE("Every screen fits 1366 by 768", "[ui]")
{
    Practice desk;
    for (const Screen screen : allScreens) {
        desk.window().showScreen(screen);
        INFO(static_cast<int>(screen));
        CHECK(desk.window().minimumSizeHint().width() <= 1366);
        CHECK(desk.window().minimumSizeHint().height() <= 700);
    }
}
