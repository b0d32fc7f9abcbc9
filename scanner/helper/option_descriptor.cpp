// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/helper/option_descriptor.h"

#include <QStringDecoder>

#include <limits>

namespace sohoa::scan {

namespace {

constexpr double fixedOne = 65536.0;

OptionType typeOf(SANE_Value_Type type)
{
    switch (type) {
    case SANE_TYPE_BOOL:
        return OptionType::Bool;
    case SANE_TYPE_INT:
        return OptionType::Int;
    case SANE_TYPE_FIXED:
        return OptionType::Fixed;
    case SANE_TYPE_STRING:
        return OptionType::String;
    case SANE_TYPE_BUTTON:
        return OptionType::Button;
    case SANE_TYPE_GROUP:
        break;
    }
    return OptionType::Group;
}

OptionUnit unitOf(SANE_Unit unit)
{
    switch (unit) {
    case SANE_UNIT_PIXEL:
        return OptionUnit::Pixel;
    case SANE_UNIT_BIT:
        return OptionUnit::Bit;
    case SANE_UNIT_MM:
        return OptionUnit::Millimetre;
    case SANE_UNIT_DPI:
        return OptionUnit::DotsPerInch;
    case SANE_UNIT_PERCENT:
        return OptionUnit::Percent;
    case SANE_UNIT_MICROSECOND:
        return OptionUnit::Microsecond;
    case SANE_UNIT_NONE:
        break;
    }
    return OptionUnit::None;
}

OptionConstraint constraintOf(const SANE_Option_Descriptor &descriptor, OptionType type)
{
    const bool whole = type == OptionType::Int;
    const bool fixed = type == OptionType::Fixed;
    switch (descriptor.constraint_type) {
    case SANE_CONSTRAINT_RANGE:
        if (const SANE_Range *range = descriptor.constraint.range; range && whole)
            return Range<int>{range->min, range->max, range->quant};
        else if (range && fixed)
            return Range<double>{fromFixed(range->min), fromFixed(range->max), fromFixed(range->quant)};
        break;
    case SANE_CONSTRAINT_WORD_LIST:
        if (const SANE_Word *list = descriptor.constraint.word_list; list && whole) {
            return std::vector<int>(list + 1, list + 1 + std::max(list[0], 0));
        } else if (list && fixed) {
            std::vector<double> values;
            for (int i = 1; i <= list[0]; ++i)
                values.push_back(fromFixed(list[i]));
            return values;
        }
        break;
    case SANE_CONSTRAINT_STRING_LIST:
        if (type == OptionType::String && descriptor.constraint.string_list) {
            QStringList words;
            for (const SANE_String_Const *word = descriptor.constraint.string_list; *word; ++word)
                words.append(driverText(*word));
            return words;
        }
        break;
    case SANE_CONSTRAINT_NONE:
        break;
    }
    return {};
}

} // namespace

QString driverText(const char *text)
{
    if (!text)
        return {};
    const QByteArrayView bytes(text);
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString decoded = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : decoded;
}

double fromFixed(SANE_Fixed value)
{
    return value / fixedOne;
}

SANE_Fixed toFixed(double value)
{
    return static_cast<SANE_Fixed>(std::clamp(std::round(value * fixedOne),
                                              static_cast<double>(std::numeric_limits<SANE_Fixed>::min()),
                                              static_cast<double>(std::numeric_limits<SANE_Fixed>::max())));
}

Option optionFrom(const SANE_Option_Descriptor &descriptor, int index)
{
    const auto can = [&descriptor](SANE_Int capability) { return (descriptor.cap & capability) != 0; };
    Option option;
    option.index = index;
    option.name = driverText(descriptor.name);
    option.title = driverText(descriptor.title);
    option.description = driverText(descriptor.desc);
    option.type = typeOf(descriptor.type);
    option.unit = unitOf(descriptor.unit);
    option.capabilities = {.softSelect = can(SANE_CAP_SOFT_SELECT),
                           .hardSelect = can(SANE_CAP_HARD_SELECT),
                           .softDetect = can(SANE_CAP_SOFT_DETECT),
                           .emulated = can(SANE_CAP_EMULATED),
                           .automatic = can(SANE_CAP_AUTOMATIC),
                           .inactive = can(SANE_CAP_INACTIVE),
                           .advanced = can(SANE_CAP_ADVANCED)};
    const bool words =
        option.type == OptionType::Bool || option.type == OptionType::Int || option.type == OptionType::Fixed;
    const int unit = words ? static_cast<int>(sizeof(SANE_Word)) : 1;
    option.length = words ? std::max(descriptor.size / unit, 1) : std::max(descriptor.size, 0);
    option.constraint = constraintOf(descriptor, option.type);
    return option;
}

} // namespace sohoa::scan
