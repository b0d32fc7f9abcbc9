// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/record_values.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

double tenths(double value)
{
    return std::round(value * 10) / 10;
}

QString originName(FieldOrigin origin)
{
    switch (origin) {
    case FieldOrigin::Ocr:
        return u"ocr"_s;
    case FieldOrigin::Qr:
        return u"qr"_s;
    case FieldOrigin::Barcode:
        return u"barcode"_s;
    case FieldOrigin::Rule:
        return u"default"_s;
    case FieldOrigin::Clerk:
        return u"typed"_s;
    case FieldOrigin::Catalogue:
        return u"register"_s;
    }
    Q_UNREACHABLE();
}

bool isRead(FieldOrigin origin)
{
    return origin == FieldOrigin::Ocr || origin == FieldOrigin::Qr || origin == FieldOrigin::Barcode;
}

QJsonObject fieldValue(const QString &name, const FieldValue &field, const PackageInput &input)
{
    const Page *page = findPage(input, field.page);
    const bool read = isRead(field.origin);
    QJsonObject json;
    json[u"name"_s] = name;
    json[u"value"_s] = toNfc(field.value);
    // What was read is kept beside what was confirmed where they are the same thing; a typed value has replaced
    // it.
    json[u"ocrValue"_s] = read ? QJsonValue(toNfc(field.value)) : QJsonValue();
    json[u"ocrConfidence"_s] =
        read ? QJsonValue(tenths(std::clamp(field.confidence, 0.0, 1.0) * 100)) : QJsonValue();
    json[u"origin"_s] = originName(field.origin);
    json[u"page"_s] = page ? QJsonValue(page->id.toString()) : QJsonValue();
    json[u"box"_s] = page && dpiOf(*page) > 0 && !field.box.isEmpty()
                         ? QJsonValue(boxInMillimetres(field.box, dpiOf(*page)))
                         : QJsonValue();
    json[u"confirmedBy"_s] = textOrNull(input.approvedBy, 200);
    json[u"confirmedAt"_s] = input.approvedAt.toVietnamTime();
    return json;
}

} // namespace

QJsonValue textOrNull(const QString &text, qsizetype longest)
{
    QString clean = toNfc(text).trimmed();
    if (clean.size() > longest) {
        const qsizetype room = longest - 1; // for the mark
        const qsizetype blank = clean.lastIndexOf(u' ', room);
        clean.truncate(blank > room / 2 ? blank : room);
        if (clean.back().isHighSurrogate())
            clean.chop(1);
        clean = clean.trimmed() + u'…';
    }
    return clean.isEmpty() ? QJsonValue() : QJsonValue(clean);
}

QJsonValue codeOrNull(const QString &code, qsizetype longest)
{
    const QString clean = toNfc(code).trimmed();
    return clean.isEmpty() || clean.size() > longest ? QJsonValue() : QJsonValue(clean);
}

QJsonValue partialDate(const QString &text)
{
    const auto date = PartialDate::parse(text);
    if (!date)
        return {};
    const QString precision = date->day() ? u"day"_s : date->month() ? u"month"_s : u"year"_s;
    return QJsonObject{{u"value"_s, date->toIso()}, {u"precision"_s, precision}};
}

QJsonValue wholeDate(const QString &text)
{
    const auto date = PartialDate::parse(text);
    return date && date->day() ? QJsonValue(date->toIso()) : QJsonValue();
}

QJsonValue unitRef(const UnitRef &unit)
{
    if (unit.code.isEmpty() && unit.name.isEmpty())
        return {};
    return QJsonObject{{u"code"_s, codeOrNull(unit.code, 35)},
                       {u"validTo"_s, wholeDate(unit.validTo)},
                       {u"name"_s, textOrNull(unit.name, 200)}};
}

QJsonArray boxInMillimetres(const PixelBox &box, Dpi dpi)
{
    QJsonArray sides;
    for (const int side : {box.x, box.y, box.width, box.height})
        sides.append(tenths(toMillimetres(side, dpi)));
    return sides;
}

QJsonArray fieldValues(const Fields &fields, const PackageInput &input)
{
    QJsonArray values;
    for (auto it = fields.begin(); it != fields.end(); ++it)
        if (!toNfc(it.value().value).trimmed().isEmpty())
            values.append(fieldValue(it.key(), it.value(), input));
    return values;
}

const Page *findPage(const PackageInput &input, const PageId &id)
{
    if (id.isNull())
        return nullptr;
    const auto found =
        std::find_if(input.pages.begin(), input.pages.end(), [&id](const Page &page) { return page.id == id; });
    return found == input.pages.end() ? nullptr : &*found;
}

Dpi dpiOf(const Page &page)
{
    return page.reading && page.reading->dpi > 0 ? page.reading->dpi : page.dpi;
}

QString firstOf(const Fields &fields, const QStringList &names)
{
    for (const QString &name : names)
        if (const QString value = fields.value(name).value; !value.isEmpty())
            return value;
    return {};
}

} // namespace sohoa
