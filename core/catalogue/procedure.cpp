// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/procedure.h"

#include "core/base/text.h"
#include "core/catalogue/cells.h"

#include <QRegularExpression>
#include <QSet>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// Longer than any name of the national catalogue (the longest has some 300 letters); contracts allow 2000.
constexpr qsizetype maxNameLength = 2000;

ProcedureComponent parseComponent(QString text)
{
    static const QRegularExpression shownMark(u"\\(\\s*xuất trình\\s*\\)"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    ProcedureComponent component;
    text = text.trimmed();
    if (text.endsWith(u'?')) {
        component.conditional = true;
        text.chop(1);
    }
    if (text.contains(shownMark)) {
        component.shownOnly = true;
        text.remove(shownMark);
    }
    component.name = collapseBlanks(text);
    component.alternatives = cells::list(component.name.replace(u" / "_s, u"\n"_s), u'\n');
    component.name.replace(u"\n"_s, u" / "_s);
    return component;
}

std::vector<ProcedureComponent> parseComponents(const QString &cell)
{
    std::vector<ProcedureComponent> components;
    for (const QString &part : cells::list(cell, u';')) {
        ProcedureComponent component = parseComponent(part);
        if (!component.alternatives.isEmpty())
            components.push_back(std::move(component));
    }
    return components;
}

Result<Procedure> parseRow(const CsvTable &table, const CsvRow &row)
{
    Procedure procedure;
    const QString code = table.cell(row, u"code"_s);
    procedure.code = nationalProcedureCode(code);
    if (procedure.code.isEmpty())
        return table.invalid(row, u"code"_s, u"no procedure code as 1.001193"_s);
    procedure.name = collapseBlanks(table.cell(row, u"name_vi"_s));
    if (procedure.name.isEmpty() || procedure.name.size() > maxNameLength)
        return table.invalid(row, u"name_vi"_s, u"empty or longer than %1 letters"_s.arg(maxNameLength));
    const auto confidence = cells::confidence(table, row, u"confidence"_s);
    const auto rulesConfidence = cells::confidence(table, row, u"rules_confidence"_s);
    const auto validityRule = cells::validityRule(table, row, u"validity_rule"_s);
    if (!confidence)
        return fail(confidence.error());
    if (!rulesConfidence)
        return fail(rulesConfidence.error());
    if (!validityRule)
        return fail(validityRule.error());
    procedure.confidence = *confidence;
    procedure.rulesConfidence = *rulesConfidence;
    procedure.validityRule = *validityRule;
    procedure.field = table.cell(row, u"field"_s);
    procedure.level = table.cell(row, u"level"_s);
    procedure.levelBefore2025 = table.cell(row, u"level_2023"_s);
    procedure.resultDocuments = cells::list(table.cell(row, u"result_document"_s), u';');
    procedure.resultCodes = cells::list(table.cell(row, u"result_code"_s), u'|');
    procedure.components = parseComponents(table.cell(row, u"required_components"_s));
    procedure.keywords = cells::list(table.cell(row, u"keywords"_s), u'|');
    procedure.note = table.cell(row, u"note"_s);
    return procedure;
}

} // namespace

QString nationalProcedureCode(const QString &text)
{
    static const QRegularExpression code(u"^\\s*([1-9]\\.[0-9]{6})(?![0-9])"_s);
    return code.match(text).captured(1);
}

Result<std::vector<Procedure>> parseProcedures(const QByteArray &csv, const QString &file)
{
    const auto table = CsvTable::parse(csv, file);
    if (!table)
        return fail(table.error());
    if (const auto complete = table->require({u"code"_s, u"name_vi"_s}); !complete)
        return fail(complete.error());
    std::vector<Procedure> procedures;
    QSet<QString> seen;
    for (const CsvRow &row : table->rows()) {
        auto procedure = parseRow(*table, row);
        if (!procedure)
            return fail(procedure.error());
        if (seen.contains(procedure->code))
            return table->invalid(row, u"code"_s, u"this code comes twice"_s);
        seen.insert(procedure->code);
        procedures.push_back(std::move(*procedure));
    }
    if (procedures.empty())
        return fail(
            ErrorCode::CatalogueInvalid, u"no procedure in %1"_s.arg(file),
            {{u"file"_s, file}, {u"row"_s, u"2"_s}, {u"column"_s, u"code"_s}, {u"detail"_s, u"empty list"_s}});
    return procedures;
}

} // namespace sohoa
