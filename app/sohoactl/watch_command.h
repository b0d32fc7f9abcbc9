// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sohoactl/command.h"

namespace sohoa {

/// `sohoactl watch FOLDER`: until it is interrupted, or with --once until all that is there is dealt with.
ExitStatus watchFolder(CommandLine &line);

} // namespace sohoa
