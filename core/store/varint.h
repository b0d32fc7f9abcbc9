// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace sohoa {

/// Seven bits a byte, the lowest first; the top bit says that more follow.
inline void appendVarint(QByteArray &bytes, quint64 value)
{
    constexpr quint64 low = 0x7f;
    for (; value > low; value >>= 7U)
        bytes.append(static_cast<char>((value & low) | 0x80U));
    bytes.append(static_cast<char>(value));
}

/// Small numbers of either sign stay short: 0, -1, 1, -2 … become 0, 1, 2, 3 …
inline void appendSigned(QByteArray &bytes, qint64 value)
{
    appendVarint(bytes, (static_cast<quint64>(value) << 1U) ^ static_cast<quint64>(value >> 63));
}

/// Reads what the functions above wrote. The bytes must outlive the reader.
class VarintReader {
public:
    explicit VarintReader(const QByteArray &bytes, qsizetype position = 0)
        : m_bytes(bytes)
        , m_position(position)
    {
    }

    /// Nothing at the end of the bytes, and for more than 64 bits.
    std::optional<quint64> next()
    {
        quint64 value = 0;
        for (unsigned shift = 0; shift < 64 && m_position < m_bytes.size(); shift += 7) {
            const auto byte = static_cast<quint8>(m_bytes[m_position++]);
            value |= static_cast<quint64>(byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0)
                return value;
        }
        return std::nullopt;
    }
    std::optional<qint64> nextSigned()
    {
        const auto value = next();
        if (!value)
            return std::nullopt;
        return static_cast<qint64>(*value >> 1U) ^ -static_cast<qint64>(*value & 1U);
    }
    qsizetype position() const { return m_position; }

private:
    const QByteArray &m_bytes;
    qsizetype m_position;
};

} // namespace sohoa
