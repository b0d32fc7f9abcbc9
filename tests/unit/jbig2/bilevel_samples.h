// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jbig2/generic_region.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace sohoa::test {

/// A bilevel picture with pixels of its own, as generic_region.h has them.
struct Bilevel {
    QString what;
    int width = 0;
    int height = 0;
    QByteArray rows;

    Bilevel(QString name, int w, int h);
    qsizetype stride() const { return (width + 7) / 8; }
    bool at(int x, int y) const;
    void set(int x, int y);
    BilevelView view() const;
};

/// Empty, full, tiny, odd in width, noise of several densities, rules, letters of a scanned page.
std::vector<Bilevel> bilevelSamples();

/// The raster of a PBM (P4) as a picture; of a PGM (P5) whatever is darker than half.
Bilevel fromNetpbm(const QByteArray &bytes, qsizetype &at);

} // namespace sohoa::test
