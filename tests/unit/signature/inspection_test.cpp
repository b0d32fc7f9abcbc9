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

/// A list of what `authority` has revoked, good until tomorrow.
QByteArray revocationList(const Authority &authority, const X509 *revoked, long revokedAgo)
{
    const OpenSslHandle<X509_CRL, X509_CRL_free> list(X509_CRL_new());
    REQUIRE(X509_CRL_set_version(list.get(), X509_CRL_VERSION_2) == 1);
    X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(authority.root().certificate.get()));
    const OpenSslHandle<ASN1_TIME, ASN1_TIME_free> time(ASN1_TIME_new());
    constexpr long day = 24 * 3600;
    X509_gmtime_adj(time.get(), -day);
    X509_CRL_set1_lastUpdate(list.get(), time.get());
    X509_gmtime_adj(time.get(), day);
    X509_CRL_set1_nextUpdate(list.get(), time.get());
    if (revoked) {
        OpenSslHandle<X509_REVOKED, X509_REVOKED_free> entry(X509_REVOKED_new());
        X509_gmtime_adj(time.get(), -revokedAgo);
        X509_REVOKED_set_revocationDate(entry.get(), time.get());
        ASN1_INTEGER *serial = ASN1_INTEGER_dup(X509_get0_serialNumber(revoked));
        X509_REVOKED_set_serialNumber(entry.get(), serial);
        ASN1_INTEGER_free(serial);
        REQUIRE(X509_CRL_add0_revoked(list.get(), entry.release()) == 1);
    }
    REQUIRE(X509_CRL_sign(list.get(), authority.root().key, EVP_sha256()) > 0);
    return toDer(list.get(), i2d_X509_CRL);
}

/// Lays a revocation list beside the certificates of a file's signature, where nothing is signed.
void addRevocationList(const QString &pdf, const QByteArray &list)
{
    QByteArray bytes = readFile(pdf, anySize).value();
    const qsizetype at = bytes.indexOf("/Contents <") + 11;
    const qsizetype room = bytes.indexOf('>', at) - at;
    const auto cms =
        fromDer<CmsHandle>(firstElement(QByteArray::fromHex(bytes.mid(at, room))), d2i_CMS_ContentInfo);
    const auto crl = fromDer<OpenSslHandle<X509_CRL, X509_CRL_free>>(list, d2i_X509_CRL);
    REQUIRE(cms);
    REQUIRE(crl);
    REQUIRE(CMS_add1_crl(cms.get(), crl.get()) == 1);
    const QByteArray hex = toDer(cms.get(), i2d_CMS_ContentInfo).toHex();
    REQUIRE(hex.size() <= room);
    bytes.replace(at, room, hex.leftJustified(room, '0'));
    REQUIRE_OK(writeDurably(pdf, bytes));
}

} // namespace

TEST_CASE("A revocation list in the file is asked, and without one revocation is not checked", "[signature]")
{
    const PdfFolder folder;
    const Authority authority;
    const Identity officer = authority.issue();
    REQUIRE_OK(signPdf(folder.pdf, folder.pdf, officer, authority, SignatureRole::Officer));
    const QString anchors = authority.writeTo(folder.dir.path());
    CHECK(inspect(folder.pdf, anchors).front().revocation == Revocation::NotChecked);
    constexpr long hour = 3600;
    SECTION("not in the list")
    {
        addRevocationList(folder.pdf, revocationList(authority, authority.issue().certificate.get(), hour));
        const auto facts = inspect(folder.pdf, anchors).front();
        CHECK(facts.holds());
        CHECK(facts.revocation == Revocation::NotRevoked);
        CHECK(facts.trust == CertificateTrust::Trusted);
    }
    SECTION("in the list")
    {
        addRevocationList(folder.pdf, revocationList(authority, officer.certificate.get(), hour));
        const auto facts = inspect(folder.pdf, anchors).front();
        CHECK(facts.holds());
        CHECK(facts.revocation == Revocation::Revoked);
        CHECK(facts.trust == CertificateTrust::Untrusted);
        CHECK_FALSE(facts.problem.isEmpty());
    }
    SECTION("revoked after the moment in question")
    {
        addRevocationList(folder.pdf, revocationList(authority, officer.certificate.get(), -hour));
        CHECK(inspect(folder.pdf, anchors).front().revocation == Revocation::NotRevoked);
    }
    SECTION("a list that somebody else of that name made")
    {
        const Authority impostor;
        addRevocationList(folder.pdf, revocationList(impostor, officer.certificate.get(), hour));
        CHECK(inspect(folder.pdf, anchors).front().revocation == Revocation::NotChecked);
    }
}

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
