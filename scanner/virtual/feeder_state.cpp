// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/feeder_state.h"

#include "scanner/virtual/debug_log.h"

#include <fstream>
#include <sstream>

namespace sohoa::virtual_scanner {

FeederState FeederState::read(const std::filesystem::path &file)
{
    FeederState state;
    std::ifstream lines(file);
    std::string line;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string key;
        words >> key;
        std::size_t rule = 0;
        int page = 0;
        int count = 0;
        if (key == "position")
            words >> state.position;
        else if (key == "missing")
            words >> state.missing;
        else if (key == "name")
            words >> state.name;
        else if (key == "happened" && words >> rule >> page >> count)
            state.happened[{rule, page}] = count;
        if (words.fail()) {
            debugLog("the feeder's state file is damaged");
            return {};
        }
    }
    return state;
}

void FeederState::write(const std::filesystem::path &file) const
{
    std::filesystem::path fresh = file;
    fresh += ".new";
    {
        std::ofstream out(fresh, std::ios::trunc);
        out << "position " << position << "\nmissing " << missing << '\n';
        if (!name.empty())
            out << "name " << name << '\n';
        for (const auto &[key, count] : happened)
            out << "happened " << key.first << ' ' << key.second << ' ' << count << '\n';
    }
    std::error_code error;
    std::filesystem::rename(fresh, file, error);
    if (error)
        debugLog("the feeder's state cannot be kept");
}

} // namespace sohoa::virtual_scanner
