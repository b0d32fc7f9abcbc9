// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_screen.h"

#include "ui/settings/sending_limits.h"
#include "ui/shell/desk.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int targetsHeight = 92;

QVBoxLayout *makeCard(QFrame *&card, const QString &title)
{
    card = new QFrame;
    setRole(card, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(18, 14, 18, 16);
    layout->setSpacing(10);
    layout->addWidget(makeLabel(title, "heading"));
    return layout;
}

QFormLayout *makeForm()
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

QLabel *makeNote(const QString &text = {})
{
    auto *note = makeLabel(text, "small");
    note->setWordWrap(true);
    return note;
}

} // namespace

SettingsScreen::SettingsScreen(Desk &desk, const Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_agency(new QLineEdit)
    , m_operator(new QLineEdit)
    , m_deskNote(makeNote())
    , m_quota(new QSpinBox)
    , m_percent(new QDoubleSpinBox)
    , m_total(new QSpinBox)
    , m_totalsNote(makeNote())
    , m_hasDeadline(new QCheckBox(tr("Deadline")))
    , m_deadline(new QDateEdit)
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
    , m_targets(new QListWidget)
    , m_removeTarget(new QPushButton(tr("&Remove")))
    , m_limits(new SendingLimits(desk))
    , m_catalogueNote(makeNote())
    , m_careNote(makeNote())
{
    auto *inside = new QWidget;
    auto *grid = new QGridLayout(inside);
    grid->setContentsMargins(14, 14, 14, 14);
    grid->setSpacing(12);
    QWidget *const cards[] = {makeDesk(),       makeCampaign(),  makeTargets(),
                              makeAppearance(), makeCatalogue(), makeCare()};
    constexpr int columns = 3;
    for (int i = 0; i < 6; ++i)
        grid->addWidget(cards[i], i / columns, i % columns);
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    grid->setRowStretch(2, 1);
    auto *scroll = new QScrollArea; // With letters of twice the size the cards need more than a screen.
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    m_language->setCurrentIndex(m_language->findData(preferences.language));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(preferences.theme)));
    connect(m_language, &QComboBox::activated, this, &SettingsScreen::givePreferences);
    connect(m_theme, &QComboBox::activated, this, &SettingsScreen::givePreferences);
    connect(&desk.engine(), &Engine::opened, this, &SettingsScreen::readAll);
}

QWidget *SettingsScreen::makeDesk()
{
    QFrame *card = nullptr;
    auto *layout = makeCard(card, tr("This desk"));
    auto *form = makeForm();
    m_agency->setObjectName(u"deskAgency"_s);
    m_agency->setPlaceholderText(tr("as printed on its papers"));
    m_operator->setObjectName(u"deskOperator"_s);
    m_operator->setPlaceholderText(tr("who works here"));
    form->addRow(tr("A&gency"), m_agency);
    form->addRow(tr("&Your name"), m_operator);
    layout->addLayout(form);
    m_deskNote->setText(tr("The name stands beside everything that is done here, and is what the quota counts."));
    layout->addWidget(m_deskNote);
    layout->addStretch();
    connect(m_agency, &QLineEdit::editingFinished, this, &SettingsScreen::saveDesk);
    connect(m_operator, &QLineEdit::editingFinished, this, &SettingsScreen::saveDesk);
    return card;
}

QWidget *SettingsScreen::makeCampaign()
{
    QFrame *card = nullptr;
    auto *layout = makeCard(card, tr("Target and quota"));
    auto *form = makeForm();
    m_quota->setRange(1, 1000);
    m_quota->setSuffix(tr(" a day"));
    m_quota->setObjectName(u"quota"_s);
    m_percent->setRange(1, 100);
    m_percent->setDecimals(1);
    m_percent->setSuffix(u" %"_s);
    m_percent->setObjectName(u"targetPercent"_s);
    m_percent->setToolTip(tr("55, 60 or 70 % by level of agency"));
    m_total->setRange(0, 100'000'000);
    m_total->setSpecialValueText(tr("not entered"));
    m_total->setGroupSeparatorShown(true);
    m_total->setObjectName(u"total"_s);
    for (QAbstractSpinBox *box :
         {static_cast<QAbstractSpinBox *>(m_quota), static_cast<QAbstractSpinBox *>(m_percent),
          static_cast<QAbstractSpinBox *>(m_total)})
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_deadline->setCalendarPopup(true);
    m_deadline->setDisplayFormat(u"dd/MM/yyyy"_s);
    m_deadline->setAccessibleName(tr("Deadline"));
    m_deadline->setObjectName(u"deadline"_s);
    form->addRow(tr("&Quota a person"), m_quota);
    form->addRow(tr("&Share to reach"), m_percent);
    form->addRow(tr("&Valid dossiers"), m_total);
    form->addRow(m_hasDeadline, m_deadline);
    layout->addLayout(form);
    auto *import = new QPushButton(tr("Totals from a &table…"));
    import->setObjectName(u"importTotals"_s);
    import->setToolTip(tr("CSV with the columns code and total"));
    connect(import, &QPushButton::clicked, this, &SettingsScreen::importTotals);
    layout->addWidget(import, 0, Qt::AlignLeft);
    layout->addWidget(m_totalsNote);
    layout->addStretch();
    connect(m_quota, &QSpinBox::editingFinished, this, &SettingsScreen::saveCampaign);
    connect(m_percent, &QDoubleSpinBox::editingFinished, this, &SettingsScreen::saveCampaign);
    connect(m_total, &QSpinBox::editingFinished, this, &SettingsScreen::saveCampaign);
    connect(m_deadline, &QDateEdit::dateChanged, this, &SettingsScreen::saveCampaign);
    connect(m_hasDeadline, &QCheckBox::toggled, this, [this](bool on) {
        m_deadline->setEnabled(on);
        saveCampaign();
    });
    return card;
}

