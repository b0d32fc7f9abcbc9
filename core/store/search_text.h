// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dossier.h"
#include "core/domain/page.h"

#include <QString>

#include <vector>

namespace sohoa {

/// What a dossier is found by. Everything is in `body` too, so that any mix of words is found there.
struct SearchText {
    QString number = {};    ///< Of the result, registers, certificates; several parted by line feeds, as below.
    QString name = {};      ///< Of the people and businesses concerned; not of who signed for the agency.
    QString person = {};    ///< Personal IDs.
    QString code = {};      ///< Dossier code.
    QString procedure = {}; ///< Code and name.
    QString agency = {};
    QString date = {};  ///< ISO, or partial as written.
    QString other = {}; ///< The other fields, titles of documents.
    QString body = {};  ///< All of that, then the text of the pages.
};

SearchText searchTextOf(const Dossier &dossier, const std::vector<Page> &pages);

/// Name of SearchText's member that a field of this id belongs to: "number", "name", "person", "code", "agency",
/// "date" or "other".
QString searchColumnOf(const QString &fieldId);

} // namespace sohoa
