// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace sohoa {

/// What is expected where a clerk, or a field's rule, points at.
enum class ZoneKind {
    Text,   ///< One or several lines.
    Line,   ///< One line.
    Digits, ///< One line of digits: a personal number, a serial number.
    Date,   ///< One line of digits and "/-.".
};

QString toString(ZoneKind kind);
std::optional<ZoneKind> zoneKindFromString(const QString &text);

} // namespace sohoa
