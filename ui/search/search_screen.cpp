// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/search_screen.h"

#include "ui/errors/sentences.h"
#include "ui/models/delegates.h"
#include "ui/models/dossier_list_model.h"
#include "ui/shell/desk.h"
#include "ui/style/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingDelayMs = 180;
constexpr int mostHits = 50;

/// The marks around hits are for programs: people see quotation marks.
QString shownSnippet(QString snippet)
{
    return snippet.replace(QChar(0x2068), QChar(0x201C)).replace(QChar(0x2069), QChar(0x201D)).simplified();
}

} // namespace

SearchScreen::SearchScreen(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_query(new QLineEdit)
    , m_outcome(makeLabel({}, "dim"))
    , m_list(new QTreeWidget)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(10);
    m_query->setObjectName(u"query"_s);
    m_query->setPlaceholderText(tr("Name, personal ID, number, or any word of a paper"));
    m_query->setAccessibleName(tr("Search"));
    m_query->setClearButtonEnabled(true);
    layout->addWidget(m_query);
    layout->addWidget(m_outcome);

    auto *card = new QFrame;
    setRole(card, "card");
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(6, 6, 6, 6);
    m_list->setObjectName(u"hits"_s);
    m_list->setHeaderLabels({tr("Owner"), tr("Number"), tr("Procedure"), tr("In force"), tr("Found in")});
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("Found dossiers"));
    constexpr int widths[] = {180, 140, 220, 150};
    for (int column = 0; column < 4; ++column)
        m_list->header()->resizeSection(column, widths[column]);
    inside->addWidget(m_list);
    layout->addWidget(card, 1);

    m_delay.setSingleShot(true);
    m_delay.setInterval(typingDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &SearchScreen::search);
    connect(m_query, &QLineEdit::textChanged, this, [this] { m_delay.start(); });
    connect(m_query, &QLineEdit::returnPressed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        const auto place = static_cast<size_t>(m_list->indexOfTopLevelItem(item));
        if (place < m_hits.size())
            Q_EMIT dossierActivated(m_hits[place].dossier.batch, m_hits[place].dossier.id);
    });
}

void SearchScreen::focusQuery()
{
    m_query->setFocus();
    m_query->selectAll();
}

void SearchScreen::search()
{
    const QString query = m_query->text().trimmed();
    if (query.isEmpty()) {
        show({});
        m_outcome->clear();
        return;
    }
    m_desk.engine().ask(
        this, [query](Station &station) { return station.search(query, mostHits); },
        [this, query](Result<std::vector<SearchHit>> hits) {
            if (query != m_query->text().trimmed())
                return;
            if (!hits) {
                m_desk.report(hits.error());
                return;
            }
            m_outcome->setText(hits->empty() ? tr("Nothing found. Marks and case do not matter; try fewer words.")
                                             : tr("%n dossier(s) found. Enter opens one.", nullptr,
                                                  static_cast<int>(hits->size())));
            show(std::move(*hits));
        });
}

void SearchScreen::show(std::vector<SearchHit> hits)
{
    m_hits = std::move(hits);
    m_list->clear();
    for (const SearchHit &hit : m_hits) {
        const QString force = hit.inForce ? tr("in force") : tr("not in force");
        auto *item = new QTreeWidgetItem(m_list, {dossierTitle(hit.dossier), hit.dossier.number,
                                                  hit.dossier.procedureName, force, shownSnippet(hit.snippet)});
        const Tone tone = hit.inForce ? Tone::Ok : Tone::Neutral;
        item->setIcon(3, icon(toneIconName(tone), toneColor(tone, palette())));
        item->setToolTip(4, shownSnippet(hit.snippet));
        item->setToolTip(2, hit.dossier.procedureName);
    }
}

} // namespace sohoa::ui
