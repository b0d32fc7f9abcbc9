// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/protocol/json_fields.h"

#include <cmath>

namespace sohoa::scan {

QString JsonFields::text(QStringView key)
{
    const QJsonValue json = m_object.value(key);
    if (!json.isString())
        spoil(key);
    return json.toString();
}

bool JsonFields::flag(QStringView key)
{
    const QJsonValue json = m_object.value(key);
    if (!json.isBool())
        spoil(key);
    return json.toBool();
}

int JsonFields::number(QStringView key, int min, int max)
{
    const QJsonValue json = m_object.value(key);
    const double number = json.toDouble(std::nan(""));
    if (!(number >= min && number <= max && number == std::floor(number))) {
        spoil(key);
        return min;
    }
    return static_cast<int>(number);
}

std::optional<int> JsonFields::optionalNumber(QStringView key, int min, int max)
{
    if (m_object.value(key).isNull())
        return std::nullopt;
    return number(key, min, max);
}

} // namespace sohoa::scan
