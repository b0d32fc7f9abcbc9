// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/protocol/messages.h"
#include "tests/support/catch.h"
#include "tests/unit/scanner/device_options.h"

#include <QRandomGenerator>

using namespace sohoa;
using namespace sohoa::scan;
using namespace Qt::StringLiterals;

namespace {

Frame only(const Result<QByteArray> &bytes)
{
    REQUIRE_OK(bytes);
    FrameReader reader;
    reader.append(*bytes);
    auto frame = reader.next();
    REQUIRE_OK(frame);
    REQUIRE(frame->has_value());
    CHECK(reader.pending() == 0);
    return **frame;
}

template <class T> T sent(const T &event)
{
    const auto back = decodeEvent(only(encode(Event(event))));
    REQUIRE_OK(back);
    REQUIRE(std::holds_alternative<T>(*back));
    return std::get<T>(*back);
}

QByteArray eventStream()
{
    QByteArray stream;
    for (const Event &event :
         {Event(Hello{}),
          Event(DevicesFound{{{u"test:0"_s, u"Noname"_s, u"frontend-tester"_s, u"virtual device"_s}}}),
          Event(OptionsRead{test::duplexFeeder(), true}), Event(Adjusted{{{u"mode"_s, u"color"_s, u"Gray"_s}}}),
          Event(SideFed{{true, true}}), Event(PaperAwaited{}),
          Event(PageStarted{{PixelFormat::Gray8, 10, 3, 300, true}}), Event(Rows{QByteArray(30, 'x')}),
          Event(PageEnded{3, true}), Event(ScanEnded{}),
          Event(Planned{{{{u"mode"_s, u"Gray"_s}}, {{u"paper"_s, u"A3"_s, {}, true}}, true, true, 300}}),
          Event(Failed{{ErrorCode::PaperJam, {{u"sheet"_s, u"4"_s}}, u"sane_read"_s}})})
        stream += encode(event).value();
    return stream;
}

/// Every member set to something else than its default.
ScanWish fullWish()
{
    ScanWish wish{u"test:0"_s, u"feeder"_s, u"lineart"_s, 240, true, 7};
    wish.paper = PaperSize{210, 297};
    wish.brightness = -100;
    wish.contrast = 15;
    wish.stopAtDoubleFeed = true;
    wish.yielding = true;
    return wish;
}

QByteArray requestStream()
{
    QByteArray stream;
    for (const Request &request :
         {Request(ListDevices{true}), Request(ReadOptions{u"sohoa:/thư mục/a:b"_s}),
          Request(StartScan{{u"test:0"_s, u"ADF"_s, u"gray"_s, 200, true, 5}, {{u"x"_s, 1.5}, {u"y"_s, true}}}),
          Request(PlanScan{fullWish(), {{u"x"_s, 1.5, false}}}), Request(NextPage{}), Request(Cancel{}),
          Request(Quit{})})
        stream += encode(request).value();
    return stream;
}

/// Everything the decoders say about a stream; false when something was refused.
bool decodeAll(const QByteArray &stream, bool events)
{
    FrameReader reader;
    reader.append(stream);
    for (;;) {
        auto frame = reader.next();
        if (!frame) {
            CHECK(frame.error().code == ErrorCode::HelperProtocol);
            return false;
        }
        if (!*frame)
            return true;
        const auto code = [](const auto &message) {
            return message ? std::optional<ErrorCode>() : std::optional(message.error().code);
        };
        const auto refused = events ? code(decodeEvent(**frame)) : code(decodeRequest(**frame));
        if (refused) {
            CHECK(*refused == ErrorCode::HelperProtocol);
            return false;
        }
    }
}

} // namespace

