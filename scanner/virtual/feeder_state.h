// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <utility>

namespace sohoa::virtual_scanner {

/// What a feeder still knows when the driver that moved it is gone: the paper that lies in it and what has
/// happened to it. A scan runs in a process of its own; without this file every new scan would find a full feeder.
struct FeederState {
    std::size_t position = 0; ///< Sides that have left the scanner.
    int missing = 0;          ///< For so many listings and openings the device is not there.
    std::string name;         ///< How the device is called since it was plugged in anew; empty: as configured.
    /// How often a rule has happened to a page: by rule and page.
    std::map<std::pair<std::size_t, int>, int> happened;

    /// An absent or damaged file is a feeder that has just been loaded.
    static FeederState read(const std::filesystem::path &file);
    /// Replaces the file as a whole. A folder that cannot be written to (the shipped practice stacks) costs the
    /// memory, not the scan.
    void write(const std::filesystem::path &file) const;
};

} // namespace sohoa::virtual_scanner
