// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/stack_repository.h"

#include "core/store/audit_trail.h"
#include "core/store/database.h"

#include <QByteArray>
#include <QJsonObject>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

StackRun runOf(const SqlRow &row)
{
    StackRun run;
    run.id = row.id<StackRunId>(0);
    run.batch = row.id<BatchId>(1);
    run.dossier = row.optionalId<DossierId>(2);
    run.device = row.text(3);
    run.state = row.demand(stackStateFromString(row.text(4)), 4);
    run.duplex = row.flag(5);
    run.twoPass = row.flag(6);
    run.backOrder = row.demand(passOrderFromString(row.text(7)), 7);
    run.pass = row.number(8);
    run.nextSheet = row.number(9);
    run.ledger.fed = row.number(10);
    run.ledger.scanned = row.number(11);
    run.ledger.expected = row.optionalNumber(12);
    if (const auto code = row.optionalNumber(13))
        run.error = static_cast<ErrorCode>(*code);
    run.startedAt = row.instant(14);
    run.ledger.stored = row.number(15);
    return run;
}

StackSide sideOf(const SqlRow &row)
{
    return {row.id<PageId>(0), row.number(1), row.number(2), row.flag(3), row.blob(4), row.text(5)};
}

std::optional<int> numberOf(const std::optional<ErrorCode> &code)
{
    return code ? std::optional(static_cast<int>(*code)) : std::nullopt;
}

constexpr auto runColumns =
    "SELECT id, batch_id, dossier_id, device, state, duplex, two_pass, back_order, pass, next_sheet, fed, scanned,"
    " expected, error_code, started_at, (SELECT count(*) FROM stack_side WHERE run_id = stack_run.id)"
    " FROM stack_run ";

QByteArray runsWhere(const char *condition)
{
    return QByteArray(runColumns).append("WHERE ").append(condition);
}

} // namespace

Result<void> StackRepository::create(const StackRun &run)
{
    auto inserted = m_database.execute(
        "INSERT INTO stack_run (id, batch_id, dossier_id, device, state, duplex, two_pass, back_order, pass,"
        " next_sheet, fed, scanned, expected, error_code, started_at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        {run.id, run.batch, run.dossier, run.device, toString(run.state), run.duplex, run.twoPass,
         toString(run.backOrder), run.pass, run.nextSheet, run.ledger.fed, run.ledger.scanned, run.ledger.expected,
         numberOf(run.error), run.startedAt});
    return inserted ? Result<void>() : fail(std::move(inserted).error());
}

Result<void> StackRepository::update(const StackRun &run)
{
    return m_database.transaction([&]() -> Result<void> {
        auto updated = m_database.execute(
            "UPDATE stack_run SET dossier_id = ?2, state = ?3, duplex = ?4, pass = ?5, next_sheet = ?6, fed = ?7,"
            " scanned = ?8, expected = ?9, error_code = ?10, back_order = ?11 WHERE id = ?1",
            {run.id, run.dossier, toString(run.state), run.duplex, run.pass, run.nextSheet, run.ledger.fed,
             run.ledger.scanned, run.ledger.expected, numberOf(run.error), toString(run.backOrder)});
        if (!updated)
            return fail(std::move(updated).error());
        if (run.isOpen())
            return {};
        auto forgotten = m_database.execute("UPDATE stack_side SET print = NULL WHERE run_id = ?1", {run.id});
        return forgotten ? Result<void>() : fail(std::move(forgotten).error());
    });
}

Result<StackRun> StackRepository::find(const StackRunId &id)
{
    std::optional<StackRun> run;
    static const QByteArray sql = runsWhere("id = ?1");
    auto found = m_database.query(sql.constData(), {id}, [&](const SqlRow &row) { run = runOf(row); });
    if (!found)
        return fail(std::move(found).error());
    if (!run)
        return fail(ErrorCode::NotFound, u"stack"_s, {{u"what"_s, u"stack"_s}, {u"id"_s, id.toString()}});
    return *std::move(run);
}

Result<std::vector<StackRun>> StackRepository::read(const char *sql, const BatchId &batch)
{
    std::vector<StackRun> runs;
    auto found = m_database.query(sql, {batch}, [&](const SqlRow &row) { runs.push_back(runOf(row)); });
    if (!found)
        return fail(std::move(found).error());
    return runs;
}

Result<std::vector<StackRun>> StackRepository::ofBatch(const BatchId &batch)
{
    static const QByteArray sql = runsWhere("batch_id = ?1 ORDER BY started_at, id");
    return read(sql.constData(), batch);
}

Result<std::optional<StackRun>> StackRepository::openOf(const BatchId &batch)
{
    static const QByteArray sql =
        runsWhere("batch_id = ?1 AND state <> 'done' ORDER BY started_at DESC, id DESC LIMIT 1");
    auto runs = read(sql.constData(), batch);
    if (!runs)
        return fail(std::move(runs).error());
    return runs->empty() ? std::nullopt : std::optional(std::move(runs->front()));
}

