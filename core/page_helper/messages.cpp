// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/messages.h"

#include "core/page_helper/message_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxSide = 200'000;
constexpr int maxDpi = 10'000;

/// What may come out of a helper; any other number in its reply is nonsense.
constexpr std::array failureCodes{
    ErrorCode::DeviceOutOfMemory, ErrorCode::DiskFull,     ErrorCode::FileUnreadable,  ErrorCode::FileUnwritable,
    ErrorCode::NotFound,          ErrorCode::StoreFailed,  ErrorCode::ImageUnreadable, ErrorCode::ImageTooLarge,
    ErrorCode::PdfUnreadable,     ErrorCode::PdfEncrypted, ErrorCode::OcrUnavailable,  ErrorCode::PageTimeout,
    ErrorCode::PageHelperCrashed, ErrorCode::UsageError,   ErrorCode::Cancelled,       ErrorCode::Internal,
    ErrorCode::HelperProtocol,
};

template <class... Ts> struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts> Overloaded(Ts...) -> Overloaded<Ts...>;

Result<QByteArray> frameOf(PageFrame type, const QJsonObject &object)
{
    const QByteArray payload = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (payload.size() > maxFramePayload)
        return fail(ErrorCode::ImageTooLarge, u"message of %1 bytes"_s.arg(payload.size()));
    return encodeFrame(static_cast<quint8>(type), payload);
}

PageRequest readPageRequest(MessageReader &in)
{
    PageRequest request;
    request.id = in.id();
    request.master = in.text(u"master"_s);
    request.dpi = in.small(u"dpi"_s, 0, maxDpi);
    request.language = in.text(u"language"_s);
    request.cleanTo = in.text(u"clean_to"_s);
    request.layersTo = in.text(u"layers_to"_s);
    const auto profile = layerProfileFrom(in.text(u"profile"_s));
    if (!profile)
        in.note(u"profile"_s);
    request.profile = profile.value_or(LayerProfile::Archive);
    request.rotation = in.small(u"rotation"_s, -1, 270);
    if (request.rotation >= 0 && request.rotation % 90 != 0)
        in.note(u"rotation"_s);
    if (in.has(u"crop"_s)) {
        const PixelBox crop = in.box(u"crop"_s);
        if (crop.isEmpty())
            in.note(u"crop"_s);
        request.crop = crop;
    }
    QStringList off;
    for (const QJsonValue &stage : in.array(u"off"_s))
        off.append(stage.toString());
    if (const auto switches = switchesWithout(off))
        request.switches = *switches;
    else
        in.note(u"off"_s);
    request.ocr = in.flag(u"ocr"_s);
    request.deadlineMs = in.small(u"deadline_ms"_s, 1, 3'600'000);
    return request;
}

QJsonObject toJson(const CleanFile &clean)
{
    return {{u"path"_s, clean.path}, {u"width"_s, clean.width}, {u"height"_s, clean.height},
            {u"dpi"_s, clean.dpi},   {u"bytes"_s, clean.bytes}, {u"color"_s, clean.color}};
}

CleanFile readCleanFile(MessageReader in, MessageReader &outer)
{
    CleanFile clean;
    clean.path = in.text(u"path"_s);
    clean.width = in.small(u"width"_s, 0, maxSide);
    clean.height = in.small(u"height"_s, 0, maxSide);
    clean.dpi = in.small(u"dpi"_s, 0, maxDpi);
    clean.bytes = in.integer(u"bytes"_s, 0, qint64{1} << 40);
    clean.color = in.flag(u"color"_s);
    if (!in.finished<bool>(true))
        outer.note(u"clean"_s);
    return clean;
}

Result<PageHelperReply> readPageResult(MessageReader &in)
{
    PageResult result;
    result.id = in.id();
    auto reading = pageReadingFromJson(in.object(u"reading"_s));
    if (!reading)
        return fail(std::move(reading).error());
    result.reading = std::move(*reading);
    result.clean = readCleanFile(MessageReader(in.object(u"clean"_s)), in);
    const QJsonObject timings = in.object(u"timings"_s);
    for (auto it = timings.begin(); it != timings.end(); ++it)
        result.timings.insert(it.key(), it.value().toDouble());
    return in.finished<PageHelperReply>(std::move(result));
}

ExpandResult readExpandResult(MessageReader &in)
{
    ExpandResult result;
    result.id = in.id();
    const QJsonArray pages = in.array(u"pages"_s);
    for (const auto &value : pages) {
        MessageReader page(value.toObject());
        ExpandedPage item;
        item.file = page.text(u"file"_s);
        item.width = page.small(u"width"_s, 1, maxSide);
        item.height = page.small(u"height"_s, 1, maxSide);
        item.dpi = page.small(u"dpi"_s, 1, maxDpi);
        if (!page.finished<bool>(true) || item.file.isEmpty() || item.file.contains(u'/'))
            in.note(u"pages"_s);
        result.pages.push_back(std::move(item));
    }
    return result;
}

