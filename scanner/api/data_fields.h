// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <optional>

namespace sohoa {

/// Reads an object of a data file that people write by hand (profiles, quirks). What is wrong first is remembered
/// with its place, so that the file is read member by member and asked once at the end; a member that nobody has
/// asked for is wrong too, since it is most likely misspelt.
class DataFields {
public:
    /// `where`: the object's place in the file, "quirks[3]"; empty for the whole.
    explicit DataFields(QJsonObject object, QString where = {})
        : m_object(std::move(object))
        , m_where(std::move(where))
    {
    }

    /// The object that a file's bytes are. Errors: ProfileInvalid.
    static Result<QJsonObject> objectOf(const QByteArray &json, const QString &file);

    bool has(QStringView key) const { return !m_object.value(key).isUndefined(); }
    QString requiredText(QStringView key);
    QString text(QStringView key);
    bool flag(QStringView key);
    std::optional<int> number(QStringView key, int min, int max);
    /// One of `allowed`; the first of them when the member is missing.
    QString word(QStringView key, const QStringList &allowed);
    QStringList texts(QStringView key);
    /// Empty when missing.
    QJsonObject object(QStringView key);
    QJsonArray array(QStringView key);
    /// The place of a member in the file.
    QString place(QStringView key) const;

    void spoil(QStringView key, const QString &reason, const QString &allowed = {});
    /// Takes the fault of an object inside this one over.
    void join(const DataFields &inner);
    /// Nothing when all is right. ProfileInvalid otherwise.
    std::optional<Error> fault(const QString &file) const;

private:
    struct Fault {
        QString member;
        QString reason;
        QString allowed;
    };
    QJsonValue take(QStringView key);
    std::optional<Fault> firstFault() const;

    QJsonObject m_object;
    QString m_where;
    QSet<QString> m_taken;
    std::optional<Fault> m_fault;
};

} // namespace sohoa
