// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/package/record_values.h"

#include <QMap>
#include <QString>

#include <vector>

namespace sohoa {

/// Persons and organisations named on the papers, each once.
class PersonRecords {
public:
    explicit PersonRecords(const PackageInput &input);

    /// "persons" of the record.
    const QJsonArray &persons() const { return m_persons; }
    /// "ownerRefs" of a document: [{"person","role"}].
    QJsonArray ownersOf(const DocumentId &document) const { return m_owners.value(document.toString()); }
    /// Reference of who asked: the declarant or applicant, else the dossier's person; null when nobody is named.
    QJsonValue applicant() const { return m_applicant; }
    /// The owner's identifying number; null when none is legible.
    QJsonValue ownerId() const { return m_ownerId; }
    /// "person" or "organisation".
    QString ownerKind() const { return m_ownerKind; }

private:
    QString take(const QJsonObject &person);
    void readDocument(const Document &document);

    QJsonArray m_persons;
    QMap<QString, QJsonArray> m_owners;
    QJsonValue m_applicant;
    QJsonValue m_ownerId;
    QString m_ownerKind;
};

} // namespace sohoa
