// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace sohoa {

/// The command line's own sentences: Cli::tr("…") gives them in the user's language.
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace sohoa
