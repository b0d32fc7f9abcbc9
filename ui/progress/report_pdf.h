// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/campaign.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace sohoa::ui {

/// What the heading of a report says beside its figures.
struct ReportHeading {
    QString agency; ///< Printed name; empty: a dotted line to fill in.
    QString author;
    QDate day; ///< On which it is written.
    std::optional<Forecast> forecast;
};

/// The report on A4 as office documents are laid out (Decree 30/2020: margins, two-column heading, place and date,
/// signature), in the present language: the bytes of a PDF. Needs a QGuiApplication.
QByteArray reportToPdf(const Report &report, const ReportHeading &heading);

/// "Người dùng", "Ngày" …: what the lines of the report stand for.
QString reportByName(ReportBy by);
/// The key of a line as people read it: days as dd/mm/yyyy, the unknown in words.
QString lineName(const Report &report, const ReportLine &line);
/// "3 min 20 s"
QString durationText(int seconds);

} // namespace sohoa::ui
