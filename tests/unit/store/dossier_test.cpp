// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/test_store.h"

using namespace sohoa;
using namespace sohoa::test;
using enum DossierState;

namespace {

const std::vector<DossierState> allStates{Draft, Review, Approved, Queued, Sent, Accepted, Rejected};

} // namespace

TEST_CASE("A dossier is read back whole", "[store]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    const std::vector<PageId> pages{store.addPage(batch), store.addPage(batch)};
    const Dossier dossier = store.newDossier(batch, pages);
    REQUIRE_OK(store->dossiers().insert(dossier));
    const Dossier found = store->dossiers().find(dossier.id).value();
    CHECK(found.batch == batch);
    CHECK(found.state == Draft);
    CHECK(found.revision == 1);
    CHECK(found.fields == dossier.fields);
    CHECK(found.validity == dossier.validity);
    CHECK(found.procedure.code == dossier.procedure.code);
    CHECK(found.procedure.confidence == dossier.procedure.confidence);
    CHECK(found.documentTypeId == dossier.documentTypeId);
    CHECK(found.boundary == u"qr");
    CHECK(found.pages == pages);
    CHECK_FALSE(found.package);
    REQUIRE(found.documents.size() == 1);
    CHECK(found.documents[0].id == dossier.documents[0].id);
    CHECK(found.documents[0].title == dossier.documents[0].title);
    CHECK(found.documents[0].kind == DocumentKind::Result);
    CHECK(found.documents[0].pages == pages);
    CHECK(found.documents[0].fields == dossier.documents[0].fields);
    CHECK(store->dossiers().find(DossierId::make(store.clock)).error().code == ErrorCode::NotFound);
    CHECK(store->dossiers().insert(found).error().code == ErrorCode::ValueInvalid);
}

TEST_CASE("An update replaces everything in one go and records what a person decided", "[store]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    const std::vector<PageId> pages{store.addPage(batch), store.addPage(batch)};
    Dossier dossier = store.addDossier(batch, pages);
    const auto rows = [&] { return store->audit().ofTarget(dossier.id.toString()).value(); };
    CHECK(rows().size() == 1);

    // The machine found something else: no decision, no audit row.
    dossier.fields[u"number"_s].value = u"13/2023"_s;
    dossier.documents.clear();
    REQUIRE_OK(store->dossiers().update(dossier));
    CHECK(rows().size() == 1);
    CHECK(store->dossiers().find(dossier.id).value().documents.empty());
    CHECK(store->dossiers().find(dossier.id).value().value(u"number"_s) == u"13/2023");

    store.clock.advance(1000);
    store->database().setActor(u"lan"_s);
    dossier.fields[u"abstract"_s] = {u"Trích yếu"_s, 1, {}, {}, FieldOrigin::Clerk};
    dossier.validity = {
        ValidityStatus::InForce, ValidityBasis::Months, QDate(2023, 8, 12), QDate(2024, 2, 12), 6, {}};
    dossier.validityByClerk = true;
    dossier.overrides[u"LIVE-02"_s] = u"bản gốc mờ"_s;
    REQUIRE_OK(store->dossiers().update(dossier));
    const Dossier found = store->dossiers().find(dossier.id).value();
    CHECK(found.fields == dossier.fields);
    CHECK(found.validity == dossier.validity);
    CHECK(found.validityByClerk);
    CHECK(found.overrides == dossier.overrides);
    CHECK(found.changedAt == store.clock.now());
    REQUIRE(rows().size() == 2);
    CHECK(rows()[1].what == u"dossier.edit");
    CHECK(rows()[1].actor == u"lan");
    CHECK(rows()[1].after.contains(u"LIVE-02"));
    CHECK_FALSE(rows()[1].before.contains(u"LIVE-02"));

    Dossier wrong = dossier;
    wrong.overrides[u"LIVE-03"_s] = u"  "_s;
    CHECK(store->dossiers().update(wrong).error().code == ErrorCode::ValueInvalid);
    wrong = dossier;
    wrong.documents = {Document{DocumentId::make(store.clock), {}, {}, {}, 0, {store.addPage(batch)}, {}}};
    CHECK(store->dossiers().update(wrong).error().code == ErrorCode::ValueInvalid);
    CHECK(store->dossiers().find(dossier.id).value().overrides == dossier.overrides);
}

