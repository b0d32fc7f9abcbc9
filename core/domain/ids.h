// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

namespace sohoa {

using BatchId = Id<struct BatchTag>;
using DossierId = Id<struct DossierTag>;
using DocumentId = Id<struct DocumentTag>;
using PageId = Id<struct PageTag>;
using StackRunId = Id<struct StackRunTag>;
/// Made once when a revision is approved; names its package for ever.
using PackageId = Id<struct PackageTag>;

} // namespace sohoa
