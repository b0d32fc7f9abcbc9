// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/domain/clerk_crop.h"
#include "tests/integration/page_helper/helper_client.h"
#include "tests/integration/page_helper/pdf_samples.h"
#include "tests/unit/imaging/sample_pages.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdlib>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

QString folderTemplate()
{
    return QDir::tempPath() + u"/kho trang XXXXXX"_s;
}

PageRequest pageRequest(quint32 id, const QString &master, const QString &cleanTo = {})
{
    PageRequest request;
    request.id = id;
    request.master = master;
    request.cleanTo = cleanTo;
    return request;
}

QByteArray sampleBytes()
{
    return readFile(test::samplePath(), 1 << 20).value();
}

} // namespace

TEST_CASE("The helper cleans and reads pages one after the other", "[page_helper]")
{
    const QTemporaryDir folder(folderTemplate());
    test::HelperClient helper;
    CHECK(helper.receiveA<PageHello>().stages.contains(u"deskew/1"_s));

    struct Case {
        QString name;
        PageImage page;
        int rotation;
        double skew;
        bool cropped;
    };
    std::vector<Case> cases;
    cases.push_back({u"upright"_s, test::samplePage(), 0, 0, false});
    cases.push_back({u"turned"_s, test::slanted(test::samplePage(), 1.2).turned(180).value(), 180, 1.2, false});
    cases.push_back({u"sideways"_s, test::samplePage().turned(90).value(), 90, 0, false});
    cases.push_back({u"on bed"_s, test::slanted(test::onBed(test::samplePage(), 10, 80), -2, 10), 0, -2, true});
    quint32 id = 1;
    for (const Case &item : cases) {
        INFO(item.name.toStdString());
        const QString master = test::writeSample(item.page, folder.filePath(item.name + u".png"_s));
        const QString clean = folder.filePath(item.name + u" clean.jpg"_s);
        const auto result = helper.ask<PageResult>(pageRequest(id, master, clean));
        CHECK(result.id == id++);
        const PageReading &reading = result.reading;
        CHECK(reading.rotation == item.rotation);
        CHECK(reading.skewDeg == Approx(item.skew).margin(0.15));
        CHECK_FALSE(reading.blank);
        CHECK(reading.suspect.isEmpty());
        CHECK(reading.dpi == 200);
        CHECK(reading.text.contains(u"NGUYỄN THỊ HƯỜNG"_s));
        CHECK(reading.text.contains(u"21/03/1975"_s));
        CHECK((reading.crop != PixelBox{0, 0, reading.width, reading.height}) == item.cropped);
        CHECK(result.timings.value(u"ocr"_s) > 0);

        const auto cleaned = readImage(clean);
        REQUIRE_OK(cleaned);
        CHECK(cleaned->image.width() == reading.width);
        CHECK(cleaned->image.height() == reading.height);
        CHECK(cleaned->dpi == 200);
        CHECK(cleaned->image.depth() == 8);
        CHECK(result.clean.bytes == QFileInfo(clean).size());
        if (item.cropped) {
            CHECK(std::abs(reading.width - 1160) < 12);
            CHECK(std::abs(reading.height - 820) < 12);
        }
    }
    CHECK(helper.exitCode() == 0);
}

