// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/tables.h"

#include "core/catalogue/cells.h"

#include <QSet>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Reads every row by `readRow`; `key` must not be empty nor come twice.
template <class T, class ReadRow> Result<std::vector<T>>
readRows(const CsvTable &table, const QStringList &columns, const QString &key, const ReadRow &readRow)
{
    if (const auto complete = table.require(columns); !complete)
        return fail(complete.error());
    std::vector<T> values;
    values.reserve(table.rows().size());
    QSet<QString> seen;
    for (const CsvRow &row : table.rows()) {
        if (!key.isEmpty()) {
            const QString name = table.cell(row, key);
            if (name.isEmpty() || seen.contains(name))
                return table.invalid(row, key, u"empty or there twice"_s);
            seen.insert(name);
        }
        Result<T> value = readRow(row);
        if (!value)
            return fail(value.error());
        values.push_back(std::move(*value));
    }
    return values;
}

std::optional<DocumentKind> kindOf(const QString &cell)
{
    if (cell == u"id_document")
        return DocumentKind::Identity;
    return documentKindFromString(cell);
}

Result<DocumentType> readDocumentType(const CsvTable &table, const CsvRow &row)
{
    DocumentType type;
    type.id = table.cell(row, u"id"_s);
    type.title = table.cell(row, u"title_vi"_s);
    if (type.title.isEmpty())
        return table.invalid(row, u"title_vi"_s, u"empty"_s);
    const auto kind = kindOf(table.cell(row, u"kind"_s));
    if (!kind)
        return table.invalid(row, u"kind"_s, u"neither result, component, process nor id_document"_s);
    type.kind = *kind;
    const QString place = table.cell(row, u"place"_s);
    if (place != u"head" && place != u"page")
        return table.invalid(row, u"place"_s, u"neither head nor page"_s);
    type.anywhere = place == u"page";
    const auto priority = cells::number(table, row, u"priority"_s);
    const auto title = cells::expression(table, row, u"title_regex_folded"_s);
    const auto body = cells::expression(table, row, u"body_regex_folded"_s);
    const auto bonus = cells::expression(table, row, u"bonus_any_folded"_s);
    const auto exclude = cells::expression(table, row, u"exclude_folded"_s);
    const auto rule = cells::validityRule(table, row, u"validity_rule"_s);
    const auto confidence = cells::confidence(table, row, u"confidence"_s);
    if (!priority)
        return fail(priority.error());
    for (const auto *expression : {&title, &body, &bonus, &exclude}) {
        if (!*expression)
            return fail(expression->error());
    }
    if (!rule)
        return fail(rule.error());
    if (!confidence)
        return fail(confidence.error());
    if (!*title)
        return table.invalid(row, u"title_regex_folded"_s, u"empty"_s);
    type.priority = *priority;
    type.titleExpression = **title;
    type.body = *body;
    type.bonus = *bonus;
    type.exclude = *exclude;
    type.validityRule = *rule;
    type.confidence = *confidence;
    type.numberPatterns = cells::list(table.cell(row, u"number_pattern"_s), u';');
    type.fields = cells::list(table.cell(row, u"fields"_s), u';');
    type.procedureCodes = cells::list(table.cell(row, u"procedure_codes"_s), u'|');
    type.otherNames = cells::list(table.cell(row, u"other_names"_s), u'|');
    return type;
}

std::optional<FieldLabel::Kind> labelKind(const QString &cell)
{
    using Kind = FieldLabel::Kind;
    static const QHash<QString, Kind> kinds = {
        {u"line"_s, Kind::Line}, {u"name"_s, Kind::Name},     {u"date"_s, Kind::Date}, {u"year"_s, Kind::Year},
        {u"id"_s, Kind::Id},     {u"gender"_s, Kind::Gender}, {u"code"_s, Kind::Code}};
    const auto found = kinds.find(cell);
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

Result<FieldLabel> readFieldLabel(const CsvTable &table, const CsvRow &row)
{
    FieldLabel label;
    label.field = table.cell(row, u"field"_s);
    if (label.field.isEmpty())
        return table.invalid(row, u"field"_s, u"empty"_s);
    label.documentTypes = cells::list(table.cell(row, u"doc_types"_s), u'|');
    const auto kind = labelKind(table.cell(row, u"kind"_s));
    if (!kind)
        return table.invalid(row, u"kind"_s, u"unknown kind of value"_s);
    label.kind = *kind;
    const auto expression = cells::expression(table, row, u"label_regex_folded"_s);
    const auto after = cells::expression(table, row, u"after_folded"_s);
    const auto until = cells::expression(table, row, u"until_folded"_s);
    for (const auto *part : {&expression, &after, &until}) {
        if (!*part)
            return fail(part->error());
    }
    if (!*expression)
        return table.invalid(row, u"label_regex_folded"_s, u"empty"_s);
    const auto zone = cells::zone(table, row, u"zone"_s);
    if (!zone)
        return fail(zone.error());
    label.zone = *zone;
    label.label = **expression;
    label.after = *after;
    label.until = *until;
    return label;
}

Result<Pattern> readPattern(const CsvTable &table, const CsvRow &row)
{
    Pattern pattern;
    pattern.name = table.cell(row, u"name"_s);
    const QString layer = table.cell(row, u"layer"_s);
    if (layer != u"folded" && layer != u"raw")
        return table.invalid(row, u"layer"_s, u"neither folded nor raw"_s);
    pattern.folded = layer == u"folded";
    const auto expression = cells::expression(table, row, u"regex_pcre"_s);
    if (!expression)
        return fail(expression.error());
    if (!*expression)
        return table.invalid(row, u"regex_pcre"_s, u"empty"_s);
    pattern.expression = **expression;
    return pattern;
}

Result<Agency> readAgency(const CsvTable &table, const CsvRow &row)
{
    Agency agency;
    agency.code = table.cell(row, u"code"_s);
    agency.name = table.cell(row, u"name_vi"_s);
    if (agency.code.isEmpty() || agency.name.isEmpty())
        return table.invalid(row, agency.code.isEmpty() ? u"code"_s : u"name_vi"_s, u"empty"_s);
    const auto from = cells::date(table, row, u"valid_from"_s);
    const auto to = cells::date(table, row, u"valid_to"_s);
    const auto confidence = cells::confidence(table, row, u"confidence"_s);
    if (!from)
        return fail(from.error());
    if (!to)
        return fail(to.error());
    if (!confidence)
        return fail(confidence.error());
    agency.validFrom = *from;
    agency.validTo = *to;
    agency.confidence = *confidence;
    agency.unitType = table.cell(row, u"unit_type"_s);
    agency.level = table.cell(row, u"level"_s);
    agency.parentCode = table.cell(row, u"parent_code"_s);
    agency.parentName = table.cell(row, u"parent_name"_s);
    agency.successorCodes = cells::list(table.cell(row, u"successor_code"_s), u'|');
    agency.successorNames = cells::list(table.cell(row, u"successor_name"_s), u'|');
    agency.egovCode = table.cell(row, u"egov_code"_s);
    return agency;
}

} // namespace

