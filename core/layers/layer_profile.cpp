// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/layer_profile.h"

#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array names{"archive"_L1, "compact"_L1, "bilevel"_L1, "master"_L1};
}

std::optional<LayerProfile> layerProfileFrom(QStringView name)
{
    for (size_t i = 0; i < names.size(); ++i)
        if (name == names[i])
            return static_cast<LayerProfile>(i);
    return std::nullopt;
}

QString toString(LayerProfile profile)
{
    return names[static_cast<size_t>(profile)];
}

} // namespace sohoa
