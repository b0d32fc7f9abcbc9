// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/ids.h"

#include <QString>

#include <vector>

namespace sohoa {

class Database;

/// Another dossier that shares something with the one in question.
struct SimilarDossier {
    DossierId id;
    PageId page; ///< Of the other one, where pages were compared; null otherwise.
    QString number;
    QString issueDate;
};

/// Finds what is there already, in every batch and state. Each question is answered by an index: the time does not
/// grow with the store. At most ten answers each. Threads: the Database's.
class DuplicateIndex {
public:
    explicit DuplicateIndex(Database &database)
        : m_database(database)
    {
    }

    /// What a first page looks like (PageReading::look); replaces what was noted of it.
    Result<void> noteLook(const PageId &page, quint64 look);
    /// Other dossiers with a page that differs from `look` in at most six bits; CLEAN-05.
    Result<std::vector<SimilarDossier>> withLook(quint64 look, const DossierId &except);
    Result<std::vector<SimilarDossier>> withCode(const QString &dossierCode, const DossierId &except);
    /// The same number of the same agency in the same year on the same kind of paper; CLEAN-02.
    Result<std::vector<SimilarDossier>> withNumber(const QString &number, const QString &agency, int year,
                                                   const QString &documentTypeId, const DossierId &except);
    /// Results of the same kind for the same personal number, the youngest first; LIVE-05.
    Result<std::vector<SimilarDossier>> ofPerson(const QString &personalId, const QString &documentTypeId,
                                                 const DossierId &except);

private:
    Database &m_database;
};

} // namespace sohoa
