// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/pdf_file.h"

#include "core/imaging/image_file.h"
#include "core/page_helper/pdf_scan.h"

#include <QFile>

#include <leptonica/allheaders.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int drawnQuality = 90;   ///< Drawn pages have sharp, noiseless edges.
constexpr int scannedQuality = 95; ///< A scan packed in another way than JPEG is a master.
constexpr Dpi leastScanDpi = 72;
constexpr Dpi mostScanDpi = 600;

void beSilent(const std::string &, void *) {}

/// Colour only where there is colour: a drawn text page becomes a gray JPEG of half the size.
Result<PageImage> toPageImage(const poppler::image &drawn)
{
    constexpr int colourful = 12; ///< Difference of channels that anti-aliasing does not make.
    const int width = drawn.width();
    const int height = drawn.height();
    auto image = PageImage::own(pixCreate(width, height, 32), "pixCreate");
    if (!image)
        return image;
    const int rowBytes = drawn.bytes_per_row();
    const char *data = drawn.const_data();
    l_uint32 *pixels = pixGetData(image->get());
    const int words = pixGetWpl(image->get());
    bool colour = false;
    for (int y = 0; y < height; ++y) {
        const auto *row = reinterpret_cast<const unsigned char *>(data + qsizetype{y} * rowBytes);
        l_uint32 *line = pixels + qsizetype{y} * words;
        for (int x = 0; x < width; ++x, row += 3) {
            composeRGBPixel(row[0], row[1], row[2], line + x);
            colour = colour || std::max({row[0], row[1], row[2]}) - std::min({row[0], row[1], row[2]}) > colourful;
        }
    }
    return colour ? std::move(image) : image->toGray();
}

} // namespace

struct PdfFile::Parts {
    QString path;
    std::unique_ptr<poppler::document> document;
    std::unique_ptr<PdfScanFinder> scans;

    tl::unexpected<Error> failed(ErrorCode code, const QString &detail) const
    {
        return fail(code, detail, {{u"path"_s, path}});
    }
};

Result<bool> isPdf(const QString &path)
{
    constexpr qint64 headerWithin = 1024; ///< PDF 1.7, annex H.3, note 13.
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString(), {{u"path"_s, path}});
    return file.read(headerWithin).contains("%PDF-");
}

PdfFile::PdfFile(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

PdfFile::PdfFile(PdfFile &&other) noexcept = default;
PdfFile &PdfFile::operator=(PdfFile &&other) noexcept = default;
PdfFile::~PdfFile() = default;

Result<PdfFile> PdfFile::open(const QString &path)
{
    poppler::set_debug_error_function(beSilent, nullptr); // Its remarks quote the file's contents.
    auto parts = std::make_unique<Parts>();
    parts->path = path;
    parts->document.reset(poppler::document::load_from_file(QFile::encodeName(path).toStdString()));
    if (!parts->document)
        return parts->failed(ErrorCode::PdfUnreadable, u"no PDF that can be opened"_s);
    if (parts->document->is_locked())
        return parts->failed(ErrorCode::PdfEncrypted, u"password needed"_s);
    if (parts->document->pages() < 1)
        return parts->failed(ErrorCode::PdfUnreadable, u"no pages"_s);
    parts->scans = std::make_unique<PdfScanFinder>(path);
    return PdfFile(std::move(parts));
}

int PdfFile::pageCount() const
{
    return m_parts->document->pages();
}

Result<PdfPage> PdfFile::measure(int page, Dpi dpi) const
{
    const std::unique_ptr<poppler::page> at(m_parts->document->create_page(page));
    if (!at)
        return m_parts->failed(ErrorCode::PdfUnreadable, u"page %1"_s.arg(page + 1));
    auto size = at->page_rect();
    if (at->orientation() == poppler::page::landscape || at->orientation() == poppler::page::seascape)
        size = poppler::rectf(size.y(), size.x(), size.height(), size.width());
    const double width = size.width() * dpi / 72.0;
    const double height = size.height() * dpi / 72.0;
    if (!(width >= 1) || !(height >= 1))
        return m_parts->failed(ErrorCode::PdfUnreadable, u"page %1 has no size"_s.arg(page + 1));
    if (width > maxImageSide || height > maxImageSide || width * height > double(maxImageArea))
        return m_parts->failed(ErrorCode::ImageTooLarge, u"page %1"_s.arg(page + 1));
    return PdfPage{{}, static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(height)), dpi};
}

Result<PdfPage> PdfFile::page(int page, Dpi dpi) const
{
    int quality = drawnQuality;
    if (auto scan = m_parts->scans->scanOn(page); scan && scan->dpi >= leastScanDpi && scan->dpi <= mostScanDpi) {
        dpi = static_cast<Dpi>(std::lround(scan->dpi));
        if (!scan->jpeg.isEmpty())
            return PdfPage{std::move(scan->jpeg), scan->width, scan->height, dpi};
        quality = scannedQuality;
    }
    if (auto fits = measure(page, dpi); !fits)
        return fits;
    const std::unique_ptr<poppler::page> at(m_parts->document->create_page(page));
    poppler::page_renderer renderer;
    renderer.set_render_hint(poppler::page_renderer::antialiasing);
    renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
    renderer.set_image_format(poppler::image::format_rgb24);
    const poppler::image drawn = renderer.render_page(at.get(), dpi, dpi);
    if (!drawn.is_valid() || drawn.format() != poppler::image::format_rgb24)
        return m_parts->failed(ErrorCode::PdfUnreadable, u"page %1 cannot be drawn"_s.arg(page + 1));
    auto image = toPageImage(drawn);
    if (!image)
        return m_parts->failed(image.error().code, image.error().detail);
    auto jpeg = encodeJpeg(*image, dpi, quality);
    if (!jpeg)
        return m_parts->failed(jpeg.error().code, jpeg.error().detail);
    return PdfPage{std::move(*jpeg), image->width(), image->height(), dpi};
}

} // namespace sohoa
