// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisition/page_encoder.h"

namespace sohoa {

/// Black and white and 16 bits, without loss, by libpng.
class PngPageEncoder final : public PageEncoder {
public:
    PngPageEncoder(const PageGeometry &geometry, DurableFile &file);
    ~PngPageEncoder() override;

protected:
    Result<void> begin(int height) override;
    Result<void> encodeRows(const char *rows, int count) override;
    Result<void> end() override;

private:
    struct State;
    template <class Step> Result<void> guarded(Step step);
    std::unique_ptr<State> m_state;
};

} // namespace sohoa
