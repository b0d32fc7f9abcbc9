// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/expander.h"

#include "core/base/durable_file.h"
#include "core/imaging/image_file.h"
#include "core/page_helper/pdf_file.h"

#include <QFile>

#include <exception>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr Dpi drawingDpi = 300;

QString endingOf(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Jpeg:
        return u"jpg"_s;
    case ImageFormat::Png:
        return u"png"_s;
    case ImageFormat::Tiff:
    case ImageFormat::TiffJpeg:
        return u"tif"_s;
    case ImageFormat::Pnm:
        return u"pnm"_s;
    case ImageFormat::WebP:
        return u"webp"_s;
    case ImageFormat::Bmp:
        return u"bmp"_s;
    }
    Q_UNREACHABLE();
}

QString nameFor(size_t page, const QString &ending)
{
    return u"%1.%2"_s.arg(page + 1, 4, 10, QLatin1Char('0')).arg(ending);
}

/// Writes the pages of one request; what was written goes again unless it is kept.
class Writer {
public:
    explicit Writer(const ExpandRequest &request)
        : m_request(request)
    {
        m_result.id = request.id;
    }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;
    ~Writer()
    {
        for (const ExpandedPage &page : m_result.pages)
            QFile::remove(pathOf(page.file));
    }

    ExpandResult keep() { return std::exchange(m_result, {}); }

    Result<void> copyImage(const ImageInfo &info)
    {
        ExpandedPage page{nameFor(0, endingOf(info.format)), info.width, info.height,
                          m_request.dpi > 0 ? m_request.dpi : plausibleDpi(info.dpi, info.width, info.height)};
        auto done = copyDurably(m_request.input, pathOf(page.file));
        if (done)
            m_result.pages.push_back(std::move(page));
        return done;
    }

    Result<void> writeFrame(int frame)
    {
        QString ending;
        const auto bytes = extractTiffFrame(m_request.input, frame, ending);
        if (!bytes)
            return fail(bytes.error());
        ExpandedPage page{nameFor(m_result.pages.size(), ending)};
        if (auto written = writeDurably(pathOf(page.file), *bytes); !written)
            return written;
        m_result.pages.push_back(page);
        const auto info = readImageInfo(pathOf(page.file));
        if (!info)
            return fail(info.error());
        ExpandedPage &kept = m_result.pages.back();
        kept.width = info->width;
        kept.height = info->height;
        kept.dpi = m_request.dpi > 0 ? m_request.dpi : plausibleDpi(info->dpi, info->width, info->height);
        return {};
    }

    Result<void> writePdfPage(const PdfFile &pdf, int number)
    {
        const auto drawn = pdf.page(number, m_request.dpi > 0 ? m_request.dpi : drawingDpi);
        if (!drawn)
            return fail(drawn.error());
        ExpandedPage page{nameFor(m_result.pages.size(), u"jpg"_s), drawn->width, drawn->height, drawn->dpi};
        auto written = writeDurably(pathOf(page.file), drawn->jpeg);
        if (written)
            m_result.pages.push_back(std::move(page));
        return written;
    }

private:
    QString pathOf(const QString &name) const { return m_request.folder + u'/' + name; }

    const ExpandRequest &m_request;
    ExpandResult m_result;
};

/// Calls `write` for 0 … count-1.
template <class Write>
Result<ExpandResult> writeAll(Writer &writer, int count, const std::stop_token &stop, Write write)
{
    for (int i = 0; i < count; ++i) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, u"expand"_s);
        if (auto done = write(i); !done)
            return fail(std::move(done).error());
    }
    return writer.keep();
}

} // namespace

Result<ExpandResult> expandFile(const ExpandRequest &request, const std::stop_token &stop)
{
    const auto pdf = isPdf(request.input);
    if (!pdf)
        return fail(pdf.error());
    Writer writer(request);
    if (*pdf) {
        const auto file = PdfFile::open(request.input);
        if (!file)
            return fail(file.error());
        return writeAll(writer, file->pageCount(), stop, [&](int i) { return writer.writePdfPage(*file, i); });
    }
    const auto info = readImageInfo(request.input);
    if (!info)
        return fail(info.error());
    if (info->frames == 1)
        return writeAll(writer, 1, stop, [&](int) { return writer.copyImage(*info); });
    return writeAll(writer, info->frames, stop, [&](int i) { return writer.writeFrame(i); });
}

Result<InfoResult> describeFile(const InfoRequest &request)
{
    const auto pdf = isPdf(request.path);
    if (!pdf)
        return fail(pdf.error());
    if (*pdf) {
        const auto file = PdfFile::open(request.path);
        if (!file)
            return fail(file.error());
        const auto first = file->measure(0, drawingDpi);
        if (!first)
            return fail(first.error());
        return InfoResult{request.id, first->width, first->height, 0, file->pageCount()};
    }
    const auto info = readImageInfo(request.path);
    if (!info)
        return fail(info.error());
    return InfoResult{request.id, info->width, info->height, info->dpi, info->frames};
}

} // namespace sohoa
