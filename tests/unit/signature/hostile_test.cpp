// SPDX-License-Identifier: GPL-3.0-or-later
// Files made to deceive or to break whoever inspects them.
#include "core/base/durable_file.h"
#include "core/signature/sign_messages.h"
#include "core/signature/timestamp.h"
#include "tests/support/catch.h"
#include "tests/unit/pdf/samples.h"
#include "tests/unit/signature/signed_pdf.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <random>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anySize = qint64{1} << 30;

/// A file of one page whose only field is a signature with this dictionary.
QByteArray withSignature(const QByteArray &signature)
{
    return handMadePdf({"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
                        "<< /FT /Sig /T (Sohoa-officer-1) /V << /Type /Sig /SubFilter /ETSI.CAdES.detached " +
                            signature + " >> >>"});
}

/// An update by hand behind a signed file: replaces one object, as an attacker would.
QByteArray replaced(const QByteArray &file, int object, const QByteArray &body)
{
    const qsizetype xref = file.lastIndexOf("startxref") + 10;
    const QByteArray previous = file.mid(xref, file.indexOf('\n', xref) - xref);
    const QByteArray number = QByteArray::number(object);
    const qsizetype size = file.lastIndexOf("/Size ") + 6;
    const QByteArray count =
        QByteArray::number(std::max(file.mid(size, 10).split(' ').first().toInt(), object + 1));
    const qsizetype root = file.lastIndexOf("/Root ");
    const QByteArray rootEntry = file.mid(root, file.indexOf('R', root + 6) - root + 1);
    const qsizetype info = file.lastIndexOf("/Info ");
    const QByteArray infoEntry = info < 0 ? QByteArray() : file.mid(info, file.indexOf('R', info + 6) - info + 1);
    QByteArray bytes = file + number + " 0 obj\n" + body + "\nendobj\n";
    const qsizetype at = bytes.size();
    bytes += "xref\n" + number + " 1\n" + QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
    bytes += "trailer\n<< " + rootEntry + ' ' + infoEntry + " /Size " + count + " /Prev " + previous + " >>\n";
    return bytes + "startxref\n" + QByteArray::number(at) + "\n%%EOF\n";
}

} // namespace

TEST_CASE("Nonsense instead of a signature is reported, never believed", "[signature][hostile]")
{
    const QTemporaryDir dir(pathTemplate());
    const QString path = dir.filePath(u"xấu.pdf"_s);
    const QByteArray zeros(4000, '0');
    for (const QByteArray &signature : {
             QByteArray("/ByteRange [0 10 20 30] /Contents <00>"),
             QByteArray(
                 "/ByteRange [0 9223372036854775807 9223372036854775807 9223372036854775807] /Contents <00>"),
             QByteArray("/ByteRange [-1 -5 -9 -3] /Contents <3080>"),
             QByteArray("/ByteRange [0 0 0 0] /Contents <>"),
             QByteArray("/ByteRange [(a) /b null <<>>] /Contents <00>"),
             QByteArray("/ByteRange 7 /Contents [1 2 3]"),
             QByteArray("/ByteRange [0 1 2] /Contents <308006092a864886f70d010702a080>"),
             QByteArray("/Contents <" + zeros + ">"),
             QByteArray("/ByteRange [0 100 200 300] /M (D:99999999999999+99'99') /Contents <" + zeros + ">"),
             QByteArray("/Reference [1 (x) << /TransformMethod /DocMDP /TransformParams 5 >>]"),
         }) {
        INFO(signature.left(80).toStdString());
        REQUIRE(writeDurably(path, withSignature(signature)));
        const auto facts = inspectSignatures(path, {});
        REQUIRE_OK(facts);
        REQUIRE(facts->size() == 1);
        CHECK_FALSE(facts->front().holds());
        CHECK(facts->front().problem != QString());
    }
}

TEST_CASE("A form that loops or nests without end is walked to its end", "[signature][hostile]")
{
    const QTemporaryDir dir(pathTemplate());
    const QString path = dir.filePath(u"vòng.pdf"_s);
    REQUIRE(writeDurably(
        path, handMadePdf({"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 4 0 R [5 0 R]] >> >>",
                           "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                           "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
                           "<< /T (a) /Kids [5 0 R 4 0 R] >>", "<< /T (b) /Kids [4 0 R 5 0 R] /FT /Tx >>"})));
    const auto facts = inspectSignatures(path, {});
    REQUIRE_OK(facts);
    CHECK(facts->empty());
}

