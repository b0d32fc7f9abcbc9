// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fsck_findings.h"
#include "core/store/packing.h"

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// A contradiction, as a query: the place, and what is wrong there.
struct Contradiction {
    FsckKind kind;
    const char *sql;
};

constexpr Contradiction contradictions[] = {
    {FsckKind::DanglingRow,
     "SELECT 'dossier:' || id, 'is ' || state || ', but its package is not in the outbox' FROM dossier"
     " WHERE state IN ('sent', 'accepted', 'rejected')"
     " AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.package_id = dossier.package_id)"},
    {FsckKind::DanglingRow,
     "SELECT 'document:' || d.id, 'holds page ' || p.id || ' of another dossier' FROM document_page dp"
     " JOIN document d ON d.id = dp.document_id JOIN page p ON p.id = dp.page_id"
     " WHERE p.dossier_id IS NOT d.dossier_id"},
    {FsckKind::WrongState,
     "SELECT 'dossier:' || d.id, 'is ' || d.state || ', but its receipt says ' || o.receipt_status"
     " FROM dossier d JOIN outbox o ON o.package_id = d.package_id"
     " WHERE o.receipt_status IN ('accepted', 'rejected') AND d.state <> o.receipt_status"},
    {FsckKind::WrongState,
     "SELECT 'dossier:' || d.id, 'is ' || d.state || ', but nothing says that the target has it' FROM dossier d"
     " WHERE d.state IN ('sent', 'accepted', 'rejected')"
     " AND EXISTS (SELECT 1 FROM outbox o WHERE o.package_id = d.package_id)"
     " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.package_id = d.package_id AND o.sent_at IS NOT NULL)"},
    {FsckKind::WrongState,
     "SELECT 'dossier:' || d.id, 'is ' || d.state || ', but the trail says ' || coalesce(a.state, 'nothing')"
     " FROM dossier d LEFT JOIN (SELECT target, iif(json_valid(after), json_extract(after, '$.state'), NULL) AS "
     "state,"
     " max(sequence) FROM audit"
     " WHERE what IN ('dossier.create', 'dossier.state') GROUP BY target) a ON a.target = d.id"
     " WHERE a.state IS NOT d.state"},
    {FsckKind::WrongState,
     "SELECT 'batch:' || b.id, 'is ' || b.state || ', but the trail says ' || coalesce(a.state, 'nothing')"
     " FROM batch b LEFT JOIN (SELECT target, iif(json_valid(after), json_extract(after, '$.state'), NULL) AS "
     "state,"
     " max(sequence) FROM audit"
     " WHERE what IN ('batch.create', 'batch.state') GROUP BY target) a ON a.target = b.id"
     " WHERE a.state IS NOT b.state"},
    {FsckKind::WrongState,
     "SELECT 'batch:' || b.id, 'is synced, but not all of its dossiers are accepted' FROM batch b"
     " WHERE b.state = 'synced' AND EXISTS"
     " (SELECT 1 FROM dossier d WHERE d.batch_id = b.id AND d.state <> 'accepted')"},
    {FsckKind::WrongState, "SELECT 'dossier:' || id, 'is ' || state || ', but its approval is '"
                           " || iif(approved_at IS NULL, 'not noted', 'noted') FROM dossier"
                           " WHERE (approved_at IS NULL) <> (state IN ('draft', 'review'))"},
};

Result<void> checkReferences(Inspection &inspection)
{
    return inspection.database().query("PRAGMA foreign_key_check", {}, [&](const SqlRow &row) {
        inspection.found(FsckKind::DanglingRow, row.text(0) + u':' + row.text(1),
                         u"names a missing "_s + row.text(2));
    });
}

Result<void> checkContradictions(Inspection &inspection)
{
    for (const Contradiction &contradiction : contradictions) {
        auto read = inspection.database().query(contradiction.sql, {}, [&](const SqlRow &row) {
            inspection.found(contradiction.kind, row.text(0), row.text(1));
        });
        if (!read)
            return read;
    }
    return {};
}

