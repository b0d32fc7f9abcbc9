// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/page_painting.h"

#include "core/pdf/pdf_output.h"
#include "core/pdf/pdf_text.h"

#include <QFile>

#include <algorithm>
#include <functional>
#include <string>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Object = QPDFObjectHandle;

Object imageObject(QPDF &pdf, const QString &file, const LayerPicture &picture)
{
    const std::function<void(Pipeline *)> provide =
        [file, offset = picture.offset, size = picture.size](Pipeline *to) { pipeFile(to, file, offset, size); };
    Object filter = Object::newName("/DCTDecode");
    Object parameters = Object::newNull();
    switch (picture.coding) {
    case LayerCoding::Jpeg:
        break;
    case LayerCoding::Jbig2:
        filter = Object::newName("/JBIG2Decode");
        break;
    case LayerCoding::Fax:
        filter = Object::newName("/CCITTFaxDecode");
        parameters = Object::newDictionary();
        parameters.replaceKey("/K", Object::newInteger(-1));
        parameters.replaceKey("/Columns", Object::newInteger(picture.width));
        parameters.replaceKey("/Rows", Object::newInteger(picture.height));
        break;
    }
    Object image = Object::newStream(&pdf);
    image.replaceStreamData(provide, filter, parameters);
    Object dictionary = image.getDict();
    dictionary.replaceKey("/Type", Object::newName("/XObject"));
    dictionary.replaceKey("/Subtype", Object::newName("/Image"));
    dictionary.replaceKey("/Width", Object::newInteger(picture.width));
    dictionary.replaceKey("/Height", Object::newInteger(picture.height));
    if (picture.coding == LayerCoding::Jpeg) {
        dictionary.replaceKey("/BitsPerComponent", Object::newInteger(8));
        dictionary.replaceKey("/ColorSpace",
                              Object::newName(picture.components == 1 ? "/DeviceGray" : "/DeviceRGB"));
    } else {
        dictionary.replaceKey("/BitsPerComponent", Object::newInteger(1));
        dictionary.replaceKey("/ImageMask", Object::newBool(true));
    }
    return image;
}

QByteArray colorOperator(const LayerColor &color)
{
    constexpr int decimals = 4;
    QByteArray out;
    for (const int channel : {color.red, color.green, color.blue})
        out += pdfNumber(channel / 255.0, decimals) + ' ';
    return out + "rg ";
}

} // namespace

void pipeFile(Pipeline *to, const QString &path, qint64 offset, qint64 size)
{
    constexpr qint64 chunk = qint64{256} << 10;
    QFile file(path);
    bool readable = file.open(QIODevice::ReadOnly) && file.seek(offset);
    for (qint64 left = size; readable && left > 0;) {
        const QByteArray bytes = file.read(std::min(chunk, left));
        readable = !bytes.isEmpty();
        left -= bytes.size();
        to->write(bytes.constData(), static_cast<size_t>(bytes.size()));
    }
    if (!readable)
        throw ErrorThroughQpdf(Error{ErrorCode::ImageUnreadable, {{u"path"_s, path}}, file.errorString()});
    to->finish();
}

PagePainting paintPage(QPDF &pdf, const PdfPage &page, const PageLayers &layers)
{
    PagePainting painting{Object::newDictionary(), {}};
    int images = 0;
    const auto points = [&page](double pixels) { return pdfNumber(toPoints(pixels, page.dpi), 3); };
    for (const Layer &layer : layers.layers) {
        const PixelBox &box = layer.box;
        const QByteArray x = points(box.x);
        const QByteArray y = points(page.height - box.bottom());
        const QByteArray width = points(box.width);
        const QByteArray height = points(box.height);
        painting.operators += "q ";
        if (!layer.picture)
            painting.operators += colorOperator(layer.color);
        if (!layer.picture && !layer.mask) {
            painting.operators += x + ' ' + y + ' ' + width + ' ' + height + " re f Q\n";
            continue;
        }
        Object image = imageObject(pdf, page.imageFile, layer.picture ? *layer.picture : *layer.mask);
        if (layer.picture && layer.mask)
            image.getDict().replaceKey("/Mask", imageObject(pdf, page.imageFile, *layer.mask));
        const QByteArray name = "/Im" + QByteArray::number(++images);
        painting.images.replaceKey(name.toStdString(), image);
        painting.operators += width + " 0 0 " + height + ' ' + x + ' ' + y + " cm " + name + " Do Q\n";
    }
    return painting;
}

} // namespace sohoa