TEST_CASE("Wishes of the request are followed", "[page_helper]")
{
    const QTemporaryDir folder(folderTemplate());
    test::HelperClient helper;
    helper.receiveA<PageHello>();

    PageRequest request = pageRequest(1, test::samplePath());
    request.rotation = 90;
    request.ocr = false;
    request.dpi = 150;
    const auto forced = helper.ask<PageResult>(request);
    CHECK(forced.reading.rotation == 90);
    CHECK(forced.reading.width == 820);
    CHECK(forced.reading.dpi == 150);
    CHECK(forced.reading.words.empty());
    CHECK(forced.clean.path.isEmpty());

    PageRequest cut = pageRequest(5, test::samplePath());
    cut.rotation = 0;
    cut.ocr = false;
    cut.crop = {100, 50, 400, 10'000}; // Reaches beyond the sheet.
    const auto cropped = helper.ask<PageResult>(cut);
    CHECK(cropped.reading.crop == PixelBox{100, 50, 400, 770});
    CHECK(cropped.reading.width == 400);
    CHECK(clerkCropOf(cropped.reading) == cropped.reading.crop);
    CHECK(cropFrameOf(cropped.reading).width == 1160);
    CHECK(cropFrameOf(cropped.reading).height == 820);
    CHECK_FALSE(clerkCropOf(forced.reading));

    const QString blank =
        test::writeSample(PageImage::blankGray(1160, 820).value(), folder.filePath(u"trắng.png"_s));
    const auto empty = helper.ask<PageResult>(pageRequest(2, blank));
    CHECK(empty.reading.blank);
    CHECK(empty.reading.text.isEmpty());

    PageRequest foreign = pageRequest(3, test::samplePath());
    foreign.language = u"xyz"_s;
    const auto missing = helper.ask<Failure>(foreign);
    CHECK(missing.error.code == ErrorCode::OcrUnavailable);
    CHECK(missing.error.args.value(u"language"_s) == u"xyz"_s);

    const auto info = helper.ask<InfoResult>(InfoRequest{4, test::samplePath()});
    CHECK(info.width == 1160);
    CHECK(info.dpi == 200);
}

TEST_CASE("A page that cannot be read in time comes cleaned and says so", "[page_helper]")
{
    const QTemporaryDir folder(folderTemplate());
    test::HelperClient helper;
    helper.receiveA<PageHello>();
    PageRequest request = pageRequest(1, test::samplePath(), folder.filePath(u"clean.jpg"_s));
    request.deadlineMs = 1;
    const auto late = helper.ask<PageResult>(request);
    CHECK(late.reading.suspect.contains(u"unread"_s));
    CHECK(late.reading.words.empty());
    CHECK(QFile::exists(request.cleanTo));
    CHECK_FALSE(helper.ask<PageResult>(pageRequest(2, test::samplePath())).reading.text.isEmpty());
}

TEST_CASE("Where a box is drawn the page is read again", "[page_helper]")
{
    test::HelperClient helper;
    helper.receiveA<PageHello>();
    const auto page = helper.ask<PageResult>(pageRequest(1, test::samplePath()));
    const auto &words = page.reading.words;
    const auto date =
        std::find_if(words.begin(), words.end(), [](const Word &word) { return word.text == u"21/03/1975"_s; });
    REQUIRE(date != words.end());

    ZoneRequest zone;
    zone.id = 2;
    zone.image = test::samplePath();
    zone.box = date->box;
    zone.kind = ZoneKind::Date;
    const auto read = helper.ask<ZoneResult>(zone);
    CHECK(read.id == 2);
    CHECK(read.text == u"21/03/1975"_s);
    REQUIRE(read.words.size() == 1);
    CHECK(std::abs(read.words[0].box.x - date->box.x) < 8);
    CHECK(std::abs(read.words[0].box.y - date->box.y) < 8);

    zone.box = {5000, 5000, 10, 10};
    CHECK(helper.ask<Failure>(zone).error.code == ErrorCode::NotFound);
    zone.image = u"/nirgends"_s;
    CHECK(helper.ask<Failure>(zone).error.code == ErrorCode::FileUnreadable);
}

TEST_CASE("Files that claim more than they hold are refused unopened", "[page_helper]")
{
    const QTemporaryDir folder(folderTemplate());
    test::HelperClient helper;
    helper.receiveA<PageHello>();
    const QString path = folder.filePath(u"bom"_s);
    const auto codeFor = [&](const QByteArray &bytes) {
        REQUIRE_OK(writeDurably(path, bytes));
        const auto page = helper.ask<Failure>(pageRequest(1, path)).error.code;
        CHECK(helper.ask<Failure>(ExpandRequest{2, path, 0, folder.path()}).error.code == page);
        return page;
    };
    const auto big16 = [](int value) {
        return QByteArray(1, char(value >> 8)) + QByteArray(1, char(value & 255));
    };
    const auto big32 = [&](int value) { return big16(value >> 16) + big16(value & 0xffff); };
    SECTION("JPEG of 65,500 x 65,500")
    {
        CHECK(codeFor(QByteArray::fromHex("ffd8ffe000104a46494600010101012c012c0000") +
                      QByteArray::fromHex("ffc0000b08") + big16(65500) + big16(65500) +
                      QByteArray::fromHex("01011100ffda0008010100003f00") + QByteArray(64, 'x') +
                      QByteArray::fromHex("ffd9")) == ErrorCode::ImageTooLarge);
    }
    SECTION("PNG of 100,000 x 100,000")
    {
        // Leptonica itself refuses sides beyond a million and trusts the header below.
        CHECK(codeFor(QByteArray::fromHex("89504e470d0a1a0a0000000d49484452") + big32(100'000) + big32(100'000) +
                      QByteArray::fromHex("0800000000") + QByteArray(64, '\0')) == ErrorCode::ImageTooLarge);
    }
    SECTION("PNM of 29,000 x 29,000") // Each side would pass, the area does not.
    {
        CHECK(codeFor("P6\n29000 29000\n255\n" + QByteArray(100, 'x')) == ErrorCode::ImageTooLarge);
    }
    SECTION("TIFF whose tenth frame is huge")
    {
        const QByteArray name = QFile::encodeName(path);
        for (int i = 0; i < 9; ++i)
            pixWriteTiff(name.constData(), PageImage::blankGray(8, 8)->get(), IFF_TIFF_LZW, i ? "a" : "w");
        const PageImage large(pixCreate(30'001, 1, 1));
        pixWriteTiff(name.constData(), large.get(), IFF_TIFF_G4, "a");
        CHECK(helper.ask<Failure>(ExpandRequest{2, path, 0, folder.path()}).error.code ==
              ErrorCode::ImageTooLarge);
        CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1); // Nothing half unpacked is left.
    }
    SECTION("PDF page of 200 inches' side")
    {
        REQUIRE_OK(writeDurably(path, QByteArray(R"(%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 14400 14400] /Contents 4 0 R>> endobj
4 0 obj <</Length 0>> stream

endstream endobj
trailer <</Root 1 0 R /Size 5>>
)")));
        CHECK(helper.ask<Failure>(ExpandRequest{2, path, 0, folder.path()}).error.code ==
              ErrorCode::ImageTooLarge);
    }
    SECTION("one kind inside another")
    {
        REQUIRE_OK(writeDurably(path, "%PDF-1.7\n" + sampleBytes()));
        CHECK(helper.ask<Failure>(ExpandRequest{2, path, 0, folder.path()}).error.code ==
              ErrorCode::PdfUnreadable);
        CHECK(codeFor("RIFF\x10\0\0\0WEBPVP8 " + sampleBytes()) == ErrorCode::ImageUnreadable);
        CHECK(codeFor("II*\0\x08\0\0\0" + sampleBytes()) == ErrorCode::ImageUnreadable);
    }
    CHECK(helper.ask<InfoResult>(InfoRequest{8, test::samplePath()}).width == 1160); // Lives on.
}

TEST_CASE("Broken files are answered and the helper lives on", "[page_helper]")
{
    const QTemporaryDir folder(folderTemplate());
    test::HelperClient helper;
    helper.receiveA<PageHello>();
    const QString path = folder.filePath(u"hỏng"_s);
    const auto codeFor = [&](const QByteArray &bytes) {
        REQUIRE_OK(writeDurably(path, bytes));
        const auto failure = helper.ask<Failure>(pageRequest(9, path, folder.filePath(u"clean.jpg"_s)));
        CHECK(failure.id == 9);
        CHECK(failure.error.args.value(u"path"_s) == path);
        return failure.error.code;
    };
    CHECK(codeFor(QByteArray()) == ErrorCode::ImageUnreadable);
    CHECK(codeFor("text, not an image") == ErrorCode::ImageUnreadable);
    CHECK(codeFor(sampleBytes().left(9000)) == ErrorCode::ImageUnreadable);
    CHECK(codeFor("P5\n30001 10\n255\n") == ErrorCode::ImageTooLarge);
    CHECK(helper.ask<Failure>(pageRequest(5, u"/nirgends"_s)).error.code == ErrorCode::FileUnreadable);
    CHECK(helper.ask<Failure>(ExpandRequest{6, path + u"x"_s, 0, folder.path()}).error.code ==
          ErrorCode::FileUnreadable);
    CHECK_FALSE(QFile::exists(folder.filePath(u"clean.jpg"_s)));
    CHECK(helper.ask<Failure>(pageRequest(7, test::samplePath(), u"/không có/clean.jpg"_s)).error.code ==
          ErrorCode::FileUnwritable);
    CHECK_FALSE(helper.ask<PageResult>(pageRequest(8, test::samplePath())).reading.text.isEmpty());
}

TEST_CASE("Files of many pages are taken apart", "[page_helper]")
{
    const QTemporaryDir folder(folderTemplate());
    const QTemporaryDir out(folderTemplate());
    test::HelperClient helper;
    helper.receiveA<PageHello>();
    const auto expand = [&](const QString &input) {
        return helper.ask<ExpandResult>(ExpandRequest{1, input, 0, out.path()}).pages;
    };
    const auto written = [&out] { return QDir(out.path()).entryList(QDir::Files | QDir::Hidden); };

    SECTION("a single image is copied")
    {
        const auto pages = expand(test::samplePath());
        REQUIRE(pages.size() == 1);
        CHECK(pages[0].file == u"0001.jpg"_s);
        CHECK(pages[0].dpi == 200);
        CHECK(readFile(out.filePath(pages[0].file), 1 << 20).value() == sampleBytes());
    }
    SECTION("TIFF")
    {
        const QString tiff = folder.filePath(u"3 tờ.tif"_s);
        for (int i = 0; i < 3; ++i)
            pixWriteTiff(QFile::encodeName(tiff).constData(), test::samplePage().get(), IFF_TIFF_LZW,
                         i ? "a" : "w");
        const auto pages = expand(tiff);
        REQUIRE(pages.size() == 3);
        CHECK(pages[2].file == u"0003.tif"_s);
        CHECK(pages[2].width == 1160);
        CHECK(written().size() == 3);
        CHECK(helper.ask<InfoResult>(InfoRequest{2, tiff}).frames == 3);
    }
    SECTION("PDF")
    {
        const QString pdf = folder.filePath(u"hồ sơ.pdf"_s);
        test::writePdf(pdf, sampleBytes());
        const auto pages = expand(pdf);
        REQUIRE(pages.size() == 2);
        CHECK(pages[0].dpi == 200);
        CHECK(readFile(out.filePath(pages[0].file), 1 << 20).value() == sampleBytes());
        CHECK(pages[1].dpi == 300);
        CHECK(pages[1].width == 1740);
        const auto drawn = readImage(out.filePath(pages[1].file));
        REQUIRE_OK(drawn);
        CHECK(drawn->image.depth() == 8);
        CHECK(drawn->image.height() == 1230);
        CHECK(helper.ask<InfoResult>(InfoRequest{2, pdf}).frames == 2);
    }
    SECTION("PDFs that cannot be opened")
    {
        const QString pdf = folder.filePath(u"khóa.pdf"_s);
        test::writePdf(pdf, sampleBytes(), "mật khẩu");
        CHECK(helper.ask<Failure>(ExpandRequest{1, pdf, 0, out.path()}).error.code == ErrorCode::PdfEncrypted);
        REQUIRE_OK(writeDurably(pdf, QByteArray("%PDF-1.7\n") + QByteArray(3000, 'x')));
        CHECK(helper.ask<Failure>(ExpandRequest{2, pdf, 0, out.path()}).error.code == ErrorCode::PdfUnreadable);
        CHECK(written().isEmpty());
    }
    SECTION("a TIFF whose last frame is torn leaves nothing")
    {
        const QString tiff = folder.filePath(u"hỏng.tif"_s);
        for (int i = 0; i < 2; ++i)
            pixWriteTiff(QFile::encodeName(tiff).constData(), test::samplePage().get(), IFF_TIFF_LZW,
                         i ? "a" : "w");
        QFile file(tiff);
        REQUIRE(file.resize(file.size() - 4000));
        CHECK(helper.ask<Failure>(ExpandRequest{1, tiff, 0, out.path()}).error.code == ErrorCode::ImageUnreadable);
        CHECK(written().isEmpty());
    }
}

TEST_CASE("A waiting request can be cancelled", "[page_helper]")
{
    test::HelperClient helper;
    helper.receiveA<PageHello>();
    helper.sendBytes(encodePageMessage(PageHelperRequest(pageRequest(1, test::samplePath()))).value() +
                     encodePageMessage(PageHelperRequest(pageRequest(2, test::samplePath()))).value() +
                     encodePageMessage(PageHelperRequest(CancelRequest{2})).value() +
                     encodePageMessage(PageHelperRequest(CancelRequest{77})).value());
    CHECK(helper.receiveA<PageResult>().id == 1);
    const auto cancelled = helper.receiveA<Failure>();
    CHECK(cancelled.id == 2);
    CHECK(cancelled.error.code == ErrorCode::Cancelled);
}

TEST_CASE("The helper starts itself with one thread and stops at nonsense", "[page_helper]")
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"OMP_THREAD_LIMIT"_s);
    test::HelperClient helper(environment);
    helper.receiveA<PageHello>();
    QFile variables(u"/proc/%1/environ"_s.arg(helper.processId()));
    REQUIRE(variables.open(QIODevice::ReadOnly));
    CHECK(variables.readAll().split('\0').contains("OMP_THREAD_LIMIT=1"));
    helper.sendBytes("this is no frame at all");
    CHECK(helper.exitCode() == 2);
}
