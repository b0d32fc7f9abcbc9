// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/queue/queue_screen.h"

#include "ui/errors/sentences.h"
#include "ui/errors/sync_sentences.h"
#include "ui/models/delegates.h"
#include "ui/models/dossier_list_model.h"
#include "ui/shell/desk.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int actionsWidth = 304;
constexpr int queueDelayMs = 150;
constexpr int rowsOfAState = 2'000; ///< The newest of each; the figures above count all.

struct Lists {
    std::vector<OutboxRow> outbox;
    std::vector<DossierSummary> approved;
    SyncStatus status;
};

Result<Lists> readLists(Station &station)
{
    Lists lists;
    auto outbox = station.outbox({.limitPerState = rowsOfAState});
    if (!outbox)
        return fail(outbox.error());
    DossierFilter filter;
    filter.state = DossierState::Approved;
    filter.limit = rowsOfAState;
    auto approved = station.dossiers(filter);
    if (!approved)
        return fail(approved.error());
    lists.outbox = std::move(*outbox);
    lists.approved = std::move(*approved);
    const auto status = station.syncStatus();
    if (!status)
        return fail(status.error());
    lists.status = *status;
    return lists;
}

} // namespace

QueueScreen::QueueScreen(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_table(new QTableView)
    , m_detail(makeLabel({}, "dim"))
    , m_retry(new QPushButton(tr("&Try again now")))
    , m_open(new QPushButton(tr("&Put right…")))
    , m_target(new QComboBox)
    , m_targetPlace(makeLabel({}, "small"))
    , m_batch(new QLabel)
    , m_close(new QPushButton(tr("&Close the batch")))
    , m_queue(new QPushButton(tr("&Queue what is approved")))
    , m_sign(new QPushButton(tr("S&ign…")))
    , m_send(new QPushButton)
    , m_pause(new QPushButton)
    , m_progress(new QProgressBar)
    , m_outcome(makeLabel({}, "dim"))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(14);
    auto *left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(makeFigures());
    left->addWidget(makeTable(), 1);
    layout->addLayout(left, 1);
    layout->addWidget(makeActions());

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(queueDelayMs);
    connect(&m_refresh, &QTimer::timeout, this, &QueueScreen::readAll);
    Engine &engine = desk.engine();
    connect(&engine, &Engine::opened, this, [this] {
        readTargets();
        readAll();
    });
    connect(&engine, &Engine::outboxChanged, this, &QueueScreen::readLater);
    connect(&engine, &Engine::dossiersChanged, this, &QueueScreen::readLater);
    connect(&engine, &Engine::syncEnded, this, [this](const std::optional<Error> &error) {
        m_sending = false;
        if (error)
            m_desk.report(*error, [this] { send(); });
        m_desk.refreshBatches();
        readAll();
    });
    connect(&desk, &Desk::batchesChanged, this, &QueueScreen::showCounts);
    connect(&desk, &Desk::batchChanged, this, &QueueScreen::showCounts);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &QueueScreen::showSelected);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &QueueScreen::showSelected);
    showCounts();
    showSelected();
}

QWidget *QueueScreen::makeFigures()
{
    auto *card = new QFrame;
    setRole(card, "card");
    auto *layout = new QHBoxLayout(card);
    layout->setContentsMargins(18, 8, 18, 10);
    using enum DossierState;
    for (const DossierState state : {Review, Approved, Queued, Sent, Accepted, Rejected}) {
        auto *one = new QVBoxLayout;
        one->setSpacing(0);
        auto *number = makeLabel(u"0"_s, "figure");
        number->setObjectName(u"count_"_s + toString(state));
        auto *words = makeLabel(stateName(state), "small");
        words->setBuddy(number);
        one->addWidget(number);
        one->addWidget(words);
        layout->addLayout(one, 1);
        m_figures.insert(state, number);
    }
    return card;
}

