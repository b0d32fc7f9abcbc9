// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/pdf/pdf_inspection.h"
#include "tests/support/catch.h"
#include "tests/unit/pdf/samples.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cstdlib>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anySize = qint64{1} << 30;

struct Folder {
    QTemporaryDir dir{pathTemplate()};
    QString file(const QString &name) const { return dir.filePath(name); }
};

/// The raster of a page as MuPDF paints it.
Picture painted(const QString &pdf, int dpi, int components, const QString &scratch)
{
    const Said drawn = run(u"mutool"_s, {u"draw"_s, u"-q"_s, u"-A"_s, u"0"_s, u"-r"_s, QString::number(dpi),
                                         u"-c"_s, components == 1 ? u"gray"_s : u"rgb"_s, u"-F"_s, u"pnm"_s,
                                         u"-o"_s, scratch, pdf, u"1"_s});
    REQUIRE(drawn.exitCode == 0);
    const QByteArray bytes = readFile(scratch, anySize).value();
    // "P6\n<width> <height>\n255\n", with a comment line now and then.
    QByteArrayList numbers;
    qsizetype at = 2;
    while (numbers.size() < 3) {
        const qsizetype end = bytes.indexOf('\n', at + 1);
        const QByteArray line = bytes.mid(at, end - at).trimmed();
        if (!line.startsWith('#') && !line.isEmpty())
            numbers += line.split(' ');
        at = end;
    }
    return {numbers[0].toInt(), numbers[1].toInt(), components, bytes.mid(at + 1)};
}

} // namespace

TEST_CASE("Independent readers find the file in order", "[pdf]")
{
    const Folder folder;
    const QString path = folder.file(u"kết quả.pdf"_s);
    std::vector<PdfPage> pages = {
        samplePage(folder.file(u"1.jpg"_s), {u"CỘNG HÒA XÃ HỘI"_s, u"Độc lập - Tự do"_s}),
        samplePage(folder.file(u"2.jpg"_s), {}, 1)};
    pages[1].label = u"1 (mặt sau)"_s;
    const auto written = writePdf(sampleMetadata(), pages, path);
    REQUIRE_OK(written);

    const QByteArray bytes = readFile(path, anySize).value();
    CHECK(written->bytes == bytes.size());
    CHECK(written->sha256.toLatin1() == QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());

    const Said checked = run(u"qpdf"_s, {u"--check"_s, path});
    INFO(checked.out.toStdString());
    CHECK(checked.exitCode == 0);

    const QByteArray info = run(u"pdfinfo"_s, {u"-isodates"_s, path}).out;
    INFO(info.toStdString());
    CHECK(info.contains("Giấy khai sinh <bản chính> & trích lục"));
    CHECK(info.contains("UBND xã Hồng Thái, huyện Bình Gia"));
    CHECK(info.contains("595.2 x 841.92 pts (A4)"));
    CHECK(info.contains("Pages:           2"));
    CHECK(info.contains("PDF version:     1.7"));
    const QByteArray xmp = run(u"pdfinfo"_s, {u"-meta"_s, path}).out;
    CHECK(xmp.contains("<pdfaid:part>2</pdfaid:part>"));
    CHECK(xmp.contains("<pdfaid:conformance>U</pdfaid:conformance>"));
    CHECK(xmp.contains("<xmp:CreateDate>2026-11-24T01:59:32+07:00</xmp:CreateDate>"));
    CHECK(xmp.contains("<sohoa:dossierCode>000.00.16.H37-230821-0003</sohoa:dossierCode>"));
    CHECK(bytes.contains("/CreationDate (D:20261124015932+07'00')"));
    CHECK(bytes.contains("/DisplayDocTitle true"));
    CHECK(bytes.contains("/PageLabels"));

    const auto facts = inspectPdf(path);
    REQUIRE_OK(facts);
    for (const PdfViolation &violation : facts->violations)
        FAIL_CHECK(violation.rule.toStdString() + ' ' + violation.detail.toStdString());
    CHECK(facts->claimedPart == 2);
    CHECK(facts->claimedConformance == u"U"_s);
    CHECK(facts->pages.size() == 2);
    CHECK(facts->pages[0].hasText);
    CHECK_FALSE(facts->pages[1].hasText);
    CHECK(facts->sha256 == written->sha256);
}

TEST_CASE("The picture is what a reader paints, and nothing else", "[pdf]")
{
    const Folder folder;
    const int components = GENERATE(1, 3);
    const QString path = folder.file(u"a.pdf"_s);
    const PdfPage page = samplePage(folder.file(u"1.jpg"_s), {u"Chữ không được thấy"_s}, components);
    REQUIRE_OK(writePdf(sampleMetadata(), {page}, path));
    const QByteArray jpeg = readFile(page.imageFile, anySize).value();
    CHECK(readFile(path, anySize).value().contains(jpeg));

    const Picture expected = fromJpeg(jpeg);
    const Picture got = painted(path, 150, components, folder.file(u"trang.pnm"_s));
    REQUIRE(got.width == expected.width);
    REQUIRE(got.height == expected.height);
    REQUIRE(got.pixels.size() == expected.pixels.size());
    int far = 0;
    for (qsizetype i = 0; i < got.pixels.size(); ++i)
        far += std::abs(static_cast<quint8>(got.pixels[i]) - static_cast<quint8>(expected.pixels[i])) > 3 ? 1 : 0;
    CHECK(far == 0);
}

