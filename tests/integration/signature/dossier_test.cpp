// SPDX-License-Identifier: GPL-3.0-or-later
// Approved dossiers are signed, by officer and agency, before they are sent.
#include "tests/integration/signature/signing_desk.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

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

    // What is exported is what was signed.
    const auto exported = desk.station->exportDossier(desk.ids[0], desk.folder.filePath(u"xuất"_s));
    REQUIRE_OK(exported);
    const QStringList pdfs = exported->filter(u".pdf"_s);
    REQUIRE(pdfs.size() == 1);
    const auto facts = inspectSignatures(pdfs.front(), {});
    REQUIRE_OK(facts);
    CHECK(facts->size() == 2);

    // What is sent is what was signed; a queued dossier is no longer signed.
    CHECK(*desk.station->queueApproved() == 2);
    const SigningSummary late = desk.sign(SignatureRole::Officer, {desk.ids[0]});
    REQUIRE(late.failures.size() == 1);
    CHECK(late.failures[0].error.code == ErrorCode::StateForbids);

    const QString target = desk.folder.filePath(u"USB"_s);
    REQUIRE(QDir().mkpath(target));
    REQUIRE_OK(desk.station->addTarget({u"usb"_s, u"folder:"_s + target, {}, {}, {}}));
    QEventLoop loop;
    QObject::connect(desk.station.get(), &Station::syncEnded, &loop, &QEventLoop::quit);
    REQUIRE_OK(desk.station->startSync());
    loop.exec();
    CHECK(QDir(target).entryList({u"*.zip"_s}).size() == 2);
    const auto findings = desk.station->fsck(false);
    REQUIRE_OK(findings);
    for (const StoreFinding &finding : *findings)
        FAIL_CHECK(finding.kind.toStdString() << ' ' << finding.detail.toStdString());
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
