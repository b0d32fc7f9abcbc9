// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recognition/page_text.h"

namespace sohoa {

/// A person's name as it stands in a stretch of text.
struct NameWords {
    TextSpan span;     ///< From its first word to its last; of length 0 when there is none.
    int count = 0;     ///< Words.
    bool open = false; ///< Nothing stands behind the name: it may go on in the next line.
};

/// The name with which a stretch begins, a title of address ("Ông", "Bà") before it passed over: at most six words
/// that begin with a capital and have only letters, in one style, as "LỘC THỊ XUYẾN Nữ" ends before "Nữ".
NameWords nameWords(const PageText &text, TextSpan within);

} // namespace sohoa
