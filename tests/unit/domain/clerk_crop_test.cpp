// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/clerk_crop.h"
#include "core/domain/page.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("The clerk's crop is one of the page's facts and goes through its JSON", "[domain]")
{
    PageReading reading;
    reading.width = 100;
    reading.height = 200;
    reading.dpi = 300;
    reading.crop = {5, 6, 100, 200};
    reading.stages = {{u"crop"_s, u"crop/1"_s, true, false, 0.7, {{u"frame"_s, QJsonArray{120, 220}}}}};
    CHECK_FALSE(clerkCropOf(reading));
    setClerkCrop(reading, PixelBox{10, 20, 50, 60});
    const auto again = pageReadingFromJson(pageReadingToJson(reading));
    REQUIRE_OK(again);
    CHECK(clerkCropOf(*again) == PixelBox{10, 20, 50, 60});
    CHECK(cropFrameOf(*again).width == 120);
    CHECK(cropFrameOf(*again).height == 220);
    CHECK(cropFrameOf(*again, 90).width == 220); // Turned since it was read.
    setClerkCrop(reading, std::nullopt);
    CHECK_FALSE(clerkCropOf(reading));

    PageReading bare; // Of a profile without the stage.
    bare.crop = {0, 0, 30, 40};
    setClerkCrop(bare, std::nullopt);
    CHECK(bare.stages.empty());
    setClerkCrop(bare, PixelBox{1, 2, 3, 4});
    CHECK(clerkCropOf(bare) == PixelBox{1, 2, 3, 4});
    CHECK(cropFrameOf(bare).height == 40);
}

TEST_CASE("A crop goes along when its sheet is turned, and four quarters bring it home", "[domain]")
{
    const CropFrame frame{100, 200};
    const PixelBox box{10, 20, 30, 40};
    CHECK(turnedBox(box, frame, 0) == box);
    CHECK(turnedBox(box, frame, 90) == PixelBox{140, 10, 40, 30});
    CHECK(turnedBox(box, frame, 180) == PixelBox{60, 140, 30, 40});
    CHECK(turnedBox(box, frame, 270) == PixelBox{20, 60, 40, 30});
    CHECK(turnedBox(turnedBox(box, frame, 90), {200, 100}, 270) == box);
}