Result<void> checkAudit(Inspection &inspection)
{
    const auto broken = inspection.store().audit().verify();
    if (!broken)
        return fail(broken.error());
    if (*broken)
        inspection.found(FsckKind::BrokenAudit, u"audit:%1"_s.arg(**broken),
                         u"the chain does not hold from here on"_s);
    return {};
}

constexpr const char *countedTallies =
    "SELECT batch_id, 'page' AS what, count(*) AS number FROM page GROUP BY batch_id"
    " UNION ALL SELECT batch_id, state, count(*) FROM dossier GROUP BY batch_id, state";

Result<void> checkTallies(Inspection &inspection)
{
    const QByteArray counted(countedTallies);
    const QByteArray sql = "SELECT c.batch_id, c.what, c.number, coalesce(t.number, 0) FROM (" + counted +
                           ") c LEFT JOIN tally t USING (batch_id, what) WHERE c.number <> coalesce(t.number, 0)"
                           " UNION ALL SELECT t.batch_id, t.what, 0, t.number FROM tally t WHERE t.number > 0"
                           " AND NOT EXISTS (SELECT 1 FROM (" +
                           counted + ") c WHERE c.batch_id = t.batch_id AND c.what = t.what)";
    struct Wrong {
        QString place;
        QString what;
    };
    std::vector<Wrong> wrong;
    auto read = inspection.database().query(sql.constData(), {}, [&](const SqlRow &row) {
        wrong.push_back({u"tally:"_s + row.text(0) + u':' + row.text(1),
                         u"says %1, there are %2"_s.arg(row.integer(3)).arg(row.integer(2))});
    });
    if (read && !wrong.empty() && inspection.repairs())
        read = inspection.database().transaction([&]() -> Result<void> {
            const QByteArray mend = "DELETE FROM tally; INSERT INTO tally " + counted + ";";
            return inspection.database().executeScript(mend.constData());
        });
    if (!read)
        return read;
    for (const Wrong &each : wrong)
        inspection.found(FsckKind::WrongCount, each.place, each.what, inspection.repairs());
    return {};
}

Result<void> checkReadings(Inspection &inspection)
{
    return inspection.database().query(
        "SELECT id, facts, text, reading_words FROM page WHERE reading_facts IS NOT NULL", {},
        [&](const SqlRow &row) {
            const auto text = unpackText(row.blob(2));
            const bool sound = unpackBytes(row.blob(1)) && text && unpackWords(row.blob(3), *text);
            if (!sound)
                inspection.found(FsckKind::BrokenRow, u"page:"_s + row.text(0), u"its reading cannot be read"_s);
        });
}

} // namespace

Result<void> inspectRows(Inspection &inspection)
{
    for (const auto check : {checkReferences, checkContradictions, checkAudit, checkTallies, checkReadings})
        if (auto done = check(inspection); !done)
            return done;
    return {};
}

Result<void> inspectSearch(Inspection &inspection)
{
    SearchIndex search = inspection.store().search();
    if (const auto checked = search.check(); !checked) {
        if (checked.error().code != ErrorCode::StoreCorrupt)
            return checked;
        if (inspection.repairs())
            if (auto rebuilt = search.rebuild(); !rebuilt)
                return rebuilt;
        inspection.found(FsckKind::StaleSearch, u"search"_s, checked.error().detail, inspection.repairs());
    }
    std::vector<DossierId> missing;
    auto read = inspection.database().query(
        "SELECT id FROM dossier WHERE state <> 'draft'"
        " AND NOT EXISTS (SELECT 1 FROM search_text WHERE search_text.dossier_id = dossier.id)",
        {}, [&](const SqlRow &row) { missing.push_back(row.id<DossierId>(0)); });
    if (!read)
        return read;
    for (const DossierId &id : missing) {
        bool mended = false;
        const auto dossier = inspection.store().dossiers().find(id);
        const auto pages = inspection.store().pages().ofDossier(id);
        if (inspection.repairs() && dossier && pages) {
            if (auto indexed = search.update(id, searchTextOf(*dossier, *pages)); !indexed)
                return indexed;
            mended = true;
        }
        inspection.found(FsckKind::StaleSearch, u"dossier:"_s + id.toString(), u"cannot be searched"_s, mended);
    }
    return {};
}

} // namespace sohoa
