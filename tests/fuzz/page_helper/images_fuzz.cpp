// SPDX-License-Identifier: GPL-3.0-or-later
/// A file that somebody imports as an image.
#include "core/imaging/image_file.h"
#include "tests/fuzz/page_helper/replay.h"

#include <leptonica/allheaders.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

/// Pixels; what is larger is known to take long and says nothing new.
constexpr qint64 mostPixels = 1'000'000;

/// A file without a place on the disk.
class MemoryFile {
public:
    MemoryFile(const uint8_t *data, size_t size)
        : m_descriptor(::memfd_create("page", 0))
    {
        if (m_descriptor < 0 || ::write(m_descriptor, data, size) != static_cast<ssize_t>(size))
            std::abort();
    }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;
    ~MemoryFile() { ::close(m_descriptor); }
    QString path() const { return u"/proc/self/fd/%1"_s.arg(m_descriptor); }

private:
    int m_descriptor;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    setMsgSeverity(L_SEVERITY_NONE);
    const MemoryFile file(data, size);
    const auto info = readImageInfo(file.path());
    if (!info || qint64{info->width} * info->height > mostPixels)
        return 0;
    const auto image = readImage(file.path());
    if (image && image->image.depth() != 8 && image->image.depth() != 32)
        std::abort();
    return 0;
}
