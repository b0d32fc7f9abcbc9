// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/settings_repository.h"

#include "core/store/database.h"
#include "core/store/json_text.h"

namespace sohoa {

// A value is kept as an array of one: QJsonDocument of Qt 6 takes only arrays and objects at the top.

Result<std::optional<QJsonValue>> SettingsRepository::get(const QString &key)
{
    std::optional<QJsonValue> value;
    auto read = m_database.query("SELECT value FROM setting WHERE key = ?1", {key}, [&](const SqlRow &row) {
        value = row.demand(jsonArray(row.blob(0)), 0).first();
    });
    if (!read)
        return fail(std::move(read).error());
    return value;
}

Result<void> SettingsRepository::set(const QString &key, const QJsonValue &value)
{
    auto written = m_database.execute("INSERT INTO setting (key, value) VALUES (?1, ?2)"
                                      " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                      {key, jsonText(QJsonArray{value})});
    if (!written)
        return fail(std::move(written).error());
    return {};
}

Result<void> SettingsRepository::remove(const QString &key)
{
    auto deleted = m_database.execute("DELETE FROM setting WHERE key = ?1", {key});
    if (!deleted)
        return fail(std::move(deleted).error());
    return {};
}

} // namespace sohoa