TEST_CASE("Events arrive as they were sent", "[scanner][protocol]")
{
    CHECK(sent(Hello{}).version == protocolVersion);
    const Device device{u"sohoa:/abs/thư mục"_s, u"V"_s, u"M"_s, u"T"_s};
    CHECK(sent(DevicesFound{{device}}).devices == std::vector<Device>{device});
    const auto options = sent(OptionsRead{test::simplexFeeder(), false});
    CHECK(options.options == test::simplexFeeder());
    CHECK_FALSE(options.last);
    const SheetSide side = sent(SideFed{{true, false}}).side;
    CHECK(side.back);
    CHECK_FALSE(side.duplex);
    sent(PaperAwaited{});
    const auto geometry = sent(PageStarted{{PixelFormat::Rgb16, 2480, std::nullopt, 300, true}}).geometry;
    CHECK(geometry.format == PixelFormat::Rgb16);
    CHECK(geometry.width == 2480);
    CHECK_FALSE(geometry.height);
    CHECK(geometry.back);
    CHECK(sent(Rows{QByteArray::fromHex("00ff7b")}).bytes == QByteArray::fromHex("00ff7b"));
    CHECK(sent(PageEnded{17, true}).rowCount == 17);
    const ScanPlan plan{{{u"mode"_s, u"Gray"_s, false}}, {{u"duplex"_s, u"true"_s, {}, true}}, true, true, 240};
    const ScanPlan planned = sent(Planned{plan}).plan;
    CHECK(planned.settings == plan.settings);
    CHECK(planned.adjustments == plan.adjustments);
    CHECK(planned.feeder);
    CHECK(planned.duplex);
    CHECK(planned.dpi == 240);
    const Error error = sent(Failed{{ErrorCode::OptionRefused, {{u"option"_s, u"mode"_s}}, u"d"_s}}).error;
    CHECK(error.code == ErrorCode::OptionRefused);
    CHECK(error.args.value(u"option"_s) == u"mode"_s);
}

TEST_CASE("Requests arrive as they were sent", "[scanner][protocol]")
{
    const StartScan start{{u"test:0"_s, u"ADF"_s, u"gray"_s, 200, true, 5, true},
                          {{u"depth"_s, 16}, {u"x"_s, 1.5}, {u"t"_s, std::vector<int>{1, 2}, false}}};
    const auto back = decodeRequest(only(encode(Request(start))));
    REQUIRE_OK(back);
    const auto &scan = std::get<StartScan>(*back);
    CHECK(scan.wish.device == start.wish.device);
    CHECK(scan.wish.source == start.wish.source);
    CHECK(scan.wish.mode == start.wish.mode);
    CHECK(scan.wish.dpi == 200);
    CHECK(scan.wish.duplex);
    CHECK(scan.wish.maxPages == 5);
    CHECK(scan.wish.waitForPaper);
    CHECK(scan.extra == start.extra);
    CHECK_FALSE(scan.wish.paper);
    CHECK_FALSE(scan.wish.brightness);
    CHECK_FALSE(scan.wish.yielding);
    const auto asked = decodeRequest(only(encode(Request(PlanScan{fullWish(), {}}))));
    REQUIRE_OK(asked);
    const ScanWish &full = std::get<PlanScan>(*asked).wish;
    CHECK(full.paper == PaperSize{210, 297});
    CHECK(full.brightness == -100);
    CHECK(full.contrast == 15);
    CHECK(full.stopAtDoubleFeed);
    CHECK(full.yielding);
    const ReadOptions read{u"test:0"_s, {{u"source"_s, u"ADF"_s, false}}};
    CHECK(std::get<ReadOptions>(decodeRequest(only(encode(Request(read)))).value()) == read);
    CHECK(decodeAll(requestStream(), false));
    CHECK(decodeAll(eventStream(), true));
}

TEST_CASE("What does not fit a frame is an error, not a torn stream", "[scanner][protocol]")
{
    CHECK(encode(Event(Rows{QByteArray(maxFramePayload + 1, 'x')})).error().code == ErrorCode::HelperProtocol);
    CHECK(encode(Event(Rows{QByteArray(maxFramePayload, 'x')})).has_value());
    CHECK_FALSE(encode(Request(ReadOptions{QString(maxFramePayload, u'x')})));
}

