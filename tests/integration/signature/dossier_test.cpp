// SPDX-License-Identifier: GPL-3.0-or-later
// Approved dossiers are signed, by officer and agency, before they are sent.
#include "core/package/package_inspection.h"
#include "tests/integration/signature/rig.h"
#include "tests/support/desk.h"
#include "tests/unit/pdf/samples.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto schema = "schema/dossier.schema.json"_L1;

/// Two approved dossiers of one page each, and a token.
class SigningDesk {
public:
    SigningDesk()
    {
        box.addToken(u"canbo"_s, authority.issue(), authority);
        StationConfig config = stationConfigFor(folder.filePath(u"kho ký"_s));
        config.signHelperProgram = programPath(u"sohoa-sign-helper"_s);
        config.agency = u"UBND xã Hồng Thái"_s;
        auto opened = Station::open(config, clock);
        REQUIRE_OK(opened);
        station = std::move(*opened);
        for (const QString &batch : {u"Hộp 1"_s, u"Hộp 2"_s})
            ids.push_back(approvedDossier(batch));
    }

    SigningSummary sign(SignatureRole role, const std::vector<DossierId> &which,
                        const QString &module = TokenBox::softHsm(), const char *pin = rightPin)
    {
        SigningSummary summary;
        QEventLoop loop;
        QObject::connect(station.get(), &Station::signingEnded, &loop, [&](const SigningSummary &ended) {
            summary = ended;
            loop.quit();
        });
        REQUIRE_OK(station->startSigning(
            {.dossiers = which, .key = {.module = module, .token = u"canbo"_s}, .role = role}, secret(pin)));
        loop.exec();
        return summary;
    }

    QString packageOf(const DossierId &id) const
    {
        return folder.filePath(u"kho ký/packages/"_s) + station->dossier(id)->package->toString() + u".zip"_s;
    }

    PackageInspection inspected(const DossierId &id) const
    {
        auto facts = inspectPackage(packageOf(id), resourcePath(schema));
        REQUIRE_OK(facts);
        CHECK(facts->violations == QStringList());
        return *facts;
    }

    QTemporaryDir folder{pathTemplate()};
    SystemClock clock;
    TokenBox box;
    Authority authority;
    std::unique_ptr<Station> station;
    std::vector<DossierId> ids;

private:
    DossierId approvedDossier(const QString &batchName)
    {
        const QString page = folder.filePath(batchName + u".jpg"_s);
        samplePage(page, {});
        const auto batch = station->openBatch(batchName);
        REQUIRE_OK(batch);
        QEventLoop loop;
        QObject::connect(station.get(), &Station::idle, &loop, &QEventLoop::quit);
        IntakeOptions options;
        options.oneDossier = true;
        options.dpi = 150;
        REQUIRE_OK(station->startImport({page}, batch->id, options));
        loop.exec();
        const auto rows = station->dossiers({.batch = batch->id});
        REQUIRE_OK(rows);
        REQUIRE(rows->size() == 1);
        const DossierId id = rows->front().id;
        DossierTags tags;
        tags.procedureCode = u"1.004873"_s;
        tags.fields = {{u"number"_s, u"09/UBND-"_s + batchName.right(1)},
                       {u"issue_date"_s, u"15/09/2025"_s},
                       {u"agency"_s, u"UBND xã Hồng Thái"_s},
                       {u"person_name"_s, u"Lành Thị Xuyến"_s},
                       {u"personal_id"_s, u"020189000827"_s},
                       {u"abstract"_s, u"Giấy xác nhận tình trạng hôn nhân"_s}};
        tags.validity = u"until:2099-01-01"_s;
        REQUIRE_OK(station->tag(id, tags));
        QMap<QString, QString> overrides;
        for (int attempt = 0; attempt < 2; ++attempt) {
            const auto approved = station->approve(id, overrides);
            if (approved)
                return id;
            // A page of slopes is no paper: what the gate warns of is overruled as a clerk would.
            REQUIRE(approved.error().code == ErrorCode::FindingsBlock);
            for (const QString &rule : approved.error().args.value(u"rules"_s).split(u", "_s))
                overrides[rule] = u"trang thử"_s;
        }
        FAIL("not approved");
        return id;
    }
};

