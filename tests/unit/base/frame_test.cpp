// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/frame.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("Frames come out as they went in, however the bytes are cut", "[base][frame]")
{
    const QByteArray wire = encodeFrame(7, QByteArray("rows")) + encodeFrame(8, QByteArray()) +
                            encodeFrame(9, QByteArray(70'000, 'x'));
    for (const int piece : {1, 3, 8, 4096, 100'000}) {
        INFO("pieces of " << piece);
        FrameReader reader;
        std::vector<Frame> frames;
        for (qsizetype at = 0; at < wire.size(); at += piece) {
            reader.append(wire.mid(at, piece));
            for (auto frame = reader.next(); frame && *frame; frame = reader.next())
                frames.push_back(**frame);
        }
        REQUIRE(frames.size() == 3);
        CHECK(frames[0].type == 7);
        CHECK(frames[0].payload == QByteArray("rows"));
        CHECK(frames[1].payload.isEmpty());
        CHECK(frames[2].payload.size() == 70'000);
        CHECK(reader.pending() == 0);
    }
}

TEST_CASE("A broken stream is refused for ever", "[base][frame]")
{
    const auto refused = [](const QByteArray &bytes) {
        FrameReader reader;
        reader.append(bytes);
        const auto first = reader.next();
        reader.append(encodeFrame(1, QByteArray("good")));
        return !first && first.error().code == ErrorCode::HelperProtocol && !reader.next();
    };
    CHECK(refused(QByteArray::fromHex("0201000000000000"))); // version
    CHECK(refused(QByteArray::fromHex("0101010000000000"))); // reserved byte
    CHECK(refused(QByteArray::fromHex("0101000001001000"))); // one byte over a mebibyte
    CHECK(refused(QByteArray::fromHex("01010000ffffffff")));
}

TEST_CASE("A torn frame is no frame", "[base][frame]")
{
    FrameReader reader;
    reader.append(encodeFrame(1, QByteArray("payload")).chopped(1));
    CHECK_FALSE(reader.next().value());
    CHECK(reader.pending() > 0);
}

TEST_CASE("A payload that is no JSON object is refused", "[base][frame]")
{
    CHECK(frameObject({1, "{\"a\":1}"}).value()[u"a"_s].toInt() == 1);
    CHECK_FALSE(frameObject({1, "[1]"}));
    CHECK_FALSE(frameObject({1, "{"}));
}
