// SPDX-License-Identifier: GPL-3.0-or-later
// What programs that know nothing of Sohoa say of a file that it has signed.
#include "core/base/durable_file.h"
#include "core/pdf/pdf_inspection.h"
#include "tests/support/catch.h"
#include "tests/unit/pdf/samples.h"
#include "tests/unit/signature/signed_pdf.h"

#include <QDir>
#include <QRegularExpression>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anySize = qint64{1} << 30;

/// Officer and agency have signed; the agency with a timestamp.
struct SignedTwice : PdfFolder {
    explicit SignedTwice(const QString &source = {})
    {
        if (!source.isEmpty())
            pdf = source;
        CertificateWish agency;
        agency.commonName = u"UBND xã Hồng Thái"_s;
        agency.key = KeyKind::Rsa2048;
        const TimestampAuthority timestamps(authority, dir.path());
        REQUIRE_OK(signPdf(pdf, pdf, authority.issue(), authority, SignatureRole::Officer));
        REQUIRE_OK(signPdf(pdf, pdf, authority.issue(agency), authority, SignatureRole::Agency, &timestamps));
    }

    Authority authority;
};

/// pdfsig's database of certificates it trusts.
QString trustDatabase(const SignedTwice &folder)
{
    const QString database = folder.file(u"nss"_s);
    REQUIRE(QDir().mkpath(database));
    REQUIRE(run(u"certutil"_s, {u"-N"_s, u"-d"_s, u"sql:"_s + database, u"--empty-password"_s}).exitCode == 0);
    REQUIRE(run(u"certutil"_s, {u"-A"_s, u"-d"_s, u"sql:"_s + database, u"-n"_s, u"authority"_s, u"-t"_s,
                                u"CT,C,C"_s, u"-i"_s, folder.authority.writeTo(folder.dir.path())})
                .exitCode == 0);
    return u"sql:"_s + database;
}

/// The signed bytes and the CMS of every signature, oldest first, cut out by what stands in the file.
std::vector<std::pair<QByteArray, QByteArray>> signaturesOf(const QByteArray &file)
{
    static const QRegularExpression range(u"/ByteRange \\[0 (\\d+) (\\d+) (\\d+) *\\]"_s);
    std::vector<std::pair<QByteArray, QByteArray>> found;
    for (auto all = range.globalMatch(QString::fromLatin1(file)); all.hasNext();) {
        const auto match = all.next();
        const qsizetype before = match.captured(1).toLongLong();
        const qsizetype resume = match.captured(2).toLongLong();
        const QByteArray bytes = file.first(before) + file.sliced(resume, match.captured(3).toLongLong());
        found.emplace_back(bytes, QByteArray::fromHex(file.sliced(before + 1, resume - before - 2)));
    }
    return found;
}

} // namespace

TEST_CASE("pdfsig finds both signatures valid and their signers trusted", "[signature]")
{
    const SignedTwice folder;
    const QString database = trustDatabase(folder);
    const auto said = run(u"pdfsig"_s, {u"-nssdir"_s, database, folder.pdf});
    INFO(said.out.toStdString());
    CHECK(said.exitCode == 0);
    CHECK(said.out.count("Signature is Valid.") == 2);
    CHECK(said.out.count("Certificate is Trusted.") == 2);
    CHECK(said.out.count("ETSI.CAdES.detached") == 2);
    CHECK(said.out.contains("Signer Certificate Common Name: Nguyễn Thị Hoa"));
    CHECK(said.out.contains("Total document signed"));

    QByteArray altered = readFile(folder.pdf, anySize).value();
    altered[altered.size() / 8] = static_cast<char>(altered[altered.size() / 8] ^ 1);
    REQUIRE(writeDurably(folder.pdf, altered));
    CHECK(run(u"pdfsig"_s, {u"-nssdir"_s, database, folder.pdf}).out.count("Digest Mismatch.") == 2);
}