TEST_CASE("Only legal transitions happen, and nobody can write another one", "[store]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    for (const auto from : allStates) {
        const DossierId id = store.addDossier(batch, {store.addPage(batch)}).id;
        store.lead(id, from);
        const auto rows = store->audit().ofTarget(id.toString()).value().size();
        for (const auto to : allStates) {
            INFO(toString(from).toStdString() << " to " << toString(to).toStdString());
            if (to == from)
                continue;
            const bool open = to == Draft || to == Review;
            const auto raw = store->database().transaction([&]() -> Result<void> {
                auto written = store->database().execute(
                    "UPDATE dossier SET state = ?2, revision = revision + ?3,"
                    " package_id = CASE WHEN ?4 THEN NULL ELSE coalesce(package_id, ?1) END WHERE id = ?1",
                    {id, toString(to), from == Rejected && to == Review, open});
                if (!written)
                    return fail(written.error());
                return fail(ErrorCode::Cancelled, u"only tried"_s);
            });
            CHECK(raw.error().code == (mayChange(from, to) ? ErrorCode::Cancelled : ErrorCode::StateForbids));
            if (mayChange(from, to))
                continue;
            const auto refused = store->dossiers().changeState(id, to, u"lan"_s);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == ErrorCode::StateForbids);
            CHECK(refused.error().args.value(u"state"_s) == toString(from));
            CHECK(refused.error().args.value(u"action"_s) == toString(to));
        }
        CHECK(store->audit().ofTarget(id.toString()).value().size() == rows);
    }
}

TEST_CASE("Approval makes the package, reopening takes it away or begins a revision", "[store]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    const DossierId id = store.addDossier(batch, {store.addPage(batch)}).id;
    store.lead(id, Review);
    const auto package = store->dossiers().changeState(id, Approved, u"lan"_s);
    REQUIRE_OK(package);
    REQUIRE(*package);
    CHECK(store->dossiers().find(id).value().package == *package);
    REQUIRE_OK(store->dossiers().changeState(id, Review, u"lan"_s, u"nhầm trang"_s));
    CHECK_FALSE(store->dossiers().find(id).value().package);
    CHECK(store->dossiers().find(id).value().revision == 1);
    CHECK(store->audit().latest(1).value().front().after.contains(u"nhầm trang"));

    const auto second = store->dossiers().changeState(id, Approved, u"lan"_s);
    REQUIRE_OK(second);
    CHECK(*second != *package);
    store.lead(id, Rejected);
    REQUIRE_OK(store->dossiers().changeState(id, Review, u"lan"_s));
    CHECK(store->dossiers().find(id).value().revision == 2);
    CHECK_FALSE(store->dossiers().find(id).value().package);
    // One row for creation, one for each of the eight changes.
    CHECK(store->audit().ofTarget(id.toString()).value().size() == 9);
}

TEST_CASE("What is approved stands still, for raw SQL too", "[store]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    const Dossier dossier = store.addDossier(batch, {store.addPage(batch)});
    store.lead(dossier.id, Review);
    Dossier overridden = store->dossiers().find(dossier.id).value();
    overridden.overrides[u"LIVE-02"_s] = u"mờ"_s;
    REQUIRE_OK(store->dossiers().update(overridden));
    store.lead(dossier.id, Approved);
    CHECK(store->dossiers().update(dossier).error().code == ErrorCode::StateForbids);
    CHECK(store->dossiers().setPages(dossier.id, {}).error().code == ErrorCode::StateForbids);
    CHECK(store->dossiers().remove(dossier.id).error().code == ErrorCode::StateForbids);
    for (const char *sql :
         {"UPDATE dossier SET procedure_code = 'x'", "UPDATE dossier SET revision = 2",
          "UPDATE dossier SET package_id = id", "UPDATE dossier SET package_id = NULL", "DELETE FROM dossier",
          "UPDATE dossier_field SET value = 'x'", "DELETE FROM dossier_field", "DELETE FROM dossier_override",
          "UPDATE dossier_override SET reason = 'x'", "DELETE FROM document", "UPDATE document SET title = 'x'",
          "DELETE FROM document_page", "UPDATE page SET dossier_id = NULL", "UPDATE page SET excluded = 1",
          "INSERT INTO dossier_override SELECT id, 'FULL-06', 'x' FROM dossier",
          "INSERT INTO dossier_field SELECT id, 'x', 'x', 1, NULL, NULL, 'clerk' FROM dossier"}) {
        INFO(sql);
        CHECK_FALSE(store->database().execute(sql));
    }
}

