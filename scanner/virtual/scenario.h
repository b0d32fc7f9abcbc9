// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sane/sane.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sohoa::virtual_scanner {

/// What a device does wrong, and what kind of device it is. README.md describes the file.
enum class Fault {
    // The scan stops; happens `times` times, then the page goes through.
    Jam,
    CoverOpen,
    NoDocs,
    IoError,
    Busy,
    NoMemory,
    AccessDenied,
    Invalid,
    Unsupported,
    Gone,
    Rename,
    Crash,
    Hang,
    DoubleFeed,
    // The page comes, but otherwise than announced; happens whenever the page comes.
    Short,
    Long,
    Slow,
    Dpi,
    UnknownLength,
    ThreePass,
};

/// True for the faults that are counted by Rule::times.
constexpr bool isCounted(Fault fault)
{
    return fault <= Fault::DoubleFeed;
}

/// The status with which a stop of this kind ends a call; GOOD for those that end none.
SANE_Status statusOf(Fault fault);

/// One line of a scenario.
struct Rule {
    static constexpr int Always = 0;

    Fault fault = Fault::Jam;
    bool atOpen = false; ///< At sane_open; otherwise at the pages from `first` to `last`.
    int first = 1;
    int last = 1;
    double at = 0; ///< Part of the page that has passed when it happens, 0…1; 0 = at sane_start.
    int times = 1; ///< For each page; Always = no limit.
    /// Long: rows. Dpi: dots an inch. Slow: milliseconds. Gone, Rename: for how many listings and openings the
    /// device is missing.
    int number = 0;
    std::string name; ///< Rename: how the device is called when it is back.

    bool concerns(int page) const { return !atOpen && page >= first && page <= last; }
};

/// The file that says how a virtual device behaves; see README.md for its lines.
struct Scenario {
    std::vector<Rule> rules;
    std::string vendor = "Sohoa";
    std::string model = "Virtual feeder";
    std::string type = "virtual device";
    std::string serial; ///< Empty: the device does not say.

    /// Of the text of a scenario file. nullopt when a line is not understood (a debug line says which): a bench
    /// that silently leaves a fault out would prove nothing.
    static std::optional<Scenario> parse(const std::string &text);
};

/// Where the scenario of a stack lies: `scenario` in a folder, `NAME.scenario` beside any other stack.
std::filesystem::path scenarioBeside(const std::filesystem::path &stack);

} // namespace sohoa::virtual_scanner
