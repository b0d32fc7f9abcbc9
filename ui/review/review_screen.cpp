// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_screen.h"

#include "ui/errors/sentences.h"
#include "ui/models/delegates.h"
#include "ui/review/dossier_form.h"
#include "ui/review/page_view.h"
#include "ui/shell/desk.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int listsWidth = 262;
constexpr int formWidth = 400;
constexpr int thumbnailWidth = 112;
constexpr int refreshDelayMs = 150; ///< Changes come in flocks while pages are read.
constexpr double zoomStep = 1.25;

} // namespace

ReviewScreen::ReviewScreen(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_pages(desk.images())
    , m_dossierList(new QListView)
    , m_pageList(new QListView)
    , m_empty(makeLabel(tr("No dossiers in this batch yet. Scan a stack first (F2)."), "dim"))
    , m_pageTitle(makeLabel({}, "heading"))
    , m_view(new PageView)
    , m_form(new DossierForm)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(12);
    layout->addWidget(makeLists());
    layout->addWidget(makePage(), 1);
    m_form->setFixedWidth(formWidth);
    layout->addWidget(m_form);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshDelayMs);
    connect(&m_refresh, &QTimer::timeout, this, &ReviewScreen::readDossiers);
    Engine &engine = desk.engine();
    connect(&engine, &Engine::opened, this, [this] { m_form->setCatalogue(m_desk.engine().catalogue()); });
    connect(&engine, &Engine::dossiersChanged, this, [this](const BatchId &batch) {
        if (batch == m_desk.batch())
            refreshLater();
    });
    connect(&engine, &Engine::pageChanged, this, [this](const PageId &page) {
        if (m_pages.indexOf(page).isValid())
            refreshLater();
    });
    connect(&engine, &Engine::outboxChanged, this, &ReviewScreen::refreshLater);
    connect(&desk, &Desk::batchChanged, this, [this] {
        m_current = {};
        readDossiers();
    });
    connect(m_form, &DossierForm::tagged, this, &ReviewScreen::tag);
    connect(m_form, &DossierForm::fieldEntered, this, &ReviewScreen::lightUp);
    connect(m_form, &DossierForm::approveWanted, this, &ReviewScreen::approve);
    connect(m_form, &DossierForm::reopenWanted, this, &ReviewScreen::reopen);
    connect(m_form, &DossierForm::pageWanted, this, [this](const PageId &page) {
        if (const QModelIndex index = m_pages.indexOf(page); index.isValid())
            m_pageList->setCurrentIndex(index);
    });
    showNothing();
}

QWidget *ReviewScreen::makeLists()
{
    auto *card = new QFrame;
    setRole(card, "card");
    card->setFixedWidth(listsWidth);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(6, 10, 4, 6);
    layout->setSpacing(6);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(8);

    m_dossierList->setObjectName(u"dossiers"_s);
    m_dossierList->setModel(&m_dossiers);
    m_dossierList->setItemDelegate(new DossierDelegate(m_dossierList));
    m_dossierList->setUniformItemSizes(true);
    m_dossierList->setMouseTracking(true);
    m_dossierList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_dossierList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_dossierList->setAccessibleName(tr("Dossiers of the batch"));
    connect(m_dossierList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ReviewScreen::chooseDossier);

    m_pageList->setObjectName(u"dossierPages"_s);
    m_pageList->setModel(&m_pages);
    m_pageList->setItemDelegate(new PageDelegate(thumbnailWidth, m_pageList));
    m_pageList->setViewMode(QListView::IconMode);
    m_pageList->setResizeMode(QListView::Adjust);
    m_pageList->setMovement(QListView::Static);
    m_pageList->setUniformItemSizes(true);
    m_pageList->setMouseTracking(true);
    m_pageList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_pageList->setAccessibleName(tr("Pages of the dossier"));
    connect(m_pageList->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewScreen::choosePage);

    auto *dossiers = new QWidget;
    auto *dossiersLayout = new QVBoxLayout(dossiers);
    dossiersLayout->setContentsMargins(0, 0, 0, 0);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(10, 6, 10, 6);
    dossiersLayout->addWidget(m_empty);
    dossiersLayout->addWidget(m_dossierList, 1);
    splitter->addWidget(dossiers);
    splitter->addWidget(m_pageList);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    layout->addWidget(splitter);
    return card;
}

QAction *ReviewScreen::addAction(const QString &iconName, const QString &text, const QKeySequence &key,
                                 std::function<void()> work)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(key.isEmpty() ? text : u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, std::move(work));
    QWidget::addAction(action);
    return action;
}

