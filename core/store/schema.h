// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sohoa {

/// Migration 1: the first schema. Every table is STRICT; CHECKs and triggers make a wrong state impossible to
/// write, whoever writes it.
extern const char *const schema1;
/// Migration 2: how sure a dossier's begin is, what first pages look like, what the desk has learned, and tables
/// of the catalogue that were imported.
extern const char *const schema2;
/// Migration 3: stacks of paper with their ledgers, files of watched folders.
extern const char *const schema3;
/// Migration 4: the size of a campaign: counts, packed readings, the search index in two parts.
extern const char *const schema4;
/// Migration 5: the people who sign in.
extern const char *const schema5;

} // namespace sohoa
