// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/catalogue.h"

#include "core/base/durable_file.h"
#include "core/base/text.h"
#include "core/catalogue/csv_table.h"
#include "core/catalogue/tables.h"

#include <QDir>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

struct Catalogue::Data {
    std::vector<Procedure> procedures;
    std::vector<DocumentType> documentTypes;
    std::vector<FieldLabel> fieldLabels;
    std::vector<Pattern> patterns;
    std::vector<Agency> agencies;
    std::vector<SymbolAbbreviation> abbreviations;
    std::vector<ReadingConfusion> confusions;
    std::vector<EthnicGroup> ethnicGroups;
    QHash<QString, QString> provinces;
    QSet<QString> foldedSymbols;
    PrintedWords printedWords;
};

namespace {

constexpr qint64 maxFileBytes = qint64{16} << 20;

Result<CsvTable> readTable(const QString &folder, const QString &name)
{
    const auto bytes = readFile(QDir(folder).filePath(name), maxFileBytes);
    if (!bytes)
        return fail(bytes.error());
    return CsvTable::parse(*bytes, name);
}

/// Reads one table into `target`.
template <class T>
Result<void> fill(const QString &folder, const QString &name, T &target, Result<T> (*read)(const CsvTable &))
{
    const auto table = readTable(folder, name);
    if (!table)
        return fail(table.error());
    auto values = read(*table);
    if (!values)
        return fail(values.error());
    target = std::move(*values);
    return {};
}

QString plainUnitName(const QString &name)
{
    QString folded = foldToCapitals(collapseBlanks(toNfc(name).section(u',', 0, 0)));
    for (const QString &prefix : {u"UBND "_s, u"UY BAN NHAN DAN "_s}) {
        if (folded.startsWith(prefix))
            folded.remove(0, prefix.size());
    }
    return folded;
}

bool byCode(const Procedure &a, const Procedure &b)
{
    return a.code < b.code;
}

Result<void> checkReferences(const std::vector<DocumentType> &types, const std::vector<Pattern> &patterns,
                             const std::vector<FieldLabel> &labels)
{
    const auto unknown = [](const QString &file, const QString &column, const QString &name) {
        return fail(
            ErrorCode::CatalogueInvalid, u"%1: %2: unknown name %3"_s.arg(file, column, name),
            {{u"file"_s, file}, {u"row"_s, {}}, {u"column"_s, column}, {u"detail"_s, u"unknown: "_s + name}});
    };
    QSet<QString> typeIds;
    QSet<QString> patternNames;
    for (const Pattern &pattern : patterns)
        patternNames.insert(pattern.name);
    for (const DocumentType &type : types) {
        typeIds.insert(type.id);
        for (const QString &name : type.numberPatterns) {
            if (!patternNames.contains(name))
                return unknown(u"doc_types.csv"_s, u"number_pattern"_s, name);
        }
    }
    for (const FieldLabel &label : labels) {
        for (const QString &id : label.documentTypes) {
            if (!typeIds.contains(id))
                return unknown(u"field_labels.csv"_s, u"doc_types"_s, id);
        }
    }
    return {};
}

} // namespace

