// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace sohoa {

/// A rectangle on a page, in points of its own space.
struct SignaturePlace {
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;

    QByteArray rectangle() const;   ///< "[416.5 799.1 583.1 833.4]"
    QByteArray boundingBox() const; ///< The same size from the origin.
};

/// Where the n-th (from 0) signature lies: top right as the page is shown, .70–.98 of its width, 4 % of its height
/// (Decree 30/2020/NĐ-CP, Annex I, part 14 of the layout), each below the one before. May throw what qpdf throws.
SignaturePlace placeOnPage(QPDFPageObjectHelper &page, int index);

} // namespace sohoa
