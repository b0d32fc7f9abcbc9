// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/catalogue_service.h"

#include "core/catalogue/csv_table.h"

#include <QCryptographicHash>
#include <QFileInfo>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// What CsvTable takes at most.
constexpr qint64 maxFileBytes = qint64{16} << 20;

std::vector<CatalogueRow> rowsOf(const CsvTable &table)
{
    std::vector<CatalogueRow> rows;
    for (const CsvRow &row : table.rows()) {
        CatalogueRow kept;
        for (const QString &column : table.header())
            kept.columns[column] = table.cell(row, column);
        kept.code = table.cell(row, u"code"_s);
        rows.push_back(std::move(kept));
    }
    return rows;
}

/// The rows as the table that they were imported from: one reader decides what a row means.
QByteArray tableOf(const std::vector<CatalogueRow> &rows)
{
    const auto line = [](const QStringList &cells) {
        QStringList quoted;
        for (QString cell : cells)
            quoted.append(u'"' + cell.replace(u'"', u"\"\""_s) + u'"');
        return quoted.join(u',') + u'\n';
    };
    const QStringList header = rows.front().columns.keys();
    QString table = line(header);
    for (const CatalogueRow &row : rows) {
        QStringList cells;
        for (const QString &column : header)
            cells.append(row.columns[column].toString());
        table += line(cells);
    }
    return table.toUtf8();
}

} // namespace

Result<Catalogue> loadCatalogue(const QString &folder, Store &store)
{
    auto shipped = Catalogue::load(folder);
    if (!shipped)
        return shipped;
    const auto rows = store.catalogue().all();
    const auto tables = store.catalogue().tables();
    if (!rows || !tables)
        return fail(!rows ? rows.error() : tables.error());
    for (const CatalogueTableRow &table : *tables) {
        const auto which = catalogueTableFromString(table.name);
        if (!which)
            return fail(ErrorCode::StoreCorrupt, u"catalogue_table "_s + table.name);
        shipped = shipped->withTable(*which, table.csv.toUtf8(), table.name + u".csv"_s);
        if (!shipped)
            return shipped;
    }
    if (rows->empty())
        return shipped;
    const auto procedures = parseProcedures(tableOf(*rows));
    if (!procedures)
        return fail(procedures.error());
    return shipped->withProcedures(*procedures);
}

Result<int> importProcedures(const QString &path, StationContext &context)
{
    const auto bytes = readFile(path, maxFileBytes);
    if (!bytes)
        return fail(bytes.error());
    const QString file = QFileInfo(path).fileName();
    const auto procedures = parseProcedures(*bytes, file);
    const auto table = CsvTable::parse(*bytes, file);
    if (!procedures || !table)
        return fail(!procedures ? procedures.error() : table.error());
    const QByteArray hash = QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex();
    if (auto kept = context.store->catalogue().replaceAll(rowsOf(*table), QString::fromLatin1(hash)); !kept)
        return fail(kept.error());
    context.catalogue = context.catalogue.withProcedures(*procedures);
    return static_cast<int>(procedures->size());
}

Result<int> importCatalogue(const QString &path, StationContext &context)
{
    const auto bytes = readFile(path, maxFileBytes);
    if (!bytes)
        return fail(bytes.error());
    const auto which = catalogueTableOf(*bytes);
    if (!which)
        return importProcedures(path, context);
    const QString file = QFileInfo(path).fileName();
    auto catalogue = context.catalogue.withTable(*which, *bytes, file);
    const auto table = CsvTable::parse(*bytes, file);
    if (!catalogue || !table)
        return fail(!catalogue ? catalogue.error() : table.error());
    const QByteArray hash = QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex();
    if (auto kept = context.store->catalogue().setTable(
            {toString(*which), QString::fromUtf8(*bytes), QString::fromLatin1(hash)});
        !kept)
        return fail(kept.error());
    context.catalogue = *std::move(catalogue);
    return static_cast<int>(table->rows().size());
}

} // namespace sohoa
