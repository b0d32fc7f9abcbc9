// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/duplicate_index.h"

#include "core/store/database.h"

#include <algorithm>
#include <array>
#include <bit>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int bands = 7;
constexpr int nearlyIdentical = 6; ///< Bits of 64: CLEAN-05 of the quality rules.
constexpr size_t mostAnswers = 10;

/// Six bands of nine bits and one of ten: of two looks that differ in six bits, one band at least is equal.
int bitsOf(quint64 look, int band)
{
    constexpr int width = 9;
    const quint64 mask = band == bands - 1 ? 0x3ff : 0x1ff;
    return static_cast<int>((look >> (band * width)) & mask);
}

QString year(int value)
{
    return QString::number(value) + u'%';
}

} // namespace

Result<void> DuplicateIndex::noteLook(const PageId &page, quint64 look)
{
    return m_database.transaction([&]() -> Result<void> {
        auto written = m_database.execute("DELETE FROM page_look WHERE page_id = ?1", {page});
        for (int band = 0; written && band < bands; ++band)
            written =
                m_database.execute("INSERT INTO page_look (band, bits, page_id, look) VALUES (?1, ?2, ?3, ?4)",
                                   {band, bitsOf(look, band), page, static_cast<qint64>(look)});
        if (!written)
            return fail(std::move(written).error());
        return {};
    });
}

Result<std::vector<SimilarDossier>> DuplicateIndex::withLook(quint64 look, const DossierId &except)
{
    std::vector<SimilarDossier> found;
    for (int band = 0; band < bands; ++band) {
        auto read = m_database.query(
            "SELECT page.dossier_id, page_look.page_id, page_look.look FROM page_look"
            " JOIN page ON page.id = page_look.page_id"
            " WHERE band = ?1 AND bits = ?2 AND page.dossier_id IS NOT NULL AND page.dossier_id <> ?3"
            " AND page.excluded = 0",
            {band, bitsOf(look, band), except}, [&](const SqlRow &row) {
                const auto other = static_cast<quint64>(row.integer(2));
                const PageId page = row.id<PageId>(1);
                const bool known = std::any_of(found.begin(), found.end(),
                                               [&](const SimilarDossier &each) { return each.page == page; });
                if (std::popcount(look ^ other) <= nearlyIdentical && !known && found.size() < mostAnswers)
                    found.push_back({row.id<DossierId>(0), page, {}, {}});
            });
        if (!read)
            return fail(std::move(read).error());
    }
    return found;
}

Result<std::vector<SimilarDossier>> DuplicateIndex::withCode(const QString &dossierCode, const DossierId &except)
{
    std::vector<SimilarDossier> found;
    auto read = m_database.query("SELECT dossier_id FROM dossier_field WHERE name = 'dossier_code' AND value = ?1"
                                 " AND dossier_id <> ?2 LIMIT 10",
                                 {dossierCode, except}, [&](const SqlRow &row) {
                                     found.push_back({row.id<DossierId>(0), {}, {}, {}});
                                 });
    if (!read)
        return fail(std::move(read).error());
    return found;
}

Result<std::vector<SimilarDossier>> DuplicateIndex::withNumber(const QString &number, const QString &agency,
                                                               int issueYear, const QString &documentTypeId,
                                                               const DossierId &except)
{
    std::vector<SimilarDossier> found;
    auto read = m_database.query(
        "SELECT n.dossier_id, n.value, d.value FROM dossier_field n"
        " JOIN dossier ON dossier.id = n.dossier_id AND dossier.document_type_id = ?5"
        " JOIN dossier_field a ON a.dossier_id = n.dossier_id AND a.name = 'agency' AND a.value = ?2"
        " JOIN dossier_field d ON d.dossier_id = n.dossier_id AND d.name = 'issue_date' AND d.value LIKE ?3"
        " WHERE n.name = 'number' AND n.value = ?1 AND n.dossier_id <> ?4 LIMIT 10",
        {number, agency, year(issueYear), except, documentTypeId}, [&](const SqlRow &row) {
            found.push_back({row.id<DossierId>(0), {}, row.text(1), row.text(2)});
        });
    if (!read)
        return fail(std::move(read).error());
    return found;
}

Result<std::vector<SimilarDossier>>
DuplicateIndex::ofPerson(const QString &personalId, const QString &documentTypeId, const DossierId &except)
{
    std::vector<SimilarDossier> found;
    auto read = m_database.query(
        "SELECT p.dossier_id, coalesce(n.value, ''), d.value FROM dossier_field p"
        " JOIN dossier ON dossier.id = p.dossier_id AND dossier.document_type_id = ?2"
        " JOIN dossier_field d ON d.dossier_id = p.dossier_id AND d.name = 'issue_date'"
        " LEFT JOIN dossier_field n ON n.dossier_id = p.dossier_id AND n.name = 'number'"
        " WHERE p.name = 'personal_id' AND p.value = ?1 AND p.dossier_id <> ?3 ORDER BY d.value DESC LIMIT 10",
        {personalId, documentTypeId, except}, [&](const SqlRow &row) {
            found.push_back({row.id<DossierId>(0), {}, row.text(1), row.text(2)});
        });
    if (!read)
        return fail(std::move(read).error());
    return found;
}

} // namespace sohoa