ZoneRequest readZoneRequest(MessageReader &in)
{
    ZoneRequest request;
    request.id = in.id();
    request.image = in.text(u"image"_s);
    request.dpi = in.small(u"dpi"_s, 0, maxDpi);
    request.language = in.text(u"language"_s);
    request.deadlineMs = in.small(u"deadline_ms"_s, 1, 3'600'000);
    request.box = in.box(u"box"_s);
    const auto kind = zoneKindFromString(in.text(u"kind"_s));
    if (!kind)
        in.note(u"kind"_s);
    request.kind = kind.value_or(ZoneKind::Text);
    return request;
}

QJsonArray toJson(const std::vector<Word> &words)
{
    QJsonArray array;
    for (const Word &word : words)
        array.append(QJsonObject{
            {u"t"_s, word.text}, {u"box"_s, boxToJson(word.box)}, {u"c"_s, word.confidence}, {u"l"_s, word.line}});
    return array;
}

ZoneResult readZoneResult(MessageReader &in)
{
    ZoneResult result;
    result.id = in.id();
    result.text = in.text(u"text"_s);
    result.confidence = in.share(u"confidence"_s);
    const QJsonArray words = in.array(u"words"_s);
    for (const auto &value : words) {
        MessageReader word(value.toObject());
        result.words.push_back(
            {word.text(u"t"_s), word.box(u"box"_s), word.share(u"c"_s), word.small(u"l"_s, 0, maxSide)});
        if (!word.finished<bool>(true))
            in.note(u"words"_s);
    }
    return result;
}

Failure readFailure(MessageReader &in)
{
    Failure failure{.id = in.id(), .error = {.code = ErrorCode::Internal}};
    const int number = in.small(u"code"_s, 0, 9999);
    bool known = false;
    for (const ErrorCode code : failureCodes) {
        if (static_cast<int>(code) == number) {
            failure.error.code = code;
            known = true;
        }
    }
    if (!known)
        in.note(u"code"_s);
    failure.error.detail = in.text(u"detail"_s);
    const QJsonObject args = in.object(u"args"_s);
    for (auto it = args.begin(); it != args.end(); ++it)
        failure.error.args.insert(it.key(), it.value().toString());
    return failure;
}

} // namespace

Result<QByteArray> encodePageMessage(const PageHelperRequest &request)
{
    return std::visit(
        Overloaded{
            [](const PageRequest &r) {
                QJsonObject json{{u"id"_s, qint64{r.id}},
                                 {u"master"_s, r.master},
                                 {u"dpi"_s, r.dpi},
                                 {u"language"_s, r.language},
                                 {u"clean_to"_s, r.cleanTo},
                                 {u"layers_to"_s, r.layersTo},
                                 {u"profile"_s, toString(r.profile)},
                                 {u"rotation"_s, r.rotation},
                                 {u"off"_s, QJsonArray::fromStringList(switchedOff(r.switches))},
                                 {u"ocr"_s, r.ocr},
                                 {u"deadline_ms"_s, r.deadlineMs}};
                if (r.crop)
                    json[u"crop"_s] = boxToJson(*r.crop);
                return frameOf(PageFrame::PageRequest, json);
            },
            [](const ExpandRequest &r) {
                return frameOf(
                    PageFrame::ExpandRequest,
                    {{u"id"_s, qint64{r.id}}, {u"input"_s, r.input}, {u"dpi"_s, r.dpi}, {u"folder"_s, r.folder}});
            },
            [](const InfoRequest &r) {
                return frameOf(PageFrame::InfoRequest, {{u"id"_s, qint64{r.id}}, {u"path"_s, r.path}});
            },
            [](const CancelRequest &r) {
                return frameOf(PageFrame::CancelRequest, {{u"id"_s, qint64{r.id}}});
            },
            [](const ZoneRequest &r) {
                return frameOf(PageFrame::ZoneRequest, {{u"id"_s, qint64{r.id}},
                                                        {u"image"_s, r.image},
                                                        {u"dpi"_s, r.dpi},
                                                        {u"language"_s, r.language},
                                                        {u"box"_s, boxToJson(r.box)},
                                                        {u"kind"_s, toString(r.kind)},
                                                        {u"deadline_ms"_s, r.deadlineMs}});
            },
        },
        request);
}

