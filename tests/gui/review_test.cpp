// SPDX-License-Identifier: GPL-3.0-or-later
// Review in the real window: taking words from the page, undoing, moving pages, and how many keys a dossier costs.
#include "core/base/installation.h"
#include "tests/gui/practice.h"
#include "tests/gui/prepared_store.h"
#include "ui/review/dossier_form.h"
#include "ui/review/doubt_card.h"
#include "ui/review/page_view.h"
#include "ui/review/review_screen.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>

#include <cstdio>

using namespace sohoa;
using namespace sohoa::test;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;
using Screen = MainWindow::Screen;

namespace {

/// A practice desk whose first stack was scanned and read, on the Review screen.
struct Reviewing : Practice {
    ReviewScreen &review;

    Reviewing()
        : Practice({.fill = copyPreparedStore})
        , review(window().reviewScreen())
    {
        REQUIRE(waitFor([&] { return review.dossiers().rowCount() >= 2; }));
        key(Qt::Key_F3);
        REQUIRE(waitFor([&] {
            return review.data() && review.pageView().hasPicture() && !review.pageView().words().empty();
        }));
    }
    FieldValue field(const QString &name) { return review.data()->dossier.fields.value(name); }
    Page page()
    {
        std::optional<Page> read;
        window().desk().engine().ask(
            &window(), [id = review.data()->pages.front().id](Station &station) { return station.page(id); },
            [&read](const Result<Page> &page) {
                REQUIRE_OK(page);
                read = *page;
            });
        REQUIRE(waitFor([&] { return read.has_value(); }));
        return *read;
    }
    void drag(const QPointF &from, const QPointF &to)
    {
        QWidget *sheet = review.pageView().viewport();
        QTest::mousePress(sheet, Qt::LeftButton, {}, from.toPoint());
        QTest::mouseMove(sheet, ((from + to) / 2).toPoint());
        QTest::mouseMove(sheet, to.toPoint());
        QTest::mouseRelease(sheet, Qt::LeftButton, {}, to.toPoint());
    }
    std::vector<PageId> pagesShown()
    {
        std::vector<PageId> pages;
        for (const PageRow &row : review.pages().rows())
            pages.push_back(row.id);
        return pages;
    }
};

/// Counts the keys that a person would press. Each asks the one with the caret first whether it is a shortcut.
class KeyCounter final : public QObject {
public:
    KeyCounter() { qApp->installEventFilter(this); }
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride && watched == QApplication::focusWidget())
            ++m_count;
        return false;
    }

private:
    int m_count = 0;
};

} // namespace

