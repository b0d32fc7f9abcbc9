// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/units.h"

#include <optional>

namespace sohoa {

struct PageReading;

/// The clerk's own crop of a page is a fact beside what the stages found: the decision of the stage "crop", marked
/// as the clerk's. Whoever reads the page anew hands it on, so it survives every recomputation. Boxes are in
/// pixels of the turned and deskewed master, as PageReading::crop. All functions are pure.

/// None: the crop is left to the stages.
std::optional<PixelBox> clerkCropOf(const PageReading &reading);
/// Sets the clerk's crop, or leaves it to the stages again. The picture follows when the page is read anew.
void setClerkCrop(PageReading &reading, const std::optional<PixelBox> &crop);

/// Width and height of the turned and deskewed master in which crops lie, with the page lying as `clerkRotation`
/// says (none: as it was read). As the reading says, else as far as the crop reaches.
struct CropFrame {
    int width = 0;
    int height = 0;
};
CropFrame cropFrameOf(const PageReading &reading, std::optional<int> clerkRotation = std::nullopt);

/// Where `box` lies when its frame is turned clockwise by 0, 90, 180 or 270 degrees.
PixelBox turnedBox(const PixelBox &box, const CropFrame &frame, int degrees);

} // namespace sohoa
