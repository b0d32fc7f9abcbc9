// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace sohoa::virtual_scanner {

/// One side of a sheet: an image file, and which page of it when the file is a TIFF.
struct Side {
    std::filesystem::path file;
    int page = 0;

    bool operator==(const Side &) const = default;
};

/// The order people expect of file names: runs of digits compare as numbers (2 before 10), all else byte by byte.
bool naturalLess(std::string_view left, std::string_view right);

/// The paper that lies in the feeder, listed when it is loaded; files are opened only when their turn comes.
class Stack {
public:
    /// `path` is
    /// - a folder: its images (.jpg .jpeg .png .tif .tiff .pnm .ppm .pgm .pbm) in natural order, without
    /// subfolders;
    /// - an image file: that image;
    /// - any other file: a list, one path a line (UTF-8, relative to the list's folder, `#` begins a comment
    /// line),
    ///   each line an image or a folder of images, in this order. A line that names nothing readable is kept: it
    ///   becomes a sheet that cannot be scanned;
    /// - empty: no paper.
    /// Every page of a TIFF is a side. nullopt: the path does not exist or cannot be read.
    static std::optional<Stack> load(const std::filesystem::path &path);

    const std::vector<Side> &sides() const { return m_sides; }

private:
    void addFile(const std::filesystem::path &file);
    bool addFolder(const std::filesystem::path &folder);
    bool addList(const std::filesystem::path &list);

    std::vector<Side> m_sides;
};

} // namespace sohoa::virtual_scanner
