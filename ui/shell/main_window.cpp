// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/errors/error_bar.h"
#include "ui/errors/sentences.h"
#include "ui/help/help_window.h"
#include "ui/help/welcome_screen.h"
#include "ui/progress/progress_screen.h"
#include "ui/queue/queue_screen.h"
#include "ui/review/dossier_form.h"
#include "ui/review/review_screen.h"
#include "ui/scan/scan_screen.h"
#include "ui/search/search_screen.h"
#include "ui/settings/settings_screen.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QCloseEvent>
#include <QComboBox>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int railWidth = 92;
constexpr int railRoom = 38; ///< Of an entry beside its two lines of words: the icon and what surrounds it.
constexpr QSize usualSize(1366, 768);

} // namespace

MainWindow::MainWindow(Engine &engine, Scanners &scanners, Asker &asker, const Options &options)
    : m_desk(engine, scanners, asker)
    , m_scan(new ScanScreen(m_desk))
    , m_review(new ReviewScreen(m_desk))
    , m_queue(new QueueScreen(m_desk))
    , m_search(new SearchScreen(m_desk))
    , m_progress(new ProgressScreen(m_desk))
    , m_settings(new SettingsScreen(m_desk, options.preferences))
    , m_welcome(new WelcomeScreen(m_desk))
    , m_help(new HelpWindow(this))
    , m_stack(new QStackedWidget)
    , m_errors(new ErrorBar)
    , m_practice(options.practice)
{
    setWindowTitle(options.practice ? tr("Sohoa – practice") : tr("Sohoa"));
    auto *center = new QWidget;
    auto *across = new QHBoxLayout(center);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(makeRail(options));
    auto *down = new QVBoxLayout;
    down->setSpacing(0);
    down->addWidget(makeTopBar(options));
    down->addWidget(m_errors);
    for (QWidget *screen :
         {static_cast<QWidget *>(m_scan), static_cast<QWidget *>(m_review), static_cast<QWidget *>(m_queue),
          static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_settings),
          static_cast<QWidget *>(m_welcome)})
        m_stack->addWidget(screen);
    down->addWidget(m_stack, 1);
    across->addLayout(down, 1);
    setCentralWidget(center);

    addScreen(Screen::Scan, u"document-scan"_s, tr("Scan"), Qt::Key_F2);
    addScreen(Screen::Review, u"document-edit"_s, tr("Review"), Qt::Key_F3);
    addScreen(Screen::Queue, u"document-send"_s, tr("Queue"), Qt::Key_F4);
    addScreen(Screen::Search, u"system-search"_s, tr("Search"), Qt::Key_F6);
    addScreen(Screen::Progress, u"view-statistics"_s, tr("Progress"), Qt::Key_F7);
    addScreen(Screen::Settings, u"configure"_s, tr("Settings"), Qt::Key_F8);
    addKeys();

    connect(&m_desk, &Desk::reported, m_errors, &ErrorBar::show);
    connect(&m_desk, &Desk::reportCleared, m_errors, &ErrorBar::clear);
    connect(&m_desk, &Desk::batchesChanged, this, &MainWindow::showBatches);
    connect(&m_desk, &Desk::batchChanged, this, &MainWindow::showBatches);
    connect(m_errors, &ErrorBar::detailsWanted, this,
            [this](const Error &error) { m_desk.asker().tell(this, sentence(error), logLine(error)); });
    connect(&engine, &Engine::openFailed, this, &MainWindow::openFailed);
    connect(&m_scan->pages(), &QAbstractItemModel::dataChanged, this, &MainWindow::showReading);
    connect(&m_scan->pages(), &QAbstractItemModel::rowsInserted, this, &MainWindow::showReading);
    connect(&m_scan->pages(), &QAbstractItemModel::modelReset, this, &MainWindow::showReading);
    connect(m_scan, &ScanScreen::reviewWanted, this, [this] { showScreen(Screen::Review); });
    connect(m_scan, &ScanScreen::pageActivated, this, [this](const DossierId &dossier, const PageId &page) {
        m_review->showDossier(dossier, page);
        showScreen(Screen::Review);
    });
    const auto openDossier = [this](const BatchId &batch, const DossierId &dossier) {
        m_desk.setBatch(batch);
        m_review->showDossier(dossier);
        showScreen(Screen::Review);
    };
    connect(m_queue, &QueueScreen::dossierActivated, this,
            [this, openDossier](const BatchId &batch, const DossierId &dossier, const QString &field) {
                m_review->focusWhenShown(field);
                openDossier(batch, dossier);
            });
    connect(m_search, &SearchScreen::dossierActivated, this, openDossier);
    connect(m_progress, &ProgressScreen::settingsWanted, this, [this] { showScreen(Screen::Settings); });
    connect(m_settings, &SettingsScreen::preferencesChanged, this, &MainWindow::preferencesChanged);
    connect(m_settings, &SettingsScreen::practiceWanted, this, &MainWindow::practiceWanted);
    connect(m_settings, &SettingsScreen::targetsChanged, m_queue, [this] { m_queue->readTargets(); });
    connect(m_welcome, &WelcomeScreen::practiceWanted, this, &MainWindow::practiceWanted);
    connect(m_welcome, &WelcomeScreen::done, this, [this] { showScreen(Screen::Scan); });
    Intake &intake = m_scan->intake();
    connect(&intake, &Intake::changed, this, [this, &intake] {
        m_settings->setLanguageFixed(intake.isRunning());
        m_sleep.setBusy(intake.isRunning());
    });
    connect(&m_sleep, &SleepWatch::goingToSleep, &intake, [&intake] { intake.suspend(true); });
    connect(&m_sleep, &SleepWatch::awake, &intake, [&intake] { intake.suspend(false); });

    const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
    resize(usualSize.boundedTo(room.size()));
    showScreen(Screen::Scan);
    showReading();
}

