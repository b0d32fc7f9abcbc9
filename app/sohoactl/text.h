// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace sohoa {

/// What the command line says is translated in one context, wherever it is said: lupdate finds Text::tr("…").
struct Text {
    Q_DECLARE_TR_FUNCTIONS(sohoactl)
};

} // namespace sohoa
