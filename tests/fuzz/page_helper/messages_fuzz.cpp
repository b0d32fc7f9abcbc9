// SPDX-License-Identifier: GPL-3.0-or-later
/// Bytes on the pipe between Sohoa and a page helper, in either direction.
#include "core/page_helper/messages.h"
#include "tests/fuzz/page_helper/replay.h"

#include <cstdlib>

using namespace sohoa;

namespace {

/// What was understood must be understood again after it was written.
void writeAgain(const Frame &frame)
{
    const auto again = [](const Result<QByteArray> &bytes) {
        FrameReader reader;
        reader.append(bytes.value_or(QByteArray()));
        return reader.next();
    };
    if (const auto request = decodePageRequest(frame)) {
        const auto back = again(encodePageMessage(*request));
        if (back && *back && !decodePageRequest(**back))
            std::abort();
    }
    if (const auto reply = decodePageReply(frame)) {
        const auto back = again(encodePageMessage(*reply));
        if (back && *back && !decodePageReply(**back))
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FrameReader reader;
    reader.append(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    while (true) {
        const auto frame = reader.next();
        if (!frame || !*frame)
            return 0;
        writeAgain(**frame);
    }
}