TEST_CASE("Words and boxes of the page go into the field, and everything is undone and done again", "[ui][review]")
{
    Reviewing desk;
    ReviewScreen &review = desk.review;
    PageView &view = review.pageView();
    auto *abstract = desk.find<QLineEdit>(u"abstract"_s);

    // A word: it takes the place of what is selected, and the field remembers where it stood.
    review.form().focusField(u"abstract"_s);
    const FieldValue before = desk.field(u"abstract"_s);
    const Word word = view.words().front();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.toViewport(word.box).center().toPoint());
    CHECK(abstract->text() == word.text);
    CHECK(QApplication::focusWidget() == abstract);
    desk.key(Qt::Key_Return);
    REQUIRE(desk.waitFor([&] { return desk.field(u"abstract"_s).value == word.text; }));
    CHECK(desk.field(u"abstract"_s).box == word.box);
    CHECK(desk.field(u"abstract"_s).origin == FieldOrigin::Clerk);

    // Ctrl+Z in the field: the deed is undone, with the origin that the value had.
    review.form().focusField(u"abstract"_s);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(desk.waitFor([&] { return desk.field(u"abstract"_s) == before; }));

    // A box drawn over the number: read just there, as what the field expects, with its place.
    const FieldValue number = desk.field(u"number"_s);
    auto *numberEdit = desk.find<QLineEdit>(u"number"_s);
    review.form().focusField(u"number"_s);
    REQUIRE_FALSE(number.box.isEmpty());
    REQUIRE(desk.waitFor([&] { return view.hasPicture() && view.highlight() == number.box; }));
    numberEdit->clear();
    const QRectF around = view.toViewport(number.box).adjusted(-4, -4, 4, 4);
    desk.drag(around.topLeft(), around.bottomRight());
    REQUIRE(desk.waitFor([&] { return !numberEdit->text().isEmpty(); }));
    CHECK(numberEdit->text().contains(u'/'));
    CHECK(QApplication::focusWidget() == numberEdit);
    numberEdit->setText(number.value);
    desk.key(Qt::Key_PageUp, Qt::ControlModifier); // The number may stand on another page.
    desk.key(Qt::Key_PageUp, Qt::ControlModifier);

    // Divide, undo, do again.
    const DossierId first = review.data()->dossier.id;
    const auto pages = desk.pagesShown();
    const int dossiers = review.dossiers().rowCount();
    REQUIRE(pages.size() >= 3);
    desk.key(Qt::Key_PageDown, Qt::ControlModifier);
    desk.key(Qt::Key_T, Qt::ControlModifier);
    REQUIRE(desk.waitFor(
        [&] { return review.dossiers().rowCount() == dossiers + 1 && desk.pagesShown().size() == 1; }));
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(desk.waitFor([&] { return review.dossiers().rowCount() == dossiers && desk.pagesShown() == pages; }));
    review.history().stack().redo();
    REQUIRE(desk.waitFor([&] { return review.dossiers().rowCount() == dossiers + 1; }));
    review.history().stack().undo();
    REQUIRE(desk.waitFor([&] { return review.dossiers().rowCount() == dossiers && desk.pagesShown() == pages; }));

    // A page dragged to another place, then onto another dossier.
    std::unique_ptr<QMimeData> dragged(review.pages().mimeData({review.pages().index(0)}));
    REQUIRE(review.pages().dropMimeData(dragged.get(), Qt::MoveAction, 2, 0, {}));
    REQUIRE(desk.waitFor(
        [&] { return desk.pagesShown().size() == pages.size() && desk.pagesShown()[1] == pages[0]; }));
    const QModelIndex other = review.dossiers().index(1);
    const int had = review.dossiers().row(other)->pages;
    REQUIRE(review.dossiers().dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, other));
    REQUIRE(desk.waitFor([&] { return review.dossiers().row(review.dossiers().index(1))->pages == had + 1; }));
    review.history().stack().undo();
    review.history().stack().undo();
    REQUIRE(desk.waitFor([&] { return review.data()->dossier.id == first && desk.pagesShown() == pages; }));

    // The raw scan while the key is held.
    QTest::keyPress(&review, Qt::Key_F11);
    REQUIRE(desk.waitFor([&] { return view.isComparing(); }));
    QTest::keyRelease(&review, Qt::Key_F11);
    CHECK_FALSE(view.isComparing());
    INFO("error bar: " << desk.trouble());
    CHECK_FALSE(desk.window().errorBar().error().has_value());
}

