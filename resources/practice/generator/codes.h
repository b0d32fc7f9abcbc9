// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace sohoa::practice {

/// One pixel a module, without quiet zone; the caller enlarges it without smoothing.
QImage qrCode(const QString &payload);
/// One pixel high.
QImage code128(const QString &payload);

} // namespace sohoa::practice