QWidget *ReviewScreen::makePage()
{
    auto *card = new QFrame;
    setRole(card, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 6, 1, 1);
    layout->setSpacing(6);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(12, 0, 8, 0);
    tools->setSpacing(2);
    tools->addWidget(m_pageTitle, 1);
    const auto addTool = [tools](QAction *action) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setIconSize({22, 22});
        button->setAutoRaise(true);
        button->setAccessibleName(action->text());
        button->setFocusPolicy(Qt::TabFocus);
        tools->addWidget(button);
    };
    addTool(addAction(u"go-previous"_s, tr("Previous page"), Qt::CTRL | Qt::Key_PageUp, [this] { goToPage(-1); }));
    addTool(addAction(u"go-next"_s, tr("Next page"), Qt::CTRL | Qt::Key_PageDown, [this] { goToPage(1); }));
    tools->addSpacing(10);
    addTool(addAction(u"zoom-smaller"_s, tr("Smaller"), QKeySequence::ZoomOut,
                      [this] { m_view->zoomBy(1 / zoomStep); }));
    addTool(addAction(u"zoom-larger"_s, tr("Larger"), QKeySequence::ZoomIn, [this] { m_view->zoomBy(zoomStep); }));
    addTool(addAction(u"fit-width"_s, tr("Fit the width"), Qt::CTRL | Qt::Key_1,
                      [this] { m_view->setFit(PageView::Fit::Width); }));
    addTool(addAction(u"fit-page"_s, tr("Whole page"), Qt::CTRL | Qt::Key_0,
                      [this] { m_view->setFit(PageView::Fit::Page); }));
    tools->addSpacing(10);
    makeActions();
    for (QAction *action : {m_rotate, m_exclude, m_split, m_merge})
        addTool(action);
    layout->addLayout(tools);
    layout->addWidget(m_view, 1);
    return card;
}

void ReviewScreen::makeActions()
{
    m_rotate =
        addAction(u"turn-right"_s, tr("Turn the page to the right"), Qt::CTRL | Qt::Key_R, [this] { rotate(90); });
    m_exclude = addAction(u"leave-out"_s, tr("Leave the page out, or take it back"), Qt::CTRL | Qt::Key_Delete,
                          [this] { exclude(); });
    m_split = addAction(u"split-here"_s, tr("A new dossier begins with this page"), Qt::CTRL | Qt::Key_T,
                        [this] { split(); });
    m_merge = addAction(u"merge-before"_s, tr("Append the dossier to the one before"), Qt::CTRL | Qt::Key_M,
                        [this] { mergeWithPrevious(); });
    addAction(u"go-down"_s, tr("Next dossier"), Qt::CTRL | Qt::Key_Down, [this] { goToDossier(1); });
    addAction(u"go-up"_s, tr("Previous dossier"), Qt::CTRL | Qt::Key_Up, [this] { goToDossier(-1); });
    auto *approveAction =
        addAction(u"dialog-ok"_s, tr("Approve"), Qt::CTRL | Qt::Key_Return, [this] { approve(); });
    approveAction->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
}

void ReviewScreen::focusList()
{
    m_dossierList->setFocus();
}

void ReviewScreen::refreshLater()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

void ReviewScreen::readDossiers()
{
    const BatchId batch = m_desk.batch();
    if (batch.isNull()) {
        showNothing();
        return;
    }
    m_desk.engine().ask(
        this,
        [batch](Station &station) {
            DossierFilter filter;
            filter.batch = batch;
            return station.dossiers(filter);
        },
        [this, batch](Result<std::vector<DossierSummary>> dossiers) {
            if (batch != m_desk.batch())
                return;
            if (!dossiers) {
                m_desk.report(dossiers.error());
                return;
            }
            std::ranges::stable_sort(*dossiers, {}, &DossierSummary::position);
            const int oldRow = m_dossiers.indexOf(m_current).row();
            const QScopedValueRollback updating(m_updating, true);
            m_dossiers.reset(std::move(*dossiers));
            m_empty->setVisible(m_dossiers.rowCount() == 0);
            if (m_dossiers.rowCount() == 0) {
                showNothing();
                return;
            }
            QModelIndex index = m_dossiers.indexOf(m_current);
            if (!index.isValid())
                index = m_dossiers.index(std::clamp(oldRow, 0, m_dossiers.rowCount() - 1));
            m_current = m_dossiers.row(index)->id;
            m_dossierList->setCurrentIndex(index);
            readData();
        });
}