TEST_CASE("openssl verifies both signatures, and the timestamp", "[signature]")
{
    const SignedTwice folder;
    const QString authorities = folder.authority.writeTo(folder.dir.path());
    const auto signatures = signaturesOf(readFile(folder.pdf, anySize).value());
    REQUIRE(signatures.size() == 2);
    for (const auto &[bytes, cms] : signatures) {
        REQUIRE(writeDurably(folder.file(u"signed.bin"_s), bytes));
        REQUIRE(writeDurably(folder.file(u"signature.der"_s), cms));
        const QStringList question = {u"cms"_s,      u"-verify"_s,
                                      u"-cades"_s,   u"-binary"_s,
                                      u"-inform"_s,  u"DER"_s,
                                      u"-in"_s,      folder.file(u"signature.der"_s),
                                      u"-content"_s, folder.file(u"signed.bin"_s),
                                      u"-CAfile"_s,  authorities,
                                      u"-purpose"_s, u"any"_s,
                                      u"-out"_s,     u"/dev/null"_s};
        CHECK(run(u"openssl"_s, question).exitCode == 0);
        REQUIRE(writeDurably(folder.file(u"signed.bin"_s), bytes + ' '));
        CHECK(run(u"openssl"_s, question).exitCode != 0);
    }
    const auto printed = [&folder](const QByteArray &cms) {
        REQUIRE(writeDurably(folder.file(u"signature.der"_s), cms));
        return run(u"openssl"_s, {u"cms"_s, u"-cmsout"_s, u"-print"_s, u"-inform"_s, u"DER"_s, u"-in"_s,
                                  folder.file(u"signature.der"_s)})
            .out;
    };
    const QByteArray officer = printed(signatures[0].second);
    CHECK(officer.contains("id-smime-aa-signingCertificateV2"));
    // The time stands in the PDF: in the CMS of a PAdES signature it is forbidden (EN 319 142-1, table 1).
    CHECK_FALSE(officer.contains("signingTime"));
    CHECK_FALSE(officer.contains("id-smime-aa-timeStampToken"));
    CHECK(printed(signatures[1].second).contains("id-smime-aa-timeStampToken"));
}

TEST_CASE("A signed file is as valid as it was, looks as it did and has the same text", "[signature]")
{
    const PdfFolder plain;
    const SignedTwice folder;
    const auto checked = run(u"qpdf"_s, {u"--check"_s, folder.pdf});
    INFO(checked.out.toStdString());
    CHECK(checked.exitCode == 0);
    const auto facts = inspectPdf(folder.pdf);
    REQUIRE_OK(facts);
    for (const PdfViolation &violation : facts->violations)
        FAIL_CHECK(violation.rule.toStdString() << " " << violation.detail.toStdString());
    CHECK(facts->signature == PdfSignatureState::Signed);
    CHECK(run(u"pdftotext"_s, {folder.pdf, u"-"_s}).out == run(u"pdftotext"_s, {plain.pdf, u"-"_s}).out);
    const auto drawn = [](const PdfFolder &which, const QString &program, const QStringList &arguments) {
        const QString picture = which.file(u"drawn"_s);
        QStringList all = arguments;
        all.replaceInStrings(u"IN"_s, which.pdf);
        all.replaceInStrings(u"OUT"_s, picture);
        REQUIRE(run(program, all).exitCode == 0);
        return readFile(picture, anySize).value();
    };
    const QStringList poppler = {u"-r"_s, u"50"_s, u"-singlefile"_s, u"IN"_s, u"-"_s};
    CHECK(run(u"pdftoppm"_s, QStringList(poppler).replaceInStrings(u"IN"_s, folder.pdf)).out ==
          run(u"pdftoppm"_s, QStringList(poppler).replaceInStrings(u"IN"_s, plain.pdf)).out);
    const QStringList mupdf = {u"draw"_s, u"-q"_s, u"-r"_s,  u"50"_s, u"-F"_s,
                               u"pnm"_s,  u"-o"_s, u"OUT"_s, u"IN"_s, u"1"_s};
    CHECK(drawn(folder, u"mutool"_s, mupdf) == drawn(plain, u"mutool"_s, mupdf));
}

TEST_CASE("The field lies top right and says agency and time in Vietnam's zone", "[signature]")
{
    const SignedTwice folder;
    const QByteArray file = readFile(folder.pdf, anySize).value();
    static const QRegularExpression place(u"/Rect \\[([\\d.]+) ([\\d.]+) ([\\d.]+) ([\\d.]+)\\]"_s);
    const auto match = place.match(QString::fromLatin1(file));
    REQUIRE(match.hasMatch());
    const auto page = inspectPdf(folder.pdf);
    REQUIRE_OK(page);
    CHECK(match.captured(1).toDouble() > 0.6 * page->pages.front().width);
    CHECK(match.captured(3).toDouble() < page->pages.front().width);
    CHECK(match.captured(2).toDouble() > 0.9 * page->pages.front().height);
    static const QRegularExpression time(u"/M \\(D:\\d{14}\\+07'00'\\)"_s);
    CHECK(time.match(QString::fromLatin1(file)).hasMatch());
    // /TU in UTF-16: "UBND xã Hồng Thái".
    QByteArray agency;
    for (const QChar c : u"UBND xã Hồng Thái"_s)
        agency += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    CHECK(file.contains(agency));
}