Result<void> StackRepository::giveUp(const BatchId &batch)
{
    const auto runs = ofBatch(batch);
    if (!runs)
        return fail(runs.error());
    for (StackRun run : *runs) {
        if (!run.isOpen())
            continue;
        run.state = StackState::Done;
        if (auto updated = update(run); !updated)
            return updated;
    }
    return {};
}

Result<void> StackRepository::addSide(const StackRunId &run, const StackSide &side)
{
    auto inserted = m_database.execute(
        "INSERT INTO stack_side (page_id, run_id, pass, sheet, back, print) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        {side.page, run, side.pass, side.sheet, side.back, side.print});
    if (!inserted)
        return fail(std::move(inserted).error());
    // Sheets that lie deeper in the tray than anybody reaches are not compared with.
    constexpr int sheetsRemembered = 8;
    inserted =
        m_database.execute("UPDATE stack_side SET print = NULL WHERE run_id = ?1 AND pass = ?2 AND sheet = ?3",
                           {run, side.pass, side.sheet - sheetsRemembered});
    return inserted ? Result<void>() : fail(std::move(inserted).error());
}

Result<void> StackRepository::removeSide(const PageId &page)
{
    auto removed = m_database.execute("DELETE FROM stack_side WHERE page_id = ?1", {page});
    return removed ? Result<void>() : fail(std::move(removed).error());
}

Result<std::vector<StackSide>> StackRepository::lastSides(const StackRunId &run, int pass, int count)
{
    std::vector<StackSide> sides;
    auto found = m_database.query(
        "SELECT page_id, pass, sheet, back, coalesce(print, x''), master_sha256 FROM stack_side"
        " JOIN page ON page.id = page_id WHERE run_id = ?1 AND pass = ?2 ORDER BY page.sequence DESC LIMIT ?3",
        {run, pass, count}, [&](const SqlRow &row) { sides.push_back(sideOf(row)); });
    if (!found)
        return fail(std::move(found).error());
    std::ranges::reverse(sides);
    return sides;
}

Result<std::vector<StackSide>> StackRepository::sidesOfPass(const StackRunId &run, int pass)
{
    std::vector<StackSide> sides;
    auto found =
        m_database.query("SELECT page_id, pass, sheet, back, coalesce(print, x''), master_sha256 FROM stack_side"
                         " JOIN page ON page.id = page_id WHERE run_id = ?1 AND pass = ?2 ORDER BY page.sequence",
                         {run, pass}, [&](const SqlRow &row) { sides.push_back(sideOf(row)); });
    if (!found)
        return fail(std::move(found).error());
    return sides;
}

Result<void> StackRepository::arrange(const std::vector<PageId> &pages)
{
    return m_database.transaction([&]() -> Result<void> {
        std::vector<int> places;
        int last = 0;
        for (const PageId &page : pages) {
            auto found = m_database.query("SELECT sequence, (SELECT max(sequence) FROM page AS other"
                                          " WHERE other.batch_id = page.batch_id) FROM page WHERE id = ?1",
                                          {page}, [&](const SqlRow &row) {
                                              places.push_back(row.number(0));
                                              last = row.number(1);
                                          });
            if (!found)
                return found;
        }
        std::ranges::sort(places);
        // By way of places that nobody has: no two pages of a batch may stand in one place, not even for a moment.
        for (const bool final : {false, true}) {
            for (size_t i = 0; i < pages.size(); ++i) {
                const int place = final ? places.at(i) : last + 1 + static_cast<int>(i);
                auto moved = m_database.execute("UPDATE page SET sequence = ?2 WHERE id = ?1", {pages[i], place});
                if (!moved)
                    return fail(std::move(moved).error());
            }
        }
        if (pages.empty())
            return {};
        return AuditTrail(m_database)
            .append(m_database.actor(), u"stack.pair"_s, pages.front().toString(), {},
                    {{u"pages"_s, static_cast<int>(pages.size())}});
    });
}

Result<void> StackRepository::rememberFile(const QString &sha256, const QString &name, const BatchId &batch)
{
    auto inserted =
        m_database.execute("INSERT INTO taken_file (sha256, name, batch_id, taken_at) VALUES (?1, ?2, ?3, ?4)",
                           {sha256, name, batch, m_database.now()});
    return inserted ? Result<void>() : fail(std::move(inserted).error());
}

Result<bool> StackRepository::knowsFile(const QString &sha256)
{
    bool known = false;
    auto found = m_database.query("SELECT 1 FROM taken_file WHERE sha256 = ?1", {sha256},
                                  [&](const SqlRow &) { known = true; });
    if (!found)
        return fail(std::move(found).error());
    return known;
}

} // namespace sohoa
