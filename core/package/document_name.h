// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sohoa {

/// `<code>.<NNN>_<typeId>_V<version>` without extension, for the PDF and the text of a document
/// ("000.00.16.H37-230821-0003.004_marital_status_certificate_V1"; source: domain handbook, "Names of files").
/// ASCII letters, digits, "." "-" "_" only, at most 116 characters so that ".pdf" fits into 120; anything else in
/// `code` or `typeId` becomes its letter without marks or "-". `code`: the dossier code or, where none is printed,
/// the local code; an empty one becomes "khong-ma". `number` counts from 1. An empty type becomes "document".
QString documentFileName(const QString &code, int number, const QString &typeId, int version);

} // namespace sohoa
