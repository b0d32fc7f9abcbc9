// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonValue>
#include <QString>

#include <optional>

namespace sohoa {

class Database;

/// Settings that belong to the store (not to the desk it is opened at): key to JSON value. No secrets.
/// Threads: the Database's.
class SettingsRepository {
public:
    explicit SettingsRepository(Database &database)
        : m_database(database)
    {
    }

    /// Nothing when the key was never set.
    Result<std::optional<QJsonValue>> get(const QString &key);
    Result<void> set(const QString &key, const QJsonValue &value);
    /// Harmless when the key is not there.
    Result<void> remove(const QString &key);

private:
    Database &m_database;
};

} // namespace sohoa
