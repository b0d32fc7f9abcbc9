// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/stack.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>

namespace sohoa::virtual_scanner {
namespace fs = std::filesystem;
namespace {

constexpr std::array<std::string_view, 9> Suffixes = {".jpg", ".jpeg", ".png", ".tif", ".tiff",
                                                      ".pnm", ".ppm",  ".pgm", ".pbm"};
/// A list is written by hand or by a test; anything larger is not a list.
constexpr std::uintmax_t MaxListBytes = std::uintmax_t{4} * 1024 * 1024;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string lowerSuffix(const fs::path &file)
{
    std::string suffix = file.extension().string();
    std::ranges::transform(suffix, suffix.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return suffix;
}

bool isImageName(const fs::path &file)
{
    return std::ranges::find(Suffixes, lowerSuffix(file)) != Suffixes.end();
}

int tiffPages(const fs::path &file)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> stream(std::fopen(file.c_str(), "rb"), std::fclose);
    int count = 0;
    if (!stream || tiffGetCount(stream.get(), &count) != 0)
        return 1;
    return std::max(count, 1);
}

} // namespace

bool naturalLess(std::string_view left, std::string_view right)
{
    std::size_t l = 0;
    std::size_t r = 0;
    while (l < left.size() && r < right.size()) {
        if (isDigit(left[l]) && isDigit(right[r])) {
            const auto number = [](std::string_view text, std::size_t &at) {
                while (at < text.size() && text[at] == '0')
                    ++at;
                const std::size_t begin = at;
                while (at < text.size() && isDigit(text[at]))
                    ++at;
                return text.substr(begin, at - begin);
            };
            const std::string_view leftNumber = number(left, l);
            const std::string_view rightNumber = number(right, r);
            if (leftNumber.size() != rightNumber.size())
                return leftNumber.size() < rightNumber.size();
            if (leftNumber != rightNumber)
                return leftNumber < rightNumber;
        } else if (left[l] != right[r]) {
            return static_cast<unsigned char>(left[l]) < static_cast<unsigned char>(right[r]);
        } else {
            ++l;
            ++r;
        }
    }
    if (left.size() - l != right.size() - r)
        return left.size() - l < right.size() - r;
    // "01" and "1" are equal as numbers; some order between them must stay fixed.
    return left < right;
}

std::optional<Stack> Stack::load(const fs::path &path)
{
    Stack stack;
    if (path.empty())
        return stack;
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    bool good = false;
    if (fs::is_directory(status)) {
        good = stack.addFolder(path);
    } else if (fs::is_regular_file(status) && isImageName(path)) {
        stack.addFile(path);
        good = true;
    } else if (fs::is_regular_file(status)) {
        good = stack.addList(path);
    }
    if (!good)
        return std::nullopt;
    return stack;
}

void Stack::addFile(const fs::path &file)
{
    const std::string suffix = lowerSuffix(file);
    const int pages = suffix == ".tif" || suffix == ".tiff" ? tiffPages(file) : 1;
    for (int page = 0; page < pages; ++page)
        m_sides.push_back({file, page});
}

bool Stack::addFolder(const fs::path &folder)
{
    std::error_code error;
    std::vector<fs::path> files;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        std::error_code entryError;
        if (isImageName(entries->path()) && entries->is_regular_file(entryError))
            files.push_back(entries->path());
    }
    if (error)
        return false;
    std::ranges::sort(files, [](const fs::path &left, const fs::path &right) {
        return naturalLess(left.filename().native(), right.filename().native());
    });
    for (const fs::path &file : files)
        addFile(file);
    return true;
}

bool Stack::addList(const fs::path &list)
{
    std::error_code error;
    if (fs::file_size(list, error) > MaxListBytes || error)
        return false;
    std::ifstream file(list, std::ios::binary);
    std::string line;
    for (bool first = true; std::getline(file, line); first = false) {
        if (first && line.starts_with("\xEF\xBB\xBF"))
            line.erase(0, 3);
        line.erase(line.find_last_not_of(" \t\r") + 1);
        line.erase(0, line.find_first_not_of(" \t"));
        if (line.empty() || line.front() == '#')
            continue;
        const fs::path path = list.parent_path() / line;
        std::error_code entryError;
        if (!fs::is_directory(path, entryError) || !addFolder(path))
            addFile(path);
    }
    return file.eof();
}

} // namespace sohoa::virtual_scanner
