// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/signature_place.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <utility>

namespace sohoa {

namespace {

constexpr double leftShare = 0.70;
constexpr double rightShare = 0.98;
constexpr double heightShare = 0.04;
constexpr double stepShare = 0.05;
constexpr int rows = 10; ///< More signatures than these begin again at the top.

QByteArray coordinates(double a, double b, double c, double d)
{
    const auto text = [](double value) { return QByteArray::number(value, 'f', 2); };
    return '[' + text(a) + ' ' + text(b) + ' ' + text(c) + ' ' + text(d) + ']';
}

/// How far the page is turned clockwise when it is shown: 0, 90, 180 or 270.
int rotationOf(QPDFPageObjectHelper &page)
{
    QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
    const int degrees = rotate.isInteger() ? rotate.getIntValueAsInt() % 360 : 0;
    return (degrees + 360) % 360;
}

} // namespace

QByteArray SignaturePlace::rectangle() const
{
    return coordinates(left, bottom, right, top);
}

QByteArray SignaturePlace::boundingBox() const
{
    return coordinates(0, 0, right - left, top - bottom);
}

SignaturePlace placeOnPage(QPDFPageObjectHelper &page, int index)
{
    QPDFObjectHandle::Rectangle box(0, 0, 595, 842); // A4, should the page not say
    if (QPDFObjectHandle crop = page.getCropBox(); crop.isRectangle())
        box = crop.getArrayAsRectangle();
    const int rotation = rotationOf(page);
    double width = box.urx - box.llx;
    double height = box.ury - box.lly;
    if (rotation == 90 || rotation == 270)
        std::swap(width, height);
    const double top = height * (1 - stepShare * (index % rows));
    const SignaturePlace shown{width * leftShare, top - height * heightShare, width * rightShare, top};
    // From the page as it is shown back to its own space.
    switch (rotation) {
    case 90:
        return {box.urx - shown.top, box.lly + shown.left, box.urx - shown.bottom, box.lly + shown.right};
    case 180:
        return {box.urx - shown.right, box.ury - shown.top, box.urx - shown.left, box.ury - shown.bottom};
    case 270:
        return {box.llx + shown.bottom, box.ury - shown.right, box.llx + shown.top, box.ury - shown.left};
    default:
        return {box.llx + shown.left, box.lly + shown.bottom, box.llx + shown.right, box.lly + shown.top};
    }
}

} // namespace sohoa
