// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/search_query.h"

#include <QString>

namespace sohoa {

/// FTS5 expressions for a query, made of quoted strings of letters and digits only. `going`: the last word may go
/// on. Empty: there is nothing to ask.

enum class FieldWords {
    SideBySide, ///< The plain words stand in one field one behind the other.
    Anywhere,   ///< In any fields.
};

/// Over the index of fields: every term. Empty for SideBySide when that is no other question than Anywhere.
QString fieldExpression(const SearchQuery &query, FieldWords words, bool going);
/// Over the index of all words: every term that is not bound to a field. A phrase asks for its words.
QString bodyExpression(const SearchQuery &query, bool going);
/// Over the index of fields: only the terms that are bound to one.
QString filterExpression(const SearchQuery &query);

} // namespace sohoa
