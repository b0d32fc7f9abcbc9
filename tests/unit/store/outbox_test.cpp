// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/test_store.h"

using namespace sohoa;
using namespace sohoa::test;

namespace {

struct Queued {
    TestStore store;
    DossierId dossier;
    PackageId package;
    const QString target = u"tỉnh"_s;
    const QString sha256 = QString(64, u'a');

    Queued()
    {
        const BatchId batch = store.addBatch();
        dossier = store.addDossier(batch, {store.addPage(batch)}).id;
        store.lead(dossier, DossierState::Approved);
        package = *store->dossiers().find(dossier).value().package;
        REQUIRE_OK(enqueue(target, sha256));
    }
    Result<void> enqueue(const QString &to, const QString &hash)
    {
        return store->outbox().enqueue(package, dossier, 1, to, u"a.zip"_s, hash, 1000, store.clock.now());
    }
    OutboxEntry entry() { return store->outbox().find(package, target).value(); }
};

} // namespace

TEST_CASE("A package is queued once for each target", "[store]")
{
    Queued queued;
    REQUIRE_OK(queued.enqueue(queued.target, queued.sha256));
    CHECK(queued.store->outbox().pending().value().size() == 1);
    CHECK(queued.enqueue(queued.target, QString(64, u'b')).error().code == ErrorCode::PackageInvalid);
    REQUIRE_OK(queued.enqueue(u"usb"_s, queued.sha256));
    CHECK(queued.store->outbox().byDossier(queued.dossier).value().size() == 2);
    CHECK(queued.store->outbox().all(1, 1).value().front().target == u"usb");
    const OutboxEntry entry = queued.entry();
    CHECK(entry.file == u"a.zip");
    CHECK(entry.bytes == 1000);
    CHECK(entry.offset == 0);
    CHECK_FALSE(entry.error);
    CHECK_FALSE(entry.sentAt);
    CHECK(queued.enqueue(u"x"_s, u"no hash"_s).error().code == ErrorCode::ValueInvalid);
}

TEST_CASE("An entry is due again when its time has come, until it is answered", "[store]")
{
    Queued queued;
    auto outbox = queued.store->outbox();
    const auto due = [&] { return outbox.due(queued.target, queued.store.clock.now(), 10).value().size(); };
    const Instant later{queued.store.clock.now().msecs + 5000};
    CHECK(due() == 1);
    REQUIRE_OK(outbox.postpone(queued.package, queued.target, later, ErrorCode::RepositoryUnreachable, 3));
    CHECK(due() == 0);
    CHECK(queued.entry().attempts == 3);
    CHECK(queued.entry().error == ErrorCode::RepositoryUnreachable);
    queued.store.clock.advance(5000);
    CHECK(due() == 1);

    REQUIRE_OK(outbox.setUploadUrl(queued.package, queued.target, u"https://x/1"_s));
    REQUIRE_OK(outbox.setOffset(queued.package, queued.target, 400));
    CHECK(queued.entry().offset == 400);
    REQUIRE_OK(outbox.setUploadUrl(queued.package, queued.target, u"https://x/1"_s));
    CHECK(queued.entry().offset == 400);
    CHECK(outbox.setOffset(queued.package, queued.target, 1001).error().code == ErrorCode::ValueInvalid);
    REQUIRE_OK(outbox.markSent(queued.package, queued.target, queued.store.clock.now()));
    CHECK(queued.entry().sentAt == queued.store.clock.now());
    CHECK(queued.entry().attempts == 0);
    CHECK_FALSE(queued.entry().error);

    REQUIRE_OK(outbox.storeReceipt(queued.package, queued.target, {}, queued.store.clock.now()));
    CHECK(due() == 1);
    StoredReceipt receipt{ReceiptStatus::Rejected, u"R-1"_s, {QJsonObject{{u"code"_s, u"X"_s}}}, u"{}"_s};
    REQUIRE_OK(outbox.storeReceipt(queued.package, queued.target, receipt, queued.store.clock.now()));
    CHECK(due() == 0);
    CHECK(outbox.pending().value().empty());
    CHECK(queued.entry().receipt->reasons == receipt.reasons);
    CHECK(queued.entry().receipt->repositoryId == u"R-1");
    CHECK(queued.entry().finished());

    // An answer is final.
    receipt.status = ReceiptStatus::Accepted;
    for (const auto &refused :
         {outbox.storeReceipt(queued.package, queued.target, receipt, queued.store.clock.now()),
          outbox.restart(queued.package, queued.target, queued.store.clock.now()),
          outbox.setOffset(queued.package, queued.target, 0)}) {
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::StateForbids);
        CHECK(refused.error().args.value(u"state"_s) == u"rejected");
    }
    CHECK_FALSE(queued.store->database().execute("UPDATE outbox SET receipt_status = 'accepted'"));
}

TEST_CASE("An upload can begin again from nothing", "[store]")
{
    Queued queued;
    auto outbox = queued.store->outbox();
    REQUIRE_OK(outbox.setUploadUrl(queued.package, queued.target, u"https://x/1"_s));
    REQUIRE_OK(outbox.markSent(queued.package, queued.target, queued.store.clock.now()));
    REQUIRE_OK(outbox.restart(queued.package, queued.target, queued.store.clock.now()));
    CHECK(queued.entry().uploadUrl.isEmpty());
    CHECK(queued.entry().offset == 0);
    CHECK_FALSE(queued.entry().sentAt);
    CHECK(outbox.find(queued.package, u"x"_s).error().code == ErrorCode::NotFound);
    CHECK(outbox.setOffset(PackageId::make(queued.store.clock), queued.target, 1).error().code ==
          ErrorCode::NotFound);
}

TEST_CASE("A target stays while something is owed to it", "[store]")
{
    Queued queued;
    auto targets = queued.store->targets();
    REQUIRE_OK(targets.add({queued.target, u"tus+https://example.vn/files"_s, {{u"ca"_s, u"/etc/ca.pem"_s}}}));
    CHECK(targets.add({queued.target, u"folder:/x"_s, {}}).error().code == ErrorCode::TargetExists);
    CHECK(targets.add({u"x"_s, {}, {}}).error().code == ErrorCode::ValueInvalid);
    CHECK(targets.find(queued.target).value().options[u"ca"_s] == u"/etc/ca.pem"_s);
    CHECK(targets.find(u"x"_s).error().code == ErrorCode::TargetUnknown);
    CHECK(targets.remove(queued.target).error().code == ErrorCode::StateForbids);
    const StoredReceipt receipt{ReceiptStatus::Accepted, u"R-1"_s, {}, u"{}"_s};
    REQUIRE_OK(queued.store->outbox().storeReceipt(queued.package, queued.target, receipt, {}));
    REQUIRE_OK(targets.remove(queued.target));
    CHECK(targets.list().value().empty());
    CHECK(targets.remove(queued.target).error().code == ErrorCode::TargetUnknown);
}
