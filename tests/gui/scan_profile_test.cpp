// SPDX-License-Identifier: GPL-3.0-or-later
// Scan profiles in the real window, with the virtual scanner.
#include "core/base/durable_file.h"
#include "tests/gui/practice.h"
#include "ui/scan/scan_screen.h"
#include "ui/scan/scanner_panel.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QScopeGuard>
#include <QTemporaryDir>

using namespace sohoa;
using namespace sohoa::test;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;

namespace {

struct ProfileDesk : Practice {
    ProfileDesk()
        : panel(find<ScannerPanel>({}))
        , profiles(find<QComboBox>(u"profile"_s))
        , scanButton(find<QPushButton>(u"scan"_s))
        , note(find<QLabel>(u"scannerNote"_s))
    {
        REQUIRE(QTest::qWaitFor([&] { return scanButton->isEnabled(); }, answerMs));
    }

    void choose(const QString &beginning)
    {
        const int place = profiles->findText(beginning, Qt::MatchStartsWith);
        INFO(beginning.toStdString());
        REQUIRE(place > 0);
        profiles->setCurrentIndex(place);
        CHECK_FALSE(panel->isReady()); // The scanner is asked first.
        REQUIRE(QTest::qWaitFor([&] { return panel->isReady(); }, answerMs));
    }

    ScannerPanel *panel;
    QComboBox *profiles;
    QPushButton *scanButton;
    QLabel *note;
};

} // namespace

TEST_CASE("A profile says how is scanned, and the fields set by hand make room", "[ui][scan]")
{
    ProfileDesk desk;
    CHECK(desk.panel->order().wish.mode == u"color");
    desk.choose(u"Hai mặt, xám"_s);
    CHECK(desk.panel->order().wish.mode == u"gray");
    CHECK(desk.panel->order().wish.duplex);
    CHECK(desk.panel->order().wish.yielding);
    INFO(desk.note->text().toStdString());
    CHECK_FALSE(desk.window().errorBar().error().has_value());

    desk.key(Qt::Key_F5);
    ScanScreen &scan = desk.window().scanScreen();
    REQUIRE(QTest::qWaitFor([&] { return !scan.intake().isRunning() && scan.intake().lastSummary(); }, readingMs));
    CHECK(desk.asker->confirmed == 0);
    INFO("error bar: " << desk.trouble());
    CHECK_FALSE(scan.intake().lastSummary()->error.has_value());
    CHECK(scan.pages().rowCount() >= 2);

    desk.profiles->setCurrentIndex(0);
    CHECK(desk.panel->isReady());
    CHECK(desk.panel->order().wish.mode == u"color");
}

TEST_CASE("What the scanner cannot do is shown, and asked about when papers may suffer", "[ui][scan]")
{
    // The administrator's profile for sheets that no feeder takes.
    QTemporaryDir site;
    REQUIRE(QDir(site.path()).mkpath(u"profiles"_s));
    REQUIRE_OK(writeDurably(
        site.filePath(u"profiles/bang-ve.json"_s),
        R"({"id":"bang-ve","name":{"vi":"Bản vẽ khổ lớn"},"source":"feeder","sides":"one","mode":"color",)"
        R"("dpi":300,"paper":"600x900"})"));
    qputenv("SOHOA_SITE_FOLDER", site.path().toUtf8());
    const auto noSite = qScopeGuard([] { qunsetenv("SOHOA_SITE_FOLDER"); });
    ProfileDesk desk;
    desk.choose(u"Bản vẽ"_s);
    CHECK(desk.note->isVisible());
    CHECK_FALSE(desk.note->text().isEmpty());
    desk.key(Qt::Key_F5);
    CHECK(desk.asker->confirmed == 1);
}
