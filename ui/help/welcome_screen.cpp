// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/welcome_screen.h"

#include "ui/shell/desk.h"
#include "ui/style/theme.h"

#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 860;
constexpr QSize stepIcon(32, 32);

} // namespace

WelcomeScreen::WelcomeScreen(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_agency(new QLineEdit)
    , m_operator(new QLineEdit)
    , m_note(makeLabel({}, "dim"))
    , m_begin(new QPushButton(tr("&Begin")))
{
    auto *card = new QFrame;
    setRole(card, "card");
    card->setMaximumWidth(cardWidth);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(36, 28, 36, 28);
    inside->setSpacing(18);
    inside->addWidget(makeLabel(tr("Welcome to Sohoa"), "title"));
    auto *intro =
        new QLabel(tr("From a stack of paper to checked dossiers in four steps. Each step has its screen "
                      "at the left, and F1 explains the one you are on."));
    intro->setWordWrap(true);
    inside->addWidget(intro);
    inside->addWidget(makeSteps());
    inside->addWidget(makeDesk());
    auto *buttons = new QHBoxLayout;
    auto *practice = new QPushButton(tr("&Practise first, with sample papers"));
    practice->setObjectName(u"welcomePractice"_s);
    setRole(m_begin, "primary");
    m_begin->setObjectName(u"welcomeBegin"_s);
    m_begin->setAutoDefault(true);
    buttons->addWidget(practice);
    buttons->addStretch();
    buttons->addWidget(m_begin);
    inside->addLayout(buttons);
    connect(practice, &QPushButton::clicked, this, &WelcomeScreen::practiceWanted);
    connect(m_begin, &QPushButton::clicked, this, &WelcomeScreen::begin);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->addStretch();
    auto *across = new QHBoxLayout;
    across->addStretch();
    across->addWidget(card, 1000); // Up to its widest; the rest is margin.
    across->addStretch();
    layout->addLayout(across);
    layout->addStretch();
    connect(&desk.engine(), &Engine::opened, this,
            [this] { m_operator->setText(m_desk.engine().config().actor); });
}

QWidget *WelcomeScreen::makeSteps()
{
    auto *steps = new QWidget;
    auto *layout = new QHBoxLayout(steps);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    struct Step {
        QString icon;
        QString title;
        QString words;
    };
    const Step all[] = {{u"document-scan"_s, tr("1. Scan"),
                         tr("Put the stack into the feeder and press F5. Each page is safe as soon "
                            "as it is shown.")},
                        {u"document-edit"_s, tr("2. Review"),
                         tr("Sohoa sorts and reads. You look at what it doubts: Enter confirms "
                            "and goes on.")},
                        {u"document-send"_s, tr("3. Send"),
                         tr("Approved dossiers wait here and go out when there is a line, or onto "
                            "a stick.")},
                        {u"view-statistics"_s, tr("4. Count"),
                         tr("What the province has accepted counts; the weekly report writes "
                            "itself.")}};
    for (const Step &step : all) {
        auto *one = new QVBoxLayout;
        one->setSpacing(4);
        auto *picture = new QLabel;
        picture->setPixmap(icon(step.icon, palette().color(QPalette::Highlight)).pixmap(stepIcon));
        one->addWidget(picture);
        one->addWidget(makeLabel(step.title, "heading"));
        auto *words = makeLabel(step.words, "dim");
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        one->addWidget(words, 1);
        layout->addLayout(one, 1);
    }
    return steps;
}

QWidget *WelcomeScreen::makeDesk()
{
    auto *box = new QWidget;
    auto *form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(8);
    m_agency->setObjectName(u"welcomeAgency"_s);
    m_agency->setPlaceholderText(tr("for example: UBND xã Hoa Lâm Thượng"));
    m_operator->setObjectName(u"welcomeOperator"_s);
    form->addRow(tr("Your a&gency"), m_agency);
    form->addRow(tr("Your &name"), m_operator);
    m_note->setWordWrap(true);
    m_note->hide();
    form->addRow(m_note);
    return box;
}

void WelcomeScreen::focusFirst()
{
    m_agency->setFocus();
}

void WelcomeScreen::begin()
{
    const DeskIdentity identity{m_agency->text().simplified(), m_operator->text().simplified()};
    if (identity.agency.isEmpty() || identity.operatorName.isEmpty()) {
        m_note->setText(
            tr("Both are needed: the agency stands in every dossier, your name beside everything you do."));
        m_note->show();
        (identity.agency.isEmpty() ? m_agency : m_operator)->setFocus();
        return;
    }
    m_desk.engine().ask(
        this, [identity](Station &station) { return station.setDesk(identity); },
        [this](const Result<void> &saved) {
            if (!saved) {
                m_desk.report(saved.error());
                return;
            }
            m_desk.engine().announce();
            Q_EMIT done();
        });
}

} // namespace sohoa::ui
