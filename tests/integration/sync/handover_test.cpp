// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox over a real store: targets, states, receipts.
#include "core/base/durable_file.h"
#include "core/base/installation.h"
#include "core/workflow/handover_service.h"
#include "tests/integration/sync/bag.h"
#include "tests/integration/sync/repository.h"
#include "tests/support/catch.h"
#include "tests/unit/store/test_store.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QTimer>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

/// A store with approved dossiers whose packages are small real bags.
class Outbox {
public:
    Outbox()
        : m_folder(QDir::tempPath() + u"/hộp thư đi XXXXXX"_s)
    {
        auto store = Store::open(m_folder.filePath(u"kho"_s), clock);
        REQUIRE_OK(store);
        context.store = std::move(*store);
        service = std::make_unique<HandoverService>(context);
        QObject::connect(service.get(), &HandoverService::ended, &m_loop,
                         [this](const std::optional<Error> &error) {
                             outcome = error;
                             m_loop.quit();
                         });
        Batch made;
        made.id = BatchId::make(clock);
        made.name = u"Hộp 1"_s;
        made.createdAt = clock.now();
        REQUIRE_OK(context.store->batches().create(made));
        batch = made.id;
    }

    DossierId approved(qint64 payload = 2'000, bool withPackage = true)
    {
        Dossier dossier;
        dossier.id = DossierId::make(clock);
        dossier.batch = batch;
        DossierRepository dossiers = context.store->dossiers();
        REQUIRE_OK(dossiers.insert(dossier));
        REQUIRE_OK(dossiers.changeState(dossier.id, DossierState::Review, u"lan"_s));
        const auto package = dossiers.changeState(dossier.id, DossierState::Approved, u"lan"_s);
        REQUIRE_OK(package);
        if (withPackage)
            makePackage(context.store->packagesFolder(), payload, 1, **package);
        return dossier.id;
    }
    void addFolder(const QString &name)
    {
        QDir().mkpath(folderOf(name));
        REQUIRE_OK(service->addTarget({name, u"folder:"_s + folderOf(name), {}, {}, {}}));
    }
    void addRepository(const QString &name, const Repository &repository)
    {
        REQUIRE_OK(service->addTarget({name, targetAddress(repository.target()), {}, {}, {}}));
    }
    QString folderOf(const QString &name) const { return m_folder.filePath(name); }
    QString packageOf(const DossierId &id) { return dossier(id).package->toString(); }
    Dossier dossier(const DossierId &id) { return context.store->dossiers().find(id).value(); }
    DossierState stateOf(const DossierId &id) { return dossier(id).state; }
    void queue() { REQUIRE_OK(service->queueApproved(std::nullopt)); }
    void run(const SyncWish &wish)
    {
        REQUIRE_OK(service->start(wish));
        bool late = false;
        QTimer::singleShot(30'000, &m_loop, [&] {
            late = true;
            m_loop.quit();
        });
        m_loop.exec();
        REQUIRE_FALSE(late);
    }

    SystemClock clock;
    BatchId batch;
    StationContext context{{.actor = u"lan"_s, .stationName = u"may-thu"_s},
                           clock,
                           {},
                           Catalogue::load(resourcePath(u"catalogue"_s)).value()};
    std::unique_ptr<HandoverService> service;
    std::optional<Error> outcome;

private:
    QTemporaryDir m_folder;
    QEventLoop m_loop;
};

} // namespace

TEST_CASE("What goes on a stick is not sent over the line too, and one receipt ends both", "[handover]")
{
    Outbox outbox;
    Repository repository;
    outbox.addFolder(u"usb"_s);
    const QString net = u"kho-tinh"_s;
    outbox.addRepository(net, repository);
    const DossierId id = outbox.approved();
    outbox.queue();
    outbox.run({.target = u"usb"_s});
    REQUIRE(outbox.stateOf(id) == DossierState::Sent);
    const QString zip = outbox.packageOf(id) + u".zip"_s;
    REQUIRE(QFile::exists(outbox.folderOf(u"usb"_s) + u'/' + zip));

    // Over the line only the receipt is asked for.
    outbox.run({.target = net});
    CHECK(repository.stat(u"creates"_s) == 0);
    CHECK(outbox.stateOf(id) == DossierState::Sent);

    // The stick got lost: the clerk says so, and the package goes over the line, once.
    REQUIRE_OK(outbox.service->retry(id));
    outbox.run({.target = net});
    CHECK(repository.stat(u"creates"_s) == 1);
    CHECK(outbox.stateOf(id) == DossierState::Accepted);
    const auto entries = outbox.context.store->outbox().byDossier(id).value();
    REQUIRE(entries.size() == 2);
    for (const OutboxEntry &entry : entries) {
        CHECK(entry.finished());
        CHECK(entry.receipt->repositoryId == entries[0].receipt->repositoryId);
    }
    // The stick turns up again: nothing happens twice.
    outbox.run({.target = u"usb"_s});
    CHECK(outbox.stateOf(id) == DossierState::Accepted);
    CHECK_FALSE(outbox.context.store->audit().verify().value());
}

