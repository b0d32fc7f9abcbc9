// SPDX-License-Identifier: GPL-3.0-or-later
// The whole job in the real window, with the real station and the virtual scanner, by keyboard.
#include "tests/gui/practice.h"
#include "tests/gui/watchdog.h"
#include "tests/support/catch.h"
#include "ui/queue/queue_screen.h"
#include "ui/review/dossier_form.h"
#include "ui/review/page_view.h"
#include "ui/review/review_screen.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace sohoa;
using namespace sohoa::test;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;
using Screen = MainWindow::Screen;

TEST_CASE("One stack by keyboard: scan, look, tag, approve, queue, send", "[ui][job]")
{
    Practice desk;
    const test::Watchdog watchdog;
    ScanScreen &scan = desk.window().scanScreen();
    auto *scanButton = desk.find<QPushButton>(u"scan"_s);
    REQUIRE(QTest::qWaitFor([&] { return scanButton->isEnabled(); }, answerMs));
    CHECK(desk.window().screen() == Screen::Scan);

    // Scan: pages are there while the feeder still runs.
    desk.key(Qt::Key_F5);
    INFO("error bar: " << desk.trouble());
    REQUIRE(QTest::qWaitFor([&] { return scan.pages().rowCount() > 0; }, answerMs));
    const bool whileRunning = scan.intake().isRunning();
    CHECK(whileRunning);
    CHECK(scan.stateText().startsWith(u"Đang quét tờ"_s));
    REQUIRE(QTest::qWaitFor([&] { return !scan.intake().isRunning(); }, readingMs));
    REQUIRE(scan.intake().lastSummary());
    CHECK_FALSE(scan.intake().lastSummary()->error);
    const int captured = static_cast<int>(scan.intake().lastSummary()->pages.size());
    REQUIRE(QTest::qWaitFor([&] { return scan.pages().rowCount() == captured; }, answerMs));
    auto *list = desk.find<QListView>(u"pages"_s);
    REQUIRE(QTest::qWaitFor(
        [&] { return !list->model()->index(captured - 1, 0).data(Qt::DecorationRole).value<QImage>().isNull(); },
        answerMs));
    REQUIRE(QTest::qWaitFor([&] { return allRead(scan); }, readingMs));

    // Review: the dossiers are there, the first one's page is shown.
    desk.key(Qt::Key_F3);
    CHECK(desk.window().screen() == Screen::Review);
    ReviewScreen &review = desk.window().reviewScreen();
    REQUIRE(
        QTest::qWaitFor([&] { return review.data().has_value() && review.pageView().hasPicture(); }, answerMs));
    CHECK(review.dossiers().rowCount() > 0);

    // A focused value lights up where it stands.
    const DossierId first = review.data()->dossier.id;
    const auto &fields = review.data()->dossier.fields;
    const auto placed = std::ranges::find_if(summaryFields(), [&](const QString &field) {
        return !fields.value(field).page.isNull() && !fields.value(field).box.isEmpty();
    });
    REQUIRE(placed != summaryFields().end());
    review.form().focusField(*placed);
    CHECK(review.pageView().highlight() == fields.value(*placed).box);

    // Tag by typing: the clerk's word stays.
    review.form().focusField(u"abstract"_s);
    auto *abstract = desk.find<QLineEdit>(u"abstract"_s);
    abstract->selectAll();
    abstract->insert(u"Trích yếu do cán bộ nhập"_s);
    desk.key(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor(
        [&] { return review.data()->dossier.fields.value(u"abstract"_s).origin == FieldOrigin::Clerk; },
        answerMs));
    CHECK(review.data()->dossier.value(u"abstract"_s) == u"Trích yếu do cán bộ nhập"_s);

    // Approve: reasons are asked for, the next dossier comes up.
    desk.key(Qt::Key_Return, Qt::ControlModifier);
    const auto stateOf = [&](const DossierId &id) {
        const DossierSummary *row = review.dossiers().row(review.dossiers().indexOf(id));
        return row ? row->state : DossierState::Draft;
    };
    const bool approved = QTest::qWaitFor([&] { return stateOf(first) == DossierState::Approved; }, answerMs);
    INFO("error bar: " << desk.trouble());
    REQUIRE(approved);

    // Queue and send to the practice folder.
    desk.key(Qt::Key_F4);
    QueueScreen &queue = desk.window().queueScreen();
    auto *queueButton = desk.find<QPushButton>(u"queue"_s);
    REQUIRE(QTest::qWaitFor([&] { return queueButton->isEnabled(); }, answerMs));
    queueButton->setFocus();
    desk.key(Qt::Key_Space);
    auto *sendButton = desk.find<QPushButton>(u"send"_s);
    REQUIRE(QTest::qWaitFor([&] { return sendButton->isEnabled(); }, answerMs));
    sendButton->setFocus();
    desk.key(Qt::Key_Space);
    const auto delivered = [&] {
        return std::ranges::any_of(queue.model().rows(), [&](const OutboxRow &row) {
            return row.dossier.id == first && row.dossier.state == DossierState::Accepted &&
                   row.receiptStatus == u"accepted"_s;
        });
    };
    REQUIRE(QTest::qWaitFor(delivered, answerMs));
    const QDir repository(desk.folder.filePath(u"kho-repository"_s));
    CHECK_FALSE(repository.entryList({u"*.zip"_s}, QDir::Files).isEmpty());

    std::printf("longest busy stretch of the event loop over the whole job: %lld ms\n",
                static_cast<long long>(watchdog.longest()));
    CHECK(watchdog.longest() < freezeMs);
}

