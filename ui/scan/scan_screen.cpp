// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scan_screen.h"

#include "ui/models/delegates.h"
#include "ui/scan/folder_watch.h"
#include "ui/scan/scan_prompt.h"
#include "ui/scan/scanner_panel.h"
#include "ui/shell/desk.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int controlsWidth = 320;
constexpr int thumbnailWidth = 132;
constexpr int changeDelayMs = 120; ///< Pages change several times in a row while they are read.

QWidget *figure(QLabel *number, const QString &caption)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    number->setAlignment(Qt::AlignRight);
    auto *words = makeLabel(caption, "small");
    words->setAlignment(Qt::AlignRight);
    words->setBuddy(number);
    layout->addWidget(number);
    layout->addWidget(words);
    return box;
}

} // namespace

ScanScreen::ScanScreen(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_intake(desk)
    , m_deskDossier(desk)
    , m_prompt(new ScanPrompt(desk.images()))
    , m_guide(desk, m_intake, *m_prompt)
    , m_pages(desk.images())
    , m_scanner(new ScannerPanel(desk))
    , m_batchName(new QComboBox)
    , m_expected(new QSpinBox)
    , m_editSheet(makeIconButton(u"document-edit"_s, tr("Batch sheet: agency, operator, box or shelf, note")))
    , m_sheetLine(makeLabel({}, "small"))
    , m_watch(new FolderWatch(desk))
    , m_oneDossier(new QCheckBox(tr("&One dossier, for the citizen at the desk")))
    , m_scan(new QPushButton)
    , m_import(new QPushButton(tr("&Import files…")))
    , m_list(new QListView)
    , m_state(makeLabel({}, "title"))
    , m_hint(makeLabel({}, "dim"))
    , m_fed(makeLabel(u"0"_s, "figure"))
    , m_captured(makeLabel(u"0"_s, "figure"))
    , m_read(makeLabel(u"0"_s, "figure"))
    , m_awaited(makeLabel(u"–"_s, "figure"))
    , m_progress(new QProgressBar)
    , m_review(new QPushButton(tr("Re&view the dossiers")))
{
    setAcceptDrops(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(14);
    layout->addWidget(makeControls());
    layout->addWidget(makePages(), 1);

    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(changeDelayMs);
    connect(&m_changeTimer, &QTimer::timeout, this, &ScanScreen::readChangedPages);
    Engine &engine = desk.engine();
    connect(&engine, &Engine::opened, m_scanner, &ScannerPanel::refresh);
    connect(&engine, &Engine::pageCaptured, this, &ScanScreen::addPage);
    connect(&engine, &Engine::pageChanged, this, [this](const PageId &page) {
        m_changedPages.insert(page);
        if (!m_changeTimer.isActive())
            m_changeTimer.start();
    });
    connect(&desk, &Desk::batchChanged, this, &ScanScreen::readPages);
    connect(&desk, &Desk::batchChanged, &m_guide, &ScanGuide::lookForOpenStack);
    connect(&m_guide, &ScanGuide::resumeWanted, this, &ScanScreen::resumeStack);
    connect(&desk, &Desk::batchesChanged, this, &ScanScreen::showBatches);
    connect(&m_intake, &Intake::changed, this, &ScanScreen::showState);
    connect(&m_pages, &PageListModel::modelReset, this, &ScanScreen::showState);
    connect(&m_pages, &PageListModel::rowsInserted, this, &ScanScreen::showState);
    connect(&m_pages, &PageListModel::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                if (!roles.contains(Qt::DecorationRole))
                    showState();
            });
    connect(&m_intake, &Intake::ended, this, [this](const IntakeSummary &summary) {
        if (m_oneDossier->isChecked())
            m_deskDossier.add(summary.pages);
    });
    connect(&m_deskDossier, &DeskDossier::changed, this, &ScanScreen::showState);
    connect(&m_deskDossier, &DeskDossier::finished, this, &ScanScreen::pageActivated);
    connect(m_scanner, &ScannerPanel::readyChanged, this, &ScanScreen::showState);
    connect(m_scanner, &ScannerPanel::readyChanged, this, [this] {
        if (m_scanner->isReady() && !std::exchange(m_wasReady, true) && isVisible())
            m_scan->setFocus();
    });
    showState();
}

QWidget *ScanScreen::makeControls()
{
    auto *card = new QFrame;
    setRole(card, "card");
    card->setFixedWidth(controlsWidth);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(8);

    layout->addWidget(makeLabel(tr("Batch"), "heading"));
    auto *sheet = new QGridLayout;
    sheet->setHorizontalSpacing(8);
    sheet->setVerticalSpacing(6);
    sheet->setColumnStretch(1, 1);
    auto *nameLabel = new QLabel(tr("&Name"));
    nameLabel->setBuddy(m_batchName);
    m_batchName->setEditable(true);
    m_batchName->setInsertPolicy(QComboBox::NoInsert);
    m_batchName->setObjectName(u"batchName"_s);
    m_batchName->lineEdit()->setPlaceholderText(tr("Today’s batch"));
    m_batchName->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_batchName->setToolTip(tr("Box or shelf. A new name makes a new batch."));
    sheet->addWidget(nameLabel, 0, 0);
    sheet->addWidget(m_batchName, 0, 1);
    auto *expectedLabel = new QLabel(tr("Pages &expected"));
    expectedLabel->setBuddy(m_expected);
    m_expected->setObjectName(u"pagesExpected"_s);
    m_expected->setRange(0, 99'999);
    m_expected->setSpecialValueText(tr("not counted"));
    m_expected->setButtonSymbols(QAbstractSpinBox::NoButtons);
    sheet->addWidget(expectedLabel, 1, 0);
    sheet->addWidget(m_expected, 1, 1, 1, 2);
    m_editSheet->setObjectName(u"editSheet"_s);
    sheet->addWidget(m_editSheet, 0, 2);
    m_sheetLine->setObjectName(u"sheetLine"_s);
    m_sheetLine->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    sheet->addWidget(m_sheetLine, 2, 0, 1, 3);
    connect(m_editSheet, &QToolButton::clicked, this, &ScanScreen::editSheet);
    connect(m_expected, &QSpinBox::editingFinished, this, &ScanScreen::saveSheet);
    layout->addLayout(sheet);
    connect(m_batchName, &QComboBox::activated, this, [this](int index) {
        if (const auto id = BatchId::fromString(m_batchName->itemData(index).toString()))
            m_desk.setBatch(*id);
    });
    connect(m_expected, &QSpinBox::valueChanged, this, &ScanScreen::showState);

    m_oneDossier->setObjectName(u"oneDossier"_s);
    m_oneDossier->setToolTip(tr("The card on the glass, then the papers: everything scanned until you are done "
                                "becomes one dossier."));
    layout->addWidget(m_oneDossier);
    connect(m_oneDossier, &QCheckBox::toggled, &m_deskDossier, &DeskDossier::forget);

    layout->addSpacing(10);
    layout->addWidget(makeLabel(tr("Scanner"), "heading"));
    layout->addWidget(m_scanner);
    layout->addStretch();

    m_scan->setObjectName(u"scan"_s);
    m_scan->setIconSize({22, 22});
    setRole(m_scan, "primary");
    connect(m_scan, &QPushButton::clicked, this, &ScanScreen::toggleScan);
    m_import->setIcon(icon(u"document-import"_s));
    m_import->setObjectName(u"import"_s);
    connect(m_import, &QPushButton::clicked, this,
            [this] { m_desk.asker().files(this, [this](const QStringList &paths) { importFiles(paths); }); });
    layout->addWidget(m_scan);
    layout->addWidget(m_import);
    layout->addWidget(m_watch);
    return card;
}

QWidget *ScanScreen::makePages()
{
    auto *card = new QFrame;
    setRole(card, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(18, 12, 8, 8);
    layout->setSpacing(8);

    auto *head = new QHBoxLayout;
    head->setSpacing(22);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_state->setObjectName(u"scanState"_s);
    m_hint->setWordWrap(true);
    words->addWidget(m_state);
    words->addWidget(m_hint);
    head->addLayout(words, 1);
    m_review->setIcon(icon(u"go-next"_s));
    m_review->setLayoutDirection(Qt::RightToLeft); // The arrow behind the words.
    m_review->setObjectName(u"goReview"_s);
    connect(m_review, &QPushButton::clicked, this, &ScanScreen::goOn);
    m_fed->setObjectName(u"fed"_s);
    m_captured->setObjectName(u"captured"_s);
    m_read->setObjectName(u"read"_s);
    head->addWidget(m_review, 0, Qt::AlignVCenter);
    head->addWidget(figure(m_fed, tr("fed")));
    head->addWidget(figure(m_captured, tr("scanned")));
    head->addWidget(figure(m_read, tr("read")));
    head->addWidget(figure(m_awaited, tr("expected")));
    head->addSpacing(8);
    layout->addLayout(head);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Pages read"));
    layout->addWidget(m_progress);
    layout->addWidget(m_prompt);

    m_list->setObjectName(u"pages"_s);
    m_list->setModel(&m_pages);
    m_list->setItemDelegate(new PageDelegate(thumbnailWidth, m_list));
    m_list->setViewMode(QListView::IconMode);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setUniformItemSizes(true);
    m_list->setSpacing(4);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Pages of the batch"));
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        const PageRow *page = m_pages.row(index);
        if (page && page->dossier)
            Q_EMIT pageActivated(*page->dossier, page->id);
    });
    layout->addWidget(m_list, 1);
    return card;
}

Intake::Sheet ScanScreen::sheet() const
{
    Intake::Sheet sheet;
    sheet.name = m_batchName->currentText().trimmed();
    sheet.agency = m_sheet.agency;
    sheet.operatorName = m_sheet.operatorName;
    sheet.place = m_sheet.place;
    sheet.note = m_sheet.note;
    sheet.oneDossier = m_oneDossier->isChecked();
    if (m_expected->value() > 0)
        sheet.expectedPages = m_expected->value();
    return sheet;
}

void ScanScreen::toggleScan()
{
    m_scan->setFocus(); // The other controls rest while pages come in.
    if (m_intake.isRunning())
        m_intake.stop();
    else if (m_scanner->isReady())
        m_scanner->agreed([this] {
            ScanOrder order = m_scanner->order();
            // The citizen's papers come as they are laid down, from the glass or the feeder in turn.
            order.pageByPage = order.pageByPage && !m_oneDossier->isChecked();
            m_intake.scan(order, sheet());
        });
}

void ScanScreen::importFiles(const QStringList &paths)
{
    m_intake.import(paths, sheet());
}

void ScanScreen::readPages()
{
    const BatchId batch = m_desk.batch();
    m_desk.engine().ask(
        this,
        [batch](Station &station) -> Result<std::vector<PageRow>> {
            const auto pages = station.pagesOfBatch(batch);
            if (!pages)
                return fail(pages.error());
            std::vector<PageRow> rows;
            rows.reserve(pages->size());
            for (const Page &page : *pages)
                rows.push_back(pageRow(station, page));
            return rows;
        },
        [this, batch](Result<std::vector<PageRow>> rows) {
            if (batch != m_desk.batch())
                return;
            if (!rows) {
                m_desk.report(rows.error());
                return;
            }
            m_pages.reset(std::move(*rows));
            m_list->scrollToBottom();
        });
    showBatches();
}

void ScanScreen::addPage(const Page &page)
{
    if (page.batch != m_desk.batch())
        return;
    m_desk.engine().ask(
        this, [page](Station &station) -> Result<PageRow> { return pageRow(station, page); },
        [this, batch = page.batch](const Result<PageRow> &row) {
            if (!row || batch != m_desk.batch())
                return;
            const QScrollBar *bar = m_list->verticalScrollBar();
            const bool atEnd = bar->value() >= bar->maximum() - bar->pageStep() / 2;
            m_pages.add(*row);
            if (atEnd)
                m_list->scrollToBottom();
        });
}

void ScanScreen::readChangedPages()
{
    const QSet<PageId> changed = std::exchange(m_changedPages, {});
    m_desk.engine().ask(
        this,
        [changed](Station &station) -> Result<std::vector<PageRow>> {
            std::vector<PageRow> rows;
            for (const PageId &id : changed)
                if (const auto page = station.page(id))
                    rows.push_back(pageRow(station, *page));
            return rows;
        },
        [this](const Result<std::vector<PageRow>> &rows) {
            if (rows)
                for (const PageRow &row : *rows)
                    m_pages.update(row);
        });
}

void ScanScreen::showBatches()
{
    const QSignalBlocker quiet(m_batchName);
    const QString typed = m_batchName->currentText();
    const bool keep = m_batchName->lineEdit()->hasFocus() && m_batchName->lineEdit()->isModified();
    m_batchName->clear();
    for (const BatchSummary &one : m_desk.batches())
        if (one.batch.state == BatchState::Open)
            m_batchName->addItem(one.batch.name, one.batch.id.toString());
    const BatchSummary *current = m_desk.currentBatch();
    m_batchName->setCurrentIndex(current ? m_batchName->findData(current->batch.id.toString()) : -1);
    if (keep)
        m_batchName->setEditText(typed);
    else if (m_batchName->currentIndex() < 0)
        m_batchName->setEditText({});
    m_batchName->lineEdit()->setCursorPosition(0); // A long name is read from its beginning.
    showSheet();
    showState();
}

void ScanScreen::focusScan()
{
    m_scan->setFocus();
}

void ScanScreen::dragEnterEvent(QDragEnterEvent *event)
{
    const auto urls = event->mimeData()->urls();
    if (!m_intake.isRunning() && std::ranges::any_of(urls, [](const QUrl &url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void ScanScreen::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    event->acceptProposedAction();
    importFiles(paths);
}

} // namespace sohoa::ui
