// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/helper/sane_status.h"

namespace sohoa::scan {

using namespace Qt::StringLiterals;

ErrorCode errorCode(SANE_Status status)
{
    switch (status) {
    case SANE_STATUS_UNSUPPORTED:
        return ErrorCode::DeviceUnsupported;
    case SANE_STATUS_CANCELLED:
        return ErrorCode::Cancelled;
    case SANE_STATUS_DEVICE_BUSY:
        return ErrorCode::DeviceBusy;
    case SANE_STATUS_EOF:
        return ErrorCode::PageIncomplete;
    case SANE_STATUS_JAMMED:
        return ErrorCode::PaperJam;
    case SANE_STATUS_NO_DOCS:
        return ErrorCode::FeederEmpty;
    case SANE_STATUS_COVER_OPEN:
        return ErrorCode::CoverOpen;
    case SANE_STATUS_NO_MEM:
        return ErrorCode::DeviceOutOfMemory;
    case SANE_STATUS_ACCESS_DENIED:
        return ErrorCode::DeviceAccessDenied;
    case SANE_STATUS_GOOD:
    case SANE_STATUS_INVAL:
    case SANE_STATUS_IO_ERROR:
        break;
    }
    // A status of a later version of the standard that some drivers send already: the lamp is not warm yet.
    constexpr int warmingUp = 12;
    if (static_cast<int>(status) == warmingUp)
        return ErrorCode::DeviceBusy;
    // Vendors' backends also return numbers that the standard does not know.
    return ErrorCode::DeviceIoError;
}

Error saneError(const char *call, SANE_Status status)
{
    return {errorCode(status),
            {},
            u"%1: %2 (%3)"_s.arg(QLatin1String(call), QLatin1String(sane_strstatus(status)))
                .arg(static_cast<int>(status))};
}

} // namespace sohoa::scan
