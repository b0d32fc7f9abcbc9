// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/page_encoder.h"

#include "core/acquisition/jpeg_page_encoder.h"
#include "core/acquisition/png_page_encoder.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {
constexpr int maxSide = 65'500; ///< JPEG's own limit.
/// White in every format but black and white, where a set bit is black.
char whiteByte(PixelFormat format)
{
    return format == PixelFormat::Bilevel1 ? '\0' : '\xff';
}
bool isJpeg(PixelFormat format, const MasterFormat &master)
{
    return !master.lossless && (format == PixelFormat::Gray8 || format == PixelFormat::Rgb8);
}
} // namespace

QString PageEncoder::extension(PixelFormat format, const MasterFormat &master)
{
    return isJpeg(format, master) ? u"jpg"_s : u"png"_s;
}

Result<std::unique_ptr<PageEncoder>> PageEncoder::create(const PageGeometry &geometry, DurableFile &file,
                                                         const MasterFormat &master)
{
    if (geometry.width < 1 || geometry.height.value_or(1) < 1)
        return fail(ErrorCode::DeviceUnsupported, u"a page of %1 columns"_s.arg(geometry.width));
    if (geometry.width > maxSide || geometry.height.value_or(1) > maxSide)
        return fail(ErrorCode::ImageTooLarge, u"%1 columns"_s.arg(geometry.width), {{u"path"_s, {}}});
    if (isJpeg(geometry.format, master))
        return std::make_unique<JpegPageEncoder>(geometry, file, master.jpegQuality);
    return std::make_unique<PngPageEncoder>(geometry, file);
}

PageEncoder::PageEncoder(const PageGeometry &geometry, DurableFile &file)
    : m_geometry(geometry)
    , m_rowBytes(bytesPerRow(geometry.format, geometry.width))
    , m_file(file)
{
}

Result<void> PageEncoder::write(const QByteArray &bytes)
{
    if (!m_geometry.height) {
        if ((m_rest.size() + bytes.size()) / m_rowBytes > maxSide)
            return fail(ErrorCode::ImageTooLarge, u"page without end"_s, {{u"path"_s, {}}});
        m_rest += bytes;
        return {};
    }
    if (!m_begun) {
        m_begun = true;
        m_height = *m_geometry.height;
        if (auto begun = begin(m_height); !begun)
            return begun;
    }
    const char *data = bytes.constData();
    qsizetype size = bytes.size();
    if (!m_rest.isEmpty()) {
        const qsizetype missing = std::min(m_rowBytes - m_rest.size(), size);
        m_rest.append(data, missing);
        data += missing;
        size -= missing;
        if (m_rest.size() < m_rowBytes)
            return {};
        const QByteArray row = std::exchange(m_rest, {});
        ++m_rowsSeen;
        if (m_rowsWritten < m_height) {
            if (auto encoded = encodeRows(row.constData(), 1); !encoded)
                return encoded;
            ++m_rowsWritten;
        }
    }
    const int whole = static_cast<int>(size / m_rowBytes);
    const int wanted = std::min(whole, m_height - m_rowsWritten);
    m_rowsSeen += whole;
    if (wanted > 0) {
        if (auto encoded = encodeRows(data, wanted); !encoded)
            return encoded;
        m_rowsWritten += wanted;
    }
    m_rest = QByteArray(data + whole * m_rowBytes, size - whole * m_rowBytes);
    return {};
}

Result<void> PageEncoder::finish()
{
    if (!m_geometry.height) {
        m_rowsSeen = m_rowsWritten = m_height = static_cast<int>(m_rest.size() / m_rowBytes);
        if (m_height > 0) {
            if (auto begun = begin(m_height); !begun)
                return begun;
            if (auto encoded = encodeRows(m_rest.constData(), m_height); !encoded)
                return encoded;
        }
        m_rest.clear();
    }
    if (m_rowsSeen == 0)
        return fail(ErrorCode::PageIncomplete, u"no rows came"_s);
    if (auto padded = padToHeight(); !padded)
        return padded;
    return end();
}

Result<void> PageEncoder::padToHeight()
{
    const QByteArray white(m_rowBytes, whiteByte(m_geometry.format));
    while (m_rowsWritten < m_height) {
        if (auto encoded = encodeRows(white.constData(), 1); !encoded)
            return encoded;
        ++m_rowsWritten;
    }
    return {};
}

} // namespace sohoa
