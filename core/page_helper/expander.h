// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/page_helper/messages.h"

#include <stop_token>
#include <vector>

namespace sohoa {

/// Fulfils an ExpandRequest: single images are copied byte for byte, frames of a TIFF become files of their own
/// without loss, pages of a PDF are taken out as the JPEG they are or drawn. Every file is durable when this
/// returns; on an error files already written are taken away again. Errors: as readImageInfo(); PdfUnreadable,
/// PdfEncrypted (args: path); DiskFull, FileUnwritable; Cancelled.
Result<ExpandResult> expandFile(const ExpandRequest &request, const std::stop_token &stop);

/// Fulfils an InfoRequest. Errors as above.
Result<InfoResult> describeFile(const InfoRequest &request);

} // namespace sohoa
