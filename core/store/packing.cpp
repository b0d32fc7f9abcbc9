// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packing.h"

#include "core/store/packing_dictionary.h"
#include "core/store/varint.h"

#include <zlib.h>

#include <memory>

namespace sohoa {

namespace {

/// First byte. 1: deflate with the first dictionary. A better dictionary gets the next number beside it, for what
/// was packed stays readable for ever.
constexpr char firstForm = 1;
constexpr int rawDeflate = -15;
constexpr int memoryLevel = 9;
/// Far above any page; a damaged size must not ask for all the memory there is.
constexpr quint64 mostBytes = 64U << 20U;

struct EndDeflate {
    void operator()(z_stream *stream) const { deflateEnd(stream); }
};
struct EndInflate {
    void operator()(z_stream *stream) const { inflateEnd(stream); }
};

Bytef *inputOf(const QByteArray &bytes, qsizetype from = 0)
{
    // zlib never writes there; its signature is older than const.
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData() + from));
}

} // namespace

QByteArray packBytes(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return {};
    QByteArray packed(1, firstForm);
    appendVarint(packed, static_cast<quint64>(bytes.size()));
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, rawDeflate, memoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib has no memory"); // as new would
    const std::unique_ptr<z_stream, EndDeflate> ended(&stream);
    const QByteArray &dictionary = packingDictionary();
    deflateSetDictionary(&stream, inputOf(dictionary), static_cast<uInt>(dictionary.size()));
    const qsizetype head = packed.size();
    packed.resize(head + static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))));
    stream.next_in = inputOf(bytes);
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data() + head);
    stream.avail_out = static_cast<uInt>(packed.size() - head);
    deflate(&stream, Z_FINISH);
    packed.resize(head + static_cast<qsizetype>(stream.total_out));
    return packed;
}

std::optional<QByteArray> unpackBytes(const QByteArray &packed)
{
    if (packed.isEmpty())
        return QByteArray();
    VarintReader head(packed, 1);
    const auto size = head.next();
    if (packed.front() != firstForm || !size || *size == 0 || *size > mostBytes)
        return std::nullopt;
    z_stream stream{};
    if (inflateInit2(&stream, rawDeflate) != Z_OK)
        return std::nullopt;
    const std::unique_ptr<z_stream, EndInflate> ended(&stream);
    const QByteArray &dictionary = packingDictionary();
    inflateSetDictionary(&stream, inputOf(dictionary), static_cast<uInt>(dictionary.size()));
    QByteArray bytes(static_cast<qsizetype>(*size), Qt::Uninitialized);
    stream.next_in = inputOf(packed, head.position());
    stream.avail_in = static_cast<uInt>(packed.size() - head.position());
    stream.next_out = reinterpret_cast<Bytef *>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == *size;
    return whole ? std::optional(bytes) : std::nullopt;
}

QByteArray packText(const QString &text)
{
    return packBytes(text.toUtf8());
}

std::optional<QString> unpackText(const QByteArray &packed)
{
    const auto bytes = unpackBytes(packed);
    return bytes ? std::optional(QString::fromUtf8(*bytes)) : std::nullopt;
}

} // namespace sohoa
