// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/pdf/pdf_inspection.h"
#include "tests/support/catch.h"
#include "tests/unit/pdf/samples.h"

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const QByteArray page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>";
const QByteArray content = streamObject("", "BT (x) Tj ET");

Result<PdfInspection> inspect(const QByteArray &bytes)
{
    const QTemporaryDir folder(pathTemplate());
    const QString path = folder.filePath(u"lạ.pdf"_s);
    REQUIRE_OK(writeDurably(path, bytes));
    return inspectPdf(path);
}

bool breaks(const PdfInspection &facts, const QString &rule)
{
    return std::any_of(facts.violations.begin(), facts.violations.end(),
                       [&rule](const PdfViolation &violation) { return violation.rule == rule; });
}

QByteArray sampleFile()
{
    const QTemporaryDir folder(pathTemplate());
    const QString path = folder.filePath(u"a.pdf"_s);
    REQUIRE_OK(writePdf(sampleMetadata(), {samplePage(folder.filePath(u"1.jpg"_s), {u"Giấy khai sinh"_s})}, path));
    return readFile(path, qint64{1} << 30).value();
}

} // namespace

TEST_CASE("A plain PDF is told from a PDF/A", "[pdf]")
{
    const auto facts = inspect(handMadePdf({"<< /Type /Catalog /Pages 2 0 R >>", pages, page, content}));
    REQUIRE_OK(facts);
    CHECK(facts->version == u"1.7"_s);
    CHECK(facts->claimedPart == 0);
    CHECK(facts->hasText());
    CHECK(facts->pages.at(0).width == 595);
    CHECK(facts->signature == PdfSignatureState::None);
    CHECK(breaks(*facts, u"6.2.3"_s));
    CHECK(breaks(*facts, u"6.6.2.1"_s));
}

TEST_CASE("What PDF/A forbids is named", "[pdf]")
{
    const auto breaksWith = [](const QByteArray &catalog, const QByteArray &more, const QString &rule) {
        const auto facts = inspect(
            handMadePdf({"<< /Type /Catalog /Pages 2 0 R " + catalog + " >>", pages, page, content, more}));
        REQUIRE_OK(facts);
        CAPTURE(rule);
        CHECK(breaks(*facts, rule));
    };
    breaksWith("/OpenAction 5 0 R", "<< /S /JavaScript /JS (app.alert\\(1\\)) >>", u"6.5.1"_s);
    breaksWith("/OpenAction << /Type /Action /S /Launch /F (x) >>", "null", u"6.5.1"_s);
    breaksWith("/AA << >>", "null", u"6.5.2"_s);
    breaksWith("/AcroForm << /Fields [] /NeedAppearances true >>", "null", u"6.4.1"_s);
    breaksWith("/X 5 0 R", streamObject("/Filter /LZWDecode", "\x80\x0B"), u"6.1.7.2"_s);
    breaksWith("/X 5 0 R", streamObject("/F (other)", ""), u"6.1.7.1"_s);
    breaksWith("/X 5 0 R", "<< /Type /Font /Subtype /TrueType /BaseFont /Arial >>", u"6.2.11.4.1"_s);
    breaksWith("/X 5 0 R", "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>", u"6.2.11.7.2"_s);
    breaksWith("/X 5 0 R", "<< /Type /Annot /Subtype /Movie /Rect [0 0 1 1] /F 4 >>", u"6.3.1"_s);
    breaksWith("/X 5 0 R", "<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /F 2 >>", u"6.3.2"_s);
    breaksWith("/X [[<< /Type /Page /AA << >> >>]]", "null", u"6.5.2"_s);
    breaksWith("/X 5 0 R", streamObject("/Type /XObject /Subtype /Image /Interpolate true", ""), u"6.2.8"_s);
    breaksWith("/OutputIntents [<< /S /GTS_PDFA1 /DestOutputProfile 5 0 R >>]", streamObject("/N 3", "no profile"),
               u"6.2.3"_s);
    breaksWith("/Metadata 5 0 R", streamObject("/Type /Metadata /Subtype /XML", "<x><y></x>"), u"6.6.2.1"_s);
}

