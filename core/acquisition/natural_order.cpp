// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/natural_order.h"

namespace sohoa {

namespace {

/// The run of digits at the front of `text`, which loses it; without leading zeros.
QStringView takeNumber(QStringView &text)
{
    qsizetype end = 0;
    while (end < text.size() && text[end].isDigit())
        ++end;
    QStringView number = text.first(end);
    text = text.sliced(end);
    while (number.startsWith(u'0'))
        number = number.sliced(1);
    return number;
}

/// -1, 0 or 1.
int compareNaturally(QStringView a, QStringView b)
{
    while (!a.isEmpty() && !b.isEmpty()) {
        if (a.front().isDigit() && b.front().isDigit()) {
            const QStringView left = takeNumber(a);
            const QStringView right = takeNumber(b);
            if (left.size() != right.size())
                return left.size() < right.size() ? -1 : 1;
            if (const int order = left.compare(right); order != 0)
                return order;
            continue;
        }
        const QChar left = a.front().toCaseFolded();
        const QChar right = b.front().toCaseFolded();
        if (left != right)
            return left < right ? -1 : 1;
        a = a.sliced(1);
        b = b.sliced(1);
    }
    return a.isEmpty() == b.isEmpty() ? 0 : (a.isEmpty() ? -1 : 1);
}

} // namespace

bool naturalLess(QStringView a, QStringView b)
{
    const int order = compareNaturally(a, b);
    return order != 0 ? order < 0 : a < b;
}

} // namespace sohoa
