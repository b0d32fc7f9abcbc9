// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/png_page_encoder.h"

#include <QSysInfo>

#include <png.h>

#include <cmath>
#include <csetjmp>
#include <optional>

namespace sohoa {

struct PngPageEncoder::State {
    png_structp png = nullptr;
    png_infop info = nullptr;
    DurableFile *file = nullptr;
    std::optional<Error> failure; ///< Of the file, met inside libpng.
    QString message;
};

template <class Step> Result<void> PngPageEncoder::guarded(Step step)
{
    State &state = *m_state;
    if (!state.png)
        return fail(ErrorCode::Internal, QStringLiteral("png_create_write_struct"));
    if (setjmp(png_jmpbuf(state.png))) { // NOLINT(cert-err52-cpp): libpng knows no other way out
        if (state.failure)
            return fail(*state.failure);
        return fail(ErrorCode::Internal, state.message);
    }
    step(state);
    return {};
}

PngPageEncoder::PngPageEncoder(const PageGeometry &geometry, DurableFile &file)
    : PageEncoder(geometry, file)
    , m_state(std::make_unique<State>())
{
    m_state->file = &file;
    m_state->png = png_create_write_struct(
        PNG_LIBPNG_VER_STRING, m_state.get(),
        [](png_structp png, png_const_charp message) {
            static_cast<State *>(png_get_error_ptr(png))->message = QString::fromLatin1(message);
            png_longjmp(png, 1);
        },
        [](png_structp, png_const_charp) {});
    if (m_state->png)
        m_state->info = png_create_info_struct(m_state->png);
}

PngPageEncoder::~PngPageEncoder()
{
    png_destroy_write_struct(&m_state->png, &m_state->info);
}

Result<void> PngPageEncoder::begin(int height)
{
    const PageGeometry geometry = m_geometry;
    return guarded([geometry, height](State &state) {
        const bool bilevel = geometry.format == PixelFormat::Bilevel1;
        const bool colour = geometry.format == PixelFormat::Rgb16 || geometry.format == PixelFormat::Rgb8;
        const bool wide = geometry.format == PixelFormat::Rgb16 || geometry.format == PixelFormat::Gray16;
        png_set_write_fn(
            state.png, &state,
            [](png_structp png, png_bytep data, size_t size) {
                auto *self = static_cast<State *>(png_get_io_ptr(png));
                const auto written =
                    self->file->write(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
                if (!written) {
                    self->failure = written.error();
                    png_error(png, "write");
                }
            },
            [](png_structp) {});
        png_set_IHDR(state.png, state.info, static_cast<png_uint_32>(geometry.width),
                     static_cast<png_uint_32>(height), bilevel ? 1 : (wide ? 16 : 8),
                     colour ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
                     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        const auto perMetre = static_cast<png_uint_32>(std::lround(geometry.dpi * 1000.0 / millimetresPerInch));
        png_set_pHYs(state.png, state.info, perMetre, perMetre, PNG_RESOLUTION_METER);
        if (!bilevel && !wide) {
            // A page must be compressed in the time in which the next one is fed: a quarter of the time for a
            // tenth more bytes.
            png_set_compression_level(state.png, 1);
            png_set_filter(state.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
        }
        png_write_info(state.png, state.info);
        if (bilevel)
            png_set_invert_mono(state.png); // SANE's 1 is black, PNG's 1 is white
        if (wide && QSysInfo::ByteOrder == QSysInfo::LittleEndian)
            png_set_swap(state.png);
    });
}

Result<void> PngPageEncoder::encodeRows(const char *rows, int count)
{
    const qsizetype rowBytes = m_rowBytes;
    return guarded([rows, count, rowBytes](State &state) {
        for (int row = 0; row < count; ++row)
            png_write_row(state.png, reinterpret_cast<png_const_bytep>(rows + row * rowBytes));
    });
}

Result<void> PngPageEncoder::end()
{
    return guarded([](State &state) { png_write_end(state.png, state.info); });
}

} // namespace sohoa
