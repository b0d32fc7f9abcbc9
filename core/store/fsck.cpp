// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fsck.h"

#include "core/store/fsck_findings.h"

namespace sohoa {

using namespace Qt::StringLiterals;

QString toString(FsckKind kind)
{
    switch (kind) {
    case FsckKind::MissingFile:
        return u"missing-file"_s;
    case FsckKind::AlteredFile:
        return u"altered-file"_s;
    case FsckKind::ExtraFile:
        return u"extra-file"_s;
    case FsckKind::LeftoverFile:
        return u"leftover-file"_s;
    case FsckKind::DatabaseDamaged:
        return u"database-damaged"_s;
    case FsckKind::DanglingRow:
        return u"dangling-row"_s;
    case FsckKind::BrokenAudit:
        return u"broken-audit"_s;
    case FsckKind::StaleSearch:
        return u"stale-search"_s;
    case FsckKind::BrokenIndex:
        return u"broken-index"_s;
    case FsckKind::BrokenRow:
        return u"broken-row"_s;
    case FsckKind::AlteredSchema:
        return u"altered-schema"_s;
    case FsckKind::WrongState:
        return u"wrong-state"_s;
    case FsckKind::WrongCount:
        return u"wrong-count"_s;
    }
    Q_UNREACHABLE();
}

Result<std::vector<FsckFinding>> fsck(Store &store, FsckMode mode)
{
    Inspection inspection(store, mode);
    if (auto done = inspectDatabase(inspection); !done)
        return fail(std::move(done).error());
    const bool sound = inspection.isSound();
    for (const auto inspect : {inspectRows, inspectSearch, inspectFiles}) {
        auto done = inspect(inspection);
        if (!done && sound)
            return fail(std::move(done).error());
        // What is damaged or altered cannot be asked everything: that is told, and the rest is looked at.
        if (!done)
            inspection.found(FsckKind::DatabaseDamaged, u"sohoa.db"_s, logLine(done.error()));
    }
    return inspection.takeFindings();
}

} // namespace sohoa
