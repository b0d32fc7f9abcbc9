// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"

#include <QString>

#include <optional>

namespace sohoa {

/// The part of each day in which packages may be sent, by Vietnam's clock: the office needs its line by day.
class SendHours {
public:
    /// "18:00-07:00" (also with "–" and without minutes: "18-7"); the end may lie on the next day. Nothing when it
    /// is no such text or both ends are equal.
    static std::optional<SendHours> parse(const QString &text);

    /// "18:00-07:00".
    QString toString() const;
    /// "18:00".
    QString begin() const;

    bool isOpen(Instant now) const;
    /// When they begin or end next, after `now`.
    Instant nextChange(Instant now) const;

    friend bool operator==(const SendHours &, const SendHours &) = default;

private:
    SendHours(int from, int until)
        : m_from(from)
        , m_until(until)
    {
    }
    int m_from; ///< Minutes since midnight, 0..1439.
    int m_until;
};

/// How much of the line sending may take.
struct SyncPolicy {
    /// Below this a piece would take longer than a connection may stay silent.
    static constexpr qint64 leastBytesPerSecond = 8'000;

    std::optional<qint64> bytesPerSecond = {}; ///< All transfers together; nothing: as fast as it goes.
    std::optional<SendHours> hours = {};       ///< Nothing: always.
    friend bool operator==(const SyncPolicy &, const SyncPolicy &) = default;
};

} // namespace sohoa
