// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/agency.h"
#include "core/catalogue/document_type.h"
#include "core/catalogue/printed_words.h"
#include "core/catalogue/procedure.h"

#include <QDate>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace sohoa {

/// An abbreviation in document symbols: QĐ, UBND, XNTTHN.
struct SymbolAbbreviation {
    QString text;
    QString meaning;
    QString archiveTypeCode; ///< "02" for decisions; empty when it has none.
};

/// What an optical reader makes of a character or word of print.
struct ReadingConfusion {
    QString truth;
    QStringList readAs;
    QString where; ///< "digit field", …
};

struct EthnicGroup {
    QString code;
    QString name;
    QStringList aliases;
};

/// Tables beside that of the procedures that can be imported without building anything.
enum class CatalogueTable { DocumentTypes, FieldLabels, Agencies };

/// "doc_types", "field_labels", "agencies": the files' names.
QString toString(CatalogueTable table);
std::optional<CatalogueTable> catalogueTableFromString(const QString &text);
/// Which of them a CSV file is, by its columns; nothing for a list of procedures and for anything else.
std::optional<CatalogueTable> catalogueTableOf(const QByteArray &csv);

/// The facts of the trade, read from a folder of CSV files (resources/catalogue, README there). Cannot be changed
/// after it is loaded; copies are cheap and may be used in several threads at once.
class Catalogue {
public:
    /// Errors: FileUnreadable (args: path); CatalogueInvalid (args: file, row, column, detail).
    static Result<Catalogue> load(const QString &folder);

    /// This catalogue with the given procedures; a procedure with the same code is replaced.
    Catalogue withProcedures(const std::vector<Procedure> &procedures) const;

    /// This catalogue with the rows of an imported table: a kind of paper with the same id, an agency with the
    /// same code and first day are replaced, labels are tried before those that are there. Errors:
    /// CatalogueInvalid (args: file, row, column, detail), also for names that no table knows; then nothing is
    /// taken.
    Result<Catalogue> withTable(CatalogueTable table, const QByteArray &csv, const QString &file) const;

    /// Ordered by code.
    const std::vector<Procedure> &procedures() const;
    /// By national code, also when more follows it ("1.001193.000.00.00.H37"). Null when unknown; valid as long as
    /// a copy of this catalogue lives.
    const Procedure *procedure(const QString &code) const;
    /// Those that end with or ask for this kind of paper.
    std::vector<const Procedure *> proceduresOf(const DocumentType &type) const;

    /// By descending priority, else in the order of the file.
    const std::vector<DocumentType> &documentTypes() const;
    const DocumentType *documentType(const QString &id) const;
    const std::vector<FieldLabel> &fieldLabels() const;

    /// Null when there is none of that name.
    const Pattern *pattern(const QString &name) const;
    /// Of kinds of paper, labels and patterns.
    const PrintedWords &printedWords() const;

    const std::vector<Agency> &agencies() const;
    /// Units that bore this name on that day, marks and case aside; "UBND" before the name is left out of account,
    /// and so is what follows a comma. All periods when no day is given.
    std::vector<const Agency *> agenciesNamed(const QString &name, const std::optional<QDate> &day) const;

    /// One part of a symbol ("QĐ", "UBND", "SCT/BS"), case and marks aside.
    bool knowsSymbolPart(const QString &part) const;
    const std::vector<SymbolAbbreviation> &symbolAbbreviations() const;
    const std::vector<ReadingConfusion> &readingConfusions() const;
    /// Province in which a birth was registered, by the first three digits of a personal number; empty: unknown.
    QString provinceOfPersonalId(const QString &digits) const;
    const std::vector<EthnicGroup> &ethnicGroups() const;

private:
    struct Data;
    explicit Catalogue(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data;
};

} // namespace sohoa