TEST_CASE("A page replaced behind the signature is noticed", "[signature][hostile]")
{
    const PdfFolder folder;
    const Authority authority;
    REQUIRE_OK(signPdf(folder.pdf, folder.pdf, authority.issue(), authority, SignatureRole::Officer));
    const QByteArray good = readFile(folder.pdf, anySize).value();
    QPDF pdf;
    pdf.processMemoryFile("signed", good.constData(), static_cast<size_t>(good.size()));
    QPDFObjectHandle page = QPDFPageDocumentHelper(pdf).getAllPages().front().getObjectHandle();
    const auto laterChanges = [&folder, &good](int object, QPDFObjectHandle body) {
        REQUIRE(writeDurably(folder.pdf, replaced(good, object, QByteArray::fromStdString(body.unparse()))));
        const auto facts = inspectSignatures(folder.pdf, {});
        REQUIRE_OK(facts);
        REQUIRE(facts->size() == 1);
        CHECK(facts->front().digestIntact); // what was signed is still there …
        return facts->front().laterChanges;
    };
    QPDFObjectHandle turned = page.shallowCopy();
    turned.replaceKey("/Rotate", QPDFObjectHandle::newInteger(180));
    CHECK(laterChanges(page.getObjectID(), turned) == LaterChanges::Other);
    // An annotation that covers the page.
    QPDFObjectHandle covered = page.shallowCopy();
    covered.replaceKey("/Annots",
                       QPDFObjectHandle::parse("[<< /Type /Annot /Subtype /Stamp /Rect [0 0 500 500] >>]"));
    CHECK(laterChanges(page.getObjectID(), covered) == LaterChanges::Other);
    // A catalog that opens something else.
    QPDFObjectHandle root = pdf.getRoot().shallowCopy();
    root.replaceKey("/OpenAction", QPDFObjectHandle::parse("<< /S /URI /URI (http://x) >>"));
    CHECK(laterChanges(pdf.getRoot().getObjectID(), root) == LaterChanges::Other);
    // The same object once more changes nothing.
    CHECK(laterChanges(page.getObjectID(), page.shallowCopy()) == LaterChanges::SignaturesOnly);
}

TEST_CASE("An object left out on purpose and added behind the signature is noticed", "[signature][hostile]")
{
    const PdfFolder folder;
    const Authority authority;
    const QString path = folder.file(u"chừa chỗ.pdf"_s);
    REQUIRE(writeDurably(
        path, handMadePdf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                           "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Resources 4 0 R >>",
                           "<< /XObject << /Later 50 0 R >> >>"})));
    REQUIRE_OK(signPdf(path, path, authority.issue(), authority, SignatureRole::Officer));
    const QByteArray good = readFile(path, anySize).value();
    REQUIRE(writeDurably(path, replaced(good, 50, streamObject("", "0 0 100 100 re f"))));
    const auto facts = inspectSignatures(path, {});
    REQUIRE_OK(facts);
    REQUIRE(facts->size() == 1);
    CHECK(facts->front().digestIntact);
    CHECK(facts->front().laterChanges == LaterChanges::Other);
}

TEST_CASE("A file written anew does not keep its signature", "[signature][hostile]")
{
    const PdfFolder folder;
    const Authority authority;
    REQUIRE_OK(signPdf(folder.pdf, folder.pdf, authority.issue(), authority, SignatureRole::Officer));
    const QString rewritten = folder.file(u"viết lại.pdf"_s);
    REQUIRE(run(u"qpdf"_s, {folder.pdf, rewritten}).exitCode == 0);
    const auto facts = inspectSignatures(rewritten, {});
    REQUIRE_OK(facts);
    REQUIRE(facts->size() == 1);
    CHECK_FALSE(facts->front().holds());
}

TEST_CASE("Object streams, cross-reference streams and turned pages are signed as well", "[signature]")
{
    const PdfFolder folder;
    const Authority authority;
    const QString packed = folder.file(u"nén.pdf"_s);
    REQUIRE(run(u"qpdf"_s, {u"--object-streams=generate"_s, u"--rotate=90"_s, folder.pdf, packed}).exitCode == 0);
    const QByteArray before = readFile(packed, anySize).value();
    REQUIRE_FALSE(before.contains("\ntrailer"));
    REQUIRE_OK(signPdf(packed, packed, authority.issue(), authority, SignatureRole::Officer));
    REQUIRE_OK(signPdf(packed, packed, authority.issue(), authority, SignatureRole::Agency));
    const auto facts = inspectSignatures(packed, {});
    REQUIRE_OK(facts);
    REQUIRE(facts->size() == 2);
    CHECK((*facts)[0].holds());
    CHECK((*facts)[1].coversWholeDocument());
    CHECK_FALSE(readFile(packed, anySize).value().contains("\ntrailer"));
    const auto checked = run(u"qpdf"_s, {u"--check"_s, packed});
    INFO(checked.out.toStdString());
    CHECK(checked.exitCode == 0);
    CHECK(run(u"pdfsig"_s, {u"-nocert"_s, packed}).out.count("Signature is Valid.") == 2);
}

