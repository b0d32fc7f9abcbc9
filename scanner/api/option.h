// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace sohoa {

/// A scanner as SANE lists it. Plain values: nothing here points into a driver.
struct Device {
    QString
        name; ///< SANE's own name, "test:0": what is opened. The part before the first colon names the backend.
    QString vendor;
    QString model;
    QString type; ///< SANE's word: "flatbed scanner", "sheetfed scanner", …
    friend bool operator==(const Device &, const Device &) = default;
};

enum class OptionType { Bool, Int, Fixed, String, Button, Group };
enum class OptionUnit { None, Pixel, Bit, Millimetre, DotsPerInch, Percent, Microsecond };

/// quant 0: any value from min to max.
template <class T> struct Range {
    T min{};
    T max{};
    T quant{};
    friend bool operator==(const Range &, const Range &) = default;
};

/// The legal value nearest to `wanted`, in the option's own unit. Steps are counted from `min`, not from zero, and
/// `max` itself may lie off the grid (SANE standard 1.06, section 4.2.9.4).
template <class T> T snapped(const Range<T> &range, T wanted)
{
    if (range.max < range.min)
        return range.min;
    const T inside = std::clamp(wanted, range.min, range.max);
    if (range.quant <= T{0})
        return inside;
    // In double: the distance of two ints need not fit into an int.
    const double distance = static_cast<double>(inside) - static_cast<double>(range.min);
    const double length = static_cast<double>(range.max) - static_cast<double>(range.min);
    const double quant = static_cast<double>(range.quant);
    const double steps = std::min(std::round(distance / quant), std::floor(length / quant));
    return static_cast<T>(static_cast<double>(range.min) + steps * quant);
}

/// SANE's kinds of constraint as values; fixed-point numbers are doubles here already.
using OptionConstraint =
    std::variant<std::monostate, Range<int>, Range<double>, std::vector<int>, std::vector<double>, QStringList>;

/// monostate: the option has no value, or none that may be read now. Arrays of Bool come as int.
using OptionValue =
    std::variant<std::monostate, bool, int, double, QString, std::vector<int>, std::vector<double>>;

struct OptionCapabilities {
    bool softSelect = false; ///< A program can set it.
    bool hardSelect = false; ///< Only a switch on the device sets it.
    bool softDetect = false; ///< A program can read it.
    bool emulated = false;
    bool automatic = false; ///< The device can choose the value itself.
    bool inactive = false;  ///< Of no effect with the other options as they are now.
    bool advanced = false;
    friend bool operator==(const OptionCapabilities &, const OptionCapabilities &) = default;
};

struct Option {
    int index = 0;     ///< SANE's number of the option, good for this device and session only.
    QString name = {}; ///< SANE's word: "resolution", "br-x". Empty for groups.
    QString title = {};
    QString description = {};
    OptionType type = OptionType::Bool;
    OptionUnit unit = OptionUnit::None;
    OptionCapabilities capabilities = {};
    int length = 1; ///< Number of elements (an array when above 1); for String the bytes it may take.
    OptionConstraint constraint = {};
    OptionValue value = {};

    bool active() const { return !capabilities.inactive; }
    bool settable() const { return capabilities.softSelect && active(); }
    friend bool operator==(const Option &, const Option &) = default;
};

/// The option of that name, active or not; null when there is none.
const Option *findOption(const std::vector<Option> &options, QStringView name);

/// `wanted` as a value that this option takes: of the option's type and snapped to its constraint. A word is
/// matched as written first, then without regard to case. Errors: OptionRefused (option, value) when nothing near
/// it is legal.
Result<OptionValue> legalValue(const Option &option, const OptionValue &wanted);

/// For messages and logs: "300", "Color", "true", "12 values".
QString toText(const OptionValue &value);

/// {"name","vendor","model","type"}
QJsonObject toJson(const Device &device);
/// {"index","name","title","description","type","unit","length","constraint","value","active","settable",
/// "capabilities"}: constraint is null, {"min","max","quant"} or a list; value null, a boolean, number, word or
/// list.
QJsonObject toJson(const Option &option);
QJsonValue toJson(const OptionValue &value);

/// The way back. Nothing is trusted: whatever does not fit gives HelperProtocol.
Result<Device> deviceFromJson(const QJsonValue &json);
Result<Option> optionFromJson(const QJsonValue &json);
/// Without an option beside it a whole number is an int, any other number a double.
Result<OptionValue> valueFromJson(const QJsonValue &json);

} // namespace sohoa
