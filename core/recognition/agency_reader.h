// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/recognition/page_text.h"

#include <optional>
#include <vector>

namespace sohoa {

/// Who issued a paper, in the usual short form: "UBND xã Hồng Thái", "Phòng Tài chính - Kế hoạch huyện Bình Gia".
/// Looked for in its head, then behind "Nơi đăng ký", then above the signature. `dossier` are all pages of the
/// dossier: names printed in capitals take their spelling from a mention in small letters.
std::optional<FieldValue> readAgency(const Catalogue &catalogue, const std::vector<const PageText *> &paper,
                                     const Fields &fields, const std::vector<const PageText *> &dossier);

} // namespace sohoa
