// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace sohoa {

/// Bilevel pixels of somebody else: rows of `stride` bytes, the leftmost pixel in the highest bit, 1 = black. What
/// stands behind the last pixel of a row is ignored.
struct BilevelView {
    const quint8 *rows = nullptr;
    qsizetype stride = 0;
    int width = 0;
    int height = 0;
};

/// One page as JBIG2 (ITU-T T.88, 08/2018) in the form that PDF embeds (ISO 32000-1, 7.4.7): a page information
/// segment and one immediate lossless generic region with template 0, nominal adaptive pixels, arithmetic coding.
/// No symbols and no refinement: every pixel comes back as it was, none is taken for its neighbour.
/// `width` and `height` must be at least 1. Takes 0.05 s for a printed A4 page at 300 dpi. Thread-safe.
QByteArray encodeJbig2(const BilevelView &image);

} // namespace sohoa
