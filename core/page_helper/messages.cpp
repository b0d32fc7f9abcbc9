// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/messages.h"

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

/// Reads values out of an object and remembers the first that is missing, ill-typed or out of range.
class Reader {
public:
    explicit Reader(QJsonObject object)
        : m_object(std::move(object))
    {
    }
    qint64 integer(const QString &key, qint64 low, qint64 high)
    {
        const QJsonValue value = m_object[key];
        const double number = value.toDouble(-1);
        const auto whole = value.isDouble() && number >= double(low) && number <= double(high)
                               ? static_cast<qint64>(number)
                               : qint64{low - 1};
        if (whole < low || double(whole) != number) {
            note(key);
            return low;
        }
        return whole;
    }
    int small(const QString &key, int low, int high) { return static_cast<int>(integer(key, low, high)); }
    quint32 id() { return static_cast<quint32>(integer(u"id"_s, 0, 0xffffffffLL)); }
    bool flag(const QString &key)
    {
        if (!m_object[key].isBool())
            note(key);
        return m_object[key].toBool();
    }
    QString text(const QString &key)
    {
        if (!m_object[key].isString())
            note(key);
        return m_object[key].toString();
    }
    QJsonObject object(const QString &key)
    {
        if (!m_object[key].isObject())
            note(key);
        return m_object[key].toObject();
    }
    QJsonArray array(const QString &key)
    {
        if (!m_object[key].isArray())
            note(key);
        return m_object[key].toArray();
    }
    void note(const QString &key)
    {
        if (m_bad.isEmpty())
            m_bad = key;
    }
    template <class Message, class Value> Result<Message> finished(Value value) const
    {
        if (!m_bad.isEmpty())
            return fail(ErrorCode::HelperProtocol, u"page message: bad %1"_s.arg(m_bad));
        return Message(std::move(value));
    }

private:
    QJsonObject m_object;
    QString m_bad;
};

PageRequest readPageRequest(Reader &in)
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

CleanFile readCleanFile(Reader in, Reader &outer)
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

Result<PageHelperReply> readPageResult(Reader &in)
{
    PageResult result;
    result.id = in.id();
    auto reading = pageReadingFromJson(in.object(u"reading"_s));
    if (!reading)
        return fail(std::move(reading).error());
    result.reading = std::move(*reading);
    result.clean = readCleanFile(Reader(in.object(u"clean"_s)), in);
    const QJsonObject timings = in.object(u"timings"_s);
    for (auto it = timings.begin(); it != timings.end(); ++it)
        result.timings.insert(it.key(), it.value().toDouble());
    return in.finished<PageHelperReply>(std::move(result));
}

ExpandResult readExpandResult(Reader &in)
{
    ExpandResult result;
    result.id = in.id();
    const QJsonArray pages = in.array(u"pages"_s);
    for (const auto &value : pages) {
        Reader page(value.toObject());
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

Failure readFailure(Reader &in)
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
                return frameOf(PageFrame::PageRequest,
                               {{u"id"_s, qint64{r.id}},
                                {u"master"_s, r.master},
                                {u"dpi"_s, r.dpi},
                                {u"language"_s, r.language},
                                {u"clean_to"_s, r.cleanTo},
                                {u"layers_to"_s, r.layersTo},
                                {u"profile"_s, toString(r.profile)},
                                {u"rotation"_s, r.rotation},
                                {u"off"_s, QJsonArray::fromStringList(switchedOff(r.switches))},
                                {u"ocr"_s, r.ocr},
                                {u"deadline_ms"_s, r.deadlineMs}});
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
    Reader in(std::move(*object));
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
    case PageFrame::Hello:
    case PageFrame::PageResult:
    case PageFrame::ExpandResult:
    case PageFrame::InfoResult:
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
    Reader in(std::move(*object));
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
    case PageFrame::Failure: {
        Failure failure = readFailure(in);
        return in.finished<PageHelperReply>(std::move(failure));
    }
    case PageFrame::PageRequest:
    case PageFrame::ExpandRequest:
    case PageFrame::InfoRequest:
    case PageFrame::CancelRequest:
        break;
    }
    return fail(ErrorCode::HelperProtocol, u"page message: type %1 is no reply"_s.arg(frame.type));
}

} // namespace sohoa