MainWindow::~MainWindow()
{
    // The screens stand on the desk, which as a member goes before the child widgets: a field that loses the focus
    // then would still save itself.
    delete takeCentralWidget();
}

QWidget *MainWindow::makeRail(const Options &options)
{
    auto *rail = new QFrame;
    setRole(rail, "rail");
    rail->setFixedWidth(railWidth);
    m_railLayout = new QVBoxLayout(rail);
    m_railLayout->setContentsMargins(8, 12, 8, 12);
    m_railLayout->setSpacing(4);
    auto *mark = new QLabel;
    mark->setPixmap(QIcon(u":/sohoa/icons/sohoa.svg"_s).pixmap(40, 40));
    mark->setAlignment(Qt::AlignCenter);
    mark->setAccessibleName(tr("Sohoa"));
    m_railLayout->addWidget(mark);
    m_railLayout->addSpacing(10);
    m_railLayout->addStretch();
    auto *help = new QToolButton;
    setRole(help, "rail");
    help->setText(tr("Help") + u" F1"_s);
    help->setAccessibleName(tr("Help"));
    help->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    help->setFocusPolicy(Qt::TabFocus);
    help->setObjectName(u"helpButton"_s);
    connect(help, &QToolButton::clicked, this, &MainWindow::showHelp);
    m_railLayout->addWidget(help);
    if (options.practice) {
        auto *practice = new QLabel(tr("PRACTICE"));
        practice->setAlignment(Qt::AlignCenter);
        practice->setToolTip(tr("A store of its own and a virtual scanner: nothing here is real."));
        practice->setStyleSheet(
            u"QLabel { background: %1; color: %2; border-radius: 6px; padding: 4px 0; "
            "font-size: 8pt; font-weight: 600; }"_s.arg(toneBackground(Tone::Warn, palette()).name(),
                                                        toneColor(Tone::Warn, palette()).name()));
        m_railLayout->addWidget(practice);
    }
    return rail;
}

QWidget *MainWindow::makeTopBar(const Options &)
{
    auto *bar = new QFrame;
    setRole(bar, "bar");
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(18, 8, 18, 8);
    layout->setSpacing(10);
    m_title = makeLabel({}, "title");
    layout->addWidget(m_title);
    layout->addStretch(1);
    m_reading = makeLabel({}, "dim");
    layout->addWidget(m_reading);
    layout->addSpacing(14);
    m_batchBox = new QWidget;
    auto *box = new QHBoxLayout(m_batchBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(10);
    auto *label = new QLabel(tr("&Batch"));
    m_batch = new QComboBox;
    m_batch->setObjectName(u"batch"_s);
    m_batch->setMinimumWidth(230);
    m_batch->setPlaceholderText(tr("none yet"));
    label->setBuddy(m_batch);
    box->addWidget(label);
    box->addWidget(m_batch);
    layout->addWidget(m_batchBox);
    bar->setFixedHeight(46);
    m_batchState = makeLabel({}, "dim");
    layout->addWidget(m_batchState);
    connect(m_batch, &QComboBox::activated, this, [this](int index) {
        if (const auto id = BatchId::fromString(m_batch->itemData(index).toString()))
            m_desk.setBatch(*id);
    });
    return bar;
}

void MainWindow::addScreen(Screen screen, const QString &iconName, const QString &text, const QKeySequence &key)
{
    auto *button = new QToolButton;
    setRole(button, "rail");
    button->setText(u"%1\n%2"_s.arg(text, key.toString(QKeySequence::NativeText)));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize({24, 24});
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumHeight(2 * button->fontMetrics().height() + railRoom);
    auto *go = new QAction(text, this); // Not the button's own shortcut: that acts with a delay, as if pressed.
    go->setShortcut(key);
    connect(go, &QAction::triggered, this, [this, screen] { showScreen(screen); });
    addAction(go);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, screen] { showScreen(screen); });
    m_entries.push_back({screen, iconName, button});
    m_railLayout->insertWidget(
        m_railLayout->indexOf(m_entries.front().button) < 0 ? 2 : 1 + static_cast<int>(m_entries.size()), button);
}

