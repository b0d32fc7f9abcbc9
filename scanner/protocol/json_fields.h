// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace sohoa::scan {

/// Reads the members of a JSON object that nobody vouches for. The first one that does not fit is remembered, so
/// that a message can be read member by member and asked once at the end.
class JsonFields {
public:
    explicit JsonFields(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    QString text(QStringView key);
    bool flag(QStringView key);
    int number(QStringView key, int min, int max);
    std::optional<int> optionalNumber(QStringView key, int min, int max); ///< null stands for none.
    template <class T> std::vector<T> list(QStringView key, Result<T> (*read)(const QJsonValue &))
    {
        std::vector<T> elements;
        if (!m_object.value(key).isArray())
            spoil(key);
        for (const QJsonValue &json : m_object.value(key).toArray()) {
            auto element = read(json);
            if (!element) {
                spoil(key);
                break;
            }
            elements.push_back(std::move(*element));
        }
        return elements;
    }
    QJsonValue value(QStringView key) const { return m_object.value(key); }
    void spoil(QStringView key)
    {
        if (m_spoiled.isEmpty())
            m_spoiled = key.toString();
    }

    /// `message`, if all its members were there.
    template <class T> Result<T> whole(T message) const
    {
        if (m_spoiled.isEmpty())
            return message;
        return fail(ErrorCode::HelperProtocol, QStringLiteral("bad member %1").arg(m_spoiled));
    }

private:
    QJsonObject m_object;
    QString m_spoiled;
};

} // namespace sohoa::scan
