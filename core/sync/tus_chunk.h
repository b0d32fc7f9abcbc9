// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/throttle.h"

#include <QByteArray>
#include <QIODevice>

#include <algorithm>
#include <cstring>
#include <utility>

namespace sohoa {

/// The bytes of one PATCH. It cannot be read twice: Qt would silently send the body again on a new connection when
/// the old one breaks, although much of it may have arrived. Gives no more than the throttle allows.
class TusChunk final : public QIODevice {
public:
    TusChunk(QByteArray bytes, Throttle &throttle)
        : m_bytes(std::move(bytes))
        , m_throttle(throttle)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        connect(&throttle, &Throttle::refilled, this, &QIODevice::readyRead);
    }
    qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = m_throttle.take(std::min(most, m_bytes.size() - pos()));
        std::memcpy(data, m_bytes.constData() + pos(), static_cast<size_t>(count));
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    Throttle &m_throttle;
};

} // namespace sohoa