QWidget *SettingsScreen::makeAppearance()
{
    QFrame *card = nullptr;
    auto *layout = makeCard(card, tr("Appearance"));
    auto *form = makeForm();
    m_language->addItem(u"Tiếng Việt"_s, u"vi"_s); // Each in its own language: who reads the other finds it.
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->setObjectName(u"language"_s);
    m_theme->addItem(tr("Like the desktop"), static_cast<int>(Theme::Desktop));
    m_theme->addItem(tr("Light"), static_cast<int>(Theme::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(Theme::Dark));
    m_theme->setObjectName(u"theme"_s);
    form->addRow(tr("&Language"), m_language);
    form->addRow(tr("&Colours"), m_theme);
    layout->addLayout(form);
    layout->addStretch();
    return card;
}

QWidget *SettingsScreen::makeTargets()
{
    QFrame *card = nullptr;
    auto *layout = makeCard(card, tr("Where dossiers are sent"));
    m_targets->setObjectName(u"targets"_s);
    m_targets->setAccessibleName(tr("Targets"));
    m_targets->setFixedHeight(targetsHeight);
    m_targets->setTextElideMode(Qt::ElideMiddle);
    m_targets->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_targets);
    auto *buttons = new QHBoxLayout;
    auto *add = new QPushButton(tr("&Add…"));
    add->setObjectName(u"addTargetHere"_s);
    m_removeTarget->setObjectName(u"removeTarget"_s);
    m_removeTarget->setEnabled(false);
    buttons->addWidget(add);
    buttons->addWidget(m_removeTarget);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addWidget(m_limits);
    layout->addStretch();
    connect(add, &QPushButton::clicked, this, &SettingsScreen::addTarget);
    connect(m_removeTarget, &QPushButton::clicked, this, &SettingsScreen::removeTarget);
    connect(m_targets, &QListWidget::currentRowChanged, this,
            [this](int row) { m_removeTarget->setEnabled(row >= 0); });
    return card;
}

QWidget *SettingsScreen::makeCatalogue()
{
    QFrame *card = nullptr;
    auto *layout = makeCard(card, tr("Procedures"));
    m_catalogueNote->setObjectName(u"catalogueNote"_s);
    layout->addWidget(m_catalogueNote);
    auto *import = new QPushButton(tr("&Import a catalogue…"));
    import->setObjectName(u"importProcedures"_s);
    connect(import, &QPushButton::clicked, this, &SettingsScreen::importProcedures);
    layout->addWidget(import, 0, Qt::AlignLeft);
    layout->addWidget(makeNote(tr("A CSV table as the province hands it out. Faults are named by row and column; "
                                  "what is there already is replaced.")));
    layout->addStretch();
    return card;
}

QWidget *SettingsScreen::makeCare()
{
    QFrame *card = nullptr;
    auto *layout = makeCard(card, tr("Care and practice"));
    auto *check = new QPushButton(tr("Chec&k the store"));
    check->setObjectName(u"checkStore"_s);
    auto *backup = new QPushButton(tr("&Back up to a folder…"));
    backup->setObjectName(u"backUp"_s);
    auto *practice = new QPushButton(tr("&Practise with sample papers"));
    practice->setObjectName(u"practice"_s);
    for (QPushButton *button : {check, backup, practice})
        layout->addWidget(button, 0, Qt::AlignLeft);
    m_careNote->setObjectName(u"careNote"_s);
    layout->addWidget(m_careNote);
    layout->addStretch();
    connect(check, &QPushButton::clicked, this, &SettingsScreen::checkStore);
    connect(backup, &QPushButton::clicked, this, &SettingsScreen::backUp);
    connect(practice, &QPushButton::clicked, this, &SettingsScreen::practiceWanted);
    return card;
}

void SettingsScreen::focusFirst()
{
    m_agency->setFocus();
}

void SettingsScreen::setLanguageFixed(bool isFixed)
{
    for (QComboBox *box : {m_language, m_theme}) {
        box->setEnabled(!isFixed);
        box->setToolTip(isFixed ? tr("Not while pages are coming in.") : QString());
    }
}

} // namespace sohoa::ui
