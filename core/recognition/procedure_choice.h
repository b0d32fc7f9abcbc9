// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/recognition/page_text.h"

#include <QDate>

#include <optional>
#include <vector>

namespace sohoa {

/// Everything that speaks for procedures, best first, at most four; empty when nothing does. Evidence: a code or a
/// name printed on a slip, the kinds of papers, the words printed on them, the papers that are there.
/// `day`: of the dossier, when known; procedures that are not offered any more count only before July 2025.
std::vector<ProcedureChoice> rankProcedures(const Catalogue &catalogue, const std::vector<Document> &documents,
                                            const std::vector<PageText> &texts, const std::optional<QDate> &day);

} // namespace sohoa