TEST_CASE("A store that somebody else has open is told in words, with a way to try again", "[ui][job]")
{
    Practice desk;
    auto *scanButton = desk.find<QPushButton>(u"scan"_s);
    REQUIRE(QTest::qWaitFor([&] { return scanButton->isEnabled() && desk.work->engine().isOpen(); }, answerMs));
    WindowOptions options;
    options.practice = true;
    options.storeFolder = desk.folder.filePath(u"kho"_s);
    WindowApplication second(options, std::make_unique<WillingAsker>());
    second.window().show();
    second.start();
    REQUIRE(QTest::qWaitFor([&] { return second.window().errorBar().error().has_value(); }, answerMs));
    CHECK(second.window().errorBar().error()->code == ErrorCode::StoreBusy);
    auto *remedy = second.window().findChild<QPushButton *>(u"errorRemedy"_s);
    REQUIRE(remedy);
    CHECK(remedy->isVisible());
    CHECK(remedy->text() == u"Thử lại"_s);
}

TEST_CASE("Every control is reached by Tab and has a name", "[ui][accessible]")
{
    Practice desk;
    auto *scanButton = desk.find<QPushButton>(u"scan"_s);
    REQUIRE(QTest::qWaitFor([&] { return scanButton->isEnabled(); }, answerMs));
    for (const Screen screen :
         {Screen::Scan, Screen::Review, Screen::Queue, Screen::Search, Screen::Progress, Screen::Settings}) {
        desk.window().showScreen(screen);
        QSet<QWidget *> reached;
        for (QWidget *widget = desk.window().nextInFocusChain(); widget != &desk.window();
             widget = widget->nextInFocusChain())
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus))
                reached.insert(widget);
        for (QAbstractButton *button : desk.window().findChildren<QAbstractButton *>()) {
            if (!button->isVisible() || !button->isEnabled() || button->objectName().startsWith(u"qt_"_s) ||
                button->autoExclusive() || // One of a group: the arrow keys go on from the one that Tab reaches.
                qobject_cast<QLineEdit *>(button->parentWidget()))
                continue;
            INFO(button->text().toStdString() << " " << button->toolTip().toStdString());
            CHECK(reached.contains(button));
            CHECK_FALSE((button->text() + button->accessibleName()).isEmpty());
        }
    }
}
