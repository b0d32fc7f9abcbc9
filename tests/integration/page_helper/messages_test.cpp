// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/messages.h"
#include "tests/support/catch.h"

#include <QJsonObject>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

Frame frameOf(const QByteArray &bytes)
{
    FrameReader reader;
    reader.append(bytes);
    return reader.next().value().value();
}

} // namespace

TEST_CASE("Page messages survive the wire", "[page_helper]")
{
    PageRequest request;
    request.id = 7;
    request.master = u"/tờ khai/a.jpg"_s;
    request.dpi = 200;
    request.cleanTo = u"/b.jpg"_s;
    request.layersTo = u"/b.layers"_s;
    request.profile = LayerProfile::Compact;
    request.rotation = 270;
    request.ocr = false;
    request.deadlineMs = 5000;
    request.switches.deskew = false;
    request.switches.faults = false;
    const auto page = decodePageRequest(frameOf(encodePageMessage(PageHelperRequest(request)).value()));
    REQUIRE_OK(page);
    const auto &back = std::get<PageRequest>(*page);
    CHECK(back.id == 7);
    CHECK(back.master == request.master);
    CHECK(back.dpi == 200);
    CHECK(back.cleanTo == request.cleanTo);
    CHECK(back.layersTo == request.layersTo);
    CHECK(back.profile == LayerProfile::Compact);
    CHECK(back.rotation == 270);
    CHECK(back.switches == request.switches);
    CHECK_FALSE(back.ocr);
    CHECK(back.deadlineMs == 5000);

    PageResult result;
    result.id = 4'000'000'000U;
    result.reading.width = 10;
    result.reading.height = 20;
    result.reading.dpi = 300;
    result.reading.words = {{u"Giấy"_s, {1, 2, 3, 4}, 0.5, 0}};
    result.clean = {u"/b.jpg"_s, 10, 20, 300, 1234, true};
    result.timings = {{u"ocr"_s, 12.5}};
    const auto answer = decodePageReply(frameOf(encodePageMessage(PageHelperReply(result)).value()));
    REQUIRE_OK(answer);
    const auto &got = std::get<PageResult>(*answer);
    CHECK(got.id == result.id);
    CHECK(got.reading.words.at(0).text == u"Giấy"_s);
    CHECK(got.clean.bytes == 1234);
    CHECK(got.clean.color);
    CHECK(got.timings.value(u"ocr"_s) == 12.5);

    const Failure failure{3, {ErrorCode::PdfEncrypted, {{u"path"_s, u"/x.pdf"_s}}, u"why"_s}};
    const auto failed = decodePageReply(frameOf(encodePageMessage(PageHelperReply(failure)).value()));
    REQUIRE_OK(failed);
    CHECK(std::get<Failure>(*failed).error.code == ErrorCode::PdfEncrypted);
    CHECK(std::get<Failure>(*failed).error.args.value(u"path"_s) == u"/x.pdf"_s);
}

TEST_CASE("Messages about a zone survive the wire", "[page_helper]")
{
    const ZoneRequest request{9, u"/a.jpg"_s, 300, u"vie"_s, {10, 20, 300, 40}, ZoneKind::Digits, 700};
    const auto asked = decodePageRequest(frameOf(encodePageMessage(PageHelperRequest(request)).value()));
    REQUIRE_OK(asked);
    const auto &back = std::get<ZoneRequest>(*asked);
    CHECK(back.id == 9);
    CHECK(back.image == request.image);
    CHECK(back.dpi == 300);
    CHECK(back.box == request.box);
    CHECK(back.kind == ZoneKind::Digits);
    CHECK(back.deadlineMs == 700);

    const ZoneResult result{9, u"020185287767"_s, 0.9, {{u"020185287767"_s, {11, 21, 290, 30}, 0.9, 0}}};
    const auto answer = decodePageReply(frameOf(encodePageMessage(PageHelperReply(result)).value()));
    REQUIRE_OK(answer);
    const auto &got = std::get<ZoneResult>(*answer);
    CHECK(got.text == result.text);
    CHECK(got.confidence == 0.9);
    CHECK(got.words.at(0).box == result.words[0].box);

    QJsonObject object{{u"id"_s, 1},
                       {u"image"_s, u"/a"_s},
                       {u"dpi"_s, 0},
                       {u"language"_s, u"vie"_s},
                       {u"box"_s, boxToJson({1, 2, 3, 4})},
                       {u"kind"_s, u"line"_s},
                       {u"deadline_ms"_s, 5}};
    CHECK(decodePageRequest(frameOf(encodeFrame(5, object))).has_value());
    object[u"kind"_s] = u"poem"_s;
    CHECK_FALSE(decodePageRequest(frameOf(encodeFrame(5, object))).has_value());
    object[u"kind"_s] = u"line"_s;
    object[u"box"_s] = 7;
    CHECK_FALSE(decodePageRequest(frameOf(encodeFrame(5, object))).has_value());
}

TEST_CASE("Nonsense is no page message", "[page_helper]")
{
    const auto reply = [](quint8 type, const QJsonObject &object) {
        return decodePageReply(frameOf(encodeFrame(type, object)));
    };
    const auto refused = [](const auto &result) {
        return !result.has_value() && result.error().code == ErrorCode::HelperProtocol;
    };
    CHECK(refused(reply(0, {})));
    CHECK(refused(reply(1, {{u"id"_s, 1}})));
    CHECK(refused(reply(130, {{u"id"_s, 1}})));
    CHECK(refused(reply(133, {{u"id"_s, 1}, {u"code"_s, 102}, {u"detail"_s, u""_s}, {u"args"_s, QJsonObject()}})));
    CHECK(
        refused(reply(133, {{u"id"_s, -1}, {u"code"_s, 301}, {u"detail"_s, u""_s}, {u"args"_s, QJsonObject()}})));
    CHECK(
        refused(reply(132, {{u"id"_s, 1}, {u"width"_s, 1.5}, {u"height"_s, 1}, {u"dpi"_s, 1}, {u"frames"_s, 1}})));
    CHECK(reply(132, {{u"id"_s, 1}, {u"width"_s, 1}, {u"height"_s, 1}, {u"dpi"_s, 1}, {u"frames"_s, 1}})
              .has_value());
    CHECK(refused(decodePageRequest(frameOf(encodeFrame(4, QJsonObject{{u"id"_s, u"1"_s}})))));
    CHECK(refused(decodePageRequest(frameOf(encodeFrame(130, QJsonObject{{u"id"_s, 1}})))));
}