TEST_CASE("A receipt that comes back on another stick counts", "[handover]")
{
    Outbox outbox;
    outbox.addFolder(u"usb-1"_s);
    outbox.addFolder(u"usb-2"_s);
    const DossierId id = outbox.approved();
    outbox.queue();
    outbox.run({.target = u"usb-1"_s});
    const OutboxEntry entry = outbox.context.store->outbox().byDossier(id).value().front();
    const Receipt receipt{entry.package, entry.sha256, ReceiptStatus::Accepted,
                          u"KHO/7"_s,    {},           outbox.clock.now()};
    QDir().mkpath(outbox.folderOf(u"usb-2"_s) + u"/receipts"_s);
    REQUIRE_OK(writeDurably(outbox.folderOf(u"usb-2"_s) + u"/receipts/"_s + outbox.packageOf(id) + u".json"_s,
                            QJsonDocument(receiptToJson(receipt)).toJson()));
    outbox.run({.target = u"usb-2"_s});
    CHECK(outbox.stateOf(id) == DossierState::Accepted);
    CHECK_FALSE(QFile::exists(outbox.folderOf(u"usb-2"_s) + u'/' + entry.file));
}

TEST_CASE("Many dossiers go in one run, a broken package holds none of them back", "[handover]")
{
    Outbox outbox;
    Repository repository;
    outbox.addRepository(u"kho"_s, repository);
    std::vector<DossierId> good;
    const DossierId broken = outbox.approved(1'000, false);
    for (int i = 0; i < 40; ++i) // more than are bound at a time
        good.push_back(outbox.approved(1'000));
    outbox.queue();
    outbox.run({});
    for (const DossierId &id : good)
        CHECK(outbox.stateOf(id) == DossierState::Accepted);
    CHECK(outbox.stateOf(broken) == DossierState::Queued);
    REQUIRE(outbox.outcome);
    CHECK(outbox.outcome->code == ErrorCode::PackageInvalid);
    CHECK(repository.stat(u"creates"_s) == 40);
    CHECK(outbox.service->outbox({.limitPerState = 10}).value().size() == 11);
    CHECK(outbox.service->outbox({}).value().size() == 41);
}

TEST_CASE("Dossiers that are queued while sending runs go with it", "[handover]")
{
    Outbox outbox;
    Repository repository;
    outbox.addRepository(u"kho"_s, repository);
    const DossierId first = outbox.approved(1'000);
    outbox.queue();
    std::optional<DossierId> second;
    QObject::connect(outbox.service.get(), &HandoverService::dossiersChanged, outbox.service.get(), [&] {
        if (!second) {
            second = outbox.approved(1'000);
            outbox.queue();
        }
        if (outbox.stateOf(first) == DossierState::Accepted && outbox.stateOf(*second) == DossierState::Accepted)
            outbox.service->stop();
    });
    outbox.run({.watch = true});
    CHECK(outbox.stateOf(first) == DossierState::Accepted);
    CHECK(outbox.stateOf(*second) == DossierState::Accepted);
}

TEST_CASE("A rejection says which field, by the name that the form knows", "[handover]")
{
    Outbox outbox;
    Repository repository({u"--reject"_s, u"DATE"_s});
    outbox.addRepository(u"kho"_s, repository);
    const DossierId id = outbox.approved();
    outbox.queue();
    outbox.run({});
    CHECK(outbox.stateOf(id) == DossierState::Rejected);
    const auto rows = outbox.service->outbox({}).value();
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].reasonField == u"issue_date");
    CHECK(rows[0].reasons.front().startsWith(u"DATE: "_s));
}

TEST_CASE("A clock that is put back by a year does not put sending off by a year", "[handover]")
{
    TestStore store;
    const BatchId batch = store.addBatch();
    const DossierId id = store.addDossier(batch, {store.addPage(batch)}).id;
    store.lead(id, DossierState::Queued);
    auto outbox = store->outbox();
    const PackageId package = *store->dossiers().find(id).value().package;
    const Instant now = store.clock.now();
    REQUIRE_OK(outbox.enqueue(package, id, 1, u"kho"_s, u"a.zip"_s, QString(64, u'a'), 1000, now));
    REQUIRE_OK(outbox.postpone(package, u"kho"_s, {now.msecs + 600'000}, ErrorCode::RepositoryUnreachable, 3));
    CHECK(outbox.due(u"kho"_s, now, 10).value().empty());
    CHECK(outbox.nextDue(u"kho"_s, now).value() == Instant{now.msecs + 600'000});
    const Instant aYearAgo{now.msecs - 365 * qint64{86'400'000}};
    CHECK(outbox.due(u"kho"_s, aYearAgo, 10).value().size() == 1);
    REQUIRE_OK(outbox.postpone(package, u"kho"_s, OutboxEntry::never, ErrorCode::RepositoryRefused, 3));
    CHECK(outbox.due(u"kho"_s, aYearAgo, 10).value().empty());
    CHECK_FALSE(outbox.nextDue(u"kho"_s, aYearAgo).value());
    CHECK(outbox.totals(u"kho"_s).value().blocked == 1);
}

TEST_CASE("Limits on sending are kept, checked and seen in the status", "[handover]")
{
    Outbox outbox;
    Repository repository;
    outbox.addRepository(u"kho"_s, repository);
    CHECK(outbox.service->settings().value() == SyncSettings{});
    CHECK(outbox.service->setSettings({.hours = u"morning"_s}).error().args.value(u"field"_s) == u"hours");
    CHECK(outbox.service->setSettings({.kilobytesPerSecond = 3}).error().args.value(u"field"_s) == u"rate");
    const int hour = static_cast<int>(QDateTime::currentSecsSinceEpoch() / 3600 % 24) + 7;
    const QString closed = u"%1-%2"_s.arg((hour + 3) % 24).arg((hour + 5) % 24);
    REQUIRE_OK(outbox.service->setSettings({.kilobytesPerSecond = 500, .hours = closed}));
    CHECK(outbox.service->settings().value().kilobytesPerSecond == 500);

    const DossierId id = outbox.approved();
    outbox.queue();
    const auto refused = outbox.service->start({});
    CHECK(refused.error().code == ErrorCode::OutsideHours);
    CHECK_FALSE(outbox.service->isRunning());

    bool waited = false;
    QObject::connect(outbox.service.get(), &HandoverService::changed, outbox.service.get(), [&] {
        const auto status = outbox.service->status();
        REQUIRE_OK(status);
        if (waited || status->phase != SyncPhase::OutsideHours)
            return;
        waited = true;
        CHECK(status->packagesLeft == 1);
        CHECK(status->goesOnAt->msecs > outbox.clock.now().msecs);
        REQUIRE_OK(outbox.service->setSettings({}));
    });
    outbox.run({.awaitHours = true});
    CHECK(waited);
    CHECK(outbox.stateOf(id) == DossierState::Accepted);
    CHECK(outbox.service->status().value().phase == SyncPhase::Stopped);
}

TEST_CASE("Pausing keeps the run", "[handover]")
{
    Outbox outbox;
    Repository repository;
    outbox.addRepository(u"kho"_s, repository);
    const DossierId id = outbox.approved(6'000'000);
    outbox.queue();
    bool paused = false;
    QObject::connect(outbox.service.get(), &HandoverService::changed, outbox.service.get(), [&] {
        if (std::exchange(paused, true))
            return;
        outbox.service->pause();
        CHECK(outbox.service->status().value().phase == SyncPhase::Paused);
        CHECK(outbox.service->isRunning());
        QMetaObject::invokeMethod(outbox.service.get(), &HandoverService::resume, Qt::QueuedConnection);
    });
    outbox.run({});
    CHECK(paused);
    CHECK(outbox.stateOf(id) == DossierState::Accepted);
    CHECK_FALSE(outbox.outcome);
}
