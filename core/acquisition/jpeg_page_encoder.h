// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisition/page_encoder.h"

namespace sohoa {

/// 8-bit gray and colour, by libjpeg-turbo.
class JpegPageEncoder final : public PageEncoder {
public:
    /// `quality`: 1..100, libjpeg's scale.
    JpegPageEncoder(const PageGeometry &geometry, DurableFile &file, int quality);
    ~JpegPageEncoder() override;

protected:
    Result<void> begin(int height) override;
    Result<void> encodeRows(const char *rows, int count) override;
    Result<void> end() override;

private:
    struct State;
    /// Runs a step of libjpeg, which reports errors by a long jump.
    template <class Step> Result<void> guarded(Step step);
    const int m_quality;
    std::unique_ptr<State> m_state;
};

} // namespace sohoa
