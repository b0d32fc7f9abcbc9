// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace sohoa {

/// Gives a connection the functions that the schema's views, triggers and migrations use. All give NULL for NULL
/// and end the statement with SQLITE_CORRUPT for bytes that are damaged.
///   pack(text) → blob, unpack(blob) → text: see packText()
///   pack_words(blob, text) → blob: words as schema 3 kept them (qCompress of JSON) in the form of packWords()
///   search_column(field id) → text: see searchColumnOf()
/// Gives SQLite's result code.
int registerSqlFunctions(sqlite3 *connection);

} // namespace sohoa
