// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "papers.h"

namespace sohoa::practice {

// The people and communes of the practice pages. All invented: the communes exist nowhere, the personal numbers
// begin with the province's three digits and are otherwise made up.

BirthCase birthOfNguyen();
MaritalCase maritalStatusOfKhai();
DeathCase deathOfSuong();
BirthCase birthOfLam();
MaritalCase maritalStatusOfXuyen();

} // namespace sohoa::practice
