// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace sohoa {

/// Registers the FTS5 tokenizer "vi" on a connection: unicode61 with remove_diacritics 2, and đ as d, which
/// SQLite's own folding leaves alone. To be called before any statement that touches an index made with it.
/// Gives SQLite's result code.
int registerViTokenizer(sqlite3 *connection);

} // namespace sohoa
