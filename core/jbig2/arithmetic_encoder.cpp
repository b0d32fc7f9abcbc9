// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jbig2/arithmetic_encoder.h"

#include <algorithm>

// The flow charts of ITU-T T.88 (08/2018), E.2, by the names in the comments.
namespace sohoa {

const std::array<ArithmeticEncoder::Estimate, 47> &ArithmeticEncoder::estimates()
{
    // Table E.1.
    static constexpr std::array<Estimate, 47> table = {{
        {0x5601, 1, 1, 1},   {0x3401, 2, 6, 0},   {0x1801, 3, 9, 0},   {0x0AC1, 4, 12, 0},  {0x0521, 5, 29, 0},
        {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1},   {0x5401, 8, 14, 0},  {0x4801, 9, 14, 0},  {0x3801, 10, 14, 0},
        {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1},
        {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0}, {0x1C01, 25, 22, 0},
        {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0},
        {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0}, {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0},
        {0x02A1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0}, {0x0005, 45, 42, 0},
        {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0},
    }};
    return table;
}

/// The rest of CODEMPS, once the interval has become small.
void ArithmeticEncoder::codeMostProbable(State &state, const Estimate &estimate)
{
    if (m_interval < estimate.leastProbable)
        m_interval = estimate.leastProbable;
    else
        m_code += estimate.leastProbable;
    state.index = estimate.afterMost;
    renormalize();
}

/// The rest of CODELPS, after the interval was reduced.
void ArithmeticEncoder::codeLeastProbable(State &state, const Estimate &estimate)
{
    if (m_interval < estimate.leastProbable)
        m_code += estimate.leastProbable;
    else
        m_interval = estimate.leastProbable;
    if (estimate.exchange)
        state.mostProbable ^= 1;
    state.index = estimate.afterLeast;
    renormalize();
}

void ArithmeticEncoder::encodeZeros(std::size_t context, int count)
{
    State &state = m_states[context];
    while (count > 0) {
        const quint32 size = estimates()[state.index].leastProbable;
        const int free = state.mostProbable == 0 ? static_cast<int>((m_interval - half) / size) : 0;
        const int taken = std::min(free, count);
        m_interval -= size * static_cast<quint32>(taken);
        m_code += size * static_cast<quint32>(taken);
        count -= taken;
        if (count > 0) {
            encode(context, 0);
            --count;
        }
    }
}

/// RENORME
void ArithmeticEncoder::renormalize()
{
    do {
        m_interval <<= 1;
        m_code <<= 1;
        if (--m_shiftsLeft == 0)
            byteOut();
    } while (!(m_interval & half));
}

void ArithmeticEncoder::emitByte()
{
    if (m_haveByte)
        m_out.append(static_cast<char>(m_byte));
    m_haveByte = true;
}

/// BYTEOUT: after a byte 0xFF one bit is stuffed, so that no carry runs through it.
void ArithmeticEncoder::byteOut()
{
    constexpr quint32 carry = 0x8000000;
    if (m_byte != 0xFF && (m_code & carry) != 0) {
        ++m_byte;
        if (m_byte == 0xFF)
            m_code &= carry - 1;
    }
    emitByte();
    if (m_byte == 0xFF) {
        m_byte = m_code >> 20 & 0xFF;
        m_code &= 0xFFFFF;
        m_shiftsLeft = 7;
    } else {
        m_byte = m_code >> 19 & 0xFF;
        m_code &= 0x7FFFF;
        m_shiftsLeft = 8;
    }
}

/// FLUSH, with SETBITS
QByteArray ArithmeticEncoder::finish()
{
    const quint32 top = m_code + m_interval;
    m_code |= 0xFFFF;
    if (m_code >= top)
        m_code -= half;
    m_code <<= m_shiftsLeft;
    byteOut();
    m_code <<= m_shiftsLeft;
    byteOut();
    emitByte();
    if (m_byte != 0xFF)
        m_out.append('\xFF');
    m_out.append('\xAC');
    return std::move(m_out);
}

} // namespace sohoa
