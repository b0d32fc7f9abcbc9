// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/dossier.h"

#include <QString>

#include <functional>

namespace sohoa {

class Database;

/// One dossier that was finished at a desk: its last approval, and what has become of it since.
struct WorkRow {
    QString user; ///< Who approved.
    Instant approvedAt;
    DossierState state = DossierState::Approved; ///< Now: approved or further.
    QString procedureCode;
    QString procedureName;
    QString batch;
    QString agency;
    int pages = 0; ///< Without those left out.
};

/// How many dossiers of the store stand where, whenever that was.
struct StandingCounts {
    int accepted = 0;
    int onTheWay = 0; ///< Queued or sent.
    int approved = 0;
    int rejected = 0;
    int inReview = 0;
};

/// What the campaign's figures are made from; only reads. Threads: the Database's.
class ReportRepository {
public:
    explicit ReportRepository(Database &database)
        : m_database(database)
    {
    }

    /// Each dossier once, by its last approval, when that falls in `from` ≤ t < `to`; oldest first, row by row, so
    /// that memory stays flat however long the span. One that was reopened and not approved again is not there.
    Result<void> eachFinished(Instant from, Instant to, const std::function<void(const WorkRow &)> &take);
    /// How often an approved or rejected dossier was reopened in that span: work done twice.
    Result<int> reopened(Instant from, Instant to);
    Result<StandingCounts> standing();

private:
    Database &m_database;
};

} // namespace sohoa
