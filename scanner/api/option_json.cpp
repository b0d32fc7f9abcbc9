// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/option.h"

#include <QJsonArray>

#include <array>
#include <limits>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<OptionType, QLatin1String>, 6> typeNames{{
    {OptionType::Bool, QLatin1String("bool")},
    {OptionType::Int, QLatin1String("int")},
    {OptionType::Fixed, QLatin1String("fixed")},
    {OptionType::String, QLatin1String("string")},
    {OptionType::Button, QLatin1String("button")},
    {OptionType::Group, QLatin1String("group")},
}};
constexpr std::array<std::pair<OptionUnit, QLatin1String>, 7> unitNames{{
    {OptionUnit::None, QLatin1String("none")},
    {OptionUnit::Pixel, QLatin1String("pixel")},
    {OptionUnit::Bit, QLatin1String("bit")},
    {OptionUnit::Millimetre, QLatin1String("mm")},
    {OptionUnit::DotsPerInch, QLatin1String("dpi")},
    {OptionUnit::Percent, QLatin1String("percent")},
    {OptionUnit::Microsecond, QLatin1String("us")},
}};
constexpr std::array<std::pair<bool OptionCapabilities::*, QLatin1String>, 7> capabilityNames{{
    {&OptionCapabilities::softSelect, QLatin1String("soft_select")},
    {&OptionCapabilities::hardSelect, QLatin1String("hard_select")},
    {&OptionCapabilities::softDetect, QLatin1String("soft_detect")},
    {&OptionCapabilities::emulated, QLatin1String("emulated")},
    {&OptionCapabilities::automatic, QLatin1String("automatic")},
    {&OptionCapabilities::inactive, QLatin1String("inactive")},
    {&OptionCapabilities::advanced, QLatin1String("advanced")},
}};

template <class Table, class Key> QLatin1String nameOf(const Table &table, Key key)
{
    const auto it = std::ranges::find_if(table, [key](const auto &row) { return row.first == key; });
    return it == table.end() ? QLatin1String() : it->second;
}

template <class Table> auto keyOf(const Table &table, const QJsonValue &name)
{
    const QString text = name.toString();
    const auto it = std::ranges::find_if(table, [&text](const auto &row) { return row.second == text; });
    using Key = decltype(it->first);
    return it == table.end() ? std::optional<std::remove_cv_t<Key>>()
                             : std::optional<std::remove_cv_t<Key>>(it->first);
}

tl::unexpected<Error> malformed(const QString &what)
{
    return fail(ErrorCode::HelperProtocol, u"no %1"_s.arg(what));
}

template <class T> std::optional<T> numberFrom(const QJsonValue &json)
{
    if (!json.isDouble())
        return std::nullopt;
    const double value = json.toDouble();
    if constexpr (std::is_same_v<T, int>) {
        if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max() ||
            value != std::floor(value))
            return std::nullopt;
        return static_cast<int>(value);
    } else {
        return value;
    }
}