void ReviewScreen::chooseDossier(const QModelIndex &index)
{
    const DossierSummary *dossier = m_dossiers.row(index);
    if (m_updating || !dossier || dossier->id == m_current)
        return;
    m_form->commitAll(); // Before another one is current: what was typed belongs to the old one.
    m_current = dossier->id;
    m_page = {};
    readData();
}

void ReviewScreen::showDossier(const DossierId &dossier, const PageId &page)
{
    m_current = dossier;
    m_wantedPage = page;
    m_page = {};
    readDossiers();
}

void ReviewScreen::readData()
{
    const DossierId id = m_current;
    m_desk.engine().ask(
        this, [id](Station &station) { return readDossier(station, id); },
        [this, id](Result<DossierData> data) {
            if (id != m_current)
                return;
            if (data)
                showData(std::move(*data));
            else if (data.error().code == ErrorCode::NotFound)
                refreshLater(); // Merged away meanwhile.
            else
                m_desk.report(data.error());
        });
}

void ReviewScreen::showData(DossierData data)
{
    const bool another = !m_data || m_data->dossier.id != data.dossier.id;
    m_data = std::move(data);
    const QScopedValueRollback updating(m_updating, true);
    m_pages.reset(m_data->pages);
    m_form->show(*m_data);
    if (!m_wantedPage.isNull())
        m_page = std::exchange(m_wantedPage, {});
    QModelIndex index = m_pages.indexOf(m_page);
    if (!index.isValid() && m_pages.rowCount() > 0)
        index = m_pages.index(0);
    m_pageList->setCurrentIndex(index);
    showPage(index);
    if (another)
        m_view->setHighlight({});
    if (std::exchange(m_focusDoubtful, false))
        m_form->focusFirstDoubtful();
    adaptActions();
}

void ReviewScreen::showNothing()
{
    m_data.reset();
    m_page = {};
    m_pages.reset({});
    m_form->clear();
    m_view->setPicture(nullptr, {}, tr("Choose a dossier at the left."));
    m_pageTitle->clear();
    m_empty->setVisible(m_dossiers.rowCount() == 0);
    adaptActions();
}

void ReviewScreen::choosePage(const QModelIndex &index)
{
    if (!m_updating)
        showPage(index);
}

void ReviewScreen::showPage(const QModelIndex &index)
{
    const PageRow *page = m_pages.row(index);
    if (!page)
        return;
    if (page->id != m_page)
        m_view->setHighlight({});
    m_page = page->id;
    const QStringList flags = pageFlags(*page);
    m_pageTitle->setText(tr("Page %1 of %2").arg(page->number).arg(m_pages.rowCount()) +
                         (flags.isEmpty() ? QString() : u" · "_s + flags.join(u", "_s)));
    if (page->state != PageState::Recognized)
        m_desk.engine().ask(
            this,
            [id = page->id](Station &station) -> Result<bool> {
                station.prefer(id);
                return true;
            },
            [](const Result<bool> &) {});
    m_desk.images().page(
        page->picture, this, [this, id = page->id, size = page->size](const PagePicturePtr &picture) {
            if (id == m_page)
                m_view->setPicture(picture, size, tr("The picture of this page cannot be shown."));
        });
    if (const PageRow *next = m_pages.row(m_pages.index(index.row() + 1)))
        m_desk.images().prefetch(next->picture);
    adaptActions();
}

void ReviewScreen::lightUp(const QString &field)
{
    if (!m_data)
        return;
    const FieldValue value = m_data->dossier.fields.value(field);
    if (value.page.isNull() || value.box.isEmpty()) {
        m_view->setHighlight({});
        return;
    }
    if (const QModelIndex index = m_pages.indexOf(value.page); index.isValid() && value.page != m_page)
        m_pageList->setCurrentIndex(index);
    m_view->setHighlight(value.box);
}

void ReviewScreen::adaptActions()
{
    const bool editable = m_data && m_data->isEditable();
    const int row = m_pages.indexOf(m_page).row();
    m_rotate->setEnabled(editable && row >= 0);
    m_exclude->setEnabled(editable && row >= 0);
    m_split->setEnabled(editable && row > 0);
    const int place = m_dossiers.indexOf(m_current).row();
    const DossierSummary *before = place > 0 ? m_dossiers.row(m_dossiers.index(place - 1)) : nullptr;
    m_merge->setEnabled(editable && before && before->state == DossierState::Review);
}

} // namespace sohoa::ui
