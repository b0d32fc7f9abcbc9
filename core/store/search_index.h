// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/ids.h"

#include <QString>

#include <vector>

namespace sohoa {

class Database;

struct TextHit {
    DossierId dossier;
    QString snippet; ///< The text around the hit, hits between U+2068 and U+2069, cuts as "…".
};

/// Full text of dossiers. Case, tone marks and đ/d do not matter ("giay khai sinh" finds "Giấy khai sinh").
/// Threads: the Database's.
class SearchIndex {
public:
    explicit SearchIndex(Database &database)
        : m_database(database)
    {
    }

    /// Replaces what is indexed for the dossier: its field values, then the text of its pages.
    Result<void> update(const DossierId &dossier, const QString &text);
    /// Dossiers that hold every word of the query; words between quotation marks stand side by side. Nothing in
    /// the query is an operator. The best first; the newest first when more than 5,000 dossiers match, where
    /// ranking would take too long and say little.
    Result<std::vector<TextHit>> search(const QString &query, int limit);
    /// Asks FTS5 to compare the index with the texts. StoreCorrupt when they differ.
    Result<void> check();
    /// Builds the index anew from the texts.
    Result<void> rebuild();

private:
    Database &m_database;
};

/// The query as an FTS5 expression made only of quoted phrases; empty when it holds no word.
QString toFtsQuery(const QString &query);

} // namespace sohoa
