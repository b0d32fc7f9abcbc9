// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "tests/integration/page_helper/helper_client.h"
#include "tests/integration/page_helper/pdf_samples.h"
#include "tests/unit/imaging/sample_pages.h"

#include <QDir>
#include <QTemporaryDir>

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
