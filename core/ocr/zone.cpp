// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ocr/zone.h"

namespace sohoa {

using namespace Qt::StringLiterals;

QString toString(ZoneKind kind)
{
    switch (kind) {
    case ZoneKind::Text:
        return u"text"_s;
    case ZoneKind::Line:
        return u"line"_s;
    case ZoneKind::Digits:
        return u"digits"_s;
    case ZoneKind::Date:
        return u"date"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ZoneKind> zoneKindFromString(const QString &text)
{
    for (const ZoneKind kind : {ZoneKind::Text, ZoneKind::Line, ZoneKind::Digits, ZoneKind::Date})
        if (toString(kind) == text)
            return kind;
    return std::nullopt;
}

} // namespace sohoa