QWidget *QueueScreen::makeTable()
{
    auto *card = new QFrame;
    setRole(card, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(6, 6, 6, 10);
    layout->setSpacing(8);
    m_table->setObjectName(u"outbox"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Dossiers on their way"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(32);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    constexpr int widths[] = {140, 176, 166, 110, 108};
    for (int column = 0; column < OutboxModel::RemarkColumn; ++column)
        header->resizeSection(column, widths[column]);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &QueueScreen::showSelected);
    layout->addWidget(m_table, 1);

    auto *below = new QHBoxLayout;
    below->setContentsMargins(10, 0, 6, 0);
    m_detail->setWordWrap(true);
    m_detail->setObjectName(u"outboxDetail"_s);
    below->addWidget(m_detail, 1);
    below->addWidget(m_open);
    below->addWidget(m_retry);
    connect(m_retry, &QPushButton::clicked, this, &QueueScreen::retrySelected);
    connect(m_open, &QPushButton::clicked, this, &QueueScreen::putRight);
    layout->addLayout(below);
    return card;
}

QWidget *QueueScreen::makeActions()
{
    auto *card = new QFrame;
    setRole(card, "card");
    card->setFixedWidth(actionsWidth);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(8);

    layout->addWidget(makeLabel(tr("Batch"), "heading"));
    m_batch->setWordWrap(true);
    layout->addWidget(m_batch);
    m_close->setToolTip(tr("Nothing more is scanned into it. What is approved is queued, the rest follows."));
    layout->addWidget(m_close);
    layout->addSpacing(10);
    layout->addWidget(makeLabel(tr("Queue"), "heading"));
    m_sign->setObjectName(u"signApproved"_s);
    m_sign->setToolTip(tr("Signs approved dossiers with a token or a key file, before they are queued."));
    layout->addWidget(m_sign);
    layout->addWidget(m_queue);
    layout->addSpacing(10);
    layout->addWidget(makeLabel(tr("Send"), "heading"));
    auto *line = new QHBoxLayout;
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_target->setAccessibleName(tr("Target"));
    m_target->setObjectName(u"target"_s);
    m_target->setPlaceholderText(tr("no target yet"));
    auto *add = makeIconButton(u"list-add"_s, tr("Add a target"));
    add->setObjectName(u"addTarget"_s);
    auto *targetLabel = new QLabel(tr("T&arget"));
    targetLabel->setBuddy(m_target);
    line->addWidget(targetLabel);
    line->addWidget(m_target, 1);
    line->addWidget(add);
    layout->addLayout(line);
    m_targetPlace->setWordWrap(true);
    layout->addWidget(m_targetPlace);
    layout->addStretch();
    m_outcome->setWordWrap(true);
    m_outcome->setObjectName(u"sendOutcome"_s);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Sent"));
    layout->addWidget(m_outcome);
    layout->addWidget(m_progress);
    m_send->setIconSize({22, 22});
    setRole(m_send, "primary");
    m_send->setObjectName(u"send"_s);
    m_queue->setObjectName(u"queue"_s);
    m_close->setObjectName(u"closeBatch"_s);
    m_pause->setObjectName(u"pauseSending"_s);
    layout->addWidget(m_pause);
    layout->addWidget(m_send);

    connect(add, &QToolButton::clicked, this, &QueueScreen::addTarget);
    connect(m_target, &QComboBox::currentIndexChanged, this, &QueueScreen::adapt);
    connect(m_close, &QPushButton::clicked, this, &QueueScreen::closeBatch);
    connect(m_sign, &QPushButton::clicked, this, &QueueScreen::sign);
    connect(m_queue, &QPushButton::clicked, this, &QueueScreen::queue);
    connect(m_send, &QPushButton::clicked, this, &QueueScreen::send);
    connect(m_pause, &QPushButton::clicked, this, &QueueScreen::pause);
    return card;
}

void QueueScreen::focusList()
{
    m_table->setFocus();
}

void QueueScreen::readLater()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

void QueueScreen::readAll()
{
    m_desk.engine().ask(this, readLists, [this](Result<Lists> lists) {
        if (!lists) {
            m_desk.report(lists.error());
            return;
        }
        const OutboxRow *before = selected();
        const DossierId chosen = before ? before->dossier.id : DossierId();
        m_status = lists->status;
        m_sending = m_status.phase != SyncPhase::Stopped;
        m_model.reset(std::move(lists->outbox), lists->approved);
        if (const QModelIndex index = m_model.indexOf(chosen); index.isValid())
            m_table->selectRow(index.row());
        else if (m_model.rowCount() > 0)
            m_table->selectRow(0);
        adapt();
    });
}

void QueueScreen::readTargets(const QString &choose)
{
    m_desk.engine().ask(
        this, [](Station &station) { return station.targets(); },
        [this, choose](const Result<std::vector<TargetSettings>> &targets) {
            if (!targets) {
                m_desk.report(targets.error());
                return;
            }
            const QString wanted = choose.isEmpty() ? m_target->currentText() : choose;
            m_target->clear();
            for (const TargetSettings &target : *targets)
                m_target->addItem(target.name, target.url);
            m_target->setCurrentIndex(std::max(m_target->findText(wanted), targets->empty() ? -1 : 0));
            adapt();
        });
}

void QueueScreen::showCounts()
{
    QMap<DossierState, int> counts;
    for (const BatchSummary &batch : m_desk.batches())
        for (auto it = batch.dossiers.cbegin(); it != batch.dossiers.cend(); ++it)
            counts[it.key()] += it.value();
    for (auto it = m_figures.cbegin(); it != m_figures.cend(); ++it) {
        it.value()->setText(QString::number(counts.value(it.key())));
        it.value()->setAccessibleName(u"%1: %2"_s.arg(stateName(it.key())).arg(counts.value(it.key())));
    }
    adapt();
}

const OutboxRow *QueueScreen::selected() const
{
    return m_model.row(m_table->currentIndex());
}

void QueueScreen::showSelected()
{
    const OutboxRow *row = selected();
    const bool rejected = row && row->dossier.state == DossierState::Rejected;
    m_retry->setVisible(row && row->lastError && !rejected);
    m_open->setVisible(rejected);
    if (!row) {
        m_detail->setText(m_model.rowCount() == 0 ? tr("Nothing is waiting. Approve dossiers first (F3).")
                                                  : QString());
        return;
    }
    QString text =
        u"%1 – %2. %3"_s.arg(dossierTitle(row->dossier), stateName(row->dossier.state), outboxRemark(*row));
    if (row->nextAttempt && row->lastError)
        text += u' ' + tr("Next attempt at %1.")
                           .arg(QDateTime::fromMSecsSinceEpoch(row->nextAttempt->msecs).toString(u"HH:mm:ss"_s));
    m_detail->setText(text);
}

void QueueScreen::adapt()
{
    const BatchSummary *batch = m_desk.currentBatch();
    const bool open = batch && batch->batch.state == BatchState::Open;
    m_batch->setText(batch ? u"%1 – %2"_s.arg(batch->batch.name, stateName(batch->batch.state)) : tr("none"));
    m_close->setEnabled(open);
    int approved = 0;
    int waiting = 0;
    qint64 bytes = 0;
    qint64 sent = 0;
    for (const OutboxRow &row : m_model.rows()) {
        approved += row.dossier.state == DossierState::Approved ? 1 : 0;
        const bool queued = row.dossier.state == DossierState::Queued;
        waiting += queued ? 1 : 0;
        bytes += row.bytes;
        sent += queued ? row.bytesSent : row.bytes;
    }
    m_sign->setEnabled(approved > 0);
    m_queue->setEnabled(approved > 0);
    m_queue->setText(approved > 0 ? tr("&Queue %n approved dossier(s)", nullptr, approved)
                                  : tr("&Queue what is approved"));
    const bool hasTarget = m_target->currentIndex() >= 0;
    static const QLatin1String folder("folder:");
    const QString place = m_target->currentData().toString();
    m_targetPlace->setText(place.startsWith(folder) ? place.mid(folder.size()) : place);
    const bool paused = m_status.phase == SyncPhase::Paused;
    m_pause->setVisible(m_sending);
    m_pause->setText(paused ? tr("&Go on") : tr("&Pause"));
    m_send->setEnabled(m_sending || (hasTarget && waiting > 0));
    m_send->setText(m_sending ? tr("Stop sending") : tr("&Send now"));
    m_send->setIcon(icon(m_sending ? u"media-playback-stop"_s : u"document-send"_s,
                         palette().color(m_send->isEnabled() ? QPalette::HighlightedText : QPalette::Dark)));
    m_progress->setVisible(m_sending);
    m_progress->setRange(0, 1000);
    m_progress->setValue(bytes > 0 ? static_cast<int>(sent * 1000 / bytes) : 0);
    const QString clocks = clockSentence(m_status);
    const QString sending = clocks.isEmpty() ? syncSentence(m_status) : syncSentence(m_status) + u'\n' + clocks;
    m_outcome->setText(m_sending     ? sending
                       : !hasTarget  ? tr("Add a target: the repository or a folder.")
                       : waiting > 0 ? tr("%n dossier(s) ready to be sent.", nullptr, waiting)
                                     : tr("Nothing is queued."));
}

} // namespace sohoa::ui
