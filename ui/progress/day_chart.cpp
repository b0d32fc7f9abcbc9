// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/day_chart.h"

#include "ui/style/theme.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QHash>
#include <QLegend>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostDays = 31; ///< More bars than that are a hedge; the last ones are shown.
constexpr int fewestUnits = 10;

QBarSet *makeSet(const QString &name, const QColor &color)
{
    auto *set = new QBarSet(name);
    set->setColor(color);
    set->setBorderColor(Qt::transparent);
    return set;
}

void styleAxis(QAbstractAxis *axis, const QPalette &palette, const QFont &font)
{
    axis->setLabelsColor(palette.color(QPalette::Dark));
    axis->setLabelsFont(font);
    axis->setGridLineColor(palette.color(QPalette::Midlight));
    axis->setLinePen(QPen(palette.color(QPalette::Mid)));
}

} // namespace

DayChart::DayChart(QWidget *parent)
    : QWidget(parent)
    , m_view(new QChartView)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setBackgroundBrush(palette().base());
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setAccessibleName(tr("Dossiers by day"));
    m_view->setMinimumHeight(160);
    layout->addWidget(m_view);
}

void DayChart::show(const Report &days, int quota)
{
    auto *chart = new QChart;
    chart->setBackgroundVisible(false);
    chart->setMargins({});
    auto *accepted = makeSet(tr("Accepted"), toneColor(Tone::Ok, palette()));
    auto *onTheWay = makeSet(tr("On the way"), toneColor(Tone::Info, palette()));
    auto *ready = makeSet(tr("Ready"), palette().color(QPalette::Mid));
    QHash<QString, ReportFigures> figures;
    for (const ReportLine &line : days.lines)
        figures.insert(line.key, line.figures);
    const QDate first = std::max(days.from, days.to.addDays(1 - mostDays));
    QStringList names;
    int highest = std::max(fewestUnits, quota);
    for (QDate day = first; day <= days.to; day = day.addDays(1)) {
        const ReportFigures one = figures.value(day.toString(Qt::ISODate));
        *accepted << one.accepted;
        *onTheWay << one.onTheWay;
        *ready << one.ready;
        names.append(day.toString(u"dd/MM"_s));
        highest = std::max(highest, one.finished());
    }
    auto *bars = new QStackedBarSeries;
    bars->append({accepted, onTheWay, ready});
    bars->setBarWidth(0.62);
    chart->addSeries(bars);

    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() - 1);
    auto *across = new QBarCategoryAxis;
    across->append(names);
    styleAxis(across, palette(), font);
    across->setGridLineVisible(false);
    auto *up = new QValueAxis;
    up->setRange(0, highest * 1.1);
    up->applyNiceNumbers();
    up->setLabelFormat(u"%d"_s);
    styleAxis(up, palette(), font);
    chart->addAxis(across, Qt::AlignBottom);
    chart->addAxis(up, Qt::AlignLeft);
    bars->attachAxis(across);
    bars->attachAxis(up);

    auto *line = new QLineSeries;
    line->setName(tr("Quota of one person"));
    line->setPen(QPen(toneColor(Tone::Warn, palette()), 2, Qt::DashLine));
    line->append(-0.5, quota);
    line->append(double(names.size()) - 0.5, quota);
    chart->addSeries(line);
    line->attachAxis(across);
    line->attachAxis(up);

    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setLabelColor(palette().color(QPalette::Text));
    chart->legend()->setFont(font);
    QChart *old = m_view->chart();
    m_view->setChart(chart); // The view takes the new one over and gives the old one back.
    delete old;
}

} // namespace sohoa::ui
