// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/package/person_record.h"
#include "core/package/zip_writer.h"

namespace sohoa {

/// One entry of "documents": the document, its file and its pages.
QJsonObject documentRecord(const PackageInput &input, const PackageDocument &document, const MeasuredFile &pdf,
                           const PersonRecords &persons);

/// {"status","basis","from","until","months","event"} with the status words of the record: "valid", "expired",
/// "superseded", "revoked", "unknown".
QJsonObject validityRecord(const Validity &validity);

} // namespace sohoa
