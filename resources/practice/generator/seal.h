// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sheet.h"

namespace sohoa::practice {

/// A round red seal, 36 mm wide as Vietnamese seals are, with `ring` around the upper arc, `foot` along the lower
/// one and MẪU (specimen) in the middle. Ink is uneven and lets the print below shine through.
void drawSeal(Sheet &sheet, double x, double y, const QString &ring, const QString &foot, unsigned seed);

/// The pink pattern, frame and star of a civil-status certificate.
void drawCertificateGround(Sheet &sheet);

} // namespace sohoa::practice
