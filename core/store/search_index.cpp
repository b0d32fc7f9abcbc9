// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_index.h"

#include "core/base/text.h"
#include "core/store/database.h"
#include "core/store/packing.h"
#include "core/store/search_expression.h"
#include "core/store/text_match.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <limits>
#include <string>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int chunk = 100;
constexpr int mostCompared = 400; ///< Texts that a phrase is compared with, about 0.2 ms each.
constexpr int rankedPerHit = 4;   ///< So many times the hits wanted are ranked by their marks, in the fields.
constexpr size_t snippetWords = 16;

struct Candidate {
    qint64 row = 0;
    DossierId dossier;
    QString text; ///< Of its fields, or all of it: where the words were found.
    int markedTerms = 0;
};

/// Where the words are looked up. ?1 expression, ?2 day for the judgement of validity, ?3 only rows before this
/// one, ?4 limit, ?5 expression over the fields that must hold as well.
struct Tier {
    const char *columns;
    const char *from;
    const char *rowid;
    bool packed; ///< The text is the whole one.
};
constexpr Tier fieldTier{
    "search_text.number || char(10) || search_text.name || char(10) || search_text.person || char(10) ||"
    " search_text.code || char(10) || search_text.procedure || char(10) || search_text.agency || char(10) ||"
    " search_text.date || char(10) || search_text.other",
    "search_field CROSS JOIN search_text ON search_text.id = search_field.rowid WHERE search_field MATCH ?1",
    "search_field.rowid", false};
constexpr Tier bodyTier{
    "search_text.body",
    "search_body CROSS JOIN search_text ON search_text.id = search_body.rowid WHERE search_body MATCH ?1",
    "search_body.rowid", true};
constexpr Tier everything{"search_text.body", "search_text WHERE ?1 = ''", "search_text.id", true};

/// The status as judged() judges it on the day ?2.
constexpr const char *judgedStatus =
    "(SELECT CASE WHEN valid_until IS NOT NULL AND valid_status IN ('in_force', 'expired')"
    " THEN iif(valid_until < ?2, 'expired', 'in_force') ELSE valid_status END"
    " FROM dossier WHERE dossier.id = search_text.dossier_id)";

class Search {
public:
    Search(Database &database, const SearchQuery &query, int limit)
        : m_database(database)
        , m_query(query)
        , m_limit(static_cast<size_t>(limit))
        , m_hasMarks(std::ranges::any_of(query.terms, [](const SearchTerm &term) {
            return !term.spellings.empty() && term.words != term.spellings.front();
        }))
    {
    }

    Result<std::vector<TextHit>> run()
    {
        if (auto found = look(); !found)
            return fail(std::move(found).error());
        std::vector<TextHit> hits;
        for (const Candidate &candidate : m_found)
            hits.push_back({candidate.dossier, snippetOf(m_query, candidate.text, snippetWords).simplified()});
        return hits;
    }

private:
    Result<void> look()
    {
        if (m_query.terms.empty())
            return take(everything, QString(), QString());
        for (const bool going : {false, true}) {
            if (going && !m_query.terms.back().prefix)
                continue;
            for (const FieldWords words : {FieldWords::SideBySide, FieldWords::Anywhere})
                if (auto taken = take(fieldTier, fieldExpression(m_query, words, going), QString()); !taken)
                    return taken;
        }
        for (const bool going : {false, true}) {
            if (going && !m_query.terms.back().prefix)
                continue;
            if (auto taken = take(bodyTier, bodyExpression(m_query, going), filterExpression(m_query)); !taken)
                return taken;
        }
        return {};
    }

    /// Adds what the tier finds and is not there yet, the best first, until there are enough.
    Result<void> take(const Tier &tier, const QString &expression, const QString &filter)
    {
        if (m_found.size() >= m_limit || (expression.isEmpty() && !m_query.terms.empty()))
            return {};
        const size_t missing = m_limit - m_found.size();
        const size_t wanted = m_hasMarks && !tier.packed ? missing * rankedPerHit : missing;
        const bool compares = tier.packed && std::ranges::any_of(m_query.terms, &SearchTerm::quoted);
        std::vector<Candidate> taken;
        qint64 before = std::numeric_limits<qint64>::max();
        int seen = 0;
        for (bool more = true; more && taken.size() < wanted && seen < mostCompared;) {
            const int ask = compares ? chunk : static_cast<int>(wanted + m_known.size());
            int rows = 0;
            auto read = m_database.query(sqlOf(tier, !filter.isEmpty()).c_str(),
                                         {expression, m_database.now().vietnamDate(), before, ask, filter},
                                         [&](const SqlRow &row) {
                                             ++rows;
                                             before = row.integer(0);
                                             if (taken.size() < wanted)
                                                 consider(row, tier.packed, compares, taken);
                                         });
            if (!read)
                return read;
            seen += rows;
            more = compares && rows == ask;
        }
        if (m_hasMarks)
            std::ranges::stable_sort(taken, std::greater(), &Candidate::markedTerms);
        taken.resize(std::min(taken.size(), missing));
        for (Candidate &candidate : taken) {
            m_known.insert(candidate.row);
            m_found.push_back(std::move(candidate));
        }
        return {};
    }

