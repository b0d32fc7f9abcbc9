// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/ids.h"
#include "core/store/search_query.h"
#include "core/store/search_text.h"

#include <QString>

#include <vector>

namespace sohoa {

class Database;

struct TextHit {
    DossierId dossier;
    QString snippet; ///< The text around the hit, hits between U+2068 and U+2069, cuts as "…".
};

/// Full text of dossiers and what they are known by. Case, tone marks and đ/d do not matter ("giay khai sinh"
/// finds "Giấy khai sinh"). Threads: the Database's.
class SearchIndex {
public:
    explicit SearchIndex(Database &database)
        : m_database(database)
    {
    }

    /// Replaces what the dossier is found by.
    Result<void> update(const DossierId &dossier, const SearchText &text);
    /// Dossiers in which every term of the query stands, see parseSearchQuery(). First those whose fields (number,
    /// name, ID, code …) hold the words side by side as typed, then those whose fields hold them all, then those
    /// with them anywhere in their papers; among these in turn those with the very marks that were typed, then
    /// those with whole words before words that go on, then the newest. A phrase that no field holds is compared
    /// with the newest 400 dossiers that hold its words.
    Result<std::vector<TextHit>> search(const SearchQuery &query, int limit);
    Result<std::vector<TextHit>> search(const QString &query, int limit)
    {
        return search(parseSearchQuery(query), limit);
    }
    /// Asks FTS5 to compare the indexes with the texts. StoreCorrupt when they differ.
    Result<void> check();
    /// Builds the indexes anew from the texts.
    Result<void> rebuild();

private:
    Database &m_database;
};

} // namespace sohoa
