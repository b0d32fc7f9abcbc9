// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/review/page_view.h"

#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

using namespace sohoa;
using namespace sohoa::ui;

namespace {

PagePicturePtr paper(int width, int height)
{
    auto picture = std::make_shared<PagePicture>();
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    picture->levels.push_back(image);
    picture->levels.push_back(image.scaled(width / 2, height / 2));
    return picture;
}

} // namespace

TEST_CASE("A page fits the width, is zoomed by keys, and brings a lit box into sight", "[ui][review]")
{
    PageView view;
    view.resize(600, 400);
    view.show();
    REQUIRE(QTest::qWaitForWindowExposed(&view));
    view.setPicture(paper(1200, 1700), QSize(2400, 3400));
    const double fitting = view.zoom();
    CHECK(1200 * fitting < 600);
    CHECK(1200 * fitting > 500);

    view.setHighlight({200, 3000, 600, 60}); // In the space of a page twice as large.
    CHECK(view.verticalScrollBar()->value() > 0);
    const double shownTop = 1500 * fitting - view.verticalScrollBar()->value();
    CHECK(shownTop > 0);
    CHECK(shownTop < view.viewport()->height());

    QTest::keyClick(&view, Qt::Key_Plus);
    REQUIRE(QTest::qWaitFor([&] { return view.zoom() > fitting * 1.24; }));
    CHECK(view.fit() == PageView::Fit::Free);
    QTest::keyClick(&view, Qt::Key_W);
    REQUIRE(QTest::qWaitFor([&] { return view.zoom() == Approx(fitting).epsilon(0.03); }));
    QTest::keyClick(&view, Qt::Key_0);
    REQUIRE(QTest::qWaitFor([&] { return 1700 * view.zoom() < 400; }));
    CHECK(view.verticalScrollBar()->maximum() == 0);
}

TEST_CASE("Ctrl and the wheel zoom around the pointer", "[ui][review]")
{
    PageView view;
    view.resize(600, 400);
    view.show();
    REQUIRE(QTest::qWaitForWindowExposed(&view));
    view.setPicture(paper(1200, 1700), QSize(1200, 1700));
    const double before = view.zoom();
    const QPointF place(300, 200);
    const double pageY = (view.verticalScrollBar()->value() + place.y()) / before;
    QWheelEvent wheel(place, view.viewport()->mapToGlobal(place), {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.viewport(), &wheel);
    REQUIRE(QTest::qWaitFor([&] { return view.zoom() > before * 1.5; }));
    const double after = (view.verticalScrollBar()->value() + place.y()) / view.zoom();
    CHECK(after == Approx(pageY).margin(14 / before));
}

TEST_CASE("Without a picture the view says why, and nothing crashes", "[ui][review]")
{
    PageView view;
    view.resize(300, 300);
    view.setPicture(nullptr, {}, QStringLiteral("…"));
    view.setHighlight({1, 1, 5, 5});
    view.zoomBy(2);
    CHECK_FALSE(view.grab().isNull());
}
