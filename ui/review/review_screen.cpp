// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/review_screen.h"

#include "ui/errors/sentences.h"
#include "ui/models/delegates.h"
#include "ui/review/crop_mode.h"
#include "ui/review/dossier_form.h"
#include "ui/review/page_view.h"
#include "ui/shell/desk.h"
#include "ui/style/roomy_label.h"
#include "ui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int listsWidth = 262;
constexpr int formWidth = 400;
constexpr int stripThumbnailWidth = 112;
constexpr int reviewDelayMs = 150; ///< Changes come in flocks while pages are read.

} // namespace

ReviewScreen::ReviewScreen(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_history(desk.engine())
    , m_pages(desk.images())
    , m_dossierList(new QListView)
    , m_pageList(new QListView)
    , m_empty(makeLabel(tr("No dossiers in this batch yet. Scan a stack first (F2)."), "dim"))
    , m_pageTitle(new RoomyLabel)
    , m_view(new PageView)
    , m_crop(new CropMode(desk, *m_view))
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
    m_refresh.setInterval(reviewDelayMs);
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
        m_history.clear();
        readDossiers();
    });
    connect(&m_history, &ReviewHistory::failed, this, [this](const Error &error) { m_desk.report(error); });
    connect(&m_history, &ReviewHistory::stepped, this, [this](const DossierId &dossier) {
        m_current = dossier;
        readDossiers();
    });
    connect(&m_pages, &PageListModel::pageDropped, this,
            [this](const PageId &page, int position) { movePage(page, m_current, position); });
    connect(&m_dossiers, &DossierListModel::pageDropped, this,
            [this](const PageId &page, const DossierId &dossier) { movePage(page, dossier, {}); });
    connect(m_view, &PageView::wordClicked, this, &ReviewScreen::takeWord);
    connect(m_view, &PageView::boxDrawn, this, &ReviewScreen::takeBox);
    connect(m_crop, &CropMode::chosen, this, &ReviewScreen::cropPage);
    connect(m_form, &DossierForm::tagged, this, &ReviewScreen::tag);
    connect(m_form, &DossierForm::answered, this, &ReviewScreen::settle);
    connect(m_form, &DossierForm::questionEntered, this, &ReviewScreen::showQuestion);
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
    m_dossierList->setDragDropMode(QAbstractItemView::DropOnly);
    m_dossierList->setDropIndicatorShown(true);
    connect(m_dossierList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ReviewScreen::chooseDossier);

    m_pageList->setObjectName(u"dossierPages"_s);
    m_pageList->setModel(&m_pages);
    m_pageList->setItemDelegate(new PageDelegate(stripThumbnailWidth, m_pageList));
    m_pageList->setFlow(QListView::LeftToRight); // Not IconMode, which moves icons about by itself.
    m_pageList->setWrapping(true);
    m_pageList->setResizeMode(QListView::Adjust);
    m_pageList->setDragDropMode(QAbstractItemView::DragDrop);
    m_pageList->setDefaultDropAction(Qt::MoveAction);
    m_pageList->setDropIndicatorShown(true);
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

void ReviewScreen::focusList()
{
    m_dossierList->setFocus();
}

void ReviewScreen::focusForm()
{
    if (m_data)
        m_form->focusFirstDoubtful();
    else
        m_focusDoubtful = true;
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
    if (const QString field = std::exchange(m_focusField, {}); !field.isEmpty())
        m_form->focusField(field);
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

} // namespace sohoa::ui
