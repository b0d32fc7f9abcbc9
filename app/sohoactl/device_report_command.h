// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sohoactl/command.h"

namespace sohoa {

/// `devices report NAME -o FILE`: what the device offers, with each of its sources, and what it makes of the
/// shipped profiles; without personal data.
ExitStatus reportDevice(CommandLine &line, const QString &name, const QString &file);

} // namespace sohoa
