// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imaging/tiff_chain.h"

#include <array>
#include <cstdint>

namespace sohoa {

namespace {

// TIFF 6.0, section 2: "II" or "MM", 42, offset of the first directory; a directory is a count of entries, the
// entries of 12 bytes each, the offset of the next directory or 0.
constexpr uint32_t classic = 42;
constexpr uint32_t big = 43;
constexpr long entryBytes = 12;
constexpr int mostFrames = 65'535;

/// Reads unsigned numbers in the file's own byte order; nothing past the end.
class Numbers {
public:
    explicit Numbers(std::FILE *file)
        : m_file(file)
    {
        std::array<unsigned char, 2> order{};
        if (std::fseek(file, 0, SEEK_SET) == 0 && std::fread(order.data(), 1, 2, file) == 2)
            m_bigEndian = order[0] == 'M';
    }
    std::optional<uint32_t> at(long offset, size_t bytes)
    {
        std::array<unsigned char, 4> raw{};
        if (std::fseek(m_file, offset, SEEK_SET) != 0 || std::fread(raw.data(), 1, bytes, m_file) != bytes)
            return std::nullopt;
        uint32_t value = 0;
        for (size_t i = 0; i < bytes; ++i)
            value = value << 8 | raw[m_bigEndian ? i : bytes - 1 - i];
        return value;
    }

private:
    std::FILE *m_file;
    bool m_bigEndian = false;
};

} // namespace

bool isBigTiff(std::FILE *file)
{
    return Numbers(file).at(2, 2) == big;
}

std::optional<int> countTiffFrames(std::FILE *file)
{
    Numbers numbers(file);
    auto offset = numbers.at(4, 4);
    if (numbers.at(2, 2) != classic || !offset)
        return std::nullopt;
    int frames = 0;
    while (*offset != 0) {
        const auto entries = numbers.at(long{*offset}, 2);
        if (!entries || *entries == 0 || ++frames > mostFrames)
            return std::nullopt;
        offset = numbers.at(long{*offset} + 2 + entryBytes * long{*entries}, 4);
        if (!offset)
            return std::nullopt;
    }
    return frames;
}

} // namespace sohoa