QJsonObject firstDocument(const PackageInspection &package)
{
    return package.record[u"documents"_s].toArray().first().toObject();
}

} // namespace

TEST_CASE("Officer and agency sign a batch, and the packages say so", "[signing-dossiers]")
{
    SigningDesk desk;
    const PackageInspection before = desk.inspected(desk.ids[0]);
    CHECK(firstDocument(before)[u"signatureState"_s] == u"none"_s);

    const SigningSummary first = desk.sign(SignatureRole::Officer, desk.ids);
    CHECK_FALSE(first.error);
    CHECK(first.signedDossiers.size() == 2);
    const PackageInspection officer = desk.inspected(desk.ids[0]);
    CHECK(officer.packageId == before.packageId);
    CHECK(officer.sha256 != before.sha256);
    CHECK(firstDocument(officer)[u"signatureState"_s] == u"officer"_s);

    // Again changes nothing: so a batch that was broken off is taken up by asking for all of it.
    const SigningSummary again = desk.sign(SignatureRole::Officer, desk.ids);
    CHECK(again.signedBefore.size() == 2);
    CHECK(desk.inspected(desk.ids[0]).sha256 == officer.sha256);

    const SigningSummary second = desk.sign(SignatureRole::Agency, desk.ids);
    CHECK(second.signedDossiers.size() == 2);
    const QJsonObject document = firstDocument(desk.inspected(desk.ids[0]));
    CHECK(document[u"signatureState"_s] == u"agency"_s);
    const QJsonArray signatures = document[u"file"_s][u"signatures"_s].toArray();
    REQUIRE(signatures.size() == 2);
    CHECK(signatures[0][u"signer"_s] == u"Nguyễn Thị Hoa"_s);
    CHECK(signatures[0][u"status"_s] == u"valid"_s);
    CHECK(signatures[1][u"signedAt"_s].toString().endsWith(u"+07:00"_s));

    // What is sent is what was signed; a queued dossier is no longer signed.
    CHECK(*desk.station->queueApproved() == 2);
    const SigningSummary late = desk.sign(SignatureRole::Officer, {desk.ids[0]});
    REQUIRE(late.failures.size() == 1);
    CHECK(late.failures[0].error.code == ErrorCode::StateForbids);
    const auto findings = desk.station->fsck(false);
    REQUIRE_OK(findings);
    CHECK(findings->empty());
}

TEST_CASE("A token pulled out stops the batch at that dossier", "[signing-dossiers]")
{
    SigningDesk desk;
    SECTION("in the middle")
    {
        const Environment fault("SOHOA_TEST_FAULT", "gone:2");
        const QString untouched = desk.inspected(desk.ids[1]).sha256;
        const SigningSummary summary = desk.sign(SignatureRole::Officer, desk.ids, TokenBox::faultyModule());
        REQUIRE(summary.error);
        CHECK(summary.error->code == ErrorCode::TokenGone);
        CHECK(summary.signedDossiers == std::vector<DossierId>{desk.ids[0]});
        REQUIRE(summary.failures.size() == 1);
        CHECK(summary.failures[0].dossier == desk.ids[1]);
        CHECK(desk.inspected(desk.ids[1]).sha256 == untouched);
        CHECK(firstDocument(desk.inspected(desk.ids[0]))[u"signatureState"_s] == u"officer"_s);
    }
    SECTION("before it began")
    {
        const SigningSummary summary = desk.sign(SignatureRole::Officer, desk.ids, TokenBox::softHsm(), "9999");
        REQUIRE(summary.error);
        CHECK(summary.error->code == ErrorCode::PinWrong);
        CHECK(summary.left == desk.ids);
        CHECK(summary.signedDossiers.empty());
    }
    // Taken up with the token in again.
    CHECK_FALSE(desk.sign(SignatureRole::Officer, desk.ids).error);
    for (const DossierId &id : desk.ids)
        CHECK(firstDocument(desk.inspected(id))[u"signatureState"_s] == u"officer"_s);
}