void MainWindow::addKeys()
{
    const auto add = [this](const QString &text, const QKeySequence &key, std::function<void()> work) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, std::move(work));
        addAction(action);
    };
    add(tr("Scan or stop"), Qt::Key_F5, [this] {
        showScreen(Screen::Scan);
        m_scan->toggleScan();
    });
    add(tr("Help"), Qt::Key_F1, [this] { showHelp(); });
}

void MainWindow::showScreen(Screen screen)
{
    const auto entry = std::ranges::find(m_entries, screen, &Entry::screen);
    m_screen = screen;
    m_stack->setCurrentIndex(static_cast<int>(entry - m_entries.begin()));
    entry->button->setChecked(true);
    m_title->setText(entry->button->accessibleName());
    showRailIcons();
    m_batchBox->setVisible(screen == Screen::Review ||
                           screen == Screen::Queue); // Elsewhere no batch is worked on.
    m_batchState->setVisible(screen != Screen::Progress && screen != Screen::Settings);
    focusScreen();
}

void MainWindow::focusScreen()
{
    switch (m_screen) {
    case Screen::Scan:
        m_scan->focusScan();
        break;
    case Screen::Review:
        m_review->focusForm();
        break;
    case Screen::Queue:
        m_queue->focusList();
        break;
    case Screen::Search:
        m_search->focusQuery();
        break;
    case Screen::Progress:
        m_progress->focusTable();
        break;
    case Screen::Settings:
        m_settings->focusFirst();
        break;
    }
}

bool MainWindow::isWelcoming() const
{
    return m_stack->currentWidget() == m_welcome;
}

void MainWindow::welcomeNewClerk()
{
    const bool isNew =
        m_desk.batches().empty() && m_desk.engine().isOpen() && m_desk.engine().config().agency.isEmpty();
    if (m_practice || !isNew || isWelcoming() || m_screen != Screen::Scan)
        return;
    m_stack->setCurrentWidget(m_welcome);
    m_title->setText(tr("Welcome"));
    m_welcome->focusFirst();
}

void MainWindow::showHelp()
{
    m_help->showTopic(helpTopics().at(static_cast<int>(m_screen)));
}

void MainWindow::showRailIcons()
{
    for (const Entry &entry : m_entries)
        entry.button->setIcon(entry.button->isChecked()
                                  ? icon(entry.iconName, palette().color(QPalette::HighlightedText))
                                  : icon(entry.iconName));
}

void MainWindow::showBatches()
{
    m_batch->clear();
    for (const BatchSummary &one : m_desk.batches())
        m_batch->addItem(one.batch.name, one.batch.id.toString());
    const BatchSummary *current = m_desk.currentBatch();
    m_batch->setCurrentIndex(current ? m_batch->findData(current->batch.id.toString()) : -1);
    m_batch->setEnabled(m_batch->count() > 0);
    showBatchState();
    welcomeNewClerk();
}

void MainWindow::showBatchState()
{
    const BatchSummary *current = m_desk.currentBatch();
    if (!current) {
        m_batchState->clear();
        return;
    }
    int dossiers = 0;
    for (const int count : current->dossiers)
        dossiers += count;
    m_batchState->setText(
        u"%1 · %2 · %3"_s.arg(stateName(current->batch.state),
                              tr("%n page(s)", nullptr, std::max(current->pages, m_scan->pages().rowCount())),
                              tr("%n dossier(s)", nullptr, dossiers)));
}

void MainWindow::showReading()
{
    showBatchState();
    const auto &rows = m_scan->pages().rows();
    const auto waiting =
        std::ranges::count_if(rows, [](const PageRow &row) { return row.state != PageState::Recognized; });
    m_reading->setText(waiting > 0 ? tr("Reading: %n page(s) to go", nullptr, static_cast<int>(waiting))
                                   : QString());
}

void MainWindow::openFailed(const Error &error)
{
    m_desk.report(error, [this] { m_desk.engine().start(); });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_mayClose || !m_scan->intake().isRunning()) {
        event->accept();
        return;
    }
    event->ignore();
    m_desk.asker().confirm(this, tr("Pages are still coming in. Stop and close? What is shown is safe."),
                           tr("Stop and close"), [this] {
                               m_mayClose = true;
                               close();
                           });
}

} // namespace sohoa::ui
