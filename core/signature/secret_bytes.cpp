// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/secret_bytes.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace sohoa {

SecretBytes::Memory::Memory()
{
    // A limit on locked memory is no reason not to sign: what follows is wiped all the same.
    static_cast<void>(::mlock(this, sizeof *this));
}

SecretBytes::Memory::~Memory()
{
    ::explicit_bzero(bytes.data(), bytes.size());
    static_cast<void>(::munlock(this, sizeof *this));
}

SecretBytes::SecretBytes()
    : m_memory(std::make_unique<Memory>())
{
}

bool SecretBytes::append(std::span<const char> added)
{
    if (!m_memory || added.size() > capacity - m_memory->size)
        return false;
    std::copy(added.begin(), added.end(), m_memory->bytes.begin() + static_cast<std::ptrdiff_t>(m_memory->size));
    m_memory->size += added.size();
    return true;
}

void SecretBytes::chop()
{
    const auto isContinuation = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; };
    while (!isEmpty()) {
        char &last = m_memory->bytes[--m_memory->size];
        const bool more = isContinuation(last);
        last = '\0';
        if (!more)
            return;
    }
}

bool SecretBytes::readLine(int descriptor)
{
    for (;;) {
        char c = '\0';
        const ssize_t count = ::read(descriptor, &c, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return false;
        if (count == 0 || c == '\n' || c == '\r')
            return true;
        if (!append({&c, 1}))
            return false;
    }
}

void SecretBytes::clear()
{
    if (!m_memory)
        return;
    ::explicit_bzero(m_memory->bytes.data(), m_memory->bytes.size());
    m_memory->size = 0;
}

std::span<const char> SecretBytes::view() const
{
    return m_memory ? std::span<const char>(m_memory->bytes.data(), m_memory->size) : std::span<const char>();
}

} // namespace sohoa
