// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/review/field_row.h"
#include "ui/review/validity_editor.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace sohoa;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;

namespace {

FieldValue read(const QString &value, double confidence)
{
    FieldValue field;
    field.value = value;
    field.confidence = confidence;
    return field;
}

/// A row in a window of its own.
struct Shown {
    explicit Shown(const QString &field)
        : row(field)
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(row.label());
        layout->addWidget(row.editor());
        layout->addWidget(other);
        window.show();
        row.editor()->setFocus();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        QObject::connect(&row, &FieldRow::changed, &row,
                         [this](const QString &, const QString &value) { told.append(value); });
    }
    QLineEdit *other = new QLineEdit; ///< Somewhere for the caret to go; the window owns it.
    FieldRow row;
    QWidget window;
    QStringList told;
};

} // namespace

TEST_CASE("Dates are shown and typed the Vietnamese way and kept in ISO form", "[ui][review]")
{
    CHECK(dateToStored(u"21/03/1975"_s) == u"1975-03-21"_s);
    CHECK(dateToStored(u"03/1975"_s) == u"1975-03"_s);
    CHECK(dateToStored(u"1975"_s) == u"1975"_s);
    CHECK(dateToStored(u"31/02/1975"_s) == u"31/02/1975"_s);
    CHECK(dateToShown(u"1975-03-21"_s) == u"21/03/1975"_s);

    Shown shown(u"birth_date"_s);
    shown.row.setValue(read(u"1975-03-21"_s, 0.95));
    CHECK(shown.row.editor()->text() == u"21/03/1975"_s);
    shown.row.editor()->selectAll();
    QTest::keyClicks(shown.row.editor(), u"05/12/2022"_s);
    shown.other->setFocus();
    CHECK(shown.told == QStringList{u"2022-12-05"_s});
}

TEST_CASE("A value that was not touched is not told", "[ui][review]")
{
    Shown shown(u"number"_s);
    shown.row.setValue(read(u"12/2023"_s, 0.95));
    shown.other->setFocus();
    CHECK(shown.told.isEmpty());
}

TEST_CASE("Confirming tells a read value once more, and a clerk's own not", "[ui][review]")
{
    Shown shown(u"agency"_s);
    shown.row.setValue(read(u"UBND xã Hồng Khê"_s, 0.6));
    shown.row.confirm();
    CHECK(shown.told == QStringList{u"UBND xã Hồng Khê"_s});
    shown.row.confirm(); // Not answered yet: not again.
    CHECK(shown.told.size() == 1);
    FieldValue confirmed = read(u"UBND xã Hồng Khê"_s, 1);
    confirmed.origin = FieldOrigin::Clerk;
    shown.row.setValue(confirmed);
    shown.row.confirm();
    CHECK(shown.told.size() == 1);
}

TEST_CASE("What the clerk is typing is not overwritten by what was read meanwhile", "[ui][review]")
{
    Shown shown(u"person_name"_s);
    shown.row.setValue(read(u"Lộc Thị Xuyen"_s, 0.5));
    shown.row.editor()->selectAll();
    shown.row.editor()->insert(u"Lộc Thị Xuyến"_s);
    shown.row.setValue(read(u"Loc Thi Xuyen"_s, 0.6));
    CHECK(shown.row.editor()->text() == u"Lộc Thị Xuyến"_s);
    shown.other->setFocus();
    CHECK(shown.told == QStringList{u"Lộc Thị Xuyến"_s});
}

TEST_CASE("A mark says in words where a value comes from", "[ui][review]")
{
    FieldRow row(u"personal_id"_s);
    QWidget owner;
    row.label()->setParent(&owner);
    row.editor()->setParent(&owner);
    FieldValue value = read(u"020322140205"_s, 1);
    value.origin = FieldOrigin::Qr;
    row.setValue(value);
    CHECK(row.editor()->accessibleDescription().contains(u"QR"_s));
    CHECK(row.label()->buddy() == row.editor());
}

TEST_CASE("Each kind of validity is told in its own words", "[ui][review]")
{
    ValidityEditor editor;
    editor.show();
    QSignalSpy told(&editor, &ValidityEditor::changed);
    auto *kind = editor.findChild<QComboBox *>(u"validity"_s);
    REQUIRE(kind);
    const auto choose = [&](const QString &word) {
        kind->setCurrentIndex(kind->findData(word));
        Q_EMIT kind->activated(kind->currentIndex());
    };
    choose(u"indefinite"_s);
    REQUIRE(told.count() == 1);
    CHECK(told.last().first().toString() == u"indefinite"_s);

    choose(u"until"_s);
    CHECK(told.count() == 1); // No date yet.
    const auto edits = editor.findChildren<QLineEdit *>();
    auto *until = *std::ranges::find_if(edits, [](const QLineEdit *edit) { return edit->isVisible(); });
    until->setText(u"31/12/2030"_s);
    Q_EMIT until->editingFinished();
    REQUIRE(told.count() == 2);
    CHECK(told.last().first().toString() == u"until:2030-12-31"_s);

    choose(u"months"_s);
    CHECK(told.last().first().toString() == u"months:6"_s);
    choose(u"revoked"_s);
    CHECK(told.last().first().toString() == u"revoked"_s);
}
