// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/domain/page.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

/// What is known of a dossier beside its pages: from the separator sheet, which is not among them, or the clerk's
/// choice of the procedure.
struct ProposalHints {
    QString dossierCode;
    QString procedureCode;
    bool procedureByClerk = false; ///< Otherwise the separator sheet names it.
    /// Whose kind the clerk has set (confidence 1): they are read as papers of that kind.
    std::vector<Document> papers = {};
};

/// The hints that a dossier holds: what an earlier proposal took from the separator sheet (values with origin Qr
/// that stand on no page), the procedure when the clerk or the sheet chose it, and the papers whose kind the clerk
/// set.
ProposalHints hintsOf(const Dossier &dossier);

/// What the machine thinks of a dossier. Confidence is at most 0.99: 1 is the clerk's.
struct DossierProposal {
    ProcedureChoice procedure;                 ///< Code empty when nothing speaks for one.
    std::vector<ProcedureChoice> alternatives; ///< The next best, at most three, best first.
    std::vector<Document> documents;           ///< With null ids.
    Fields fields;                             ///< Summary keys; dates in ISO form.
    QString documentTypeId;                    ///< Of the result, or of the first paper that is not a slip.
    Validity validity;                         ///< Judged for `asOf`.
    QString validityRule;           ///< It follows from this rule, as the paper prints it or the catalogue has it.
    std::optional<QDate> statedEnd; ///< Last day in force as printed.
    QDate asOf;
};

/// Reads papers, procedure, fields and validity out of the pages of one dossier, given in order. Pages without a
/// reading count as unread paper. Nothing is invented: what is not read is absent. Thread-safe, no errors.
DossierProposal propose(const Catalogue &catalogue, const std::vector<Page> &pages, const QDate &asOf,
                        const ProposalHints &hints = {});

/// Puts a proposal into a dossier. Kept: values and procedure with origin Clerk, a validity set by the clerk,
/// the kind of papers with confidence 1 (set by the clerk) as long as all their pages are still there. Papers with
/// the same pages as before keep their id, others get a new one from `clock`.
void mergeProposal(Dossier &dossier, const DossierProposal &proposal, const Clock &clock);

} // namespace sohoa