Catalogue::Catalogue(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{
}

Result<Catalogue> Catalogue::load(const QString &folder)
{
    auto data = std::make_shared<Data>();
    const auto procedures = readFile(QDir(folder).filePath(u"procedures.csv"_s), maxFileBytes);
    if (!procedures)
        return fail(procedures.error());
    auto parsed = parseProcedures(*procedures);
    if (!parsed)
        return fail(parsed.error());
    data->procedures = std::move(*parsed);
    std::sort(data->procedures.begin(), data->procedures.end(), byCode);

    Result<void> read = fill(folder, u"doc_types.csv"_s, data->documentTypes, &readDocumentTypes);
    if (read)
        read = fill(folder, u"field_labels.csv"_s, data->fieldLabels, &readFieldLabels);
    if (read)
        read = fill(folder, u"patterns.csv"_s, data->patterns, &readPatterns);
    if (read)
        read = fill(folder, u"agencies.csv"_s, data->agencies, &readAgencies);
    if (read)
        read = fill(folder, u"admin_doc_abbrev.csv"_s, data->abbreviations, &readAbbreviations);
    if (read)
        read = fill(folder, u"ocr_confusions.csv"_s, data->confusions, &readConfusions);
    if (read)
        read = fill(folder, u"ethnic_groups.csv"_s, data->ethnicGroups, &readEthnicGroups);
    if (read)
        read = fill(folder, u"id_province_codes.csv"_s, data->provinces, &readProvinceCodes);
    if (read)
        read = checkReferences(data->documentTypes, data->patterns, data->fieldLabels);
    if (!read)
        return fail(read.error());
    std::stable_sort(data->documentTypes.begin(), data->documentTypes.end(),
                     [](const DocumentType &a, const DocumentType &b) { return a.priority > b.priority; });
    for (const SymbolAbbreviation &abbreviation : data->abbreviations)
        data->foldedSymbols.insert(foldToCapitals(abbreviation.text));
    data->printedWords = PrintedWords(data->documentTypes, data->fieldLabels, data->patterns);
    return Catalogue(std::move(data));
}

Catalogue Catalogue::withProcedures(const std::vector<Procedure> &procedures) const
{
    auto data = std::make_shared<Data>(*m_data);
    for (const Procedure &procedure : procedures) {
        const auto place = std::lower_bound(data->procedures.begin(), data->procedures.end(), procedure, byCode);
        if (place != data->procedures.end() && place->code == procedure.code)
            *place = procedure;
        else
            data->procedures.insert(place, procedure);
    }
    return Catalogue(std::move(data));
}

namespace {

template <class T, class Same> void putIn(std::vector<T> &values, const std::vector<T> &imported, const Same &same)
{
    for (const T &value : imported) {
        const auto known =
            std::find_if(values.begin(), values.end(), [&](const T &each) { return same(each, value); });
        if (known == values.end())
            values.push_back(value);
        else
            *known = value;
    }
}

} // namespace

Result<Catalogue> Catalogue::withTable(CatalogueTable which, const QByteArray &csv, const QString &file) const
{
    const auto table = CsvTable::parse(csv, file);
    if (!table)
        return fail(table.error());
    if (table->rows().empty())
        return table->invalid({2, {}}, {}, u"no row"_s);
    auto data = std::make_shared<Data>(*m_data);
    const auto unknown = [&](size_t row, const QString &column, const QString &name) {
        return table->invalid(table->rows()[row], column, u"unknown: "_s + name);
    };
    switch (which) {
    case CatalogueTable::DocumentTypes: {
        const auto types = readDocumentTypes(*table);
        if (!types)
            return fail(types.error());
        for (size_t i = 0; i < types->size(); ++i) {
            for (const QString &name : (*types)[i].numberPatterns) {
                if (!pattern(name))
                    return unknown(i, u"number_pattern"_s, name);
            }
        }
        putIn(data->documentTypes, *types, [](const auto &a, const auto &b) { return a.id == b.id; });
        std::stable_sort(data->documentTypes.begin(), data->documentTypes.end(),
                         [](const DocumentType &a, const DocumentType &b) { return a.priority > b.priority; });
        break;
    }
    case CatalogueTable::FieldLabels: {
        const auto labels = readFieldLabels(*table);
        if (!labels)
            return fail(labels.error());
        for (size_t i = 0; i < labels->size(); ++i) {
            for (const QString &id : (*labels)[i].documentTypes) {
                if (!documentType(id))
                    return unknown(i, u"doc_types"_s, id);
            }
        }
        data->fieldLabels.insert(data->fieldLabels.begin(), labels->begin(), labels->end());
        break;
    }
    case CatalogueTable::Agencies: {
        const auto agencies = readAgencies(*table);
        if (!agencies)
            return fail(agencies.error());
        putIn(data->agencies, *agencies,
              [](const auto &a, const auto &b) { return a.code == b.code && a.validFrom == b.validFrom; });
        break;
    }
    }
    data->printedWords = PrintedWords(data->documentTypes, data->fieldLabels, data->patterns);
    return Catalogue(std::move(data));
}

QString toString(CatalogueTable table)
{
    switch (table) {
    case CatalogueTable::DocumentTypes:
        return u"doc_types"_s;
    case CatalogueTable::FieldLabels:
        return u"field_labels"_s;
    case CatalogueTable::Agencies:
        return u"agencies"_s;
    }
    Q_UNREACHABLE();
}

std::optional<CatalogueTable> catalogueTableFromString(const QString &text)
{
    for (const CatalogueTable table :
         {CatalogueTable::DocumentTypes, CatalogueTable::FieldLabels, CatalogueTable::Agencies}) {
        if (toString(table) == text)
            return table;
    }
    return std::nullopt;
}

std::optional<CatalogueTable> catalogueTableOf(const QByteArray &csv)
{
    const QByteArray header = csv.left(csv.indexOf('\n'));
    if (header.contains("title_regex_folded"))
        return CatalogueTable::DocumentTypes;
    if (header.contains("label_regex_folded"))
        return CatalogueTable::FieldLabels;
    if (header.contains("valid_from") && header.contains("code"))
        return CatalogueTable::Agencies;
    return std::nullopt;
}

const std::vector<Procedure> &Catalogue::procedures() const
{
    return m_data->procedures;
}

const Procedure *Catalogue::procedure(const QString &code) const
{
    Procedure wanted;
    wanted.code = nationalProcedureCode(code);
    const auto place = std::lower_bound(m_data->procedures.begin(), m_data->procedures.end(), wanted, byCode);
    return !wanted.code.isEmpty() && place != m_data->procedures.end() && place->code == wanted.code ? &*place
                                                                                                     : nullptr;
}

std::vector<const Procedure *> Catalogue::proceduresOf(const DocumentType &type) const
{
    std::vector<const Procedure *> found;
    for (const QString &code : type.procedureCodes) {
        if (const Procedure *known = procedure(code))
            found.push_back(known);
    }
    return found;
}

const std::vector<DocumentType> &Catalogue::documentTypes() const
{
    return m_data->documentTypes;
}

const DocumentType *Catalogue::documentType(const QString &id) const
{
    const auto found = std::find_if(m_data->documentTypes.begin(), m_data->documentTypes.end(),
                                    [&](const DocumentType &type) { return type.id == id; });
    return found == m_data->documentTypes.end() ? nullptr : &*found;
}

const std::vector<FieldLabel> &Catalogue::fieldLabels() const
{
    return m_data->fieldLabels;
}

const PrintedWords &Catalogue::printedWords() const
{
    return m_data->printedWords;
}

const Pattern *Catalogue::pattern(const QString &name) const
{
    const auto found = std::find_if(m_data->patterns.begin(), m_data->patterns.end(),
                                    [&](const Pattern &pattern) { return pattern.name == name; });
    return found == m_data->patterns.end() ? nullptr : &*found;
}

const std::vector<Agency> &Catalogue::agencies() const
{
    return m_data->agencies;
}

std::vector<const Agency *> Catalogue::agenciesNamed(const QString &name, const std::optional<QDate> &day) const
{
    const QString wanted = plainUnitName(name);
    std::vector<const Agency *> found;
    for (const Agency &agency : m_data->agencies) {
        if (plainUnitName(agency.name) == wanted && (!day || agency.existedOn(*day)))
            found.push_back(&agency);
    }
    return found;
}

bool Catalogue::knowsSymbolPart(const QString &part) const
{
    return m_data->foldedSymbols.contains(foldToCapitals(toNfc(part).remove(u' ')));
}

const std::vector<SymbolAbbreviation> &Catalogue::symbolAbbreviations() const
{
    return m_data->abbreviations;
}

const std::vector<ReadingConfusion> &Catalogue::readingConfusions() const
{
    return m_data->confusions;
}

QString Catalogue::provinceOfPersonalId(const QString &digits) const
{
    return m_data->provinces.value(digits.left(3));
}

const std::vector<EthnicGroup> &Catalogue::ethnicGroups() const
{
    return m_data->ethnicGroups;
}

} // namespace sohoa
