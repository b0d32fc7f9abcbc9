// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/config.h"

#include "scanner/virtual/debug_log.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string_view>

namespace sohoa::virtual_scanner {
namespace {

constexpr const char *DefaultFolder = "/etc/sane.d";
constexpr std::string_view Blanks = " \t\r";

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(Blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(Blanks) - first + 1);
}

/// The word before the first blank; `text` keeps what comes after it.
std::string_view takeWord(std::string_view &text)
{
    const std::size_t end = std::min(text.find_first_of(Blanks), text.size());
    const std::string_view word = text.substr(0, end);
    text = trimmed(text.substr(end));
    return word;
}

bool parsePace(std::string_view text, int &pace)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > MaxPagesPerMinute)
        return false;
    pace = value;
    return true;
}

bool addDevice(std::string_view rest, const std::filesystem::path &folder,
               std::vector<Config::NamedDevice> &devices)
{
    const std::string name(takeWord(rest));
    // A name that begins with / would be taken for a path by sane_open.
    if (name.empty() || name.front() == '/' || rest.empty())
        return false;
    if (std::ranges::any_of(devices, [&name](const auto &device) { return device.name == name; }))
        return false;
    devices.push_back({name, folder / std::filesystem::path(rest)});
    return true;
}

} // namespace

Config parseConfig(const std::string &text, const std::filesystem::path &folder)
{
    Config config;
    std::istringstream lines(text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        std::string_view rest = trimmed(line);
        if (rest.empty() || rest.front() == '#')
            continue;
        const std::string_view key = takeWord(rest);
        const bool good = key == "device" ? addDevice(rest, folder, config.devices)
                                          : key == "pages-per-minute" && parsePace(rest, config.pagesPerMinute);
        if (!good)
            debugLog("sohoa.conf: line " + std::to_string(number) + " is not understood");
    }
    return config;
}

Config readConfig()
{
    const char *variable = std::getenv("SANE_CONFIG_DIR");
    std::string folders = variable ? variable : "";
    if (folders.empty() || folders.back() == ':')
        folders += DefaultFolder;
    std::istringstream list(folders);
    std::string folder;
    while (std::getline(list, folder, ':')) {
        if (folder.empty())
            continue;
        const std::filesystem::path path(folder);
        std::ifstream file(path / "sohoa.conf");
        if (!file)
            continue;
        std::ostringstream text;
        text << file.rdbuf();
        return parseConfig(text.str(), path);
    }
    return {};
}

} // namespace sohoa::virtual_scanner