TEST_CASE("Ends, trailer and disagreeing metadata are seen in our own file, damaged", "[pdf]")
{
    const QByteArray good = sampleFile();
    CHECK(inspect(good)->violations.empty());
    CHECK(breaks(*inspect(good + "more"), u"6.1.3"_s));
    QByteArray bytes = good;
    bytes.replace("<pdf:Producer>Sohoa 0.1.0", "<pdf:Producer>Sahoa 0.1.0");
    CHECK(breaks(*inspect(bytes), u"6.6.3"_s));
    bytes = good;
    bytes.replace("<xmp:CreateDate>2026", "<xmp:CreateDate>2025");
    CHECK(breaks(*inspect(bytes), u"6.6.3"_s));
    bytes = good;
    bytes.replace("<pdfaid:part>2", "<pdfaid:part>1");
    CHECK(breaks(*inspect(bytes), u"6.6.4"_s));
    bytes = good;
    bytes.replace("/ToUnicode", "/ToUniqode");
    CHECK(breaks(*inspect(bytes), u"6.2.11.7.2"_s));
    bytes = good;
    bytes.replace("/FontFile2", "/FontFile9");
    CHECK(breaks(*inspect(bytes), u"6.2.11.4.1"_s));
    bytes = good;
    bytes.replace("/ID [", "/IX [");
    CHECK(breaks(*inspect(bytes), u"6.1.3"_s));
    bytes = good;
    bytes.replace("%PDF-1.7\n%", "%PDF-1.7\n ");
    CHECK(breaks(*inspect(bytes), u"6.1.2"_s));
    bytes = good;
    bytes.replace("startxref\n", "startxref\n9");
    CHECK(breaks(*inspect(bytes), u"6.1"_s));
}

TEST_CASE("A signature is seen", "[pdf]")
{
    const QByteArray catalog = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] /SigFlags 3 >> >>";
    const auto state = [&catalog](const QByteArray &field) {
        const auto facts = inspect(handMadePdf({catalog, pages, page, content, field}));
        REQUIRE_OK(facts);
        return facts->signature;
    };
    CHECK(state("<< /FT /Sig /T (a) /V << /Type /Sig /Contents <00> >> >>") == PdfSignatureState::Signed);
    CHECK(state("<< /FT /Sig /T (a) >>") == PdfSignatureState::None);
    CHECK(state("<< /T (a) /Kids [5 0 R << /FT /Tx /V (x) >>] >>") == PdfSignatureState::None);
}

TEST_CASE("Hostile files give errors", "[pdf]")
{
    CHECK(inspectPdf(u"/nonexistent/a.pdf"_s).error().code == ErrorCode::FileUnreadable);
    for (const QByteArray &bytes : {QByteArray(), QByteArray("no PDF"), QByteArray(100'000, '\0'),
                                    QByteArray("%PDF-1.7\n%%EOF\n"), "%PDF-1.7\n" + QByteArray(50'000, '[')}) {
        const auto facts = inspect(bytes);
        REQUIRE_FALSE(facts);
        CHECK(facts.error().code == ErrorCode::PdfUnreadable);
        CHECK(facts.error().args.contains(u"path"_s));
    }

    SECTION("a content that unpacks without end")
    {
        const QByteArray packed = qCompress(QByteArray(80 << 20, ' '), 9).mid(4);
        const QByteArray bomb = streamObject("/Filter /FlateDecode", packed);
        const auto facts = inspect(handMadePdf({"<< /Type /Catalog /Pages 2 0 R >>", pages, page, bomb}));
        REQUIRE_FALSE(facts);
        CHECK(facts.error().code == ErrorCode::PdfUnreadable);
    }
    SECTION("a page tree that bites its tail")
    {
        const auto facts = inspect(handMadePdf(
            {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>", page, content}));
        CHECK((!facts || facts->pages.empty()));
    }
    SECTION("encrypted")
    {
        const QTemporaryDir folder(pathTemplate());
        const QString plain = folder.filePath(u"a.pdf"_s);
        const QString locked = folder.filePath(u"b.pdf"_s);
        REQUIRE_OK(writeDurably(plain, sampleFile()));
        REQUIRE(
            run(u"qpdf"_s, {u"--encrypt"_s, u"user"_s, u"owner"_s, u"256"_s, u"--"_s, plain, locked}).exitCode ==
            0);
        CHECK(inspectPdf(locked).error().code == ErrorCode::PdfEncrypted);
    }
    SECTION("bytes changed here and there")
    {
        const QByteArray good = sampleFile();
        quint32 state = 7;
        for (int round = 0; round < 40; ++round) {
            QByteArray bytes = good;
            for (int i = 0; i < 30; ++i) {
                state = state * 1664525 + 1013904223;
                bytes[static_cast<qsizetype>(state % static_cast<quint32>(bytes.size()))] =
                    static_cast<char>(state >> 24);
            }
            const auto facts = inspect(bytes);
            CHECK((facts || facts.error().code == ErrorCode::PdfUnreadable ||
                   facts.error().code == ErrorCode::PdfEncrypted));
        }
        for (qsizetype size = 0; size < good.size(); size += good.size() / 15)
            CHECK_FALSE((inspect(good.left(size)).has_value() && inspect(good.left(size))->violations.empty()));
    }
}
