// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<ReportBy, QLatin1String>, 5> names{
    {{ReportBy::User, QLatin1String("user")},
     {ReportBy::Day, QLatin1String("day")},
     {ReportBy::Procedure, QLatin1String("procedure")},
     {ReportBy::Batch, QLatin1String("batch")},
     {ReportBy::Agency, QLatin1String("agency")}}};

constexpr qint64 longestWorkMs = 30 * 60 * 1000; ///< A longer gap is a pause, not a dossier.
constexpr size_t fewestGaps = 3;                 ///< Below that a median says nothing.
constexpr int vietnamOffset = 7 * 3600;

Instant beginOf(const QDate &day)
{
    return {QDateTime(day, QTime(0, 0), QTimeZone(vietnamOffset)).toMSecsSinceEpoch()};
}

QString keyOf(const WorkRow &row, ReportBy by)
{
    switch (by) {
    case ReportBy::User:
        return row.user;
    case ReportBy::Day:
        return row.approvedAt.vietnamDate().toString(Qt::ISODate);
    case ReportBy::Procedure:
        return row.procedureCode;
    case ReportBy::Batch:
        return row.batch;
    case ReportBy::Agency:
        return row.agency;
    }
    Q_UNREACHABLE();
}

void count(ReportFigures &figures, const WorkRow &row)
{
    figures.pages += row.pages;
    switch (row.state) {
    case DossierState::Accepted:
        ++figures.accepted;
        break;
    case DossierState::Queued:
    case DossierState::Sent:
        ++figures.onTheWay;
        break;
    case DossierState::Rejected:
        ++figures.rejected;
        break;
    case DossierState::Approved:
    case DossierState::Review:
    case DossierState::Draft:
        ++figures.ready;
        break;
    }
}

/// Gaps between one person's dossiers, pauses left out.
class WorkGaps {
public:
    void add(const WorkRow &row)
    {
        qint64 &last = m_last[row.user];
        const qint64 gap = row.approvedAt.msecs - std::exchange(last, row.approvedAt.msecs);
        if (gap > 0 && gap <= longestWorkMs)
            m_gaps.push_back(gap);
    }
    std::optional<int> medianSeconds()
    {
        if (m_gaps.size() < fewestGaps)
            return std::nullopt;
        const auto middle = m_gaps.begin() + static_cast<std::ptrdiff_t>(m_gaps.size() / 2);
        std::nth_element(m_gaps.begin(), middle, m_gaps.end());
        return static_cast<int>(*middle / 1000);
    }

private:
    QHash<QString, qint64> m_last;
    std::vector<qint64> m_gaps;
};

} // namespace

QString toString(ReportBy by)
{
    return std::ranges::find(names, by, &std::pair<ReportBy, QLatin1String>::first)->second;
}

std::optional<ReportBy> reportByFromString(const QString &text)
{
    const auto found = std::ranges::find(names, text, &std::pair<ReportBy, QLatin1String>::second);
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

Result<Report> makeReport(ReportRepository work, const QDate &from, const QDate &to, ReportBy by)
{
    if (!from.isValid() || !to.isValid() || to < from)
        return fail(ErrorCode::ValueInvalid, u"report"_s,
                    {{u"field"_s, u"to"_s}, {u"value"_s, to.toString(Qt::ISODate)}});
    Report report;
    report.from = from;
    report.to = to;
    report.by = by;
    QHash<QString, size_t> places;
    WorkGaps gaps;
    const Instant begin = beginOf(from);
    const Instant end = beginOf(to.addDays(1));
    auto read = work.eachFinished(begin, end, [&](const WorkRow &row) {
        const QString key = keyOf(row, by);
        auto place = places.find(key);
        if (place == places.end()) {
            place = places.insert(key, report.lines.size());
            report.lines.push_back({key, by == ReportBy::Procedure ? row.procedureName : key, {}});
        }
        count(report.lines[*place].figures, row);
        count(report.total, row);
        gaps.add(row);
    });
    if (!read)
        return fail(std::move(read).error());
    const auto reopened = work.reopened(begin, end);
    if (!reopened)
        return fail(reopened.error());
    report.reopened = *reopened;
    report.secondsADossier = gaps.medianSeconds();
    if (by != ReportBy::Day) // Days came in order.
        std::ranges::stable_sort(report.lines, [](const ReportLine &one, const ReportLine &other) {
            return std::pair(-one.figures.accepted, -one.figures.finished()) <
                   std::pair(-other.figures.accepted, -other.figures.finished());
        });
    return report;
}

} // namespace sohoa