TEST_CASE("The clerk crops a page by its handles, turns it there, and takes both back", "[ui][review][crop]")
{
    Reviewing desk;
    ReviewScreen &review = desk.review;
    PageView &view = review.pageView();
    const PageReading before = *desk.page().reading;
    desk.key(Qt::Key_G, Qt::ControlModifier);
    REQUIRE(desk.waitFor([&] { return view.isCropping(); }));
    CHECK(view.cropBox() == before.crop);
    CHECK(desk.find<QWidget>(u"cropBar"_s)->isVisible());

    // Esc leaves all as it was.
    QTest::keyClick(&view, Qt::Key_Escape);
    CHECK_FALSE(view.isCropping());
    CHECK(review.history().stack().count() == 0);

    desk.key(Qt::Key_G, Qt::ControlModifier);
    REQUIRE(desk.waitFor([&] { return view.isCropping(); }));
    const QRectF frame = view.toViewport(view.cropBox());
    desk.drag(frame.topLeft(), frame.topLeft() + QPointF(frame.width() / 4, frame.height() / 3));
    const PixelBox kept = view.cropBox();
    CHECK(kept.width < before.crop.width * 4 / 5);
    CHECK(kept.right() == before.crop.right());
    QTest::keyClick(&view, Qt::Key_Return);
    CHECK_FALSE(view.isCropping());
    const auto isRead = [&](const PixelBox &crop) {
        const Page page = desk.page();
        return page.state == PageState::Recognized && page.reading->crop == crop;
    };
    REQUIRE(desk.waitFor([&] { return isRead(kept); }, readingMs));
    CHECK(desk.page().reading->width == kept.width);

    // The raw scan is there again to crop from, with the clerk's frame.
    REQUIRE(desk.waitFor([&] { return review.data()->pages.front().state == PageState::Recognized; }));
    desk.key(Qt::Key_G, Qt::ControlModifier);
    REQUIRE(desk.waitFor([&] { return view.isCropping(); }));
    CHECK(view.cropBox() == kept);
    QTest::keyClick(&view, Qt::Key_Escape);

    review.history().stack().undo();
    REQUIRE(desk.waitFor([&] { return isRead(before.crop); }, readingMs));
    INFO("error bar: " << desk.trouble());
    CHECK_FALSE(desk.window().errorBar().error().has_value());
}

TEST_CASE("What a paper is gets asked in the walk, answered by a key, and undone", "[ui][review][doubts]")
{
    Reviewing desk;
    ReviewScreen &review = desk.review;
    // A paper that says nothing about itself.
    const QString picture = desk.folder.filePath(u"không tên.png"_s);
    QImage sheet(1240, 1754, QImage::Format_Grayscale8);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    painter.setFont(QFont(u"Noto Serif"_s, 24));
    painter.drawText(
        QRect(150, 200, 940, 900), Qt::TextWordWrap,
        u"Kính mong quý cơ quan xem xét và giải quyết cho gia đình chúng tôi trong thời gian sớm nhất."_s);
    painter.end();
    sheet.setDotsPerMeterX(5906); // 150 dpi
    sheet.setDotsPerMeterY(5906);
    REQUIRE(sheet.save(picture));
    const int dossiers = review.dossiers().rowCount();
    desk.find<QCheckBox>(u"oneDossier"_s)->setChecked(true);
    desk.window().scanScreen().importFiles({picture});
    REQUIRE(desk.waitFor([&] { return review.dossiers().rowCount() == dossiers + 1; }, readingMs));
    review.showDossier(review.dossiers().row(review.dossiers().index(dossiers))->id);
    REQUIRE(desk.waitFor([&] { return review.data()->pages.size() == 1 && !review.data()->doubts.empty(); }));

    auto *card = desk.find<DoubtCard>(u"doubtCard"_s);
    REQUIRE(card->isVisible());
    REQUIRE(card->doubt().kind == DoubtKind::Type);
    review.form().focusFirstDoubtful();
    auto *type = desk.find<QComboBox>(u"doubtType"_s);
    REQUIRE(card->hasAnswerFocus());
    const int form = type->findText(u"Tờ khai đăng ký khai sinh"_s, Qt::MatchFixedString);
    REQUIRE(form >= 0);
    type->setFocus();
    type->setCurrentIndex(form);
    desk.key(Qt::Key_Return);
    const auto typeOf = [&] { return review.data()->dossier.documents.front().typeId; };
    REQUIRE(desk.waitFor([&] { return typeOf() == type->itemData(form).toString(); }));
    CHECK(review.data()->dossier.documents.front().confidence == 1);
    REQUIRE(desk.waitFor([&] { return !card->isVisible(); }));
    review.history().stack().undo();
    REQUIRE(desk.waitFor([&] { return typeOf().isEmpty() && card->isVisible(); }));
    INFO("error bar: " << desk.trouble());
    CHECK_FALSE(desk.window().errorBar().error().has_value());
}

