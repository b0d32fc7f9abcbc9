// SPDX-License-Identifier: GPL-3.0-or-later
// The Scan screen with the virtual scanner: batch sheet, all options of a device, waiting for paper, watched
// folders.
#include "core/base/durable_file.h"
#include "tests/gui/practice.h"
#include "ui/scan/options_dialog.h"
#include "ui/scan/scanner_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QImage>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QToolButton>

using namespace sohoa;
using namespace sohoa::test;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;

namespace {

/// A little sheet with a bar on it, quickly scanned and read.
void writeSheet(const QString &path, int number)
{
    QImage sheet(420, 590, QImage::Format_Grayscale8);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    painter.fillRect(60, 60 + 40 * number, 300, 12, Qt::black);
    painter.end();
    sheet.setDotsPerMeterX(1969); // 50 dpi
    sheet.setDotsPerMeterY(1969);
    REQUIRE(sheet.save(path));
}

/// A folder of sheets as a stack, with what goes wrong with it.
struct SmallStack {
    explicit SmallStack(int sheets, const QByteArray &scenario = {})
    {
        for (int number = 1; number <= sheets; ++number)
            writeSheet(folder.filePath(u"%1.png"_s.arg(number)), number);
        if (!scenario.isEmpty())
            REQUIRE_OK(writeDurably(folder.filePath(u"scenario"_s), scenario));
    }
    Practice::Setup setup() const { return {.scanners = {{u"practice-nho"_s, folder.path()}}}; }
    QTemporaryDir folder;
};

bool isOver(Practice &desk)
{
    const Intake &intake = desk.window().scanScreen().intake();
    return !intake.isRunning() && intake.lastSummary().has_value();
}

} // namespace

TEST_CASE("The sheet of a batch that exists is corrected and stays so", "[ui][scan][sheet]")
{
    const SmallStack stack(1);
    Practice desk(stack.setup());
    desk.awaitScanner();
    desk.key(Qt::Key_F5);
    REQUIRE(desk.waitFor([&] { return isOver(desk) && desk.window().desk().currentBatch(); }));

    desk.find<QToolButton>(u"editSheet"_s)->click();
    auto *dialog = desk.find<QDialog>(u"batchSheet"_s);
    desk.find<QLineEdit>(u"sheetAgency"_s)->setText(u"UBND xã Hoa Lâm"_s);
    desk.find<QLineEdit>(u"sheetOperator"_s)->setText(u"Hoa"_s);
    desk.find<QLineEdit>(u"sheetPlace"_s)->setText(u"Kệ 3, tầng 2"_s);
    desk.find<QPlainTextEdit>(u"sheetNote"_s)->setPlainText(u"Giấy ẩm"_s);
    dialog->accept();
    auto *expected = desk.find<QSpinBox>(u"pagesExpected"_s);
    expected->setValue(40);
    Q_EMIT expected->editingFinished();
    const auto isStored = [&] {
        const Batch &batch = desk.window().desk().currentBatch()->batch;
        return batch.agency == u"UBND xã Hoa Lâm" && batch.operatorName == u"Hoa" &&
               batch.place == u"Kệ 3, tầng 2" && batch.note == u"Giấy ẩm" && batch.expectedPages == 40;
    };
    REQUIRE(desk.waitFor(isStored));
    CHECK(desk.find<QLabel>(u"sheetLine"_s)->text() == u"Kệ 3, tầng 2 · Hoa · Giấy ẩm"_s);
    CHECK(desk.window().scanScreen().stateText().startsWith(u"Thiếu"_s));

    // Scanning on in the batch takes nothing of it away, and it is all there when the sheet is opened again.
    desk.find<QPushButton>(u"scan"_s)->click();
    REQUIRE(desk.waitFor([&] { return isOver(desk) && desk.window().scanScreen().pages().rowCount() == 2; }));
    CHECK(isStored());
    REQUIRE(desk.waitFor([&] { return !desk.window().findChild<QDialog *>(u"batchSheet"_s); }));
    desk.find<QToolButton>(u"editSheet"_s)->click();
    CHECK(desk.find<QLineEdit>(u"sheetPlace"_s)->text() == u"Kệ 3, tầng 2"_s);
    INFO("error bar: " << desk.trouble());
    CHECK_FALSE(desk.window().errorBar().error().has_value());
}

