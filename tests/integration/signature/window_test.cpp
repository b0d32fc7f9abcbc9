// SPDX-License-Identifier: GPL-3.0-or-later
// Approved dossiers are signed from the window: the PIN once for all of them, each fault in words.
#include "tests/integration/signature/signing_desk.h"
#include "ui/engine/engine.h"
#include "ui/errors/sentences.h"
#include "ui/signing/signing_dialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace sohoa;
using namespace sohoa::test;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 120'000;

/// The dialog over an engine of its own, as the window has it.
struct SigningWindow {
    explicit SigningWindow(SigningDesk &desk)
        : engine([&desk] { return Station::open(desk.config, desk.clock); })
    {
        const auto approved = desk.station->dossiers({.state = DossierState::Approved});
        REQUIRE_OK(approved);
        desk.station.reset(); // one at a time may have the store
        engine.start();
        dialog = std::make_unique<SigningDialog>(engine, *approved, preferences(desk), nullptr);
        dialog->show();
    }

    static QString preferences(const SigningDesk &desk) { return desk.folder.filePath(u"window.ini"_s); }
    template <class Widget> Widget *find(const QString &name) const
    {
        auto *widget = dialog->findChild<Widget *>(name);
        REQUIRE(widget);
        return widget;
    }
    QString outcome() const { return find<QLabel>(u"signingOutcome"_s)->text(); }
    QListWidgetItem *row(int number) const { return find<QListWidget>(u"signingDossiers"_s)->item(number); }
    void signWith(const QString &pin) const
    {
        find<QLineEdit>(u"pin"_s)->setText(pin);
        auto *button = find<QPushButton>(u"sign"_s);
        REQUIRE(button->isEnabled());
        button->click();
        CHECK(find<QLineEdit>(u"pin"_s)->text().isEmpty());
        REQUIRE(dialog->isSigning());
        REQUIRE(QTest::qWaitFor([this] { return !dialog->isSigning(); }, patienceMs));
    }

    Engine engine;
    std::unique_ptr<SigningDialog> dialog;
};

} // namespace

TEST_CASE("The window signs what is chosen with one PIN, and says what goes wrong", "[ui][signing]")
{
    SigningDesk desk;
    SigningWindow window(desk);
    auto *sign = window.find<QPushButton>(u"sign"_s);
    CHECK_FALSE(sign->isEnabled());
    window.find<QLineEdit>(u"module"_s)->setText(TokenBox::softHsm());
    CHECK_FALSE(sign->isEnabled()); // no PIN yet

    window.signWith(u"9999"_s);
    CHECK(window.outcome() == sentence(Error{ErrorCode::PinWrong, {}, {}}));
    CHECK(window.dialog->request().dossiers.size() == 2);

    window.row(1)->setCheckState(Qt::Unchecked);
    window.signWith(QString::fromLatin1(rightPin));
    CHECK(window.row(0)->text().endsWith(u"signed"_s));
    CHECK(window.row(0)->checkState() == Qt::Unchecked);
    CHECK(window.row(1)->text().endsWith(u"not signed yet"_s)); // since the wrong PIN

    window.row(0)->setCheckState(Qt::Checked);
    window.row(1)->setCheckState(Qt::Checked);
    window.signWith(QString::fromLatin1(rightPin));
    CHECK(window.row(0)->text().endsWith(u"was signed already"_s));
    CHECK(window.row(1)->text().endsWith(u"signed"_s));
    CHECK(window.dialog->request().dossiers.empty());

    const QSettings remembered(SigningWindow::preferences(desk), QSettings::IniFormat);
    CHECK(remembered.value(u"signing/module"_s).toString() == TokenBox::softHsm());
    for (const QString &key : remembered.allKeys())
        CHECK(remembered.value(key).toString() != QString::fromLatin1(rightPin));
}

TEST_CASE("A token pulled out leaves what is not signed chosen", "[ui][signing]")
{
    SigningDesk desk;
    SigningWindow window(desk);
    window.find<QLineEdit>(u"module"_s)->setText(TokenBox::faultyModule());
    const QString gone = sentence(Error{ErrorCode::TokenGone, {}, {}});
    {
        const Environment fault("SOHOA_TEST_FAULT", "gone:2");
        window.signWith(QString::fromLatin1(rightPin));
    }
    CHECK(window.outcome() == gone);
    CHECK(window.row(0)->text().endsWith(u"\nsigned"_s));
    CHECK(window.row(1)->text().endsWith(gone));
    REQUIRE(window.dialog->request().dossiers.size() == 1);

    window.signWith(QString::fromLatin1(rightPin)); // with the token in again
    CHECK(window.row(1)->text().endsWith(u"\nsigned"_s));
    CHECK(window.dialog->request().dossiers.empty());
}
