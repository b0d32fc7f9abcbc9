// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/page.h"

#include <cmath>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxSide = 200'000; ///< Pixels; far beyond any scanner, keeps arithmetic from overflowing.

double rounded(double value, double steps)
{
    return std::round(value * steps) / steps;
}

QJsonArray toArray(const QStringList &list)
{
    QJsonArray array;
    for (const QString &item : list)
        array.append(item);
    return array;
}

tl::unexpected<Error> malformed(const QString &what)
{
    return fail(ErrorCode::HelperProtocol, u"page reading: bad %1"_s.arg(what));
}

bool inRange(double value, double low, double high)
{
    return value >= low && value <= high;
}

} // namespace

QString toString(PageState state)
{
    switch (state) {
    case PageState::Captured:
        return u"captured"_s;
    case PageState::Cleaned:
        return u"cleaned"_s;
    case PageState::Recognized:
        return u"recognized"_s;
    }
    Q_UNREACHABLE();
}

QString toString(SeparatorKind kind)
{
    return kind == SeparatorKind::Qr ? u"qr"_s : u"patch"_s;
}

std::optional<PageState> pageStateFromString(const QString &text)
{
    for (const PageState state : {PageState::Captured, PageState::Cleaned, PageState::Recognized})
        if (toString(state) == text)
            return state;
    return std::nullopt;
}

QJsonArray boxToJson(const PixelBox &box)
{
    return {box.x, box.y, box.width, box.height};
}

std::optional<PixelBox> boxFromJson(const QJsonValue &json)
{
    const QJsonArray array = json.toArray();
    if (array.size() != 4)
        return std::nullopt;
    for (const QJsonValue &value : array)
        if (!value.isDouble() || !inRange(value.toDouble(), -maxSide, maxSide))
            return std::nullopt;
    return PixelBox{array[0].toInt(), array[1].toInt(), array[2].toInt(), array[3].toInt()};
}

QJsonObject pageReadingToJson(const PageReading &reading)
{
    QJsonArray barcodes;
    for (const Barcode &code : reading.barcodes)
        barcodes.append(QJsonObject{{u"format"_s, code.format},
                                    {u"text"_s, code.text},
                                    {u"box"_s, boxToJson(code.box)},
                                    {u"angle"_s, code.angle}});
    QJsonArray words;
    for (const Word &word : reading.words)
        words.append(QJsonObject{{u"t"_s, word.text},
                                 {u"box"_s, boxToJson(word.box)},
                                 {u"c"_s, rounded(word.confidence, 1000)},
                                 {u"l"_s, word.line}});
    QJsonObject json{
        {u"width"_s, reading.width},
        {u"height"_s, reading.height},
        {u"dpi"_s, reading.dpi},
        {u"rotation"_s, reading.rotation},
        {u"skew_deg"_s, rounded(reading.skewDeg, 1000)},
        {u"crop"_s, boxToJson(reading.crop)},
        {u"blank"_s, reading.blank},
        {u"separator"_s,
         reading.separator ? QJsonValue(toString(*reading.separator)) : QJsonValue(QJsonValue::Null)},
        {u"suspect"_s, toArray(reading.suspect)},
        {u"paper"_s, reading.paper},
        {u"stages"_s, stagesToJson(reading.stages)},
        {u"barcodes"_s, barcodes},
        {u"text"_s, reading.text},
        {u"confidence"_s, rounded(reading.confidence, 1000)},
        {u"words"_s, words},
        {u"version"_s, reading.version},
    };
    if (reading.look)
        json[u"look"_s] = u"%1"_s.arg(*reading.look, 16, 16, QChar(u'0'));
    return json;
}

Result<PageReading> pageReadingFromJson(const QJsonObject &json)
{
    PageReading reading;
    reading.width = json[u"width"_s].toInt(-1);
    reading.height = json[u"height"_s].toInt(-1);
    reading.dpi = json[u"dpi"_s].toInt(-1);
    if (!inRange(reading.width, 1, maxSide) || !inRange(reading.height, 1, maxSide) ||
        !inRange(reading.dpi, 1, 10000))
        return malformed(u"size"_s);
    reading.rotation = json[u"rotation"_s].toInt(-1);
    if (!inRange(reading.rotation, 0, 270) || reading.rotation % 90 != 0)
        return malformed(u"rotation"_s);
    reading.skewDeg = json[u"skew_deg"_s].toDouble(1000);
    if (!inRange(reading.skewDeg, -45, 45))
        return malformed(u"skew_deg"_s);
    const auto crop = boxFromJson(json[u"crop"_s]);
    if (!crop || !json[u"blank"_s].isBool())
        return malformed(u"crop or blank"_s);
    reading.crop = *crop;
    reading.blank = json[u"blank"_s].toBool();
    if (const QJsonValue separator = json[u"separator"_s]; !separator.isNull()) {
        for (const SeparatorKind kind : {SeparatorKind::Qr, SeparatorKind::Patch})
            if (toString(kind) == separator.toString())
                reading.separator = kind;
        if (!reading.separator)
            return malformed(u"separator"_s);
    }
    for (const QJsonValue &reason : json[u"suspect"_s].toArray())
        reading.suspect.append(reason.toString());
    reading.paper = json[u"paper"_s].toString();
    auto stages = stagesFromJson(json[u"stages"_s].toArray());
    if (!stages)
        return fail(std::move(stages).error());
    reading.stages = std::move(*stages);
    for (const QJsonValue &value : json[u"barcodes"_s].toArray()) {
        const auto box = boxFromJson(value[u"box"_s]);
        if (!box)
            return malformed(u"barcode"_s);
        reading.barcodes.push_back(
            {value[u"format"_s].toString(), value[u"text"_s].toString(), *box, value[u"angle"_s].toInt()});
    }
    reading.text = json[u"text"_s].toString();
    reading.confidence = json[u"confidence"_s].toDouble(-1);
    if (!inRange(reading.confidence, 0, 1))
        return malformed(u"confidence"_s);
    const QJsonArray words = json[u"words"_s].toArray();
    reading.words.reserve(static_cast<size_t>(words.size()));
    for (const QJsonValue &value : words) {
        const auto box = boxFromJson(value[u"box"_s]);
        const double confidence = value[u"c"_s].toDouble(-1);
        if (!box || !inRange(confidence, 0, 1))
            return malformed(u"word"_s);
        reading.words.push_back({value[u"t"_s].toString(), *box, confidence, value[u"l"_s].toInt()});
    }
    if (const QJsonValue look = json[u"look"_s]; !look.isUndefined()) {
        bool ok = false;
        reading.look = look.toString().toULongLong(&ok, 16);
        if (!ok)
            return malformed(u"look"_s);
    }
    reading.version = json[u"version"_s].toString();
    return reading;
}

QJsonObject pageToJson(const Page &page)
{
    QJsonObject json;
    if (page.reading) {
        json = pageReadingToJson(*page.reading);
    } else {
        PageReading unread;
        unread.width = page.width;
        unread.height = page.height;
        unread.dpi = page.dpi;
        unread.crop = {0, 0, page.width, page.height};
        json = pageReadingToJson(unread);
    }
    QJsonArray suspect = json[u"suspect"_s].toArray();
    for (const QString &reason : page.suspect)
        if (!suspect.contains(reason))
            suspect.append(reason);
    json[u"suspect"_s] = suspect;
    json[u"page"_s] = page.id.toString();
    json[u"index"_s] = page.sequence;
    json[u"source"_s] = page.source;
    json[u"state"_s] = toString(page.state);
    json[u"excluded"_s] = page.excluded;
    return json;
}

} // namespace sohoa
