// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sohoa {

/// One thing that is looked for: words that stand side by side.
struct SearchTerm {
    QString column;                     ///< A member of SearchText where it must stand; empty: anywhere.
    QStringList words;                  ///< As typed, in small letters, with their marks.
    std::vector<QStringList> spellings; ///< Folded; any of them will do. The first is that of `words`.
    bool quoted = false;                ///< Stood between quotation marks.
    bool prefix = false;                ///< The last word may go on: it is still being typed.
    bool number = false;                ///< Words joined by a stroke, dot or dash, with a digit: one token.
    QString date;                       ///< yyyy/mm/dd when it is a whole date; else empty.
};

/// What the box holds, understood.
struct SearchQuery {
    std::vector<SearchTerm> terms;
    std::optional<bool> inForce; ///< Only results still in force, or only those no longer.

    bool isEmpty() const { return terms.empty() && !inForce; }
};

/// Words, "phrases between quotation marks", and filters, parted by blanks, in any order and mixture:
///   so: ten: cccd: ma: thu-tuc: co-quan: ngay:   number, name, personal ID, dossier code, procedure, agency, date
///   con-hieu-luc   het-hieu-luc                  still in force, no longer in force
/// with or without marks, also in English (number: name: id: code: procedure: agency: date: in-force expired).
/// A date is 12/08/2023, 2023-08-12, behind ngay: also 08/2023 and 2023. Nothing is an operator or an error: what
/// is none of these is words.
SearchQuery parseSearchQuery(const QString &text);

/// Where on a page the words looked for stand, in reading order; a phrase gives a box for each of its words.
std::vector<PixelBox> hitsOnPage(const SearchQuery &query, const std::vector<Word> &words);

} // namespace sohoa
