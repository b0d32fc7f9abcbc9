// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/protocol/messages.h"

#include "scanner/protocol/json_fields.h"

#include <QJsonDocument>

#include <array>
#include <limits>
#include <utility>

namespace sohoa::scan {

using namespace Qt::StringLiterals;

namespace {

enum class Type : quint8 {
    ListDevices = 1,
    ReadOptions = 2,
    StartScan = 3,
    NextPage = 4,
    Cancel = 5,
    Quit = 6,
    PlanScan = 7,
    Hello = 64,
    DevicesFound = 65,
    OptionsRead = 66,
    Adjusted = 67,
    PageStarted = 68,
    Rows = 69,
    PageEnded = 70,
    ScanEnded = 71,
    Failed = 72,
    SideFed = 73,
    PaperAwaited = 74,
    Planned = 75,
};

constexpr int anyInt = std::numeric_limits<int>::max();
constexpr int maxTone = 100;
/// Longer than any sheet a desk scanner takes.
constexpr double maxPaperMm = 100'000;

constexpr std::array<std::pair<PixelFormat, QLatin1String>, 5> formatNames{{
    {PixelFormat::Bilevel1, QLatin1String("bilevel1")},
    {PixelFormat::Gray8, QLatin1String("gray8")},
    {PixelFormat::Gray16, QLatin1String("gray16")},
    {PixelFormat::Rgb8, QLatin1String("rgb8")},
    {PixelFormat::Rgb16, QLatin1String("rgb16")},
}};

/// A code from the wire may be no code at all; only those a helper can have cause to send are taken.
std::optional<ErrorCode> helperCode(int number)
{
    constexpr std::array codes{
        ErrorCode::PaperJam,          ErrorCode::FeederEmpty,       ErrorCode::CoverOpen,
        ErrorCode::DeviceBusy,        ErrorCode::DeviceGone,        ErrorCode::DeviceAccessDenied,
        ErrorCode::DeviceIoError,     ErrorCode::DeviceOutOfMemory, ErrorCode::DeviceNotFound,
        ErrorCode::DeviceUnsupported, ErrorCode::OptionRefused,     ErrorCode::PageIncomplete,
        ErrorCode::HelperProtocol,    ErrorCode::UsageError,        ErrorCode::Cancelled,
        ErrorCode::Internal,
    };
    const auto it = std::ranges::find(codes, static_cast<ErrorCode>(number));
    return it == codes.end() ? std::nullopt : std::optional<ErrorCode>(*it);
}

Result<QByteArray> frameOf(Type type, const QByteArray &payload)
{
    if (payload.size() > maxFramePayload)
        return fail(ErrorCode::HelperProtocol, u"message of %1 bytes"_s.arg(payload.size()));
    return encodeFrame(static_cast<quint8>(type), payload);
}

Result<QByteArray> frameOf(Type type, const QJsonObject &object = {})
{
    return frameOf(type, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

template <class T> QJsonArray listJson(const std::vector<T> &list)
{
    QJsonArray json;
    for (const T &element : list)
        json.append(toJson(element));
    return json;
}

QJsonValue optionalJson(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonValue paperJson(const std::optional<PaperSize> &paper)
{
    return paper ? QJsonValue(QJsonArray{paper->widthMm, paper->heightMm}) : QJsonValue(QJsonValue::Null);
}

std::optional<PaperSize> paperFrom(JsonFields &fields)
{
    const QJsonValue json = fields.value(u"paper");
    if (json.isNull())
        return std::nullopt;
    const PaperSize paper{json[0].toDouble(), json[1].toDouble()};
    const auto sensible = [](double mm) { return mm > 0 && mm < maxPaperMm; };
    if (!sensible(paper.widthMm) || !sensible(paper.heightMm))
        fields.spoil(u"paper");
    return paper;
}

QJsonObject wishJson(const ScanWish &wish)
{
    return {{u"device"_s, wish.device},
            {u"source"_s, wish.source},
            {u"mode"_s, wish.mode},
            {u"dpi"_s, wish.dpi},
            {u"paper"_s, paperJson(wish.paper)},
            {u"brightness"_s, optionalJson(wish.brightness)},
            {u"contrast"_s, optionalJson(wish.contrast)},
            {u"stop_at_double_feed"_s, wish.stopAtDoubleFeed},
            {u"yielding"_s, wish.yielding},
            {u"duplex"_s, wish.duplex},
            {u"max_pages"_s, optionalJson(wish.maxPages)},
            {u"wait_for_paper"_s, wish.waitForPaper}};
}

Result<ScanWish> wishFrom(const QJsonObject &json)
{
    JsonFields fields(json);
    ScanWish wish;
    wish.device = fields.text(u"device");
    wish.source = fields.text(u"source");
    wish.mode = fields.text(u"mode");
    wish.dpi = fields.number(u"dpi", 0, anyInt);
    wish.paper = paperFrom(fields);
    wish.brightness = fields.optionalNumber(u"brightness", -maxTone, maxTone);
    wish.contrast = fields.optionalNumber(u"contrast", -maxTone, maxTone);
    wish.stopAtDoubleFeed = fields.flag(u"stop_at_double_feed");
    wish.yielding = fields.flag(u"yielding");
    wish.duplex = fields.flag(u"duplex");
    wish.maxPages = fields.optionalNumber(u"max_pages", 1, anyInt);
    wish.waitForPaper = fields.flag(u"wait_for_paper");
    return fields.whole(wish);
}

QJsonObject planJson(const ScanPlan &plan)
{
    return {{u"settings"_s, listJson(plan.settings)},
            {u"adjustments"_s, listJson(plan.adjustments)},
            {u"feeder"_s, plan.feeder},
            {u"duplex"_s, plan.duplex},
            {u"dpi"_s, plan.dpi}};
}

Result<Event> planFrom(JsonFields fields)
{
    ScanPlan plan;
    plan.settings = fields.list<Setting>(u"settings", &settingFromJson);
    plan.adjustments = fields.list<Adjustment>(u"adjustments", &adjustmentFromJson);
    plan.feeder = fields.flag(u"feeder");
    plan.duplex = fields.flag(u"duplex");
    plan.dpi = fields.number(u"dpi", 0, anyInt);
    return fields.whole(Event(Planned{std::move(plan)}));
}

QJsonObject geometryJson(const PageGeometry &geometry)
{
    const auto format =
        std::ranges::find_if(formatNames, [&](const auto &row) { return row.first == geometry.format; });
    return {{u"format"_s, format->second},
            {u"width"_s, geometry.width},
            {u"height"_s, optionalJson(geometry.height)},
            {u"dpi"_s, geometry.dpi},
            {u"back"_s, geometry.back}};
}

Result<Event> geometryFrom(JsonFields fields)
{
    PageGeometry geometry;
    const QString name = fields.text(u"format");
    const auto format = std::ranges::find_if(formatNames, [&](const auto &row) { return row.second == name; });
    if (format == formatNames.end())
        fields.spoil(u"format");
    else
        geometry.format = format->first;
    geometry.width = fields.number(u"width", 1, maxRowPixels);
    geometry.height = fields.optionalNumber(u"height", 1, anyInt);
    geometry.dpi = fields.number(u"dpi", 1, anyInt);
    geometry.back = fields.flag(u"back");
    return fields.whole(Event(PageStarted{geometry}));
}

QJsonObject errorJson(const Error &error)
{
    QJsonObject args;
    for (auto it = error.args.cbegin(); it != error.args.cend(); ++it)
        args.insert(it.key(), it.value());
    return {{u"code"_s, static_cast<int>(error.code)}, {u"detail"_s, error.detail}, {u"args"_s, args}};
}

Result<Event> errorFrom(JsonFields fields)
{
    const auto code = helperCode(fields.number(u"code", 0, anyInt));
    if (!code)
        fields.spoil(u"code");
    Error error{code.value_or(ErrorCode::Internal)};
    error.detail = fields.text(u"detail");
    if (!fields.value(u"args").isObject())
        fields.spoil(u"args");
    const QJsonObject args = fields.value(u"args").toObject();
    for (auto it = args.begin(); it != args.end(); ++it) {
        if (!it.value().isString())
            fields.spoil(u"args");
        error.args.insert(it.key(), it.value().toString());
    }
    return fields.whole(Event(Failed{error}));
}

struct RequestEncoder {
    Result<QByteArray> operator()(const ListDevices &list) const
    {
        return frameOf(Type::ListDevices, QJsonObject{{u"local_only"_s, list.localOnly}});
    }
    Result<QByteArray> operator()(const ReadOptions &read) const
    {
        return frameOf(Type::ReadOptions,
                       QJsonObject{{u"device"_s, read.device}, {u"after"_s, listJson(read.after)}});
    }
    Result<QByteArray> operator()(const StartScan &start) const
    {
        return frameOf(Type::StartScan,
                       QJsonObject{{u"wish"_s, wishJson(start.wish)}, {u"extra"_s, listJson(start.extra)}});
    }
    Result<QByteArray> operator()(const PlanScan &plan) const
    {
        return frameOf(Type::PlanScan,
                       QJsonObject{{u"wish"_s, wishJson(plan.wish)}, {u"extra"_s, listJson(plan.extra)}});
    }
    Result<QByteArray> operator()(const NextPage &) const { return frameOf(Type::NextPage); }
    Result<QByteArray> operator()(const Cancel &) const { return frameOf(Type::Cancel); }
    Result<QByteArray> operator()(const Quit &) const { return frameOf(Type::Quit); }
};

struct EventEncoder {
    Result<QByteArray> operator()(const Hello &hello) const
    {
        return frameOf(Type::Hello, QJsonObject{{u"version"_s, hello.version}});
    }
    Result<QByteArray> operator()(const DevicesFound &found) const
    {
        return frameOf(Type::DevicesFound, QJsonObject{{u"devices"_s, listJson(found.devices)}});
    }
    Result<QByteArray> operator()(const OptionsRead &read) const
    {
        return frameOf(Type::OptionsRead,
                       QJsonObject{{u"options"_s, listJson(read.options)}, {u"last"_s, read.last}});
    }
    Result<QByteArray> operator()(const Adjusted &adjusted) const
    {
        return frameOf(Type::Adjusted, QJsonObject{{u"adjustments"_s, listJson(adjusted.adjustments)}});
    }
    Result<QByteArray> operator()(const SideFed &fed) const
    {
        return frameOf(Type::SideFed, QJsonObject{{u"back"_s, fed.side.back}, {u"duplex"_s, fed.side.duplex}});
    }
    Result<QByteArray> operator()(const PaperAwaited &) const { return frameOf(Type::PaperAwaited); }
    Result<QByteArray> operator()(const PageStarted &started) const
    {
        return frameOf(Type::PageStarted, geometryJson(started.geometry));
    }
    Result<QByteArray> operator()(const Rows &rows) const { return frameOf(Type::Rows, rows.bytes); }
    Result<QByteArray> operator()(const PageEnded &ended) const
    {
        return frameOf(Type::PageEnded,
                       QJsonObject{{u"row_count"_s, ended.rowCount}, {u"complete"_s, ended.complete}});
    }
    Result<QByteArray> operator()(const Planned &planned) const
    {
        return frameOf(Type::Planned, planJson(planned.plan));
    }
    Result<QByteArray> operator()(const ScanEnded &) const { return frameOf(Type::ScanEnded); }
    Result<QByteArray> operator()(const Failed &failed) const
    {
        return frameOf(Type::Failed, errorJson(failed.error));
    }
};

template <class WishRequest> Result<Request> wishRequest(JsonFields fields)
{
    auto wish = wishFrom(fields.value(u"wish").toObject());
    if (!wish)
        return fail(wish.error());
    WishRequest request{std::move(*wish), fields.list<Setting>(u"extra", &settingFromJson)};
    return fields.whole(Request(std::move(request)));
}

tl::unexpected<Error> unknownType(const Frame &frame)
{
    return fail(ErrorCode::HelperProtocol, u"message of type %1"_s.arg(frame.type));
}

} // namespace

Result<QByteArray> encode(const Request &request)
{
    return std::visit(RequestEncoder{}, request);
}

Result<QByteArray> encode(const Event &event)
{
    return std::visit(EventEncoder{}, event);
}

Result<Request> decodeRequest(const Frame &frame)
{
    auto object = frameObject(frame);
    if (!object)
        return fail(object.error());
    JsonFields fields(std::move(*object));
    switch (static_cast<Type>(frame.type)) {
    case Type::ListDevices: {
        const ListDevices list{fields.flag(u"local_only")};
        return fields.whole(Request(list));
    }
    case Type::ReadOptions: {
        ReadOptions read{fields.text(u"device"), fields.list<Setting>(u"after", &settingFromJson)};
        return fields.whole(Request(std::move(read)));
    }
    case Type::StartScan:
        return wishRequest<StartScan>(std::move(fields));
    case Type::PlanScan:
        return wishRequest<PlanScan>(std::move(fields));
    case Type::NextPage:
        return NextPage{};
    case Type::Cancel:
        return Cancel{};
    case Type::Quit:
        return Quit{};
    default:
        return unknownType(frame);
    }
}

Result<Event> decodeEvent(Frame frame)
{
    if (static_cast<Type>(frame.type) == Type::Rows)
        return Rows{std::move(frame.payload)};
    auto object = frameObject(frame);
    if (!object)
        return fail(object.error());
    JsonFields fields(std::move(*object));
    switch (static_cast<Type>(frame.type)) {
    case Type::Hello: {
        const Hello hello{fields.number(u"version", 0, anyInt)};
        return fields.whole(Event(hello));
    }
    case Type::DevicesFound: {
        DevicesFound found{fields.list<Device>(u"devices", &deviceFromJson)};
        return fields.whole(Event(std::move(found)));
    }
    case Type::OptionsRead: {
        OptionsRead read{fields.list<Option>(u"options", &optionFromJson), fields.flag(u"last")};
        return fields.whole(Event(std::move(read)));
    }
    case Type::Adjusted: {
        Adjusted adjusted{fields.list<Adjustment>(u"adjustments", &adjustmentFromJson)};
        return fields.whole(Event(std::move(adjusted)));
    }
    case Type::SideFed: {
        const SideFed fed{{fields.flag(u"back"), fields.flag(u"duplex")}};
        return fields.whole(Event(fed));
    }
    case Type::PaperAwaited:
        return PaperAwaited{};
    case Type::PageStarted:
        return geometryFrom(std::move(fields));
    case Type::PageEnded: {
        const PageEnded ended{fields.number(u"row_count", 0, anyInt), fields.flag(u"complete")};
        return fields.whole(Event(ended));
    }
    case Type::Planned:
        return planFrom(std::move(fields));
    case Type::ScanEnded:
        return ScanEnded{};
    case Type::Failed:
        return errorFrom(std::move(fields));
    default:
        return unknownType(frame);
    }
}

} // namespace sohoa::scan
