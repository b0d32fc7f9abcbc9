// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/page.h"

#include <vector>

namespace sohoa {

/// A page with which, by its contents alone, another dossier begins.
struct LayoutBoundary {
    PageId page;
    double confidence = 0; ///< 0..1
};

/// Where a run of pages without separator sheets falls apart: a paper begins (national title, title) that names
/// none of the persons and numbers of the papers before it, or an application for something else. What names
/// nobody, and identity cards, go with the papers before them. The first page is never among them.
std::vector<LayoutBoundary> layoutBoundaries(const Catalogue &catalogue, const std::vector<Page> &pages);

} // namespace sohoa
