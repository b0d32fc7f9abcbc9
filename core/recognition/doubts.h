// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/domain/page.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sohoa {

/// From here on a proposal may pass without a look (ACC-32 of the quality rules).
constexpr double sureEnough = 0.90;

/// What is doubtful, and so what an answer to it does.
enum class DoubtKind {
    Boundary,  ///< Whether a dossier begins here. Answers: "keep"; "join": its pages go to the dossier before it.
    Separator, ///< Whether a separator is missing within. Answers: "keep"; a page id: a new one begins there.
    Procedure, ///< Answers: a procedure code.
    Type,      ///< The kind of one paper. Answers: an id of doc_types.
    Field,     ///< A summary value. Answers: the value; empty: it has none.
};

/// One thing of a dossier that is worth a human look.
struct Doubt {
    DoubtKind kind = DoubtKind::Field;
    DossierId dossier;
    DocumentId document;      ///< Of a doubt about a type; null otherwise.
    QString field;            ///< Of a doubt about a value; empty otherwise.
    PageId page;              ///< Where to look; null when there is no such place.
    PixelBox box;             ///< On that page; empty: all of it.
    QString value;            ///< What the machine proposes, as an answer: one key confirms it. Empty: nothing.
    QStringList alternatives; ///< Other answers, likeliest first.
    QString reason;        ///< Stable word: "unread", "unsure", "receipt", "patch", "layout", "owners", "long" …
    double confidence = 0; ///< 0..1, of the proposal.
    QString group;         ///< Doubts with the same group look alike and are walked one behind the other.
};

/// "boundary", "separator", "procedure", "type", "field".
QString toString(DoubtKind kind);

/// What is doubtful in one dossier: what the machine proposed with less than `sureEnough` and no person confirmed,
/// and the values of `demanded` that are missing. `pages` are those of the dossier in order; `usualPages` is how
/// many sheets a dossier of this batch has (0: unknown), twice as many look like a missing separator. Confidence
/// falls from the doubt's own, nothing is recomputed. Thread-safe, no errors.
std::vector<Doubt> doubtsOf(const Catalogue &catalogue, const Dossier &dossier, const std::vector<Page> &pages,
                            const QStringList &demanded, int usualPages = 0);

/// The order in which to walk them: the group with the least sure doubt first, all of a group together, in a group
/// the least sure first, then as given.
void orderDoubts(std::vector<Doubt> &doubts);

} // namespace sohoa
