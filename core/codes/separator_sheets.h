// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace sohoa {

/// One separator sheet to print.
struct SeparatorSheet {
    QString dossierCode;   ///< Empty: a sheet that is used again and again.
    QString procedureCode; ///< Empty: not known yet.
    QString procedureName; ///< Printed for people only.
};

/// What the QR code of a sheet says: `SOHOA-SEP;v=1;hs=<dossier code>;tt=<procedure code>`.
QString separatorPayload(const SeparatorSheet &sheet);

/// A list of codes, a line each: the dossier code, then, behind a semicolon, comma or tabulator, the procedure
/// code if known. Empty lines and lines that begin with # are skipped. Errors: CatalogueInvalid (args: file, row,
/// column, detail) for text that is no UTF-8, a code that is too long, holds other characters than letters,
/// digits,
/// ".", "-", "/", "_", or comes twice, more than 5000 codes, and a list without any.
Result<std::vector<SeparatorSheet>> parseSeparatorCodes(const QByteArray &text, const QString &file);

/// The sheets as a PDF, one A4 page each: a QR code of 90 mm in the middle, Vietnamese words for people above and
/// below. Errors: Internal when Cairo fails.
Result<QByteArray> separatorSheetsPdf(const std::vector<SeparatorSheet> &sheets);

} // namespace sohoa
