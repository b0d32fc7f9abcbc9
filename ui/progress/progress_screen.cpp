// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/progress_screen.h"

#include "core/base/durable_file.h"
#include "ui/models/delegates.h"
#include "ui/progress/day_chart.h"
#include "ui/progress/report_pdf.h"
#include "ui/shell/desk.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int figuresDelayMs = 400;
constexpr int paceDays = 14;
constexpr int quotaColumn = 6;
constexpr int tableWidth = 620;

enum Span { Today, SevenDays, ThirtyDays, Everything };

/// Before any dossier of any campaign.
const QDate beginning(2020, 1, 1);

} // namespace

struct ProgressScreen::Figures {
    Report report;
    Report days;     ///< The same span by day.
    Report lastDays; ///< What the pace comes from.
    Report todays;   ///< Today by person.
    StandingCounts standing;
    Campaign campaign;
};

ProgressScreen::ProgressScreen(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_bar(new QProgressBar)
    , m_campaign(makeLabel({}, "dim"))
    , m_enterTarget(new QPushButton(tr("Enter the target…")))
    , m_span(new QComboBox)
    , m_by(new QComboBox)
    , m_table(new QTreeWidget)
    , m_remark(makeLabel({}, "dim"))
    , m_chart(new DayChart)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(12);
    layout->addWidget(makeHead());
    auto *below = new QHBoxLayout;
    below->setSpacing(12);
    below->addWidget(makeTable(), 3);
    below->addWidget(makeChart(), 2);
    layout->addLayout(below, 1);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(figuresDelayMs);
    connect(&m_refresh, &QTimer::timeout, this, &ProgressScreen::refresh);
    const auto later = [this] {
        if (isVisible() && !m_refresh.isActive())
            m_refresh.start();
    };
    connect(&desk.engine(), &Engine::opened, this, later);
    connect(&desk.engine(), &Engine::dossiersChanged, this, later);
    connect(&desk.engine(), &Engine::outboxChanged, this, later);
}