Result<QByteArray> encodePageMessage(const PageHelperReply &reply)
{
    return std::visit(
        Overloaded{
            [](const PageHello &r) {
                return frameOf(PageFrame::Hello, {{u"stages"_s, r.stages}});
            },
            [](const PageResult &r) {
                QJsonObject timings;
                for (auto it = r.timings.cbegin(); it != r.timings.cend(); ++it)
                    timings.insert(it.key(), it.value());
                return frameOf(PageFrame::PageResult, {{u"id"_s, qint64{r.id}},
                                                       {u"reading"_s, pageReadingToJson(r.reading)},
                                                       {u"clean"_s, toJson(r.clean)},
                                                       {u"timings"_s, timings}});
            },
            [](const ExpandResult &r) {
                QJsonArray pages;
                for (const ExpandedPage &page : r.pages)
                    pages.append(QJsonObject{{u"file"_s, page.file},
                                             {u"width"_s, page.width},
                                             {u"height"_s, page.height},
                                             {u"dpi"_s, page.dpi}});
                return frameOf(PageFrame::ExpandResult, {{u"id"_s, qint64{r.id}}, {u"pages"_s, pages}});
            },
            [](const InfoResult &r) {
                return frameOf(PageFrame::InfoResult, {{u"id"_s, qint64{r.id}},
                                                       {u"width"_s, r.width},
                                                       {u"height"_s, r.height},
                                                       {u"dpi"_s, r.dpi},
                                                       {u"frames"_s, r.frames}});
            },
            [](const ZoneResult &r) {
                return frameOf(PageFrame::ZoneResult, {{u"id"_s, qint64{r.id}},
                                                       {u"text"_s, r.text},
                                                       {u"confidence"_s, r.confidence},
                                                       {u"words"_s, toJson(r.words)}});
            },
            [](const Failure &r) {
                QJsonObject args;
                for (auto it = r.error.args.cbegin(); it != r.error.args.cend(); ++it)
                    args.insert(it.key(), it.value());
                return frameOf(PageFrame::Failure, {{u"id"_s, qint64{r.id}},
                                                    {u"code"_s, static_cast<int>(r.error.code)},
                                                    {u"detail"_s, r.error.detail},
                                                    {u"args"_s, args}});
            },
        },
        reply);
}

Result<PageHelperRequest> decodePageRequest(const Frame &frame)
{
    auto object = frameObject(frame);
    if (!object)
        return fail(std::move(object).error());
    MessageReader in(std::move(*object));
    switch (static_cast<PageFrame>(frame.type)) {
    case PageFrame::PageRequest: {
        PageRequest request = readPageRequest(in);
        return in.finished<PageHelperRequest>(std::move(request));
    }
    case PageFrame::ExpandRequest: {
        ExpandRequest request{in.id(), in.text(u"input"_s), in.small(u"dpi"_s, 0, maxDpi), in.text(u"folder"_s)};
        return in.finished<PageHelperRequest>(std::move(request));
    }
    case PageFrame::InfoRequest: {
        InfoRequest request{in.id(), in.text(u"path"_s)};
        return in.finished<PageHelperRequest>(std::move(request));
    }
    case PageFrame::CancelRequest: {
        const CancelRequest request{in.id()};
        return in.finished<PageHelperRequest>(request);
    }
    case PageFrame::ZoneRequest: {
        ZoneRequest request = readZoneRequest(in);
        return in.finished<PageHelperRequest>(std::move(request));
    }
    case PageFrame::Hello:
    case PageFrame::PageResult:
    case PageFrame::ExpandResult:
    case PageFrame::InfoResult:
    case PageFrame::ZoneResult:
    case PageFrame::Failure:
        break;
    }
    return fail(ErrorCode::HelperProtocol, u"page message: type %1 is no request"_s.arg(frame.type));
}

Result<PageHelperReply> decodePageReply(const Frame &frame)
{
    auto object = frameObject(frame);
    if (!object)
        return fail(std::move(object).error());
    MessageReader in(std::move(*object));
    switch (static_cast<PageFrame>(frame.type)) {
    case PageFrame::Hello: {
        PageHello hello{in.text(u"stages"_s)};
        return in.finished<PageHelperReply>(std::move(hello));
    }
    case PageFrame::PageResult:
        return readPageResult(in);
    case PageFrame::ExpandResult: {
        ExpandResult result = readExpandResult(in);
        return in.finished<PageHelperReply>(std::move(result));
    }
    case PageFrame::InfoResult: {
        const InfoResult result{in.id(), in.small(u"width"_s, 1, maxSide), in.small(u"height"_s, 1, maxSide),
                                in.small(u"dpi"_s, 0, maxDpi), in.small(u"frames"_s, 1, 1'000'000)};
        return in.finished<PageHelperReply>(result);
    }
    case PageFrame::ZoneResult: {
        ZoneResult result = readZoneResult(in);
        return in.finished<PageHelperReply>(std::move(result));
    }
    case PageFrame::Failure: {
        Failure failure = readFailure(in);
        return in.finished<PageHelperReply>(std::move(failure));
    }
    case PageFrame::PageRequest:
    case PageFrame::ExpandRequest:
    case PageFrame::InfoRequest:
    case PageFrame::CancelRequest:
    case PageFrame::ZoneRequest:
        break;
    }
    return fail(ErrorCode::HelperProtocol, u"page message: type %1 is no reply"_s.arg(frame.type));
}

} // namespace sohoa
