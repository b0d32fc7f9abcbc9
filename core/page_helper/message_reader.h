// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/page.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace sohoa {

/// Reads values out of an object and remembers the first that is missing, ill-typed or out of range.
class MessageReader {
public:
    explicit MessageReader(QJsonObject object)
        : m_object(std::move(object))
    {
    }
    qint64 integer(const QString &key, qint64 low, qint64 high)
    {
        const QJsonValue value = m_object[key];
        const double number = value.toDouble(-1);
        const auto whole = value.isDouble() && number >= double(low) && number <= double(high)
                               ? static_cast<qint64>(number)
                               : qint64{low - 1};
        if (whole < low || double(whole) != number) {
            note(key);
            return low;
        }
        return whole;
    }
    int small(const QString &key, int low, int high) { return static_cast<int>(integer(key, low, high)); }
    quint32 id() { return static_cast<quint32>(integer(QStringLiteral("id"), 0, 0xffffffffLL)); }
    bool flag(const QString &key)
    {
        if (!m_object[key].isBool())
            note(key);
        return m_object[key].toBool();
    }
    QString text(const QString &key)
    {
        if (!m_object[key].isString())
            note(key);
        return m_object[key].toString();
    }
    /// A number from 0 to 1.
    double share(const QString &key)
    {
        const double number = m_object[key].toDouble(-1);
        if (!(number >= 0 && number <= 1)) {
            note(key);
            return 0;
        }
        return number;
    }
    PixelBox box(const QString &key)
    {
        const auto box = boxFromJson(m_object[key]);
        if (!box)
            note(key);
        return box.value_or(PixelBox());
    }
    /// Of a value that may be left out.
    bool has(const QString &key) const { return m_object.contains(key); }
    QJsonObject object(const QString &key)
    {
        if (!m_object[key].isObject())
            note(key);
        return m_object[key].toObject();
    }
    QJsonArray array(const QString &key)
    {
        if (!m_object[key].isArray())
            note(key);
        return m_object[key].toArray();
    }
    void note(const QString &key)
    {
        if (m_bad.isEmpty())
            m_bad = key;
    }
    template <class Message, class Value> Result<Message> finished(Value value) const
    {
        if (!m_bad.isEmpty())
            return fail(ErrorCode::HelperProtocol, QStringLiteral("page message: bad %1").arg(m_bad));
        return Message(std::move(value));
    }

private:
    QJsonObject m_object;
    QString m_bad;
};

} // namespace sohoa
