// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace sohoa {

class Database;

/// Where packages go. Options are names of files ("token-file", "ca", "client-cert"), never a secret itself.
struct Target {
    QString name; ///< Unique.
    QString url;  ///< "tus+https://…", "folder:PATH"
    QJsonObject options;
};

/// The repository targets. Threads: the Database's.
class TargetRepository {
public:
    explicit TargetRepository(Database &database)
        : m_database(database)
    {
    }

    /// TargetExists (args: target) when the name is taken; ValueInvalid (args: field) when name or URL is empty.
    Result<void> add(const Target &target);
    /// By name.
    Result<std::vector<Target>> list();
    /// TargetUnknown (args: target) when there is none.
    Result<Target> find(const QString &name);
    /// TargetUnknown; StateForbids (args: state, action) while packages are owed to it.
    Result<void> remove(const QString &name);

private:
    Database &m_database;
};

} // namespace sohoa