Result<std::vector<DocumentType>> readDocumentTypes(const CsvTable &table)
{
    return readRows<DocumentType>(table,
                                  {u"id"_s, u"title_vi"_s, u"kind"_s, u"priority"_s, u"place"_s,
                                   u"title_regex_folded"_s, u"fields"_s, u"validity_rule"_s},
                                  u"id"_s, [&](const CsvRow &row) { return readDocumentType(table, row); });
}

Result<std::vector<FieldLabel>> readFieldLabels(const CsvTable &table)
{
    return readRows<FieldLabel>(table, {u"field"_s, u"doc_types"_s, u"label_regex_folded"_s, u"kind"_s}, {},
                                [&](const CsvRow &row) { return readFieldLabel(table, row); });
}

Result<std::vector<Pattern>> readPatterns(const CsvTable &table)
{
    return readRows<Pattern>(table, {u"name"_s, u"layer"_s, u"regex_pcre"_s}, u"name"_s,
                             [&](const CsvRow &row) { return readPattern(table, row); });
}

Result<std::vector<Agency>> readAgencies(const CsvTable &table)
{
    return readRows<Agency>(table, {u"code"_s, u"name_vi"_s, u"valid_from"_s, u"valid_to"_s}, {},
                            [&](const CsvRow &row) { return readAgency(table, row); });
}

Result<std::vector<SymbolAbbreviation>> readAbbreviations(const CsvTable &table)
{
    return readRows<SymbolAbbreviation>(
        table, {u"abbr"_s, u"name_vi"_s}, u"abbr"_s, [&](const CsvRow &row) -> Result<SymbolAbbreviation> {
            return SymbolAbbreviation{table.cell(row, u"abbr"_s), table.cell(row, u"name_vi"_s),
                                      table.cell(row, u"ead_type_code"_s)};
        });
}

Result<std::vector<ReadingConfusion>> readConfusions(const CsvTable &table)
{
    return readRows<ReadingConfusion>(table, {u"truth"_s, u"often_read_as"_s, u"where"_s}, {},
                                      [&](const CsvRow &row) -> Result<ReadingConfusion> {
                                          return ReadingConfusion{
                                              table.cell(row, u"truth"_s),
                                              cells::list(table.cell(row, u"often_read_as"_s), u'|'),
                                              table.cell(row, u"where"_s)};
                                      });
}

Result<std::vector<EthnicGroup>> readEthnicGroups(const CsvTable &table)
{
    return readRows<EthnicGroup>(table, {u"code"_s, u"name_vi"_s, u"aliases"_s}, u"code"_s,
                                 [&](const CsvRow &row) -> Result<EthnicGroup> {
                                     return EthnicGroup{table.cell(row, u"code"_s), table.cell(row, u"name_vi"_s),
                                                        cells::list(table.cell(row, u"aliases"_s), u'|')};
                                 });
}

Result<QHash<QString, QString>> readProvinceCodes(const CsvTable &table)
{
    if (const auto complete = table.require({u"code"_s, u"name_at_issue"_s}); !complete)
        return fail(complete.error());
    QHash<QString, QString> provinces;
    for (const CsvRow &row : table.rows()) {
        const QString code = table.cell(row, u"code"_s);
        if (code.size() != 3 || provinces.contains(code))
            return table.invalid(row, u"code"_s, u"not three digits or there twice"_s);
        provinces.insert(code, table.cell(row, u"name_at_issue"_s));
    }
    return provinces;
}

} // namespace sohoa
