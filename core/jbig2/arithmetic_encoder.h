// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <array>
#include <cstddef>
#include <vector>

namespace sohoa {

/// The adaptive binary arithmetic encoder of JBIG2 (ITU-T T.88, annex E): each decision is coded under a context
/// whose statistics it sharpens.
class ArithmeticEncoder {
public:
    explicit ArithmeticEncoder(std::size_t contexts)
        : m_states(contexts)
    {
    }

    /// Codes one decision, 0 or 1.
    void encode(std::size_t context, unsigned decision)
    {
        State &state = m_states[context];
        const Estimate &estimate = estimates()[state.index];
        m_interval -= estimate.leastProbable;
        if (decision == state.mostProbable) {
            if (m_interval & half) {
                m_code += estimate.leastProbable;
                return;
            }
            codeMostProbable(state, estimate);
        } else {
            codeLeastProbable(state, estimate);
        }
    }

    /// Codes `count` zeros in a row under the same context: what encode() does `count` times, at the price of one
    /// step for each time that the statistics move.
    void encodeZeros(std::size_t context, int count);

    /// Ends the code (FLUSH, with the marker 0xFF 0xAC) and hands it over. The encoder is used up.
    QByteArray finish();

private:
    /// A row of table E.1.
    struct Estimate {
        quint16 leastProbable; ///< Qe
        quint8 afterMost;      ///< NMPS
        quint8 afterLeast;     ///< NLPS
        quint8 exchange;       ///< SWITCH
    };
    struct State {
        quint8 index = 0;
        quint8 mostProbable = 0;
    };
    static constexpr quint32 half = 0x8000;

    static const std::array<Estimate, 47> &estimates();
    void codeMostProbable(State &state, const Estimate &estimate);
    void codeLeastProbable(State &state, const Estimate &estimate);
    void renormalize();
    void byteOut();
    void emitByte();

    std::vector<State> m_states;
    quint32 m_interval = half; ///< A
    quint32 m_code = 0;        ///< C
    int m_shiftsLeft = 12;     ///< CT
    quint32 m_byte = 0;        ///< B
    bool m_haveByte = false;   ///< False while `m_byte` is the one before the first of the code.
    QByteArray m_out;
};

} // namespace sohoa
