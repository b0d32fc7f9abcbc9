// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/clerk_crop.h"

#include "core/domain/page.h"

#include <algorithm>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

std::optional<PixelBox> clerkCropOf(const PageReading &reading)
{
    const auto decision = std::ranges::find(reading.stages, u"crop"_s, &StageDecision::stage);
    if (decision == reading.stages.end() || !decision->byClerk)
        return std::nullopt;
    return boxFromJson(decision->values[u"box"_s]);
}

void setClerkCrop(PageReading &reading, const std::optional<PixelBox> &crop)
{
    auto decision = std::ranges::find(reading.stages, u"crop"_s, &StageDecision::stage);
    if (decision == reading.stages.end()) {
        if (!crop)
            return;
        reading.stages.push_back({u"crop"_s, u"clerk"_s, true, true, 1, {}});
        decision = std::prev(reading.stages.end());
    }
    decision->byClerk = crop.has_value();
    if (crop) {
        decision->confidence = 1;
        decision->values[u"box"_s] = boxToJson(*crop);
    }
}

CropFrame cropFrameOf(const PageReading &reading, std::optional<int> clerkRotation)
{
    const auto decision = std::ranges::find(reading.stages, u"crop"_s, &StageDecision::stage);
    const QJsonArray frame =
        decision == reading.stages.end() ? QJsonArray() : decision->values[u"frame"_s].toArray();
    CropFrame size{std::max(frame[0].toInt(), reading.crop.right()),
                   std::max(frame[1].toInt(), reading.crop.bottom())};
    // Turned, and not read since.
    if ((clerkRotation.value_or(reading.rotation) - reading.rotation) % 180 != 0)
        std::swap(size.width, size.height);
    return size;
}

PixelBox turnedBox(const PixelBox &box, const CropFrame &frame, int degrees)
{
    switch (degrees) {
    case 90:
        return {frame.height - box.bottom(), box.x, box.height, box.width};
    case 180:
        return {frame.width - box.right(), frame.height - box.bottom(), box.width, box.height};
    case 270:
        return {box.y, frame.width - box.right(), box.height, box.width};
    default:
        return box;
    }
}

} // namespace sohoa
