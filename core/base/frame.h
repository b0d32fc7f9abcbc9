// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace sohoa {

/// One message between Sohoa and a helper process. On the wire: version (1 byte, 1), type (1 byte), two zero
/// bytes, length of the payload (4 bytes, little endian, at most 1 MiB), payload.
struct Frame {
    quint8 type = 0;
    QByteArray payload = {};
};

constexpr qsizetype frameHeaderBytes = 8;
constexpr qsizetype maxFramePayload = qsizetype{1} << 20;

/// The frame as bytes. The payload must not exceed maxFramePayload (asserted).
QByteArray encodeFrame(quint8 type, const QByteArray &payload);
QByteArray encodeFrame(quint8 type, const QJsonObject &payload);

/// Cuts a stream of bytes into frames. Bytes from a helper are not trusted: a wrong version, non-zero reserved
/// bytes or an oversized length give HelperProtocol, once and for ever. Not thread-safe.
class FrameReader {
public:
    void append(const QByteArray &bytes);
    /// The next whole frame, nothing when more bytes are needed.
    Result<std::optional<Frame>> next();
    /// Bytes of a frame that has not ended yet; at the end of the stream anything but 0 means a torn frame.
    qsizetype pending() const { return m_buffer.size() - m_start; }

private:
    QByteArray m_buffer;
    qsizetype m_start = 0;
    bool m_broken = false;
};

/// The payload as a JSON object; HelperProtocol when it is none.
Result<QJsonObject> frameObject(const Frame &frame);

} // namespace sohoa
