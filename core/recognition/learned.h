// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dossier.h"
#include "core/recognition/proposal.h"

#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

/// What a desk learns from the values that a person confirmed or approved; kept in this store alone.
enum class LearnedKind {
    Village,   ///< First part of an address: "thôn Pò Cạu".
    Signer,    ///< Who signs for an agency (the context).
    Agency,    ///< Who issues the papers seen here.
    Procedure, ///< What a kind of paper (the context) usually belongs to here.
};

struct LearnedValue {
    LearnedKind kind = LearnedKind::Agency;
    QString value;
    QString context;   ///< What it was learned about; empty when it stands alone.
    int confirmed = 1; ///< How often.
};

/// "village", "signer", "agency", "procedure".
QString toString(LearnedKind kind);
std::optional<LearnedKind> learnedKindFromString(const QString &text);

/// What an approved dossier teaches.
std::vector<LearnedValue> lessonsOf(const Dossier &dossier);

/// Raises what agrees with the lists and lowers what does not, once they are long enough to say something: names
/// of agencies and villages get the confirmed spelling (FieldValue::read keeps the reading), the procedure that
/// this kind of paper nearly always belonged to comes first when nothing sure speaks for another.
void applyLearned(DossierProposal &proposal, const std::vector<LearnedValue> &learned);

} // namespace sohoa
