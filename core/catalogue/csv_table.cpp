// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/csv_table.h"

#include "core/base/text.h"

#include <QSet>
#include <QStringDecoder>

#include <csv.h>

#include <memory>

namespace sohoa {

namespace {

// The whole catalogue is under a megabyte: what is larger is no list of procedures.
constexpr qsizetype maxBytes = qsizetype{16} << 20;
constexpr int maxRows = 50'000;
constexpr qsizetype maxCell = 8'000; ///< Letters; the longest list of components has under a thousand.

tl::unexpected<Error> invalidTable(const QString &file, const QString &row, const QString &column,
                                   const QString &detail)
{
    return fail(ErrorCode::CatalogueInvalid,
                QStringLiteral("%1: row %2: column %3: %4").arg(file, row, column, detail),
                {{QStringLiteral("file"), file},
                 {QStringLiteral("row"), row},
                 {QStringLiteral("column"), column},
                 {QStringLiteral("detail"), detail}});
}

/// What libcsv's callbacks fill. A line without a single cell is an empty line.
struct Collector {
    std::vector<CsvRow> rows;
    QStringList cells;
    int line = 1;
    bool tooMany = false;

    static void cell(void *bytes, size_t size, void *self)
    {
        auto *collector = static_cast<Collector *>(self);
        // A null pointer is an empty cell without quotes.
        const QString text =
            bytes ? QString::fromUtf8(static_cast<const char *>(bytes), static_cast<qsizetype>(size)) : QString();
        collector->cells << toNfc(text).trimmed();
    }

    static void end(int, void *self)
    {
        auto *collector = static_cast<Collector *>(self);
        if (!collector->cells.isEmpty()) {
            if (collector->rows.size() > maxRows)
                collector->tooMany = true;
            else
                collector->rows.push_back({collector->line, collector->cells});
            collector->cells.clear();
        }
        ++collector->line;
    }
};

struct ParserDeleter {
    void operator()(csv_parser *parser) const
    {
        csv_free(parser);
        delete parser;
    }
};

Result<std::vector<CsvRow>> split(const QByteArray &bytes, const QString &file)
{
    constexpr unsigned char options = CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL | CSV_EMPTY_IS_NULL;
    std::unique_ptr<csv_parser, ParserDeleter> parser(new csv_parser);
    if (csv_init(parser.get(), options) != 0)
        return fail(ErrorCode::Internal, QStringLiteral("csv_init"));
    Collector collector;
    const auto size = static_cast<size_t>(bytes.size());
    const bool read =
        csv_parse(parser.get(), bytes.constData(), size, &Collector::cell, &Collector::end, &collector) == size &&
        csv_fini(parser.get(), &Collector::cell, &Collector::end, &collector) == 0;
    if (!read)
        return invalidTable(file, QString::number(collector.line), {},
                            QString::fromLatin1(csv_strerror(csv_error(parser.get()))));
    if (collector.tooMany)
        return invalidTable(file, {}, {}, QStringLiteral("more than %1 rows").arg(maxRows));
    return std::move(collector.rows);
}

} // namespace

Result<CsvTable> CsvTable::parse(const QByteArray &bytes, const QString &file)
{
    if (bytes.size() > maxBytes)
        return invalidTable(file, {}, {}, QStringLiteral("larger than 16 MiB"));
    if (bytes.contains('\0'))
        return invalidTable(file, {}, {}, QStringLiteral("a NUL byte: not UTF-8 text"));
    QByteArray text = bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    [[maybe_unused]] const QString decoded = decoder(text);
    if (decoder.hasError())
        return invalidTable(file, {}, {}, QStringLiteral("not UTF-8"));
    text.replace("\r\n", "\n"); // libcsv counts CR and LF as two ends of line

    auto rows = split(text, file);
    if (!rows)
        return fail(rows.error());
    if (rows->empty())
        return invalidTable(file, {}, {}, QStringLiteral("empty"));
    CsvTable table;
    table.m_file = file;
    table.m_header = rows->front().cells;
    QSet<QString> seen;
    for (const QString &column : table.m_header) {
        if (column.isEmpty() || seen.contains(column))
            return invalidTable(file, QString::number(rows->front().number), column,
                                QStringLiteral("a column name is empty or there twice"));
        seen.insert(column);
    }
    rows->erase(rows->begin());
    for (const CsvRow &row : *rows) {
        if (row.cells.size() != table.m_header.size())
            return invalidTable(
                file, QString::number(row.number), {},
                QStringLiteral("%1 cells instead of %2").arg(row.cells.size()).arg(table.m_header.size()));
    }
    table.m_rows = std::move(*rows);
    for (const CsvRow &row : table.m_rows) {
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].size() > maxCell)
                return table.invalid(row, table.m_header[i], QStringLiteral("longer than %1").arg(maxCell));
            // A spreadsheet that opens the table would run it; no cell of ours begins so.
            if (!row.cells[i].isEmpty() && QStringView(u"=+@").contains(row.cells[i].front()))
                return table.invalid(row, table.m_header[i], QStringLiteral("a formula"));
        }
    }
    return table;
}

QString CsvTable::cell(const CsvRow &row, const QString &column) const
{
    return row.cells.value(m_header.indexOf(column));
}

Result<void> CsvTable::require(const QStringList &columns) const
{
    for (const QString &column : columns) {
        if (!m_header.contains(column))
            return invalidTable(m_file, QStringLiteral("1"), column, QStringLiteral("column missing"));
    }
    return {};
}

tl::unexpected<Error> CsvTable::invalid(const CsvRow &row, const QString &column, const QString &detail) const
{
    return invalidTable(m_file, QString::number(row.number), column, detail);
}

} // namespace sohoa
