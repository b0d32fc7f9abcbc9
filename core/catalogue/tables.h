// SPDX-License-Identifier: GPL-3.0-or-later
/// Readers of the catalogue's single tables. Private to core/catalogue.
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/catalogue/csv_table.h"

#include <QHash>

namespace sohoa {

/// In the order of the file.
Result<std::vector<DocumentType>> readDocumentTypes(const CsvTable &table);
Result<std::vector<FieldLabel>> readFieldLabels(const CsvTable &table);
Result<std::vector<Pattern>> readPatterns(const CsvTable &table);
Result<std::vector<Agency>> readAgencies(const CsvTable &table);
Result<std::vector<SymbolAbbreviation>> readAbbreviations(const CsvTable &table);
Result<std::vector<ReadingConfusion>> readConfusions(const CsvTable &table);
Result<std::vector<EthnicGroup>> readEthnicGroups(const CsvTable &table);
Result<QHash<QString, QString>> readProvinceCodes(const CsvTable &table);

} // namespace sohoa