TEST_CASE("Pages of a dossier are set in one go", "[store]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    const PageId a = store.addPage(batch);
    const PageId b = store.addPage(batch);
    const PageId c = store.addPage(batch);
    const Dossier first = store.addDossier(batch, {a, b});
    const Dossier second = store.addDossier(batch, {c});
    REQUIRE_OK(store->dossiers().setPages(first.id, {c, a}));
    CHECK(store->dossiers().find(first.id).value().pages == std::vector{c, a});
    CHECK(store->dossiers().find(first.id).value().documents.front().pages == std::vector{a});
    CHECK(store->dossiers().find(second.id).value().pages.empty());
    CHECK_FALSE(store->pages().find(b).value().dossier);
    CHECK(store->dossiers().setPages(first.id, {a, a}).error().code == ErrorCode::ValueInvalid);
    CHECK(store->dossiers().setPages(first.id, {PageId::make(store.clock)}).error().code == ErrorCode::NotFound);
    CHECK(store->dossiers().find(first.id).value().pages == std::vector{c, a});

    // Merged away: without pages a dossier in review may go, with pages only a draft.
    store.lead(second.id, Review);
    REQUIRE_OK(store->dossiers().remove(second.id));
    CHECK(store->dossiers().find(second.id).error().code == ErrorCode::NotFound);
    store.lead(first.id, Review);
    CHECK(store->dossiers().remove(first.id).error().code == ErrorCode::StateForbids);
    const Dossier draft = store.addDossier(batch, {b});
    REQUIRE_OK(store->search().update(draft.id, {.body = u"tờ khai"_s}));
    REQUIRE_OK(store->dossiers().remove(draft.id));
    CHECK_FALSE(store->pages().find(b).value().dossier);
    CHECK(store->search().search(u"to khai"_s, 10).value().empty());
    CHECK(fsck(*store).value().empty());
}

TEST_CASE("Lists are filtered, ordered and cut", "[store]")
{
    TestStore store;
    const BatchId one = store.addBatch();
    const BatchId two = store.addBatch(u"Hộp 2"_s);
    for (int position = 0; position < 3; ++position) {
        Dossier dossier = store.newDossier(one, {store.addPage(one)});
        dossier.position = 2 - position;
        REQUIRE_OK(store->dossiers().insert(dossier));
    }
    const Dossier other = store.addDossier(two, {});
    store.lead(other.id, Review);
    const auto rows = store->dossiers().list({.batch = one}).value();
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].position == 0);
    CHECK(rows[2].position == 2);
    CHECK(rows[0].number == u"12/2023");
    CHECK(rows[0].personName == u"Nguyễn Thị Đào");
    CHECK(rows[0].issueDate.isEmpty());
    CHECK(rows[0].pages == 1);
    CHECK(store->dossiers().list({.state = Review}).value().size() == 1);
    CHECK(store->dossiers().list({.batch = one, .state = Review}).value().empty());
    CHECK(store->dossiers().list({.limit = 2, .offset = 3}).value().size() == 1);
    CHECK(store->dossiers().list().value().size() == 4);
    CHECK(store->dossiers().count().value() == 4);
    CHECK(store->dossiers().count({.batch = one, .state = Draft}).value() == 3);
}
