// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QWidget>

class QChartView;

namespace sohoa::ui {

/// Finished dossiers by day as stacked bars, with a line for the quota of one person. The same figures stand in
/// the table beside it, for those who cannot see bars.
class DayChart final : public QWidget {
    Q_OBJECT
public:
    explicit DayChart(QWidget *parent = nullptr);

    /// A report by day; days without work in its span are shown empty.
    void show(const Report &days, int quota);

private:
    QChartView *m_view;
};

} // namespace sohoa::ui
