// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/jpeg_coding.h"

#include <turbojpeg.h>

#include <memory>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

struct CodecDeleter {
    void operator()(void *codec) const { tjDestroy(codec); }
};
struct BytesDeleter {
    void operator()(unsigned char *bytes) const { tjFree(bytes); }
};

} // namespace

Result<QByteArray> encodeProgressiveJpeg(const RasterImage &image, int quality, ChromaSampling sampling)
{
    const std::unique_ptr<void, CodecDeleter> codec(tjInitCompress());
    if (!codec)
        return fail(ErrorCode::ImageTooLarge, u"no JPEG encoder"_s);
    const bool gray = image.components == 1;
    const int subsampling = gray ? TJSAMP_GRAY : sampling == ChromaSampling::Full ? TJSAMP_444 : TJSAMP_420;
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    const int failed =
        tjCompress2(codec.get(), image.samples.row(0), image.width(), 0, image.height(),
                    gray ? TJPF_GRAY : TJPF_RGB, &bytes, &size, subsampling, quality, TJFLAG_PROGRESSIVE);
    const std::unique_ptr<unsigned char, BytesDeleter> owner(bytes);
    if (failed != 0)
        return fail(ErrorCode::ImageTooLarge, QString::fromLocal8Bit(tjGetErrorStr2(codec.get())));
    return QByteArray(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
}

} // namespace sohoa
