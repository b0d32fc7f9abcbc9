// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/package/package_writer.h"
#include "core/package/zip_writer.h"

#include <QJsonObject>

#include <vector>

namespace sohoa {

/// Version of the record's form, "schemaVersion"; resources/schema/dossier.schema.json describes it.
inline constexpr auto recordVersion = "1.0";

/// data/dossier.json. `pdfs` belong to input.documents one by one.
QJsonObject dossierRecord(const PackageInput &input, const std::vector<MeasuredFile> &pdfs);

} // namespace sohoa
