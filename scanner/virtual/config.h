// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace sohoa::virtual_scanner {

/// What `sohoa.conf` says. One setting a line, `#` begins a comment line:
///
///     device NAME PATH       a device `sohoa:NAME` fed from PATH (folder, list file or one image, see Stack);
///                            NAME without blanks, PATH may have them; relative to the folder of sohoa.conf
///     pages-per-minute N     pace that every device starts with, 0…600 (0 = as fast as possible, the default)
struct Config {
    struct NamedDevice {
        std::string name;
        std::filesystem::path stack;
    };
    std::vector<NamedDevice> devices;
    int pagesPerMinute = 0;
};

constexpr int MaxPagesPerMinute = 600;

/// Reads `text` as the contents of a sohoa.conf lying in `folder`. Lines that say nothing valid are skipped
/// with a debug line; of two devices with one name the first counts.
Config parseConfig(const std::string &text, const std::filesystem::path &folder);

/// Finds sohoa.conf like SANE's own backends: the first folder of the colon list SANE_CONFIG_DIR that has one;
/// /etc/sane.d when the variable is unset, empty, or ends with a colon. Unlike them it never looks into the
/// current folder by itself. No file: no configured device.
Config readConfig();

} // namespace sohoa::virtual_scanner
