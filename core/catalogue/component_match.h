// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"

#include <QString>

namespace sohoa {

/// Whether a paper is what a list of components calls `name`: one of its names (printed title, title and other
/// names of its kind) is the beginning of `name` or the other way round, marks, case and "bản sao", "bản chính"
/// and the like in front aside. Slips are never components.
bool isNamed(const Catalogue &catalogue, const Document &document, const QString &name);

/// Whether it is one of the component's alternatives.
bool fulfils(const Catalogue &catalogue, const Document &document, const ProcedureComponent &component);

} // namespace sohoa
