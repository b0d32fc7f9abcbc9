// SPDX-License-Identifier: GPL-3.0-or-later
// One stack from the feeder to the receipt, on real parts: SANE, Leptonica, Tesseract, SQLite, qpdf, a folder.
#include "core/base/durable_file.h"
#include "core/package/package_inspection.h"
#include "tests/support/desk.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

/// The province's side of a folder: a receipt for every package.
void answer(const QString &folder, const QString &status, const QString &sha256 = {})
{
    const QDir in(folder);
    REQUIRE(in.mkpath(u"receipts"_s));
    for (const QString &name : in.entryList({u"*.zip"_s}, QDir::Files)) {
        const auto package = inspectPackage(in.filePath(name), resourcePath(u"schema/dossier.schema.json"_s));
        REQUIRE_OK(package);
        CHECK(package->violations.isEmpty());
        const QJsonObject receipt{{u"package_id"_s, package->packageId},
                                  {u"sha256"_s, sha256.isEmpty() ? package->sha256 : sha256},
                                  {u"status"_s, status},
                                  {u"repository_id"_s, u"KHO-1"_s},
                                  {u"reasons"_s, status == u"rejected"
                                                     ? QJsonArray{QJsonObject{{u"code"_s, u"SAI-SO"_s},
                                                                              {u"message"_s, u"Sai số"_s},
                                                                              {u"field"_s, u"number"_s}}}
                                                     : QJsonArray{}},
                                  {u"received_at"_s, u"2026-11-23T08:00:00Z"_s}};
        REQUIRE_OK(writeDurably(in.filePath(u"receipts/"_s + package->packageId + u".json"_s),
                                QJsonDocument(receipt).toJson()));
    }
}

/// What a clerk types when the reading has missed it.
DossierTags completeTags()
{
    DossierTags tags;
    tags.procedureCode = u"1.004873"_s;
    tags.fields = {{u"number"_s, u"09/UBND-XNTTHN"_s},    {u"issue_date"_s, u"15/09/2025"_s},
                   {u"agency"_s, u"UBND xã Hoa Lâm"_s},   {u"person_name"_s, u"Lành Thị Xuyến"_s},
                   {u"personal_id"_s, u"020189000827"_s}, {u"abstract"_s, u"Giấy xác nhận tình trạng hôn nhân"_s}};
    tags.validity = u"until:2030-01-01"_s;
    return tags;
}

} // namespace

TEST_CASE("A dossier travels from the feeder to the receipt", "[station]")
{
    test::Desk desk;
    const QString kho = desk.folder.filePath(u"USB kho tỉnh"_s);
    REQUIRE(QDir().mkpath(kho));
    REQUIRE_OK(desk.station->addTarget({u"usb"_s, u"folder:"_s + kho, {}, {}, {}}));

    const IntakeSummary summary = desk.scan(resourcePath(u"practice/stack3"_s), u"Hộp 12"_s);
    CHECK_FALSE(summary.error);
    CHECK(summary.pages.size() == 5);

    // The separator opens the dossier and is not in it; the blank side is kept and put aside.
    auto rows = desk.dossiers();
    REQUIRE(rows.size() == 1);
    const DossierId id = rows[0].id;
    CHECK(rows[0].state == DossierState::Review);
    CHECK(rows[0].dossierCode == u"000.00.16.H37-250912-0004"_s);
    const auto pages = desk.station->pagesOf(id);
    REQUIRE_OK(pages);
    CHECK(std::count_if(pages->begin(), pages->end(), [](const Page &page) { return !page.excluded; }) == 3);

    // Mandatory tags block.
    DossierTags emptied;
    emptied.fields = {{u"person_name"_s, {}}};
    REQUIRE_OK(desk.station->tag(id, emptied));
    const auto refused = desk.station->approve(id);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::FindingsBlock);
    CHECK(refused.error().args[u"rules"_s].contains(u"FULL-06"));
    CHECK(desk.dossiers()[0].state == DossierState::Review);

    REQUIRE_OK(desk.station->tag(id, completeTags()));
    REQUIRE_OK(desk.station->approve(id));
    CHECK(desk.station->approve(id).error().code == ErrorCode::StateForbids);
    const auto batch = desk.station->batch(u"Hộp 12"_s);
    REQUIRE_OK(batch);
    REQUIRE_OK(desk.station->closeBatch(batch->id));
    CHECK(desk.dossiers()[0].state == DossierState::Queued);

    // Handed over, but no receipt yet: sent is not accepted. A receipt with another hash changes nothing.
    CHECK_FALSE(desk.sync());
    CHECK(desk.dossiers()[0].state == DossierState::Sent);
    answer(kho, u"accepted"_s, QString(64, u'a'));
    desk.sync();
    CHECK(desk.dossiers()[0].state == DossierState::Sent);

    SECTION("accepted")
    {
        answer(kho, u"accepted"_s);
        CHECK_FALSE(desk.sync());
        CHECK(desk.dossiers()[0].state == DossierState::Accepted);
        CHECK(desk.station->batch(u"Hộp 12"_s)->state == BatchState::Synced);
        const auto hits = desk.station->search(u"lanh thi xuyen"_s);
        REQUIRE_OK(hits);
        REQUIRE(hits->size() == 1);
        CHECK(hits->front().inForce);
        const auto files = desk.station->exportDossier(id, desk.folder.filePath(u"xuất"_s));
        REQUIRE_OK(files);
        CHECK(files->filter(u".pdf"_s).size() >= 2);
    }
    SECTION("rejected, corrected and sent again as a new revision")
    {
        answer(kho, u"rejected"_s);
        CHECK_FALSE(desk.sync());
        CHECK(desk.dossiers()[0].state == DossierState::Rejected);
        const auto outbox = desk.station->outbox();
        REQUIRE_OK(outbox);
        CHECK(outbox->front().reasons.value(0).contains(u"Sai số"));
        REQUIRE_OK(desk.station->reopen(id));
        CHECK(desk.dossiers()[0].revision == 2);
        REQUIRE_OK(desk.station->approve(id));
        CHECK(*desk.station->queueApproved() == 1);
        CHECK_FALSE(desk.sync());
        CHECK(QDir(kho).entryList({u"*.zip"_s}).size() == 2);
    }
    desk.requireSound();
}
