// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/vault_keys.h"
#include "tests/support/catch.h"

namespace sohoa::test {

/// `text`, UTF-8, in locked memory.
inline SecretBytes secretOf(const QByteArray &text)
{
    SecretBytes bytes;
    REQUIRE(bytes.append(std::span(text.constData(), static_cast<size_t>(text.size()))));
    return bytes;
}

} // namespace sohoa::test