template <class T> std::optional<std::vector<T>> numbersFrom(const QJsonArray &json)
{
    std::vector<T> numbers;
    numbers.reserve(static_cast<size_t>(json.size()));
    for (const QJsonValue &element : json) {
        const auto number = numberFrom<T>(element);
        if (!number)
            return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

template <class T> QJsonArray arrayJson(const std::vector<T> &list)
{
    QJsonArray json;
    for (const T element : list)
        json.append(element);
    return json;
}

QJsonValue constraintJson(const OptionConstraint &constraint)
{
    struct Json {
        QJsonValue operator()(std::monostate) const { return QJsonValue::Null; }
        QJsonValue operator()(const QStringList &words) const { return QJsonArray::fromStringList(words); }
        QJsonValue operator()(const std::vector<int> &list) const { return arrayJson(list); }
        QJsonValue operator()(const std::vector<double> &list) const { return arrayJson(list); }
        QJsonValue operator()(const Range<int> &range) const
        {
            return QJsonObject{{u"min"_s, range.min}, {u"max"_s, range.max}, {u"quant"_s, range.quant}};
        }
        QJsonValue operator()(const Range<double> &range) const
        {
            return QJsonObject{{u"min"_s, range.min}, {u"max"_s, range.max}, {u"quant"_s, range.quant}};
        }
    };
    return std::visit(Json{}, constraint);
}

template <class T> std::optional<OptionConstraint> numericConstraint(const QJsonValue &json)
{
    if (json.isArray()) {
        if (auto list = numbersFrom<T>(json.toArray()))
            return OptionConstraint(std::move(*list));
        return std::nullopt;
    }
    const auto min = numberFrom<T>(json[u"min"]);
    const auto max = numberFrom<T>(json[u"max"]);
    const auto quant = numberFrom<T>(json[u"quant"]);
    if (!min || !max || !quant)
        return std::nullopt;
    return OptionConstraint(Range<T>{*min, *max, *quant});
}

std::optional<OptionConstraint> constraintFrom(const QJsonValue &json, OptionType type)
{
    if (json.isNull())
        return OptionConstraint();
    if (type == OptionType::Int)
        return numericConstraint<int>(json);
    if (type == OptionType::Fixed)
        return numericConstraint<double>(json);
    if (type != OptionType::String || !json.isArray())
        return std::nullopt;
    QStringList words;
    for (const QJsonValue &element : json.toArray()) {
        if (!element.isString())
            return std::nullopt;
        words.append(element.toString());
    }
    return OptionConstraint(std::move(words));
}

template <class T> std::optional<OptionValue> numericValue(const QJsonValue &json)
{
    if (json.isArray()) {
        if (auto list = numbersFrom<T>(json.toArray()))
            return OptionValue(std::move(*list));
        return std::nullopt;
    }
    const auto number = numberFrom<T>(json);
    return number ? std::optional<OptionValue>(*number) : std::nullopt;
}

std::optional<OptionValue> valueOfType(const QJsonValue &json, OptionType type)
{
    if (json.isNull())
        return OptionValue();
    switch (type) {
    case OptionType::Bool:
        return json.isBool()    ? std::optional<OptionValue>(json.toBool())
               : json.isArray() ? numericValue<int>(json)
                                : std::nullopt;
    case OptionType::Int:
        return numericValue<int>(json);
    case OptionType::Fixed:
        return numericValue<double>(json);
    case OptionType::String:
        return json.isString() ? std::optional<OptionValue>(json.toString()) : std::nullopt;
    case OptionType::Button:
    case OptionType::Group:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

QJsonObject toJson(const Device &device)
{
    return {{u"name"_s, device.name},
            {u"vendor"_s, device.vendor},
            {u"model"_s, device.model},
            {u"type"_s, device.type}};
}

QJsonValue toJson(const OptionValue &value)
{
    struct Json {
        QJsonValue operator()(std::monostate) const { return QJsonValue::Null; }
        QJsonValue operator()(bool on) const { return on; }
        QJsonValue operator()(int whole) const { return whole; }
        QJsonValue operator()(double real) const { return real; }
        QJsonValue operator()(const QString &word) const { return word; }
        QJsonValue operator()(const std::vector<int> &list) const { return arrayJson(list); }
        QJsonValue operator()(const std::vector<double> &list) const { return arrayJson(list); }
    };
    return std::visit(Json{}, value);
}

QJsonObject toJson(const Option &option)
{
    QJsonArray capabilities;
    for (const auto &[member, name] : capabilityNames) {
        if (option.capabilities.*member)
            capabilities.append(name);
    }
    return {{u"index"_s, option.index},
            {u"name"_s, option.name},
            {u"title"_s, option.title},
            {u"description"_s, option.description},
            {u"type"_s, nameOf(typeNames, option.type)},
            {u"unit"_s, nameOf(unitNames, option.unit)},
            {u"length"_s, option.length},
            {u"constraint"_s, constraintJson(option.constraint)},
            {u"value"_s, toJson(option.value)},
            {u"active"_s, option.active()},
            {u"settable"_s, option.settable()},
            {u"capabilities"_s, capabilities}};
}

Result<Device> deviceFromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    for (const auto key : {u"name", u"vendor", u"model", u"type"}) {
        if (!object.value(QStringView(key)).isString())
            return malformed(u"device"_s);
    }
    return Device{object[u"name"].toString(), object[u"vendor"].toString(), object[u"model"].toString(),
                  object[u"type"].toString()};
}

Result<Option> optionFromJson(const QJsonValue &json)
{
    const QJsonObject object = json.toObject();
    const auto index = numberFrom<int>(object[u"index"]);
    const auto length = numberFrom<int>(object[u"length"]);
    const auto type = keyOf(typeNames, object[u"type"]);
    const auto unit = keyOf(unitNames, object[u"unit"]);
    if (!index || *index < 0 || !length || *length < 0 || !type || !unit)
        return malformed(u"option"_s);
    for (const auto key : {u"name", u"title", u"description"}) {
        if (!object.value(QStringView(key)).isString())
            return malformed(u"option"_s);
    }
    Option option;
    option.index = *index;
    option.name = object[u"name"].toString();
    option.title = object[u"title"].toString();
    option.description = object[u"description"].toString();
    option.type = *type;
    option.unit = *unit;
    option.length = *length;
    for (const QJsonValue &name : object[u"capabilities"].toArray()) {
        const auto member = keyOf(capabilityNames, name);
        if (!member)
            return malformed(u"capability"_s);
        option.capabilities.*(*member) = true;
    }
    auto constraint = constraintFrom(object[u"constraint"], *type);
    auto value = valueOfType(object[u"value"], *type);
    if (!constraint || !value)
        return malformed(u"constraint or value of option %1"_s.arg(option.name));
    option.constraint = std::move(*constraint);
    option.value = std::move(*value);
    return option;
}

Result<OptionValue> valueFromJson(const QJsonValue &json)
{
    if (json.isNull())
        return OptionValue();
    if (json.isBool())
        return OptionValue(json.toBool());
    if (json.isString())
        return OptionValue(json.toString());
    if (auto whole = numericValue<int>(json))
        return std::move(*whole);
    if (auto real = numericValue<double>(json))
        return std::move(*real);
    return malformed(u"value"_s);
}

} // namespace sohoa