TEST_CASE("All options of the device are shown, set, and kept as a profile of one's own", "[ui][scan][options]")
{
    QTemporaryDir settings;
    const QByteArray before = qgetenv("XDG_CONFIG_HOME");
    qputenv("XDG_CONFIG_HOME", settings.path().toUtf8());
    {
        const SmallStack stack(1);
        Practice desk(stack.setup());
        desk.awaitScanner();
        auto *panel = desk.find<ScannerPanel>({});
        desk.find<QPushButton>(u"allOptions"_s)->click();
        auto *dialog = desk.find<OptionsDialog>(u"scannerOptions"_s);
        REQUIRE(desk.waitFor([&] { return dialog->isReady(); }));
        // What has its place in the profile is shown, and set elsewhere; the threshold sleeps while colours are
        // scanned.
        CHECK_FALSE(desk.find<QWidget>(u"option-resolution"_s)->isEnabled());
        CHECK_FALSE(desk.find<QWidget>(u"option-threshold"_s)->isEnabled());
        auto *detection = desk.find<QCheckBox>(u"option-double-feed-detection"_s);
        REQUIRE(detection->isEnabled());
        CHECK(dialog->settings().empty());
        detection->click();
        REQUIRE(desk.waitFor([&] { return dialog->isReady(); }));
        REQUIRE(dialog->settings().size() == 1);
        CHECK(desk.find<QCheckBox>(u"option-double-feed-detection"_s)->isChecked()); // As the driver took it.
        dialog->accept();
        CHECK(panel->order().extra.size() == 1);
        CHECK(panel->order().extra.front().option == u"double-feed-detection");

        // Kept under a name, it is a profile among the others, and chosen.
        REQUIRE(desk.waitFor([&] { return !desk.window().findChild<OptionsDialog *>(); }));
        desk.find<QPushButton>(u"allOptions"_s)->click();
        dialog = desk.find<OptionsDialog>(u"scannerOptions"_s);
        REQUIRE(desk.waitFor([&] { return dialog->isReady(); }));
        CHECK(desk.find<QCheckBox>(u"option-double-feed-detection"_s)->isChecked());
        desk.find<QPushButton>(u"saveProfile"_s)->click();
        auto *name = desk.find<QInputDialog>(u"profileName"_s);
        name->setTextValue(u"Giấy mỏng"_s);
        name->accept();
        REQUIRE(desk.waitFor([&] { return panel->isReady(); }));
        CHECK(desk.find<QComboBox>(u"profile"_s)->currentText() == u"Giấy mỏng"_s);
        CHECK(panel->order().extra.size() == 1);
        INFO("error bar: " << desk.trouble());
        CHECK_FALSE(desk.window().errorBar().error().has_value());
    }
    if (before.isNull())
        qunsetenv("XDG_CONFIG_HOME");
    else
        qputenv("XDG_CONFIG_HOME", before);
}

TEST_CASE("With an empty feeder the scan begins when paper is laid in", "[ui][scan]")
{
    const SmallStack stack(2, "page 1 no-docs times 2\n");
    Practice desk(stack.setup());
    desk.awaitScanner();
    desk.find<QCheckBox>(u"waitForPaper"_s)->setChecked(true);
    const Intake &intake = desk.window().scanScreen().intake();
    bool waited = false;
    QObject::connect(&intake, &Intake::changed, &intake,
                     [&] { waited = waited || intake.state() == Intake::State::AwaitingPaper; });
    desk.key(Qt::Key_F5);
    REQUIRE(desk.waitFor([&] { return isOver(desk); }));
    CHECK(waited);
    CHECK(intake.lastSummary()->pages.size() == 2);
    CHECK_FALSE(desk.window().errorBar().error().has_value());
}

TEST_CASE("What a copier puts into the watched folder comes into the open batch, window or no window",
          "[ui][scan][watch]")
{
    const SmallStack stack(1);
    Practice desk(stack.setup());
    desk.awaitScanner();
    QTemporaryDir copier;
    desk.asker->nextFile = copier.path();
    desk.find<QPushButton>(u"watchFolder"_s)->click();
    auto *state = desk.find<QLabel>(u"watchState"_s);
    REQUIRE(desk.waitFor([&] { return state->isVisible(); }));
    writeSheet(copier.filePath(u"tờ 1.png"_s), 1);
    const ScanScreen &scan = desk.window().scanScreen();
    REQUIRE(desk.waitFor([&] { return scan.pages().rowCount() == 1; }));
    REQUIRE(desk.waitFor([&] { return state->text().contains(u"1"_s); }));
    CHECK(QFile::exists(copier.filePath(u"xong/tờ 1.png"_s)));

    // A window made anew shows it and goes on.
    Preferences dark;
    dark.language = u"vi"_s;
    dark.theme = Theme::Dark;
    desk.work->setPreferences(dark);
    REQUIRE(desk.waitFor([&] { return desk.find<QLabel>(u"watchState"_s)->isVisible(); }));
    writeSheet(copier.filePath(u"tờ 2.png"_s), 2);
    REQUIRE(desk.waitFor([&] { return desk.window().scanScreen().pages().rowCount() == 2; }));
    desk.find<QPushButton>(u"watchFolder"_s)->click();
    CHECK_FALSE(desk.find<QLabel>(u"watchState"_s)->isVisible());
    INFO("error bar: " << desk.trouble());
    CHECK_FALSE(desk.window().errorBar().error().has_value());
}