TEST_CASE("What cannot be signed is refused by name", "[signature]")
{
    const PdfFolder folder;
    const Authority authority;
    const auto refusal = [&](const QByteArray &bytes) {
        const QString path = folder.file(u"x.pdf"_s);
        REQUIRE(writeDurably(path, bytes));
        const auto done = signPdf(path, path, authority.issue(), authority, SignatureRole::Officer);
        CHECK(readFile(path, anySize).value() == bytes);
        return done ? ErrorCode::Cancelled : done.error().code;
    };
    const QByteArray good = readFile(folder.pdf, anySize).value();
    CHECK(refusal(good.first(good.size() - 200)) != ErrorCode::Cancelled);
    CHECK(refusal("no PDF at all") == ErrorCode::PdfUnreadable);
    QByteArray wrongXref = good;
    wrongXref.replace("startxref\n", "startxref\n1");
    CHECK(refusal(wrongXref) == ErrorCode::PdfNotSignable);
    const QString locked = folder.file(u"khóa.pdf"_s);
    REQUIRE(run(u"qpdf"_s, {u"--encrypt"_s, u"a"_s, u"b"_s, u"256"_s, u"--"_s, folder.pdf, locked}).exitCode == 0);
    CHECK(refusal(readFile(locked, anySize).value()) == ErrorCode::PdfEncrypted);
}

TEST_CASE("Random damage to the signature and to answers of a timestamp service breaks nothing",
          "[signature][hostile]")
{
    const PdfFolder folder;
    const Authority authority;
    const TimestampAuthority timestamps(authority, folder.dir.path());
    REQUIRE_OK(signPdf(folder.pdf, folder.pdf, authority.issue(), authority, SignatureRole::Officer, &timestamps));
    const QByteArray good = readFile(folder.pdf, anySize).value();
    const qsizetype contents = good.indexOf("/Contents <") + 11;
    const QByteArray digest(32, 'x');
    const auto question = timestampRequest(digest, 7);
    REQUIRE_OK(question);
    const QByteArray answer = timestamps.answer(*question);
    REQUIRE(timestampToken(answer, digest, 7));
    std::mt19937 random(20261125); // the same damage in every run
    const auto below = [&random](qsizetype end) {
        return static_cast<qsizetype>(random() % static_cast<unsigned>(end));
    };
    constexpr auto digits = "0123456789abcdef";
    const QString path = folder.file(u"hỏng.pdf"_s);
    for (int round = 0; round < 150; ++round) {
        INFO("round " << round);
        QByteArray bad = good;
        for (qsizetype changes = 1 + below(3); changes > 0; --changes)
            bad[contents + below(6000)] = digits[below(16)];
        REQUIRE(writeDurably(path, bad));
        const auto facts = inspectSignatures(path, {});
        REQUIRE_OK(facts);
        REQUIRE(facts->size() == 1);
        QByteArray badAnswer = answer;
        badAnswer[below(answer.size())] = static_cast<char>(random());
        badAnswer.truncate(badAnswer.size() - (round % 3 == 0 ? below(100) : 0));
        if (const auto token = timestampToken(badAnswer, digest, 7); !token)
            CHECK(token.error().code == ErrorCode::TimestampInvalid);
    }
}

TEST_CASE("Messages of a helper are checked as what comes from outside", "[signature][hostile]")
{
    const SignHelperReply opened = KeyOpened{{{"der", 0}, {"chain", -1}}};
    FrameReader reader;
    reader.append(encodeSignMessage(opened));
    const auto frame = reader.next();
    REQUIRE_OK(frame);
    const auto decoded = decodeSignReply(**frame);
    REQUIRE_OK(decoded);
    CHECK(std::get<KeyOpened>(*decoded).certificates.size() == 2);
    for (const Frame &bad :
         {Frame{129, "{\"certificates\":[7]}"}, Frame{129, "{\"certificates\":[{\"der\":\"%\"}]}"},
          Frame{130, "{}"}, Frame{131, "{\"code\":1}"}, Frame{77, "{}"}, Frame{130, "nonsense"}}) {
        INFO(bad.payload.toStdString());
        const auto reply = decodeSignReply(bad);
        REQUIRE_FALSE(reply);
        CHECK(reply.error().code == ErrorCode::HelperProtocol);
    }
    CHECK_FALSE(decodeSignRequest(Frame{2, "{\"key\":-3,\"bytes\":\"AA==\"}"}));
    CHECK_FALSE(decodeSignRequest(Frame{3, "{}"}));
}
