// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/campaign.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace sohoa {
class Station;
}

namespace sohoa::ui {

class DayChart;
class Desk;

/// Tiến độ: how far the campaign is, who did how much, and the report that goes to the district.
class ProgressScreen final : public QWidget {
    Q_OBJECT
public:
    explicit ProgressScreen(Desk &desk, QWidget *parent = nullptr);

    void focusTable();
    /// Reads everything anew; also by itself while the screen is seen and dossiers change.
    void refresh();
    const std::optional<Report> &report() const { return m_report; }

Q_SIGNALS:
    /// The clerk wants to enter the target.
    void settingsWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Figures;
    QWidget *makeHead();
    QWidget *makeTable();
    QWidget *makeChart();
    static Result<Figures> readFigures(Station &station, const QDate &from, const QDate &to, ReportBy by);
    void show(const Figures &figures);
    void showCampaign(const Figures &figures);
    void showTable(const Figures &figures);
    void save(const QString &format);
    QDate today() const;
    QDate from() const;

    Desk &m_desk;
    QHash<QString, QLabel *> m_numbers;
    QProgressBar *m_bar;
    QLabel *m_campaign;
    QPushButton *m_enterTarget;
    QComboBox *m_span;
    QComboBox *m_by;
    QTreeWidget *m_table;
    QLabel *m_remark;
    DayChart *m_chart;
    std::optional<Report> m_report;
    std::optional<Forecast> m_forecast;
    QTimer m_refresh;
};

} // namespace sohoa::ui
