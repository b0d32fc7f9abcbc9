// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <compare>
#include <optional>

namespace sohoa {

class Clock;

/// A new UUID version 7 (RFC 9562): sorts by the time it was made, so that rows and files keep their order.
/// Two calls in the same millisecond give increasing ids within one process. Thread-safe.
QUuid makeUuidV7(const Clock &clock);

/// The identity of one thing; ids of different things do not mix. Default-made ids are null, "no such thing":
/// Qt 6.4's queued signals need a default constructor.
template <class Tag> class Id {
public:
    Id() = default;
    explicit Id(const QUuid &uuid)
        : m_uuid(uuid)
    {
    }
    static Id make(const Clock &clock) { return Id(makeUuidV7(clock)); }
    /// Nothing when `text` is not a UUID in its usual 36 characters.
    static std::optional<Id> fromString(QStringView text)
    {
        const QUuid uuid = text.size() == 36 ? QUuid::fromString(text) : QUuid();
        return uuid.isNull() ? std::nullopt : std::optional<Id>(Id(uuid));
    }

    bool isNull() const { return m_uuid.isNull(); }
    /// Lower case, without braces. Empty for the null id.
    QString toString() const { return isNull() ? QString() : m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

} // namespace sohoa
