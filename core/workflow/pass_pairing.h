// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/stack_run.h"

namespace sohoa {

class Store;

/// Puts the pages of a stack that was fed in two passes into the order front, back, front, back …: the first front
/// with the last back when the stack was turned over as it lay. Nothing is moved unless there are as many backs as
/// fronts. Errors: PassCountsDiffer (args: fronts, backs); those of the store.
Result<void> pairPasses(Store &store, const StackRun &run);

} // namespace sohoa