TEST_CASE("Members out of range are refused", "[scanner][protocol]")
{
    const auto refused = [](quint8 type, const QByteArray &json) {
        const auto event = decodeEvent({type, json});
        return !event && event.error().code == ErrorCode::HelperProtocol;
    };
    const QByteArray wish =
        R"({"device":"a","source":"","mode":"color","dpi":300,"duplex":false,"max_pages":null,"paper":[210,297],)"
        R"("brightness":5,"contrast":null,"stop_at_double_feed":false,"yielding":true,"wait_for_paper":false)";
    const auto refusedWish = [&wish](const QByteArray &from, const QByteArray &to) {
        const QByteArray json = "{\"extra\":[],\"wish\":" + QByteArray(wish).replace(from, to) + "}}";
        const auto request = decodeRequest({7, json});
        return !request && request.error().code == ErrorCode::HelperProtocol;
    };
    CHECK_FALSE(refusedWish("210", "211"));
    CHECK(refusedWish("[210,297]", "[210]"));
    CHECK(refusedWish("[210,297]", "[-1,297]"));
    CHECK(refusedWish("[210,297]", "[1e300,297]"));
    CHECK(refusedWish("[210,297]", "\"A4\""));
    CHECK(refusedWish("\"brightness\":5", "\"brightness\":101"));
    CHECK(refusedWish("\"yielding\":true", "\"yielding\":1"));
    CHECK(refused(75, R"({"settings":[],"adjustments":[{"option":"a","wished":"b","got":"c"}],"feeder":true,)"
                      R"("duplex":true,"dpi":300})"));
    const QByteArray page = R"({"format":"gray8","width":10,"height":5,"dpi":300,"back":false})";
    REQUIRE_OK(decodeEvent({68, page}));
    CHECK(refused(68, QByteArray(page).replace("10", "0")));
    CHECK(refused(68, QByteArray(page).replace("10", "-1")));
    CHECK(refused(68, QByteArray(page).replace("10", "1e9")));
    CHECK(refused(68, QByteArray(page).replace("10", "10.5")));
    CHECK(refused(68, QByteArray(page).replace("gray8", "cmyk")));
    CHECK(refused(68, QByteArray(page).replace("\"height\":5", "\"height\":0")));
    CHECK(refused(68, QByteArray(page).replace("\"height\":5,", "")));
    CHECK(refused(68, QByteArray(page).replace("300", "0")));
    CHECK(refused(70, R"({"row_count":-1,"complete":true})"));
    CHECK(refused(70, R"({"row_count":1})"));
    CHECK(refused(72, R"({"code":99999,"detail":"","args":{}})"));
    CHECK(refused(72, R"({"code":401,"detail":"","args":{}})")); // no business of a helper's
    CHECK(refused(72, R"({"code":101,"detail":"","args":{"a":1}})"));
    CHECK(refused(72, "[]"));
    CHECK(refused(99, "{}"));
    CHECK(refused(1, R"({"local_only":true})")); // a request is no event
    CHECK_FALSE(decodeRequest({64, R"({"version":1})"}));
}

TEST_CASE("Streams spoiled at random are decoded or refused, never more", "[scanner][protocol]")
{
    for (const bool events : {true, false}) {
        const QByteArray good = events ? eventStream() : requestStream();
        QRandomGenerator random(20261123);
        int refusals = 0;
        constexpr int rounds = 1500;
        for (int round = 0; round < rounds; ++round) {
            QByteArray bad = good;
            for (int change = random.bounded(1, 5); change > 0 && !bad.isEmpty(); --change) {
                const int at = random.bounded(static_cast<int>(bad.size()));
                switch (random.bounded(5)) {
                case 0:
                    bad[at] = static_cast<char>(random.bounded(256));
                    break;
                case 1:
                    bad.remove(at, random.bounded(1, 40));
                    break;
                case 2:
                    bad.insert(at, bad.mid(random.bounded(static_cast<int>(bad.size())), random.bounded(1, 40)));
                    break;
                case 3:
                    bad.truncate(at + 1);
                    break;
                default:
                    bad[at] = "{}[]\",:0-9eE\0"[random.bounded(13)];
                }
            }
            INFO("round " << round);
            refusals += decodeAll(bad, events) ? 0 : 1;
        }
        CHECK(refusals > rounds / 3);
        CHECK(refusals < rounds);
    }
}
