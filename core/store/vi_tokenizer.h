// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace sohoa {

/// Registers the FTS5 tokenizer "vi" on a connection: unicode61 with remove_diacritics 2, and đ as d, which
/// SQLite's own folding leaves alone. With the argument "numbers" (for an index without positions) it also gives
/// what is joined by a stroke, dot or dash and holds a digit as one token, whole, from its begin and to its end,
/// with strokes ("12/2023/ht"), and dates as yyyy/mm/dd, however they are written; in a query only that one. To be
/// called before any statement that touches an index made with it. Gives SQLite's result code.
int registerViTokenizer(sqlite3 *connection);

} // namespace sohoa
