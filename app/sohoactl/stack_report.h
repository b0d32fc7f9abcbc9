// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sohoactl/command.h"

namespace sohoa {

/// {"stack": …} or two lines: the ledger, and what is to be done next with the stack.
void reportStack(CommandLine &line, const StackRun &stack, const IntakeSummary &summary);

/// The stack has ended early: some sheet was on its way, or stuck before it could be. Otherwise (no paper, no such
/// device) nothing has begun.
bool hasBegun(const StackRun &stack, const Error &error);

/// `sohoactl stacks`
ExitStatus listStacks(CommandLine &line);

} // namespace sohoa
