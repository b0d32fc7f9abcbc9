// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/codes/separator_sheets.h"
#include "core/page_helper/expander.h"
#include "core/page_helper/page_worker.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("Printed separator sheets are read back", "[codes]")
{
    const std::vector<SeparatorSheet> sheets = {
        {u"000.15.45.H37-221205-0053"_s, u"1.001193"_s, u"Thủ tục đăng ký khai sinh"_s}, {}};
    const auto pdf = separatorSheetsPdf(sheets);
    REQUIRE_OK(pdf);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"sheets.pdf"_s);
    REQUIRE_OK(writeDurably(file, *pdf));
    const auto pages = expandFile({1, file, 100, folder.path()}, {});
    REQUIRE_OK(pages);
    REQUIRE(pages->pages.size() == sheets.size());
    PageWorker worker;
    for (size_t i = 0; i < sheets.size(); ++i) {
        PageRequest request;
        request.master = folder.filePath(pages->pages[i].file);
        request.ocr = false;
        const auto result = worker.process(request, {});
        REQUIRE_OK(result);
        CHECK(result->reading.separator == SeparatorKind::Qr);
        REQUIRE_FALSE(result->reading.barcodes.empty());
        CHECK(result->reading.barcodes.front().text == separatorPayload(sheets[i]));
    }
}

TEST_CASE("A list of codes is read line by line", "[codes]")
{
    const auto sheets = parseSeparatorCodes(
        "# box 12\n000.15.45.H37-221205-0053; 1.001193\r\n\nH37.16-230821-0003\n", u"codes.txt"_s);
    REQUIRE_OK(sheets);
    REQUIRE(sheets->size() == 2);
    CHECK(separatorPayload((*sheets)[0]) == u"SOHOA-SEP;v=1;hs=000.15.45.H37-221205-0053;tt=1.001193"_s);
    CHECK(separatorPayload((*sheets)[1]) == u"SOHOA-SEP;v=1;hs=H37.16-230821-0003"_s);
    CHECK(separatorPayload({}) == u"SOHOA-SEP;v=1"_s);
}

TEST_CASE("What would make a false payload is refused with its line", "[codes]")
{
    for (const QByteArray &bad : {QByteArray("a;b;c"), QByteArray("x=1;hs=2"), QByteArray("mã số"),
                                  QByteArray("A\nA"), QByteArray(65, 'a'), QByteArray("\xff"),
                                  QByteArray("a\0b", 3), QByteArray(), QByteArray("# nothing\n")}) {
        const auto sheets = parseSeparatorCodes(bad, u"codes.txt"_s);
        REQUIRE_FALSE(sheets.has_value());
        CHECK(sheets.error().code == ErrorCode::CatalogueInvalid);
    }
    const auto twice = parseSeparatorCodes("A\nB\nA\n", u"codes.txt"_s);
    REQUIRE_FALSE(twice.has_value());
    CHECK(twice.error().args.value(u"row"_s) == u"3"_s);
    QByteArray many;
    for (int i = 0; i < 5001; ++i)
        many += QByteArray::number(i) + '\n';
    CHECK_FALSE(parseSeparatorCodes(many, u"codes.txt"_s).has_value());
}
