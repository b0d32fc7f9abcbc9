// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/audit_trail.h"

#include "core/store/database.h"
#include "core/store/json_text.h"

#include <QCryptographicHash>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype hashBytes = 32;

void addField(QCryptographicHash &hash, const QByteArray &bytes)
{
    hash.addData(QByteArray::number(bytes.size()) + ':');
    hash.addData(bytes);
}

AuditRow auditRow(const SqlRow &row)
{
    // The first row has none before it.
    return {row.integer(0), row.instant(1), row.text(2), row.text(3),
            row.text(4),    row.text(5),    row.text(6), row.isNull(8) ? QByteArray(hashBytes, '\0') : row.blob(8),
            row.blob(7)};
}

QString objectText(const QJsonObject &object)
{
    return object.isEmpty() ? QString() : jsonText(object);
}

} // namespace

QByteArray auditHash(const AuditRow &row)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addField(hash, row.previousHash);
    addField(hash, QByteArray::number(row.sequence));
    addField(hash, QByteArray::number(row.at.msecs));
    for (const QString &text : {row.actor, row.what, row.target, row.before, row.after})
        addField(hash, text.toUtf8());
    return hash.result();
}

Result<void> AuditTrail::append(const QString &actor, const QString &what, const QString &target,
                                const QJsonObject &before, const QJsonObject &after)
{
    // Its own transaction, so that nobody appends between reading the end and writing behind it.
    return m_database.transaction([&]() -> Result<void> {
        AuditRow row{0, m_database.now(), actor, what, target, objectText(before), objectText(after), {}, {}};
        row.previousHash = QByteArray(hashBytes, '\0');
        auto last = m_database.query("SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1", {},
                                     [&](const SqlRow &found) {
                                         row.sequence = found.integer(0);
                                         row.previousHash = found.blob(1);
                                     });
        if (!last)
            return last;
        ++row.sequence;
        row.hash = auditHash(row);
        auto inserted = m_database.execute(
            "INSERT INTO audit (sequence, at, actor, what, target, before, after, hash)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            {row.sequence, row.at, row.actor, row.what, row.target, row.before, row.after, row.hash});
        if (!inserted)
            return fail(std::move(inserted).error());
        return {};
    });
}

Result<std::vector<AuditRow>> AuditTrail::ofTarget(const QString &target)
{
    std::vector<AuditRow> rows;
    auto read = m_database.query("SELECT sequence, at, actor, what, target, before, after, hash,"
                                 " (SELECT hash FROM audit AS earlier WHERE earlier.sequence = audit.sequence - 1)"
                                 " FROM audit WHERE target = ?1 ORDER BY sequence",
                                 {target}, [&](const SqlRow &row) { rows.push_back(auditRow(row)); });
    if (!read)
        return fail(std::move(read).error());
    return rows;
}

Result<std::vector<AuditRow>> AuditTrail::latest(int limit)
{
    std::vector<AuditRow> rows;
    auto read = m_database.query("SELECT sequence, at, actor, what, target, before, after, hash,"
                                 " (SELECT hash FROM audit AS earlier WHERE earlier.sequence = audit.sequence - 1)"
                                 " FROM audit ORDER BY sequence DESC LIMIT ?1",
                                 {limit}, [&](const SqlRow &row) { rows.push_back(auditRow(row)); });
    if (!read)
        return fail(std::move(read).error());
    return rows;
}

Result<std::optional<qint64>> AuditTrail::verify()
{
    std::optional<qint64> broken;
    qint64 expected = 1;
    QByteArray previous(hashBytes, '\0');
    auto read = m_database.query("SELECT sequence, at, actor, what, target, before, after, hash, NULL"
                                 " FROM audit ORDER BY sequence",
                                 {}, [&](const SqlRow &found) {
                                     AuditRow row = auditRow(found);
                                     row.previousHash = previous;
                                     if (!broken && (row.sequence != expected || row.hash != auditHash(row)))
                                         broken = expected;
                                     ++expected;
                                     previous = row.hash;
                                 });
    if (!read)
        return fail(std::move(read).error());
    // Rows cut off at the end leave a chain that holds; SQLite still knows the highest number it gave.
    auto counted =
        m_database.query("SELECT seq FROM sqlite_sequence WHERE name = 'audit'", {}, [&](const SqlRow &row) {
            if (!broken && row.integer(0) >= expected)
                broken = expected;
        });
    if (!counted)
        return fail(std::move(counted).error());
    return broken;
}

} // namespace sohoa
