// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_index.h"

#include "core/base/text.h"
#include "core/store/database.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Ranking reads every hit: with more of them the first page of results would take longer than a clerk waits
/// (measured with 575,373 dossiers: 100 ms for a word that stands in most of them).
constexpr int mostRanked = 5000;

bool holdsWord(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

void addPhrase(QStringList &phrases, QString text)
{
    // A NUL would end the expression for SQLite.
    text.remove(QChar::Null);
    if (holdsWord(text))
        phrases.append(u'"' + text + u'"');
}

} // namespace

QString toFtsQuery(const QString &query)
{
    QStringList phrases;
    // Every second part stood between quotation marks; so no part holds one that could end a phrase early.
    const QStringList parts = toNfc(query).split(u'"');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i % 2 == 1) {
            addPhrase(phrases, parts[i]);
            continue;
        }
        const QStringList words = collapseBlanks(parts[i]).split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words)
            addPhrase(phrases, word);
    }
    return phrases.join(u' ');
}

Result<void> SearchIndex::update(const DossierId &dossier, const QString &text)
{
    // FTS5 writes its part when the statement commits: only with a transaction of its own is an error there taken
    // back as a whole.
    return m_database.transaction([&]() -> Result<void> {
        auto written = m_database.execute("INSERT INTO search_text (dossier_id, text) VALUES (?1, ?2)"
                                          " ON CONFLICT (dossier_id) DO UPDATE SET text = excluded.text"
                                          " WHERE text <> excluded.text",
                                          {dossier, toNfc(text)});
        if (!written)
            return fail(std::move(written).error());
        return {};
    });
}

Result<std::vector<TextHit>> SearchIndex::search(const QString &query, int limit)
{
    std::vector<TextHit> hits;
    const QString expression = toFtsQuery(query);
    if (expression.isEmpty() || limit <= 0)
        return hits;
    int found = 0;
    auto read = m_database.query("SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ?1 LIMIT ?2)",
                                 {expression, mostRanked + 1}, [&](const SqlRow &row) { found = row.number(0); });
    if (read)
        read = m_database.query(
            found <= mostRanked
                ? "SELECT dossier_id, snippet(search, 0, char(8296), char(8297), '…', 16) FROM search"
                  " CROSS JOIN search_text ON search_text.id = search.rowid WHERE search MATCH ?1"
                  " ORDER BY rank LIMIT ?2"
                : "SELECT dossier_id, snippet(search, 0, char(8296), char(8297), '…', 16) FROM search"
                  " CROSS JOIN search_text ON search_text.id = search.rowid WHERE search MATCH ?1"
                  " ORDER BY search.rowid DESC LIMIT ?2",
            {expression, limit}, [&](const SqlRow &row) {
                hits.push_back({row.id<DossierId>(0), row.text(1)});
            });
    if (!read)
        return fail(std::move(read).error());
    return hits;
}

Result<void> SearchIndex::check()
{
    // Rank 1: compare with the texts too, not only the index with itself.
    auto checked = m_database.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
    if (!checked)
        return fail(std::move(checked).error());
    return {};
}

Result<void> SearchIndex::rebuild()
{
    auto rebuilt = m_database.execute("INSERT INTO search (search) VALUES ('rebuild')");
    if (!rebuilt)
        return fail(std::move(rebuilt).error());
    return {};
}

} // namespace sohoa
