// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/page.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"

#include <QStringList>

namespace sohoa::test {

/// The shipped catalogue.
inline const Catalogue &shippedCatalogue()
{
    static const Result<Catalogue> loaded =
        Catalogue::load(qEnvironmentVariable("SOHOA_RESOURCES") + QStringLiteral("/catalogue"));
    REQUIRE_OK(loaded);
    return *loaded;
}

/// Invented pages: an A4 sheet at 300 dpi, the lines in even distances from the top, each word with a box.
class PageMaker {
public:
    Page text(const QString &lines, double confidence = 0.96)
    {
        Page page = empty();
        PageReading &reading = *page.reading;
        reading.text = lines;
        reading.confidence = confidence;
        int line = 0;
        for (const QString &content : lines.split(u'\n')) {
            // A tabulator goes on in the right half of the sheet, on the same line.
            int x = 300;
            for (const QString &half : content.split(u'\t')) {
                for (const QString &word : half.split(u' ', Qt::SkipEmptyParts)) {
                    const int width = 24 * static_cast<int>(word.size());
                    reading.words.push_back({word, {x, 200 + 70 * line, width, 50}, confidence, line});
                    x += width + 20;
                }
                x = 1500;
            }
            ++line;
        }
        return page;
    }
    Page blank()
    {
        Page page = empty();
        page.reading->blank = true;
        return page;
    }
    Page withCode(const QString &code, Page page, const QString &format = QStringLiteral("QRCode"))
    {
        page.reading->barcodes.push_back({format, code, {2000, 500, 260, 260}, 0});
        return page;
    }
    Page separator(const QString &payload)
    {
        Page page = withCode(payload, text(QStringLiteral("TỜ NGĂN HỒ SƠ")));
        page.reading->separator = SeparatorKind::Qr;
        return page;
    }
    Page patch()
    {
        Page page = empty();
        page.reading->separator = SeparatorKind::Patch;
        return page;
    }
    Page unread()
    {
        Page page = empty();
        page.reading.reset();
        return page;
    }
    Page receipt(const QString &code, const QString &printed = {})
    {
        return withCode(code, text(QStringLiteral("Mã hồ sơ:\n%1\nGIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ\n"
                                                  "Nội dung yêu cầu giải quyết: Thủ tục đăng ký khai sinh\n"
                                                  "Thành phần hồ sơ nộp gồm:")
                                       .arg(printed)));
    }

private:
    Page empty()
    {
        m_clock.advance(1);
        Page page;
        page.id = PageId::make(m_clock);
        page.dpi = 300;
        page.width = 2480;
        page.height = 3508;
        page.reading = PageReading();
        page.reading->width = 2480;
        page.reading->height = 3508;
        page.reading->dpi = 300;
        return page;
    }
    FakeClock m_clock;
};

} // namespace sohoa::test