QWidget *ProgressScreen::makeHead()
{
    auto *card = new QFrame;
    setRole(card, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(18, 8, 18, 12);
    layout->setSpacing(8);
    auto *figures = new QHBoxLayout;
    const std::pair<QString, QString> titles[] = {{u"percent"_s, tr("of the valid dossiers")},
                                                  {u"accepted"_s, tr("accepted")},
                                                  {u"way"_s, tr("on the way")},
                                                  {u"ready"_s, tr("ready to send")},
                                                  {u"today"_s, tr("finished today")},
                                                  {u"pace"_s, tr("a working day")},
                                                  {u"reached"_s, tr("target reached")}};
    for (const auto &[key, title] : titles) {
        auto *one = new QVBoxLayout;
        one->setSpacing(0);
        auto *number = makeLabel(u"–"_s, "figure");
        number->setObjectName(u"progress_"_s + key);
        auto *words = makeLabel(title, "small");
        words->setBuddy(number);
        one->addWidget(number);
        one->addWidget(words);
        figures->addLayout(one, 1);
        m_numbers.insert(key, number);
    }
    layout->addLayout(figures);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    m_bar->setAccessibleName(tr("Share of the target"));
    layout->addWidget(m_bar);
    auto *words = new QHBoxLayout;
    m_campaign->setObjectName(u"campaign"_s);
    words->addWidget(m_campaign, 1);
    m_enterTarget->setObjectName(u"enterTarget"_s);
    setRole(m_enterTarget, "link");
    words->addWidget(m_enterTarget);
    connect(m_enterTarget, &QPushButton::clicked, this, &ProgressScreen::settingsWanted);
    layout->addLayout(words);
    return card;
}

QWidget *ProgressScreen::makeTable()
{
    auto *card = new QFrame;
    setRole(card, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(8);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(8);
    m_span->addItem(tr("Today"), Today);
    m_span->addItem(tr("Last 7 days"), SevenDays);
    m_span->addItem(tr("Last 30 days"), ThirtyDays);
    m_span->addItem(tr("From the beginning"), Everything);
    m_span->setCurrentIndex(1);
    m_span->setObjectName(u"reportSpan"_s);
    m_span->setAccessibleName(tr("Days"));
    for (const ReportBy by :
         {ReportBy::User, ReportBy::Day, ReportBy::Procedure, ReportBy::Batch, ReportBy::Agency})
        m_by->addItem(reportByName(by), static_cast<int>(by));
    m_by->setObjectName(u"reportBy"_s);
    auto *by = new QLabel(tr("&by"));
    by->setBuddy(m_by);
    choices->addWidget(m_span);
    choices->addWidget(by);
    choices->addWidget(m_by);
    choices->addStretch(1);
    for (const QString &format : {u"pdf"_s, u"csv"_s, u"json"_s}) {
        auto *button = new QPushButton(format.toUpper());
        button->setObjectName(u"save_"_s + format);
        button->setAccessibleName(tr("Save the report as %1").arg(format.toUpper()));
        button->setToolTip(button->accessibleName());
        button->setIcon(icon(u"document-save"_s));
        connect(button, &QPushButton::clicked, this, [this, format] { save(format); });
        choices->addWidget(button);
    }
    layout->addLayout(choices);
    connect(m_span, &QComboBox::currentIndexChanged, this, &ProgressScreen::refresh);
    connect(m_by, &QComboBox::currentIndexChanged, this, &ProgressScreen::refresh);

    m_table->setObjectName(u"report"_s);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setAccessibleName(tr("Figures"));
    m_table->setColumnCount(quotaColumn + 1);
    m_table->header()->setStretchLastSection(false);
    layout->addWidget(m_table, 1);
    m_remark->setWordWrap(true);
    layout->addWidget(m_remark);
    return card;
}

QWidget *ProgressScreen::makeChart()
{
    auto *card = new QFrame;
    setRole(card, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(14, 12, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(makeLabel(tr("Finished by day"), "heading"));
    layout->addWidget(m_chart, 1);
    return card;
}

QDate ProgressScreen::today() const
{
    return Instant{QDateTime::currentMSecsSinceEpoch()}.vietnamDate();
}

QDate ProgressScreen::from() const
{
    switch (static_cast<Span>(m_span->currentData().toInt())) {
    case Today:
        return today();
    case SevenDays:
        return today().addDays(-6);
    case ThirtyDays:
        return today().addDays(-29);
    case Everything:
        break;
    }
    return beginning;
}

Result<ProgressScreen::Figures> ProgressScreen::readFigures(Station &station, const QDate &from, const QDate &to,
                                                            ReportBy by)
{
    Figures figures;
    const auto take = [&station](Report &into, const QDate &first, const QDate &last,
                                 ReportBy lines) -> Result<void> {
        auto report = station.report(first, last, lines);
        if (!report)
            return fail(report.error());
        into = std::move(*report);
        return {};
    };
    for (const auto &read : {take(figures.report, from, to, by), take(figures.days, from, to, ReportBy::Day),
                             take(figures.lastDays, to.addDays(1 - paceDays), to, ReportBy::Day),
                             take(figures.todays, to, to, ReportBy::User)})
        if (!read)
            return fail(read.error());
    const auto standing = station.standing();
    if (!standing)
        return fail(standing.error());
    const auto campaign = station.campaign();
    if (!campaign)
        return fail(campaign.error());
    figures.standing = *standing;
    figures.campaign = *campaign;
    return figures;
}

void ProgressScreen::refresh()
{
    const auto by = static_cast<ReportBy>(m_by->currentData().toInt());
    m_desk.engine().ask(
        this,
        [first = from(), last = today(), by](Station &station) { return readFigures(station, first, last, by); },
        [this](const Result<Figures> &figures) {
            if (figures)
                show(*figures);
            else
                m_desk.report(figures.error());
        });
}

void ProgressScreen::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_desk.engine().isOpen())
        refresh();
}

void ProgressScreen::focusTable()
{
    m_table->setFocus();
}

void ProgressScreen::show(const Figures &figures)
{
    m_report = figures.report;
    m_forecast = forecast(figures.campaign, figures.standing, figures.lastDays, figures.report.to);
    showCampaign(figures);
    showTable(figures);
    Report days = figures.days;
    if (days.from == beginning)
        days.from = days.lines.empty() ? days.to : QDate::fromString(days.lines.front().key, Qt::ISODate);
    m_chart->show(days, figures.campaign.quotaADay);
}

void ProgressScreen::showCampaign(const Figures &figures)
{
    const Forecast &now = *m_forecast;
    const auto set = [this](const QString &key, const QString &text) { m_numbers.value(key)->setText(text); };
    const QLocale locale;
    set(u"accepted"_s, locale.toString(figures.standing.accepted));
    set(u"way"_s, locale.toString(figures.standing.onTheWay));
    set(u"ready"_s, locale.toString(figures.standing.approved));
    set(u"today"_s, locale.toString(figures.todays.total.finished()));
    set(u"pace"_s, now.pace > 0 ? locale.toString(qRound(now.pace)) : u"–"_s);
    set(u"percent"_s, now.percent ? u"%1 %"_s.arg(locale.toString(*now.percent, 'f', 1)) : u"–"_s);
    set(u"reached"_s, now.reachedOn ? now.reachedOn->toString(u"dd/MM/yyyy"_s) : u"–"_s);
    m_bar->setValue(now.wanted && *now.wanted > 0 ? std::min(1000, 1000 * now.accepted / *now.wanted) : 0);
    m_enterTarget->setVisible(!now.wanted);
    if (!now.wanted) {
        m_campaign->setText(tr("Enter how many valid dossiers there are, to see the share and a forecast."));
        return;
    }
    QString words = tr("Target: %1 % of %2 valid dossiers, that is %3.")
                        .arg(locale.toString(figures.campaign.targetPercent))
                        .arg(locale.toString(*figures.campaign.wholeNumber()))
                        .arg(locale.toString(*now.wanted));
    if (now.paceWanted)
        words += u' ' + tr("%1 a day are needed until %2.")
                            .arg(locale.toString(qCeil(*now.paceWanted)))
                            .arg(figures.campaign.deadline->toString(u"dd/MM/yyyy"_s));
    else if (now.daysLeft)
        words += u' ' + tr("The deadline is over.");
    m_campaign->setText(words);
}

void ProgressScreen::showTable(const Figures &figures)
{
    const Report &report = figures.report;
    const bool quota = report.by == ReportBy::User && report.from == report.to;
    m_table->setHeaderLabels({reportByName(report.by), tr("Accepted"), tr("On the way"), tr("Ready"),
                              tr("Rejected"), tr("Pages"), tr("Quota")});
    m_table->clear();
    const QLocale locale;
    const auto add = [&](const QString &name, const ReportFigures &line) {
        QStringList cells{name};
        for (const int number : {line.accepted, line.onTheWay, line.ready, line.rejected, line.pages})
            cells.append(locale.toString(number));
        auto *item = new QTreeWidgetItem(m_table, cells);
        item->setToolTip(0, name);
        for (int column = 1; column <= quotaColumn; ++column)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        return item;
    };
    for (const ReportLine &line : report.lines) {
        auto *item = add(lineName(report, line), line.figures);
        if (!quota)
            continue;
        const bool met = line.figures.accepted >= figures.campaign.quotaADay;
        item->setText(quotaColumn, u"%1/%2"_s.arg(line.figures.accepted).arg(figures.campaign.quotaADay));
        const Tone tone = met ? Tone::Ok : Tone::Neutral;
        item->setIcon(quotaColumn, icon(met ? u"sign-ok"_s : u"sign-wait"_s, toneColor(tone, palette())));
    }
    auto *total = add(tr("Total"), report.total);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    for (int column = 0; column < quotaColumn; ++column)
        total->setFont(column, bold);
    m_table->setColumnHidden(quotaColumn, !quota);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column <= quotaColumn; ++column)
        m_table->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    for (int column = 1; column <= quotaColumn; ++column)
        m_table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);

    QStringList remarks;
    if (report.secondsADossier)
        remarks.append(tr("Usual time a dossier: %1.").arg(durationText(*report.secondsADossier)));
    const int answered = report.total.accepted + report.total.rejected;
    if (answered > 0)
        remarks.append(
            tr("%1 % rejected.").arg(locale.toString(100.0 * report.total.rejected / answered, 'f', 1)));
    if (report.reopened > 0)
        remarks.append(tr("%n dossier(s) taken up again.", nullptr, report.reopened));
    remarks.append(tr("Only what the repository has accepted counts towards the quota."));
    m_remark->setText(remarks.join(u' '));
}

void ProgressScreen::save(const QString &format)
{
    if (!m_report)
        return;
    const QString name = tr("report").replace(u' ', u'-') + m_report->from.toString(u"-yyyyMMdd"_s) +
                         m_report->to.toString(u"-yyyyMMdd."_s) + format;
    m_desk.asker().saveFile(this, name, [this, format, report = *m_report](const QString &path) {
        QByteArray bytes;
        if (format == u"pdf") {
            const StationConfig &config = m_desk.engine().config();
            bytes = reportToPdf(report, {config.agency, config.actor, today(), m_forecast});
        } else {
            bytes = format == u"csv" ? reportToCsv(report) : reportToJson(report);
        }
        if (const auto written = writeDurably(path, bytes); !written)
            m_desk.report(written.error());
    });
}

} // namespace sohoa::ui
