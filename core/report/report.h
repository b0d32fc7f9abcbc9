// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/report_repository.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

/// What the lines of a report stand for.
enum class ReportBy { User, Day, Procedure, Batch, Agency };

QString toString(ReportBy by); ///< "user", "day", "procedure", "batch", "agency".
std::optional<ReportBy> reportByFromString(const QString &text);

/// Dossiers, each in exactly one of the four. `accepted` alone counts towards a quota; what is ready or on the way
/// stands beside it and is never added.
struct ReportFigures {
    int accepted = 0;
    int onTheWay = 0; ///< Queued or sent.
    int ready = 0;    ///< Approved.
    int rejected = 0;
    int pages = 0; ///< Of all of them.

    int finished() const { return accepted + onTheWay + ready + rejected; }
    friend bool operator==(const ReportFigures &, const ReportFigures &) = default;
};

struct ReportLine {
    QString key;  ///< User name, ISO day, procedure code, batch or agency; empty: not known.
    QString name; ///< For people: the procedure's name; else the key.
    ReportFigures figures;
};

/// The figures of a span of days. A dossier belongs to the day and person of its last approval.
struct Report {
    QDate from;
    QDate to; ///< The last day counted.
    ReportBy by = ReportBy::User;
    std::vector<ReportLine> lines; ///< Days in order; all else by what was finished, most first.
    ReportFigures total;
    int reopened = 0; ///< Dossiers that had to be taken up again.
    /// The usual time from one finished dossier to the next of the same person, seconds; a pause of more than
    /// half an hour is no work on a dossier. Nothing when too few were finished to say.
    std::optional<int> secondsADossier;
};

/// Days are Vietnam's. ValueInvalid (args: field "to") when `to` is before `from`; the store's errors.
Result<Report> makeReport(ReportRepository work, const QDate &from, const QDate &to, ReportBy by);

/// RFC 4180 with a line of totals, UTF-8 with a byte order mark (spreadsheets guess wrong without it). Cells that
/// a spreadsheet would take for a formula are disarmed.
QByteArray reportToCsv(const Report &report);
QByteArray reportToJson(const Report &report);

} // namespace sohoa
