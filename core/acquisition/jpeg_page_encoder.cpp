// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/jpeg_page_encoder.h"

#include <jpeglib.h>

#include <array>
#include <csetjmp>
#include <cstdio> // jpeglib.h needs it and does not include it
#include <optional>

namespace sohoa {

struct JpegPageEncoder::State {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg_destination_mgr destination{};
    std::array<JOCTET, 65536> buffer{};
    DurableFile *file = nullptr;
    std::optional<Error> failure; ///< Of the file, met inside libjpeg.
    std::jmp_buf onError{};
    bool created = false;
};

namespace {
template <class S> S *stateOf(void *client)
{
    return static_cast<S *>(client);
}
} // namespace

template <class Step> Result<void> JpegPageEncoder::guarded(Step step)
{
    State &state = *m_state;
    if (setjmp(state.onError)) { // NOLINT(cert-err52-cpp): libjpeg knows no other way out
        if (state.failure)
            return fail(*state.failure);
        std::array<char, JMSG_LENGTH_MAX> text{};
        state.errors.format_message(reinterpret_cast<j_common_ptr>(&state.jpeg), text.data());
        return fail(ErrorCode::Internal, QString::fromLatin1(text.data()));
    }
    step(state);
    return {};
}

JpegPageEncoder::JpegPageEncoder(const PageGeometry &geometry, DurableFile &file, int quality)
    : PageEncoder(geometry, file)
    , m_quality(quality)
    , m_state(std::make_unique<State>())
{
    State &state = *m_state;
    state.file = &file;
    state.jpeg.client_data = &state;
    state.jpeg.err = jpeg_std_error(&state.errors);
    state.errors.error_exit = [](j_common_ptr jpeg) {
        std::longjmp(stateOf<State>(jpeg->client_data)->onError, 1);
    };
    state.errors.output_message = [](j_common_ptr) {};
    state.destination.init_destination = [](j_compress_ptr jpeg) {
        auto *self = stateOf<State>(jpeg->client_data);
        self->destination.next_output_byte = self->buffer.data();
        self->destination.free_in_buffer = self->buffer.size();
    };
    state.destination.empty_output_buffer = [](j_compress_ptr jpeg) -> boolean {
        auto *self = stateOf<State>(jpeg->client_data);
        const auto written = self->file->write(reinterpret_cast<const char *>(self->buffer.data()),
                                               static_cast<qsizetype>(self->buffer.size()));
        if (!written) {
            self->failure = written.error();
            std::longjmp(self->onError, 1);
        }
        self->destination.next_output_byte = self->buffer.data();
        self->destination.free_in_buffer = self->buffer.size();
        return TRUE;
    };
    state.destination.term_destination = [](j_compress_ptr jpeg) {
        auto *self = stateOf<State>(jpeg->client_data);
        const auto written =
            self->file->write(reinterpret_cast<const char *>(self->buffer.data()),
                              static_cast<qsizetype>(self->buffer.size() - self->destination.free_in_buffer));
        if (!written) {
            self->failure = written.error();
            std::longjmp(self->onError, 1);
        }
    };
}

JpegPageEncoder::~JpegPageEncoder()
{
    if (m_state->created)
        jpeg_destroy_compress(&m_state->jpeg);
}

Result<void> JpegPageEncoder::begin(int height)
{
    const bool colour = m_geometry.format == PixelFormat::Rgb8;
    const auto width = static_cast<JDIMENSION>(m_geometry.width);
    const int dpi = m_geometry.dpi;
    const int quality = m_quality;
    return guarded([colour, width, height, dpi, quality](State &state) {
        jpeg_create_compress(&state.jpeg);
        state.created = true;
        state.jpeg.client_data = &state;
        state.jpeg.dest = &state.destination;
        state.jpeg.image_width = width;
        state.jpeg.image_height = static_cast<JDIMENSION>(height);
        state.jpeg.input_components = colour ? 3 : 1;
        state.jpeg.in_color_space = colour ? JCS_RGB : JCS_GRAYSCALE;
        jpeg_set_defaults(&state.jpeg);
        jpeg_set_quality(&state.jpeg, quality, TRUE);
        state.jpeg.density_unit = 1;
        state.jpeg.X_density = static_cast<UINT16>(dpi);
        state.jpeg.Y_density = static_cast<UINT16>(dpi);
        jpeg_start_compress(&state.jpeg, TRUE);
    });
}

Result<void> JpegPageEncoder::encodeRows(const char *rows, int count)
{
    const qsizetype rowBytes = m_rowBytes;
    return guarded([rows, count, rowBytes](State &state) {
        for (int row = 0; row < count; ++row) {
            // libjpeg's signature lacks the const; it only reads.
            auto *line = reinterpret_cast<JSAMPROW>(const_cast<char *>(rows + row * rowBytes));
            jpeg_write_scanlines(&state.jpeg, &line, 1);
        }
    });
}

Result<void> JpegPageEncoder::end()
{
    return guarded([](State &state) { jpeg_finish_compress(&state.jpeg); });
}

} // namespace sohoa
