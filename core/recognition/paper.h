// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/recognition/page_text.h"

#include <optional>
#include <vector>

namespace sohoa {

/// One paper with the texts of its pages.
struct Paper {
    Document document;
    const DocumentType *type = nullptr; ///< Null when the kind was not recognized.
    std::vector<const PageText *> pages;
};

/// Puts papers and texts together and reads each paper's values: those of its kind's labels, and `number`,
/// `issue_date`, `agency` as far as printed. `texts` must outlive the papers.
std::vector<Paper> readPapers(const Catalogue &catalogue, std::vector<Document> documents,
                              const std::vector<PageText> &texts);

/// Decides which papers are results of the dossier: of each kind that the procedure ends with the youngest. When
/// none is of such a kind, the one with the weightiest title that the procedure does not ask for. The others are
/// components. `procedure` may be null.
void settleResults(const Catalogue &catalogue, std::vector<Paper> &papers, const Procedure *procedure);

/// The paper that the summary describes: the last result, else the first that is neither slip nor card, else null.
const Paper *mainPaper(const std::vector<Paper> &papers);

} // namespace sohoa