TEST_CASE("From the stack in the feeder to an approved dossier in at most eight keys", "[ui][review][keys]")
{
    Practice desk;
    ReviewScreen &review = desk.window().reviewScreen();
    auto *scanButton = desk.find<QPushButton>(u"scan"_s);
    REQUIRE(QTest::qWaitFor([&] { return scanButton->isEnabled(); }, answerMs));
    KeyCounter keys;
    desk.key(Qt::Key_F5);
    ScanScreen &scan = desk.window().scanScreen();
    REQUIRE(QTest::qWaitFor([&] { return scan.intake().lastSummary() && allRead(scan); }, readingMs));
    REQUIRE(QTest::qWaitFor([&] { return review.dossiers().rowCount() >= 2 && review.data(); }, answerMs));
    desk.key(Qt::Key_F3);
    const DossierId first = review.data()->dossier.id;
    const auto stateOf = [&](const DossierId &id) {
        const DossierSummary *row = review.dossiers().row(review.dossiers().indexOf(id));
        return row ? row->state : DossierState::Draft;
    };

    // Enter confirms what is doubtful, one after the other, and at last approves.
    auto *approve = desk.find<QPushButton>(u"approve"_s);
    while (!approve->hasFocus() && keys.count() < 8) {
        const QWidget *here = QApplication::focusWidget();
        desk.key(Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&] { return QApplication::focusWidget() != here; }, answerMs));
    }
    desk.key(Qt::Key_Return);
    const bool approved = QTest::qWaitFor([&] { return stateOf(first) == DossierState::Approved; }, answerMs);
    INFO("error bar: " << desk.trouble());
    REQUIRE(approved);
    CHECK(desk.asker->asked == 0); // A reason would have to be typed.
    CHECK(keys.count() >= 3);      // F5, F3, Enter at the least: the counter counts.
    CHECK(keys.count() <= 8);
    std::printf("keys from the stack to the first approved dossier: %d\n", keys.count());

    // The next dossier is on the screen by itself, the caret where it is wanted.
    REQUIRE(QTest::qWaitFor([&] { return review.data() && review.data()->dossier.id != first; }, answerMs));
    CHECK(review.data()->dossier.state == DossierState::Review);

    // Even approving is undone.
    review.history().stack().undo();
    REQUIRE(QTest::qWaitFor([&] { return stateOf(first) == DossierState::Review; }, answerMs));
}

TEST_CASE("Desk mode: two runs of the scanner become one dossier, which opens by itself", "[ui][desk]")
{
    Practice desk({.scanners = {{u"practice-mot-to"_s, resourcePath(u"practice/stack1/002.jpg"_s)}}});
    desk.awaitScanner();
    desk.find<QCheckBox>(u"oneDossier"_s)->setChecked(true);
    ScanScreen &scan = desk.window().scanScreen();
    ReviewScreen &review = desk.window().reviewScreen();
    const auto runOver = [&](int pages) {
        return !scan.intake().isRunning() && scan.intake().lastSummary() && scan.pages().rowCount() >= pages;
    };
    desk.key(Qt::Key_F5);
    REQUIRE(QTest::qWaitFor([&] { return runOver(1); }, readingMs));
    const int first = scan.pages().rowCount();
    desk.key(Qt::Key_F5);
    REQUIRE(QTest::qWaitFor([&] { return runOver(first + 1); }, readingMs));
    desk.find<QPushButton>(u"goReview"_s)->click();
    REQUIRE(QTest::qWaitFor([&] { return desk.window().screen() == Screen::Review && review.data(); }, readingMs));
    REQUIRE(QTest::qWaitFor([&] { return review.dossiers().rowCount() == 1; }, answerMs));
    REQUIRE(QTest::qWaitFor(
        [&] { return review.data() && review.data()->pages.size() > static_cast<size_t>(first) / 2; }, answerMs));
    INFO("error bar: " << desk.trouble());
    CHECK_FALSE(desk.window().errorBar().error().has_value());
}
