// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/option.h"

namespace sohoa {

/// What shows an option best.
enum class ControlKind {
    Switch,  ///< bool
    Choice,  ///< one of `choices`
    Slider,  ///< a number of a range that is worth sliding through
    Number,  ///< any other number
    Text,    ///< a word that is free
    Table,   ///< many numbers (gamma curves)
    Action,  ///< a button: has no value
    Reading, ///< only shown: a sensor, a counter
};

/// One control of the advanced panel, ready for a toolkit to build.
struct OptionControl {
    QString option; ///< SANE's word: the key for setting it and for a profile's `options`.
    QString label;
    QString help;
    ControlKind kind = ControlKind::Reading;
    OptionUnit unit = OptionUnit::None;
    OptionValue value;
    std::vector<OptionValue> choices; ///< Of a Choice, in the device's order.
    double min = 0;                   ///< Of a Slider or a Number with limits.
    double max = 0;
    double step = 0; ///< 0: continuous.
    bool limited = false;
    bool enabled = false;   ///< False: of no effect now; another option wakes it up.
    bool advanced = false;  ///< The driver says so.
    bool inProfile = false; ///< Has its place in a profile: mode, resolution, source, paper …
    bool automatic = false; ///< The device can choose by itself.
};

struct OptionSection {
    QString title; ///< Empty: options before the first group.
    std::vector<OptionControl> controls;
};

/// The advanced panel of a device, in its own order: groups become sections, empty ones are left out. After a
/// setting that reloads the options, read them and build it anew.
std::vector<OptionSection> panelOf(const std::vector<Option> &options);

} // namespace sohoa