TEST_CASE("The same input gives the same bytes", "[pdf]")
{
    const Folder folder;
    const std::vector<PdfPage> pages = {samplePage(folder.file(u"1.jpg"_s), {u"Giấy khai sinh"_s})};
    REQUIRE_OK(writePdf(sampleMetadata(), pages, folder.file(u"a.pdf"_s)));
    REQUIRE_OK(writePdf(sampleMetadata(), pages, folder.file(u"b.pdf"_s)));
    const QByteArray first = readFile(folder.file(u"a.pdf"_s), anySize).value();
    CHECK(first == readFile(folder.file(u"b.pdf"_s), anySize).value());

    PdfMetadata later = sampleMetadata();
    later.created.msecs += 1000;
    REQUIRE_OK(writePdf(later, pages, folder.file(u"b.pdf"_s)));
    CHECK(first != readFile(folder.file(u"b.pdf"_s), anySize).value());
}

TEST_CASE("A picture with fewer pixels keeps the page's size", "[pdf]")
{
    const Folder folder;
    const QString image = folder.file(u"nhỏ.jpg"_s);
    REQUIRE_OK(writeDurably(image, toJpeg(samplePicture(827, 1170, 3))));
    REQUIRE_OK(writePdf(sampleMetadata(), {{image, 2480, 3508, 300, {}, {}}}, folder.file(u"a.pdf"_s)));
    CHECK(run(u"pdfinfo"_s, {folder.file(u"a.pdf"_s)}).out.contains("595.2 x 841.92 pts (A4)"));
}

TEST_CASE("What cannot become a good file is refused, and nothing is left behind", "[pdf]")
{
    const Folder folder;
    const QString path = folder.file(u"a.pdf"_s);
    const QString image = folder.file(u"1.jpg"_s);
    const PdfPage good = samplePage(image, {u"chữ"_s});
    const auto refusal = [&](const PdfMetadata &metadata, const std::vector<PdfPage> &pages) {
        const auto result = writePdf(metadata, pages, path);
        CHECK_FALSE(QFile::exists(path));
        CHECK(QDir(folder.dir.path()).entryList({u".*part"_s}, QDir::Files | QDir::Hidden).isEmpty());
        return result ? ErrorCode::NothingToDo : result.error().code;
    };
    CHECK(refusal(sampleMetadata(), {}) == ErrorCode::PdfWriteFailed);
    PdfMetadata untitled = sampleMetadata();
    untitled.title = u" \u200B"_s;
    CHECK(refusal(untitled, {good}) == ErrorCode::PdfWriteFailed);

    PdfPage page = good;
    page.dpi = 0;
    CHECK(refusal(sampleMetadata(), {page}) == ErrorCode::PdfWriteFailed);
    page.dpi = 1;
    CHECK(refusal(sampleMetadata(), {page}) == ErrorCode::PdfWriteFailed);
    page = good;
    std::swap(page.width, page.height);
    CHECK(refusal(sampleMetadata(), {good, page}) == ErrorCode::ImageUnreadable);
    page = good;
    page.imageFile = folder.file(u"missing.jpg"_s);
    CHECK(refusal(sampleMetadata(), {good, page}) == ErrorCode::ImageUnreadable);

    const QByteArray jpeg = readFile(image, anySize).value();
    REQUIRE_OK(writeDurably(image, jpeg.chopped(1000)));
    CHECK(refusal(sampleMetadata(), {good}) == ErrorCode::ImageUnreadable);

    REQUIRE_OK(writeDurably(image, jpeg));
    CHECK(writePdf(sampleMetadata(), {good}, u"/nonexistent/a.pdf"_s).error().code == ErrorCode::FileUnwritable);
    CHECK(writePdf(sampleMetadata(), {good}, u"/dev/full/a.pdf"_s).error().code == ErrorCode::FileUnwritable);
}

namespace {
qint64 peakMemoryKilobytes()
{
    QFile status(u"/proc/self/status"_s);
    REQUIRE(status.open(QIODevice::ReadOnly));
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ')[1].toLongLong();
    return 0;
}
} // namespace

TEST_CASE("Memory does not grow with the pictures", "[pdf]")
{
    const Folder folder;
    Picture noise{1240, 1754, 1, QByteArray(1240 * 1754, '\0')};
    quint32 state = 1;
    for (char &pixel : noise.pixels)
        pixel = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    PdfPage page = samplePage(folder.file(u"1.jpg"_s), {u"Một trang trong hai trăm"_s}, 1);
    REQUIRE_OK(writeDurably(page.imageFile, toJpeg(noise, 60)));
    const qint64 pictureKilobytes = QFile(page.imageFile).size() / 1024;
    const std::vector<PdfPage> pages(200, page);

    const qint64 before = peakMemoryKilobytes();
    const auto written = writePdf(sampleMetadata(), pages, folder.file(u"a.pdf"_s));
    REQUIRE_OK(written);
    REQUIRE(written->bytes / 1024 > 200 * pictureKilobytes);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    CHECK(peakMemoryKilobytes() - before < 20 * pictureKilobytes);
#else
    (void)before;
#endif
}
