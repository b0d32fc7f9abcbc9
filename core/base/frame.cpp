// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/frame.h"

#include <QJsonDocument>
#include <QtEndian>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {
constexpr char frameVersion = 1;
constexpr qsizetype compactAfter = qsizetype{4} << 20; ///< Bytes read before the buffer's front is given back.
} // namespace

QByteArray encodeFrame(quint8 type, const QByteArray &payload)
{
    Q_ASSERT(payload.size() <= maxFramePayload);
    QByteArray bytes(frameHeaderBytes, '\0');
    bytes[0] = frameVersion;
    bytes[1] = static_cast<char>(type);
    qToLittleEndian(static_cast<quint32>(payload.size()), bytes.data() + 4);
    return bytes + payload;
}

QByteArray encodeFrame(quint8 type, const QJsonObject &payload)
{
    return encodeFrame(type, QJsonDocument(payload).toJson(QJsonDocument::Compact));
}

void FrameReader::append(const QByteArray &bytes)
{
    if (m_start == m_buffer.size() || m_start > compactAfter) {
        m_buffer.remove(0, m_start);
        m_start = 0;
    }
    m_buffer.append(bytes);
}

Result<std::optional<Frame>> FrameReader::next()
{
    if (m_broken)
        return fail(ErrorCode::HelperProtocol, u"frame after a broken frame"_s);
    if (pending() < frameHeaderBytes)
        return std::nullopt;
    const char *head = m_buffer.constData() + m_start;
    const auto length = qFromLittleEndian<quint32>(head + 4);
    if (head[0] != frameVersion || head[2] != 0 || head[3] != 0 || length > quint32{maxFramePayload}) {
        m_broken = true;
        return fail(ErrorCode::HelperProtocol, u"bad frame header %1"_s.arg(QString::fromLatin1(
                                                   QByteArray(head, frameHeaderBytes).toHex(' '))));
    }
    if (pending() < frameHeaderBytes + qsizetype{length})
        return std::nullopt;
    Frame frame{static_cast<quint8>(head[1]), QByteArray(head + frameHeaderBytes, qsizetype{length})};
    m_start += frameHeaderBytes + qsizetype{length};
    return frame;
}

Result<QJsonObject> frameObject(const Frame &frame)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(frame.payload, &error);
    if (!document.isObject())
        return fail(ErrorCode::HelperProtocol,
                    u"frame %1 is no JSON object: %2"_s.arg(frame.type).arg(error.errorString()));
    return document.object();
}

} // namespace sohoa
