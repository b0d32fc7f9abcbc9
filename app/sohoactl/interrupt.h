// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sohoa {

/// From here on Ctrl+C and SIGTERM do not end the program; the descriptor becomes readable instead. A second one
/// ends it after all. Once in a process.
int interruptDescriptor();

} // namespace sohoa
