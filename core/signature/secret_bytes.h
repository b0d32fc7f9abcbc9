// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>

namespace sohoa {

/// A PIN or password: in memory that is never swapped out nor dumped where the system allows it, and wiped when it
/// goes. There is no way to print it or to copy it by accident. Not thread-safe.
class SecretBytes {
public:
    static constexpr std::size_t capacity = 256;

    SecretBytes();
    SecretBytes(SecretBytes &&) noexcept = default;
    SecretBytes &operator=(SecretBytes &&) noexcept = default;
    SecretBytes(const SecretBytes &) = delete;
    SecretBytes &operator=(const SecretBytes &) = delete;
    ~SecretBytes() = default;

    /// Adds bytes; false, and nothing is added, when there are too many.
    bool append(std::span<const char> bytes);
    /// Takes the last UTF-8 letter away: the backspace key.
    void chop();
    /// Reads until the end of a file or its first line end; false when it cannot be read or is too long.
    bool readLine(int descriptor);
    void clear();

    bool isEmpty() const { return !m_memory || m_memory->size == 0; }
    /// Valid until this changes; a zero byte stands behind it.
    std::span<const char> view() const;

private:
    struct Memory {
        Memory();
        ~Memory();
        Memory(const Memory &) = delete;
        Memory &operator=(const Memory &) = delete;
        std::array<char, capacity + 1> bytes{};
        std::size_t size = 0;
    };
    std::unique_ptr<Memory> m_memory;
};

} // namespace sohoa
