// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader finds in the real window, through the interface that it uses itself.
#include "tests/gui/practice.h"
#include "tests/gui/prepared_store.h"
#include "ui/review/review_screen.h"

#include <QAccessible>
#include <QDialog>
#include <QToolButton>

using namespace sohoa;
using namespace sohoa::test;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;
using Screen = MainWindow::Screen;

namespace {

/// Everything below `parent` that the caret can stand in and that is seen.
void collect(QAccessibleInterface &parent, std::vector<QAccessibleInterface *> &found, int depth = 0)
{
    REQUIRE(depth < 40); // A tree without end would be a fault of its own.
    for (int i = 0; i < parent.childCount(); ++i) {
        QAccessibleInterface *child = parent.child(i);
        if (!child || !child->isValid() || child->state().invisible)
            continue;
        if (child->state().focusable && qobject_cast<QWidget *>(child->object()))
            found.push_back(child);
        collect(*child, found, depth + 1);
    }
}

/// Names the widgets that a screen reader could say nothing about; how many there were to look at.
size_t checkTree(QWidget &window, const char *where)
{
    QAccessibleInterface *root = QAccessible::queryAccessibleInterface(&window);
    REQUIRE(root);
    std::vector<QAccessibleInterface *> found;
    collect(*root, found);
    for (QAccessibleInterface *one : found) {
        const auto *widget = qobject_cast<QWidget *>(one->object());
        // The parts of a box or list speak for it: its own line, its arrows, what scrolls.
        if (widget->objectName().startsWith(u"qt_"_s) || widget->focusProxy() ||
            widget->focusPolicy() == Qt::NoFocus)
            continue;
        INFO(where << ": " << widget->metaObject()->className() << " " << widget->objectName().toStdString());
        CHECK_FALSE(one->text(QAccessible::Name).trimmed().isEmpty());
        CHECK(one->role() != QAccessible::NoRole);
    }
    return found.size();
}

} // namespace

TEST_CASE("A screen reader finds a name and a role for everything that takes the caret", "[ui][accessible]")
{
    Practice desk({.fill = copyPreparedStore});
    desk.awaitScanner();
    ReviewScreen &review = desk.window().reviewScreen();
    REQUIRE(desk.waitFor([&] { return review.data().has_value(); }));
    size_t all = 0;
    for (const auto &[screen, name] :
         {std::pair(Screen::Scan, "scan"), std::pair(Screen::Review, "review"), std::pair(Screen::Queue, "queue"),
          std::pair(Screen::Search, "search"), std::pair(Screen::Progress, "progress"),
          std::pair(Screen::Settings, "settings")}) {
        desk.window().showScreen(screen);
        all += checkTree(desk.window(), name);
    }
    CHECK(all > 60); // The tree is there at all.

    desk.window().showScreen(Screen::Scan);
    desk.find<QToolButton>(u"editSheet"_s)->click();
    auto *sheet = desk.find<QDialog>(u"batchSheet"_s);
    REQUIRE(desk.waitFor([&] { return sheet->isVisible(); }));
    CHECK(checkTree(*sheet, "batch sheet") >= 6);
    sheet->reject();
}
