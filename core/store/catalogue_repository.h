// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

class Database;

/// One imported procedure: its code and the columns of the imported file.
struct CatalogueRow {
    QString code;
    QJsonObject columns;
};

/// What was imported last.
struct CatalogueImport {
    QString version;
    Instant importedAt;
    int rows = 0;
};

/// An imported table beside the procedures, as it was read.
struct CatalogueTableRow {
    QString name; ///< "doc_types", "field_labels", "agencies"
    QString csv;
    QString version; ///< SHA-256 of the file.
    Instant importedAt = {};
};

/// The imported catalogue of procedures as it was read; core/catalogue gives it its meaning.
/// Threads: the Database's.
class CatalogueRepository {
public:
    explicit CatalogueRepository(Database &database)
        : m_database(database)
    {
    }

    /// All rows or none take the place of all rows of the last import. ValueInvalid (args: field "code", value)
    /// for a code that is empty or comes twice.
    Result<void> replaceAll(const std::vector<CatalogueRow> &rows, const QString &version);
    /// In the order of import.
    Result<std::vector<CatalogueRow>> all();
    /// Nothing when nothing was ever imported.
    Result<std::optional<CatalogueImport>> lastImport();

    /// Another imported table takes the place of the one of that name. ValueInvalid for a name that is none.
    Result<void> setTable(const CatalogueTableRow &table);
    /// By name.
    Result<std::vector<CatalogueTableRow>> tables();

private:
    Database &m_database;
};

} // namespace sohoa
