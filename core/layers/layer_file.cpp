// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/layer_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView magic("SOHOA-LAYERS 1\n");
constexpr int lengthBytes = 4;
constexpr qint64 longestDescription = qint64{256} << 10;
constexpr qsizetype mostLayers = 256;
constexpr int longestSide = 30'000;
constexpr int highestDpi = 10'000;
constexpr std::array codingNames{"jpeg"_L1, "jbig2"_L1, "fax"_L1};
constexpr std::array pageCodingNames{"layers"_L1, "picture"_L1, "bilevel"_L1};

QJsonObject toJson(const LayerPicture &picture)
{
    return {{u"coding"_s, codingNames[static_cast<size_t>(picture.coding)]},
            {u"width"_s, picture.width},
            {u"height"_s, picture.height},
            {u"components"_s, picture.components},
            {u"offset"_s, picture.offset},
            {u"size"_s, picture.size}};
}

QJsonObject toJson(const Layer &layer)
{
    const PixelBox &box = layer.box;
    QJsonObject object{
        {u"box"_s, QJsonArray{box.x, box.y, box.width, box.height}},
        {u"color"_s, QJsonArray{layer.color.red, layer.color.green, layer.color.blue}},
    };
    if (layer.picture)
        object.insert(u"picture"_s, toJson(*layer.picture));
    if (layer.mask)
        object.insert(u"mask"_s, toJson(*layer.mask));
    return object;
}

/// Reads values and remembers the first that cannot be.
class Reader {
public:
    /// Pictures lie between `streams` and `end`.
    Reader(qint64 streams, qint64 end)
        : m_streams(streams)
        , m_end(end)
    {
    }

    PageLayers page(const QJsonObject &object)
    {
        PageLayers page;
        page.width = integer(object[u"width"_s], 1, longestSide);
        page.height = integer(object[u"height"_s], 1, longestSide);
        page.dpi = integer(object[u"dpi"_s], 1, highestDpi);
        page.coding = static_cast<PageCoding>(oneOf(object[u"page_coding"_s], pageCodingNames));
        const QJsonArray layers = object[u"layers"_s].toArray();
        if (layers.isEmpty() || layers.size() > mostLayers)
            m_bad = true;
        for (qsizetype i = 0; i < layers.size() && !m_bad; ++i)
            page.layers.push_back(layer(layers[i].toObject(), page));
        return page;
    }
    bool isBad() const { return m_bad; }

private:
    int integer(const QJsonValue &value, int low, int high)
    {
        const double number = value.toDouble(low - 1.0);
        if (!(number >= low && number <= high) || number != static_cast<int>(number)) {
            m_bad = true;
            return low;
        }
        return static_cast<int>(number);
    }

    template <class Names> size_t oneOf(const QJsonValue &value, const Names &names)
    {
        for (size_t i = 0; i < names.size(); ++i)
            if (value.toString() == names[i])
                return i;
        m_bad = true;
        return 0;
    }

    std::array<int, 4> integers(const QJsonValue &value, qsizetype count, int high)
    {
        std::array<int, 4> numbers{};
        const QJsonArray array = value.toArray();
        if (array.size() != count)
            m_bad = true;
        for (qsizetype i = 0; i < count; ++i)
            numbers[static_cast<size_t>(i)] = integer(array[i], 0, high);
        return numbers;
    }

    Layer layer(const QJsonObject &object, const PageLayers &page)
    {
        Layer layer;
        const auto box = integers(object[u"box"_s], 4, longestSide);
        layer.box = {box[0], box[1], box[2], box[3]};
        if (layer.box.isEmpty() || layer.box.right() > page.width || layer.box.bottom() > page.height)
            m_bad = true;
        const auto color = integers(object[u"color"_s], 3, 255);
        layer.color = {color[0], color[1], color[2]};
        if (object.contains(u"picture"_s))
            layer.picture = picture(object[u"picture"_s].toObject(), false);
        if (object.contains(u"mask"_s))
            layer.mask = picture(object[u"mask"_s].toObject(), true);
        return layer;
    }

    LayerPicture picture(const QJsonObject &object, bool bilevel)
    {
        LayerPicture picture;
        picture.coding = static_cast<LayerCoding>(oneOf(object[u"coding"_s], codingNames));
        picture.width = integer(object[u"width"_s], 1, longestSide);
        picture.height = integer(object[u"height"_s], 1, longestSide);
        picture.components = integer(object[u"components"_s], 1, bilevel ? 1 : 3);
        picture.offset = object[u"offset"_s].toInteger(-1);
        picture.size = object[u"size"_s].toInteger(-1);
        const bool inside = picture.offset >= 0 && picture.size > 0 && picture.offset <= m_end - m_streams &&
                            picture.size <= m_end - m_streams - picture.offset;
        if (!inside || picture.components == 2 || (picture.coding != LayerCoding::Jpeg) != bilevel)
            m_bad = true;
        picture.offset += m_streams;
        return picture;
    }

    qint64 m_streams;
    qint64 m_end;
    bool m_bad = false;
};

} // namespace

LayerPicture LayerFileBuilder::add(LayerPicture picture, const QByteArray &coded)
{
    picture.offset = m_streams.size();
    picture.size = coded.size();
    m_streams.append(coded);
    return picture;
}

QByteArray LayerFileBuilder::bytes() const
{
    QJsonArray layers;
    for (const Layer &layer : m_page.layers)
        layers.append(toJson(layer));
    const QJsonObject object{{u"width"_s, m_page.width},
                             {u"height"_s, m_page.height},
                             {u"dpi"_s, m_page.dpi},
                             {u"page_coding"_s, pageCodingNames[static_cast<size_t>(m_page.coding)]},
                             {u"layers"_s, layers}};
    const QByteArray description = QJsonDocument(object).toJson(QJsonDocument::Compact);
    std::array<char, lengthBytes> length{};
    qToBigEndian(static_cast<quint32>(description.size()), length.data());
    return magic.toByteArray() + QByteArray(length.data(), lengthBytes) + description + m_streams;
}

bool isLayerFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(magic.size()) == magic;
}

Result<PageLayers> readLayerFile(const QString &path)
{
    const auto unreadable = [&path](const QString &detail) {
        return fail(ErrorCode::ImageUnreadable, detail, {{u"path"_s, path}});
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    const QByteArray head = file.read(magic.size() + lengthBytes);
    if (head.size() != magic.size() + lengthBytes || !head.startsWith(magic))
        return unreadable(u"no layer file"_s);
    const qint64 length = qFromBigEndian<quint32>(head.constData() + magic.size());
    if (length > longestDescription)
        return unreadable(u"description of %1 bytes"_s.arg(length));
    const QByteArray description = file.read(length);
    const QJsonDocument json = QJsonDocument::fromJson(description);
    if (description.size() != length || !json.isObject())
        return unreadable(u"description is torn"_s);
    Reader reader(head.size() + length, file.size());
    PageLayers page = reader.page(json.object());
    if (reader.isBad())
        return unreadable(u"description makes no sense"_s);
    return page;
}

} // namespace sohoa
