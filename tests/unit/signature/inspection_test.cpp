// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/signature/signature_inspection.h"
#include "tests/support/catch.h"
#include "tests/unit/signature/signed_pdf.h"

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anySize = qint64{1} << 30;

std::vector<SignatureFacts> inspect(const QString &path, const QString &authorities = {})
{
    const auto facts = inspectSignatures(path, {.authoritiesFile = authorities, .now = now()});
    REQUIRE_OK(facts);
    return *facts;
}

} // namespace

TEST_CASE("A signature says who, when, with what, and that nothing has changed since", "[signature]")
{
    const PdfFolder folder;
    const Authority authority;
    const KeyKind kind = GENERATE(KeyKind::P256, KeyKind::Rsa2048);
    CertificateWish wish;
    wish.key = kind;
    const Identity officer = authority.issue(wish);
    const QString signedFile = folder.file(u"đã ký.pdf"_s);
    const auto written = signPdf(folder.pdf, signedFile, officer, authority, SignatureRole::Officer);
    REQUIRE_OK(written);

    const auto all = inspect(signedFile, authority.writeTo(folder.dir.path()));
    REQUIRE(all.size() == 1);
    const SignatureFacts &facts = all.front();
    CHECK(facts.problem == QString());
    CHECK(facts.holds());
    CHECK(facts.coversWholeDocument());
    CHECK(facts.trust == CertificateTrust::Trusted);
    CHECK(facts.role == SignatureRole::Officer);
    CHECK(facts.subFilter == u"ETSI.CAdES.detached"_s);
    CHECK(facts.signer == u"Nguyễn Thị Hoa"_s);
    CHECK(facts.organisation == u"UBND xã Hồng Thái"_s);
    CHECK(facts.issuer == u"Tổ chức chứng thực thử nghiệm"_s);
    CHECK(facts.certificateSerial.startsWith(u"54"_s));
    CHECK(facts.agency == u"UBND xã Hồng Thái"_s);
    REQUIRE(facts.signedAt);
    CHECK(std::abs(facts.signedAt->msecs - now().msecs) < 600'000);
    CHECK_FALSE(facts.timestamp);
    const QByteArray bytes = readFile(signedFile, anySize).value();
    CHECK(bytes.startsWith(readFile(folder.pdf, anySize).value()));
    CHECK(bytes.size() == written->bytes);
}

TEST_CASE("The agency signs after the officer, and both hold", "[signature]")
{
    const PdfFolder folder;
    const Authority authority;
    const TimestampAuthority timestamps(authority, folder.dir.path());
    CertificateWish wish;
    wish.commonName = u"UBND xã Hồng Thái"_s;
    wish.key = KeyKind::Rsa2048;
    const QString path = folder.pdf;
    REQUIRE_OK(signPdf(path, path, authority.issue(), authority, SignatureRole::Officer));
    REQUIRE_OK(signPdf(path, path, authority.issue(wish), authority, SignatureRole::Agency, &timestamps));

    const auto all = inspect(path, authority.writeTo(folder.dir.path()));
    REQUIRE(all.size() == 2);
    CHECK(all[0].role == SignatureRole::Officer);
    CHECK(all[0].laterChanges == LaterChanges::SignaturesOnly);
    CHECK(all[1].role == SignatureRole::Agency);
    CHECK(all[1].coversWholeDocument());
    for (const SignatureFacts &facts : all) {
        INFO(facts.problem.toStdString());
        CHECK(facts.holds());
        CHECK(facts.trust == CertificateTrust::Trusted);
    }
    REQUIRE(all[1].timestamp);
    CHECK(all[1].timestamp->intact);
    CHECK(all[1].timestamp->trust == CertificateTrust::Trusted);
    CHECK(all[1].timestamp->authority == u"Dịch vụ dấu thời gian thử nghiệm"_s);
    CHECK(std::abs(all[1].timestamp->at.msecs - now().msecs) < 600'000);

    // The same role does not sign twice.
    const auto again = signPdf(path, path, authority.issue(), authority, SignatureRole::Officer);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::SignedAlready);
}

TEST_CASE("Whatever byte is altered, the signature no longer holds", "[signature]")
{
    const PdfFolder folder;
    const Authority authority;
    REQUIRE_OK(signPdf(folder.pdf, folder.pdf, authority.issue(), authority, SignatureRole::Officer));
    const QByteArray good = readFile(folder.pdf, anySize).value();
    const qsizetype contents = good.indexOf("/Contents <") + qsizetype{11};
    const QString path = folder.file(u"sửa.pdf"_s);
    // In the header, in the picture, in the signed dictionary, in the signature itself, at the very end.
    for (const qsizetype at : {qsizetype{9}, good.size() / 4, contents - 200, contents + 1500, good.size() - 3}) {
        INFO("byte " << at << " of " << good.size());
        QByteArray bad = good;
        bad[at] = bad[at] == '1' ? '2' : '1';
        REQUIRE(writeDurably(path, bad));
        const auto facts = inspectSignatures(path, {});
        if (facts) { // the structure itself may be beyond reading
            REQUIRE(facts->size() <= 1);
            CHECK((facts->empty() || !facts->front().holds()));
        }
        const auto signedOver = signPdf(path, path, authority.issue(), authority, SignatureRole::Agency);
        CHECK_FALSE(signedOver);
        CHECK(readFile(path, anySize).value() == bad);
    }
}

TEST_CASE("Who is not known is not trusted, and without authorities nobody is asked", "[signature]")
{
    const PdfFolder folder;
    const Authority authority;
    const Authority stranger(u"Tổ chức lạ"_s);
    REQUIRE_OK(signPdf(folder.pdf, folder.pdf, authority.issue(), authority, SignatureRole::Officer));
    CHECK(inspect(folder.pdf).front().trust == CertificateTrust::NotAsked);
    const auto facts = inspect(folder.pdf, stranger.writeTo(folder.dir.path())).front();
    CHECK(facts.holds());
    CHECK(facts.trust == CertificateTrust::Untrusted);
    CHECK(facts.problem != QString());
}

TEST_CASE("A file without signatures has none", "[signature]")
{
    const PdfFolder folder;
    CHECK(inspect(folder.pdf).empty());
    const auto missing = inspectSignatures(folder.file(u"nowhere.pdf"_s), {});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::FileUnreadable);
    const auto noPdf = inspectSignatures(folder.file(u"1.jpg"_s), {});
    REQUIRE_FALSE(noPdf);
    CHECK(noPdf.error().code == ErrorCode::PdfUnreadable);
    const auto noAuthorities =
        inspectSignatures(folder.pdf, {.authoritiesFile = folder.file(u"1.jpg"_s), .now = now()});
    REQUIRE_FALSE(noAuthorities);
    CHECK(noAuthorities.error().code == ErrorCode::FileUnreadable);
}
