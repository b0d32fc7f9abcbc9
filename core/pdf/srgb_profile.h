// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sohoa {

/// resources/icc/srgb.icc: the destination of the output intent.
std::string_view srgbProfile();

} // namespace sohoa
