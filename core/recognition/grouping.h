// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/domain/page.h"

#include <vector>

namespace sohoa {

/// Puts the pages of one dossier, given in order, together into papers. Every page that is not excluded is in
/// exactly one of them; a blank page belongs to the paper before it. Ids and fields of the papers are empty.
/// A paper whose kind was not recognized has an empty typeId and its printed title.
std::vector<Document> groupDocuments(const Catalogue &catalogue, const std::vector<Page> &pages);

} // namespace sohoa
