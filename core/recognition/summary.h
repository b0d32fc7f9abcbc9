// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/recognition/identity_card.h"
#include "core/recognition/paper.h"

#include <QDate>

#include <optional>
#include <vector>

namespace sohoa {

/// The summary keys as far as the papers give them, and beside them the main paper's own values.
Fields summarize(const Catalogue &catalogue, const std::vector<Paper> &papers, const Paper *main,
                 const std::vector<IdentityCard> &cards);

/// What decides how long a result stays in force.
struct ValidityBasisFound {
    QString rule;                   ///< What proposeValidity() takes; empty: unknown.
    std::optional<QDate> statedEnd; ///< As printed.
};

/// The period printed on the result, else the rule of the procedure or of its kind of paper. Nothing without a
/// result. `procedure` may be null.
ValidityBasisFound validityBasis(const Catalogue &catalogue, const Paper *main, const Procedure *procedure);

} // namespace sohoa
