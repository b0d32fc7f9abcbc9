// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/clerk_crop.h"
#include "tests/unit/store/test_store.h"

using namespace sohoa;
using namespace sohoa::test;

namespace {

std::vector<PageId> ids(const std::vector<Page> &pages)
{
    std::vector<PageId> list;
    list.reserve(pages.size());
    for (const Page &page : pages)
        list.push_back(page.id);
    return list;
}

size_t auditRows(TestStore &store, const PageId &id)
{
    return store->audit().ofTarget(id.toString()).value().size();
}

} // namespace

TEST_CASE("A page gets the next place in its batch and is read back", "[store]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    store.addPage(batch);
    const Page page = store.newPage(batch);
    const auto stored = store->pages().append(page);
    REQUIRE_OK(stored);
    CHECK(stored->sequence == 1);
    CHECK(stored->masterFile == page.masterFile);
    CHECK(stored->masterSha256 == page.masterSha256);
    CHECK(stored->suspect == page.suspect);
    CHECK(stored->width == 2480);
    CHECK(stored->capturedAt == page.capturedAt);
    CHECK(stored->state == PageState::Captured);
    CHECK_FALSE(stored->dossier);
    CHECK_FALSE(stored->clerkRotation);
    CHECK_FALSE(stored->reading);
    CHECK(auditRows(store, page.id) == 1);

    CHECK(store->pages().append(store.newPage(batch), 7).value().sequence == 7);
    const auto taken = store->pages().append(store.newPage(batch), 7);
    REQUIRE_FALSE(taken);
    CHECK(taken.error().code == ErrorCode::ValueInvalid);
    CHECK(store->pages().ofBatch(batch).value().size() == 3);
    CHECK(ids(store->pages().byMasterSha256(page.masterSha256).value()) == std::vector{page.id});
    CHECK(store->pages().append(store.newPage(BatchId::make(store.clock))).error().code == ErrorCode::NotFound);
}

TEST_CASE("What the stages found is kept whole, and left out of light lists", "[store]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    const PageId id = store.addPage(batch);
    CHECK(ids(store->pages().pendingPages().value()) == std::vector{id});
    REQUIRE_OK(store->pages().setReading(id, reading(), PageState::Recognized));
    CHECK(store->pages().pendingPages().value().empty());
    CHECK(auditRows(store, id) == 2);

    const Page whole = store->pages().find(id).value();
    CHECK(whole.state == PageState::Recognized);
    CHECK(pageReadingToJson(*whole.reading) == pageReadingToJson(reading()));
    const Page light = store->pages().ofBatch(batch, PageDetail::Light).value().front();
    CHECK(light.reading->words.empty());
    CHECK(light.reading->text.isEmpty());
    CHECK(light.reading->separator == SeparatorKind::Qr);

    // Read anew: the same state, so nothing for the audit trail.
    REQUIRE_OK(store->pages().setReading(id, reading(), PageState::Recognized));
    CHECK(auditRows(store, id) == 2);
    CHECK(store->pages().setReading(id, reading(), PageState::Cleaned).error().code == ErrorCode::StateForbids);
    CHECK(store->pages().setReading(id, reading(), PageState::Captured).error().code == ErrorCode::StateForbids);

    REQUIRE_OK(store->pages().setClerkRotation(id, 90));
    CHECK(store->pages().find(id).value().clerkRotation == 90);
    CHECK(ids(store->pages().pendingPages().value()) == std::vector{id});
    CHECK(store->pages().setClerkRotation(id, 45).error().code == ErrorCode::ValueInvalid);
    REQUIRE_OK(store->pages().setExcluded(id, true));
    CHECK(store->pages().find(id).value().excluded);
    CHECK(auditRows(store, id) == 4);
}

