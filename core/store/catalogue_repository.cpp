// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/catalogue_repository.h"

#include "core/store/audit_trail.h"
#include "core/store/database.h"
#include "core/store/json_text.h"

namespace sohoa {

using namespace Qt::StringLiterals;

Result<void> CatalogueRepository::replaceAll(const std::vector<CatalogueRow> &rows, const QString &version)
{
    return m_database.transaction([&]() -> Result<void> {
        auto written = m_database.execute("DELETE FROM catalogue");
        int ordinal = 0;
        for (auto row = rows.cbegin(); written && row != rows.cend(); ++row) {
            written = m_database.execute("INSERT INTO catalogue (ordinal, code, columns) VALUES (?1, ?2, ?3)",
                                         {ordinal++, row->code, jsonText(row->columns)});
            if (!written && written.error().code == ErrorCode::ValueInvalid)
                return fail(ErrorCode::ValueInvalid, written.error().detail,
                            {{u"field"_s, u"code"_s}, {u"value"_s, row->code}});
        }
        if (written)
            written = m_database.execute(
                "INSERT INTO catalogue_import (id, version, imported_at) VALUES (1, ?1, ?2) ON CONFLICT (id)"
                " DO UPDATE SET version = excluded.version, imported_at = excluded.imported_at",
                {version, m_database.now()});
        if (!written)
            return fail(std::move(written).error());
        return AuditTrail(m_database)
            .append(m_database.actor(), u"catalogue.import"_s, version, {},
                    {{u"rows"_s, static_cast<qint64>(rows.size())}});
    });
}

Result<std::vector<CatalogueRow>> CatalogueRepository::all()
{
    std::vector<CatalogueRow> rows;
    auto read =
        m_database.query("SELECT code, columns FROM catalogue ORDER BY ordinal", {}, [&](const SqlRow &row) {
            rows.push_back({row.text(0), row.demand(jsonObject(row.blob(1)), 1)});
        });
    if (!read)
        return fail(std::move(read).error());
    return rows;
}

Result<void> CatalogueRepository::setTable(const CatalogueTableRow &table)
{
    return m_database.transaction([&]() -> Result<void> {
        auto written = m_database.execute(
            "INSERT INTO catalogue_table (name, csv, version, imported_at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT "
            "(name)"
            " DO UPDATE SET csv = excluded.csv, version = excluded.version, imported_at = excluded.imported_at",
            {table.name, table.csv, table.version, m_database.now()});
        if (!written)
            return fail(std::move(written).error());
        return AuditTrail(m_database)
            .append(m_database.actor(), u"catalogue.import"_s, table.name, {}, {{u"version"_s, table.version}});
    });
}

Result<std::vector<CatalogueTableRow>> CatalogueRepository::tables()
{
    // Kinds of papers first: labels name them.
    std::vector<CatalogueTableRow> tables;
    auto read = m_database.query("SELECT name, csv, version, imported_at FROM catalogue_table ORDER BY name", {},
                                 [&](const SqlRow &row) {
                                     tables.push_back({row.text(0), row.text(1), row.text(2), row.instant(3)});
                                 });
    if (!read)
        return fail(std::move(read).error());
    return tables;
}

Result<std::optional<CatalogueImport>> CatalogueRepository::lastImport()
{
    std::optional<CatalogueImport> import;
    auto read =
        m_database.query("SELECT version, imported_at, (SELECT count(*) FROM catalogue) FROM catalogue_import", {},
                         [&](const SqlRow &row) {
                             import = CatalogueImport{row.text(0), row.instant(1), row.number(2)};
                         });
    if (!read)
        return fail(std::move(read).error());
    return import;
}

} // namespace sohoa
