// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sohoa {

/// Migration 1: the first schema. Every table is STRICT; CHECKs and triggers make a wrong state impossible to
/// write, whoever writes it.
extern const char *const schema1;

} // namespace sohoa