TEST_CASE("Pages keep counting 0, 1, 2 in their dossiers when they move", "[store]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    const PageId a = store.addPage(batch);
    const PageId b = store.addPage(batch);
    const PageId c = store.addPage(batch);
    const PageId d = store.addPage(batch);
    const Dossier first = store.addDossier(batch, {a, b, c});
    const Dossier second = store.addDossier(batch, {d});
    CHECK(store->pages().unassigned(batch).value().empty());

    REQUIRE_OK(store->pages().assign(a, second.id, 0));
    CHECK(ids(store->pages().ofDossier(second.id).value()) == std::vector{a, d});
    const auto left = store->pages().ofDossier(first.id).value();
    CHECK(ids(left) == std::vector{b, c});
    CHECK(left[0].position == 0);
    CHECK(left[1].position == 1);
    // The page left the document of the dossier that it left.
    CHECK(store->dossiers().find(first.id).value().documents.front().pages == std::vector{b, c});

    REQUIRE_OK(store->pages().assign(c, first.id, 0));
    CHECK(ids(store->pages().ofDossier(first.id).value()) == std::vector{c, b});
    REQUIRE_OK(store->pages().assign(c, std::nullopt));
    CHECK(ids(store->pages().unassigned(batch).value()) == std::vector{c});
    REQUIRE_OK(store->pages().assign(c, second.id));
    CHECK(ids(store->pages().ofDossier(second.id).value()) == std::vector{a, d, c});
    const auto rows = auditRows(store, c);
    REQUIRE_OK(store->pages().assign(c, second.id, 2));
    CHECK(auditRows(store, c) == rows);

    store.lead(second.id, DossierState::Approved);
    CHECK(store->pages().assign(a, first.id).error().code == ErrorCode::StateForbids);
    CHECK(store->pages().assign(b, second.id).error().code == ErrorCode::StateForbids);
    CHECK(store->pages().setExcluded(a, true).error().code == ErrorCode::StateForbids);
    CHECK(store->pages().setClerkRotation(a, 90).error().code == ErrorCode::StateForbids);
    CHECK(ids(store->pages().ofDossier(second.id).value()) == std::vector{a, d, c});
}

TEST_CASE("Raw SQL cannot alter what a page is, nor lose it from a dossier", "[store]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    const PageId id = store.addPage(batch);
    store.addDossier(batch, {id});
    for (const char *sql :
         {"UPDATE page SET master_sha256 = replace(master_sha256, 'a', 'b')", "UPDATE page SET sequence = 5",
          "UPDATE page SET state = 'recognized'", "UPDATE page SET state = 'gone'", "DELETE FROM page",
          "UPDATE page SET position = -1", "UPDATE page SET clerk_rotation = 45", "UPDATE page SET width = 'x'"}) {
        INFO(sql);
        CHECK_FALSE(store->database().execute(sql));
    }
    CHECK(store->pages().find(id).value().state == PageState::Captured);
}

TEST_CASE("The clerk's crop is kept with the page, sends it to be read anew, and leaves a trace", "[store]")
{
    TestStore store;
    const PageId id = store.addPage(store.addBatch());
    CHECK(store->pages().setClerkCrop(id, PixelBox{1, 2, 30, 40}).error().code == ErrorCode::NothingToDo);
    REQUIRE_OK(store->pages().setReading(id, reading(), PageState::Recognized));
    const QString text = store->pages().find(id).value().reading->text;
    const size_t words = store->pages().find(id).value().reading->words.size();
    const size_t traces = auditRows(store, id);

    REQUIRE_OK(store->pages().setClerkCrop(id, PixelBox{1, 2, 30, 40}));
    const Page cropped = store->pages().find(id).value();
    CHECK(clerkCropOf(*cropped.reading) == PixelBox{1, 2, 30, 40});
    CHECK(cropped.state == PageState::Captured);
    CHECK(ids(store->pages().pendingPages().value()) == std::vector{id});
    CHECK(cropped.reading->text == text); // What was read stays visible until then.
    CHECK(cropped.reading->words.size() == words);
    CHECK(auditRows(store, id) == traces + 1);
    REQUIRE_OK(store->pages().setClerkCrop(id, PixelBox{1, 2, 30, 40}));
    CHECK(auditRows(store, id) == traces + 1);
    REQUIRE_OK(store->pages().setClerkCrop(id, std::nullopt));
    CHECK_FALSE(clerkCropOf(*store->pages().find(id).value().reading));
}