    void consider(const SqlRow &row, bool packed, bool compares, std::vector<Candidate> &taken)
    {
        Candidate candidate;
        candidate.row = row.integer(0);
        if (m_known.contains(candidate.row))
            return;
        candidate.dossier = row.id<DossierId>(1);
        candidate.text = packed ? row.demand(unpackText(row.blob(2)), 2) : row.text(2);
        if (m_hasMarks || compares) {
            const MatchText words(candidate.text);
            for (const SearchTerm &term : m_query.terms) {
                const auto matches = matchesOf(term, words);
                if (compares && term.quoted && matches.empty())
                    return;
                if (std::ranges::any_of(matches, &TextMatch::marked))
                    ++candidate.markedTerms;
            }
        }
        taken.push_back(std::move(candidate));
    }

    std::string sqlOf(const Tier &tier, bool filtered) const
    {
        std::string sql = "SELECT search_text.id, search_text.dossier_id, ";
        sql += tier.columns;
        sql += " FROM ";
        sql += tier.from;
        const std::string rowid = tier.rowid;
        sql += " AND " + rowid + " < ?3";
        sql += filtered ? " AND " + rowid + " IN (SELECT rowid FROM search_field WHERE search_field MATCH ?5)"
                        : " AND ?5 = ''";
        if (m_query.inForce)
            sql += std::string(" AND ") + judgedStatus +
                   (*m_query.inForce ? " = 'in_force'" : " IN ('expired', 'replaced', 'revoked')");
        else
            sql += " AND ?2 <> ''";
        return sql + " ORDER BY " + rowid + " DESC LIMIT ?4";
    }

    Database &m_database;
    const SearchQuery &m_query;
    size_t m_limit;
    bool m_hasMarks; ///< Marks were typed: what has them comes first.
    std::vector<Candidate> m_found;
    QSet<qint64> m_known;
};

} // namespace

Result<void> SearchIndex::update(const DossierId &dossier, const SearchText &text)
{
    const SearchText clean{toNfc(text.number), toNfc(text.name),      toNfc(text.person),
                           toNfc(text.code),   toNfc(text.procedure), toNfc(text.agency),
                           toNfc(text.date),   toNfc(text.other),     {}};
    const QByteArray body = packText(toNfc(text.body));
    // FTS5 writes its part when the statement commits: only with a transaction of its own is an error there taken
    // back as a whole.
    return m_database.transaction([&]() -> Result<void> {
        bool same = false;
        auto read =
            m_database.query("SELECT 1 FROM search_text WHERE dossier_id = ?1 AND number = ?2 AND name = ?3"
                             " AND person = ?4 AND code = ?5 AND procedure = ?6 AND agency = ?7"
                             " AND date = ?8 AND other = ?9 AND body = ?10",
                             {dossier, clean.number, clean.name, clean.person, clean.code, clean.procedure,
                              clean.agency, clean.date, clean.other, body},
                             [&](const SqlRow &) { same = true; });
        if (!read || same)
            return read;
        auto written = m_database.execute("DELETE FROM search_text WHERE dossier_id = ?1", {dossier});
        if (written)
            written =
                m_database.execute("INSERT INTO search_text (dossier_id, number, name, person, code, procedure,"
                                   " agency, date, other, body)"
                                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                                   {dossier, clean.number, clean.name, clean.person, clean.code, clean.procedure,
                                    clean.agency, clean.date, clean.other, body});
        if (!written)
            return fail(std::move(written).error());
        return {};
    });
}

Result<std::vector<TextHit>> SearchIndex::search(const SearchQuery &query, int limit)
{
    if (query.isEmpty() || limit <= 0)
        return std::vector<TextHit>();
    return Search(m_database, query, limit).run();
}

Result<void> SearchIndex::check()
{
    // Rank 1: compare with the texts too, not only the index with itself.
    for (const char *sql : {"INSERT INTO search_field (search_field, rank) VALUES ('integrity-check', 1)",
                            "INSERT INTO search_body (search_body, rank) VALUES ('integrity-check', 1)"})
        if (auto checked = m_database.execute(sql); !checked)
            return fail(std::move(checked).error());
    return {};
}

Result<void> SearchIndex::rebuild()
{
    return m_database.transaction([&]() -> Result<void> {
        for (const char *sql : {"INSERT INTO search_field (search_field) VALUES ('rebuild')",
                                "INSERT INTO search_body (search_body) VALUES ('rebuild')"})
            if (auto rebuilt = m_database.execute(sql); !rebuilt)
                return fail(std::move(rebuilt).error());
        return {};
    });
}

} // namespace sohoa
