// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdf_writer.h"

#include "core/pdf/invisible_font.h"
#include "core/pdf/jpeg_header.h"
#include "core/pdf/pdf_output.h"
#include "core/pdf/pdf_text.h"
#include "core/pdf/srgb_profile.h"
#include "core/pdf/text_layer.h"
#include "core/pdf/xmp.h"

#include <QFile>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <cmath>
#include <functional>
#include <string>
#include <string_view>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Object = QPDFObjectHandle;

// ISO 19005-2, 6.1.13: sides of a page in points.
constexpr double shortestSide = 3;
constexpr double longestSide = 14400;
// ISO 19005-2, 6.1.13: a string has at most 32767 bytes; ours are UTF-16.
constexpr int longestText = 10'000;

PdfMetadata printable(PdfMetadata metadata)
{
    for (auto field :
         {&PdfMetadata::title, &PdfMetadata::author, &PdfMetadata::subject, &PdfMetadata::dossierCode,
          &PdfMetadata::number, &PdfMetadata::procedureCode, &PdfMetadata::procedureName, &PdfMetadata::agency,
          &PdfMetadata::documentType, &PdfMetadata::issueDate, &PdfMetadata::language, &PdfMetadata::producer})
        metadata.*field = printableText((metadata.*field).left(longestText));
    return metadata;
}

/// "D:20261123095932+07'00'": the moment of XMP's date in the form of the Info dictionary.
std::string pdfDate(Instant instant)
{
    QString digits = instant.toVietnamTime().left(19);
    digits.remove(u'-').remove(u':').remove(u'T');
    return "D:" + digits.toStdString() + "+07'00'";
}

Object text(const QString &value)
{
    return Object::newUnicodeString(value.toStdString());
}

Object number(double value)
{
    return Object::newReal(pdfNumber(value).toStdString());
}

Object stream(QPDF &pdf, const QByteArray &bytes)
{
    return Object::newStream(&pdf, bytes.toStdString());
}

Object fromFunction(QPDF &pdf, const std::function<void(Pipeline *)> &provide, const Object &filter)
{
    Object made = Object::newStream(&pdf);
    made.replaceStreamData(provide, filter, Object::newNull());
    return made;
}

void pipe(Pipeline *to, const QByteArray &bytes)
{
    to->write(bytes.constData(), static_cast<size_t>(bytes.size()));
}

void pipeFile(Pipeline *to, const QString &path)
{
    constexpr qint64 chunk = qint64{256} << 10;
    QFile file(path);
    bool readable = file.open(QIODevice::ReadOnly);
    while (readable && !file.atEnd()) {
        const QByteArray bytes = file.read(chunk);
        readable = !bytes.isEmpty();
        pipe(to, bytes);
    }
    if (!readable)
        throw ErrorThroughQpdf(Error{ErrorCode::ImageUnreadable, {{u"path"_s, path}}, file.errorString()});
    to->finish();
}

/// One document while it is put together. Objects are made in the order in which they are met, so that the same
/// document always gives the same file.
class Assembly {
public:
    Assembly(const PdfMetadata &metadata, const std::vector<PdfPage> &pages,
             const std::vector<JpegHeader> &headers)
        : m_metadata(metadata)
        , m_pages(pages)
        , m_headers(headers)
        , m_characters(pages)
    {
        m_pdf.emptyPDF();
        m_pdf.setSuppressWarnings(true);
    }

    void write(PdfOutput &output)
    {
        if (m_characters.isTooLarge())
            throw ErrorThroughQpdf(Error{ErrorCode::PdfWriteFailed, {}, u"more characters than a font holds"_s});
        addDocumentInformation();
        addOutputIntent();
        m_font = makeFont();
        addPages();
        addPageLabels();

        QPDFWriter writer(m_pdf);
        writer.setOutputPipeline(&output);
        writer.forcePDFVersion("1.7");
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setNewlineBeforeEndstream(true);
        writer.setDeterministicID(true);
        writer.write();
    }

private:
    void addDocumentInformation()
    {
        Object info = m_pdf.makeIndirectObject(Object::newDictionary());
        const auto set = [&info](const char *key, const QString &value) {
            if (!value.isEmpty())
                info.replaceKey(key, text(value));
        };
        set("/Title", m_metadata.title);
        set("/Author", m_metadata.author);
        set("/Subject", m_metadata.subject);
        set("/Creator", m_metadata.producer);
        set("/Producer", m_metadata.producer);
        info.replaceKey("/CreationDate", Object::newString(pdfDate(m_metadata.created)));
        info.replaceKey("/ModDate", Object::newString(pdfDate(m_metadata.created)));
        m_pdf.getTrailer().replaceKey("/Info", info);

        Object packet = stream(m_pdf, xmpPacket(m_metadata));
        packet.getDict().replaceKey("/Type", Object::newName("/Metadata"));
        packet.getDict().replaceKey("/Subtype", Object::newName("/XML"));
        Object root = m_pdf.getRoot();
        root.replaceKey("/Metadata", packet);
        root.replaceKey("/Lang", text(m_metadata.language));
        root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
    }

    void addOutputIntent()
    {
        Object profile = Object::newStream(&m_pdf, std::string(srgbProfile()));
        profile.getDict().replaceKey("/N", Object::newInteger(3));
        Object intent = Object::parse("<< /Type /OutputIntent /S /GTS_PDFA1 /RegistryName (http://www.color.org)"
                                      "   /OutputConditionIdentifier (sRGB IEC61966-2.1)"
                                      "   /Info (sRGB IEC61966-2.1) >>");
        intent.replaceKey("/DestOutputProfile", profile);
        Object intents = Object::newArray();
        intents.appendItem(m_pdf.makeIndirectObject(intent));
        m_pdf.getRoot().replaceKey("/OutputIntents", intents);
    }

    Object makeFont()
    {
        namespace face = invisible_font;
        const std::string name = "/" + std::string(face::name);
        const QByteArray program = face::program();
        Object file = stream(m_pdf, program);
        file.getDict().replaceKey("/Length1", Object::newInteger(program.size()));

        // Flags 4: symbolic, as a font outside the standard Latin set is.
        Object descriptor = Object::parse("<< /Type /FontDescriptor /Flags 4 /ItalicAngle 0 /StemV 80 >>");
        descriptor.replaceKey("/FontName", Object::newName(name));
        descriptor.replaceKey("/FontBBox", Object::newArray(QPDFObjectHandle::Rectangle(
                                               0, face::descent, face::advance, face::ascent)));
        descriptor.replaceKey("/Ascent", Object::newInteger(face::ascent));
        descriptor.replaceKey("/Descent", Object::newInteger(face::descent));
        descriptor.replaceKey("/CapHeight", Object::newInteger(face::ascent));
        descriptor.replaceKey("/FontFile2", file);

        Object descendant =
            Object::parse("<< /Type /Font /Subtype /CIDFontType2"
                          "   /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
        descendant.replaceKey("/BaseFont", Object::newName(name));
        descendant.replaceKey("/DW", Object::newInteger(face::advance));
        descendant.replaceKey("/CIDToGIDMap", stream(m_pdf, m_characters.glyphMap()));
        descendant.replaceKey("/FontDescriptor", m_pdf.makeIndirectObject(descriptor));

        Object font = Object::parse("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>");
        font.replaceKey("/BaseFont", Object::newName(name));
        Object descendants = Object::newArray();
        descendants.appendItem(m_pdf.makeIndirectObject(descendant));
        font.replaceKey("/DescendantFonts", descendants);
        font.replaceKey("/ToUnicode", stream(m_pdf, m_characters.toUnicode()));
        return m_pdf.makeIndirectObject(font);
    }

    Object makeImage(const PdfPage &page, const JpegHeader &header)
    {
        Object image = fromFunction(
            m_pdf, [path = page.imageFile](Pipeline *to) { pipeFile(to, path); }, Object::newName("/DCTDecode"));
        Object dictionary = image.getDict();
        dictionary.replaceKey("/Type", Object::newName("/XObject"));
        dictionary.replaceKey("/Subtype", Object::newName("/Image"));
        dictionary.replaceKey("/Width", Object::newInteger(header.width));
        dictionary.replaceKey("/Height", Object::newInteger(header.height));
        dictionary.replaceKey("/BitsPerComponent", Object::newInteger(8));
        dictionary.replaceKey("/ColorSpace",
                              Object::newName(header.components == 1 ? "/DeviceGray" : "/DeviceRGB"));
        return image;
    }

    void addPages()
    {
        QPDFPageDocumentHelper document(m_pdf);
        for (size_t i = 0; i < m_pages.size(); ++i) {
            const PdfPage &page = m_pages[i];
            const double width = toPoints(page.width, page.dpi);
            const double height = toPoints(page.height, page.dpi);

            Object box = Object::newArray();
            for (const double side : {0.0, 0.0, width, height})
                box.appendItem(number(side));
            Object images = Object::newDictionary();
            images.replaceKey("/Im1", makeImage(page, m_headers[i]));
            Object resources = Object::newDictionary();
            resources.replaceKey("/XObject", images);
            // Made while the file is written: the operators of all pages never exist together.
            const auto content = [this, &page, width, height](Pipeline *to) {
                pipe(to, "q " + pdfNumber(width) + " 0 0 " + pdfNumber(height) + " 0 0 cm /Im1 Do Q\n");
                pipe(to, textOperators(page, m_characters));
                to->finish();
            };
            if (!page.words.empty()) {
                Object fonts = Object::newDictionary();
                fonts.replaceKey("/F1", m_font);
                resources.replaceKey("/Font", fonts);
            }

            Object dictionary = Object::parse("<< /Type /Page >>");
            dictionary.replaceKey("/MediaBox", box);
            dictionary.replaceKey("/Resources", resources);
            dictionary.replaceKey("/Contents", fromFunction(m_pdf, content, Object::newNull()));
            document.addPage(m_pdf.makeIndirectObject(dictionary), false);
        }
    }

    void addPageLabels()
    {
        Object numbers = Object::newArray();
        bool any = false;
        for (size_t i = 0; i < m_pages.size(); ++i) {
            const QString label = printableText(m_pages[i].label);
            any = any || !label.isEmpty();
            Object entry = Object::newDictionary();
            if (label.isEmpty()) {
                entry.replaceKey("/S", Object::newName("/D"));
                entry.replaceKey("/St", Object::newInteger(static_cast<long long>(i) + 1));
            } else {
                entry.replaceKey("/P", text(label));
            }
            numbers.appendItem(Object::newInteger(static_cast<long long>(i)));
            numbers.appendItem(entry);
        }
        if (!any)
            return;
        Object labels = Object::newDictionary();
        labels.replaceKey("/Nums", numbers);
        m_pdf.getRoot().replaceKey("/PageLabels", labels);
    }

    const PdfMetadata &m_metadata;
    const std::vector<PdfPage> &m_pages;
    const std::vector<JpegHeader> &m_headers;
    CharacterSet m_characters;
    QPDF m_pdf;
    Object m_font;
};

/// A picture of fewer pixels keeps the page's proportion up to the rounding of its smaller side.
bool sameProportion(const PdfPage &page, const JpegHeader &header)
{
    const double expected = static_cast<double>(page.height) * header.width / page.width;
    return std::abs(expected - header.height) <= 1 + static_cast<double>(page.height) / page.width;
}

Result<std::vector<JpegHeader>> checkPages(const std::vector<PdfPage> &pages)
{
    std::vector<JpegHeader> headers;
    headers.reserve(pages.size());
    for (const PdfPage &page : pages) {
        const auto inRange = [&page](int side) {
            return toPoints(side, page.dpi) >= shortestSide && toPoints(side, page.dpi) <= longestSide;
        };
        if (page.dpi <= 0 || !inRange(page.width) || !inRange(page.height))
            return fail(ErrorCode::PdfWriteFailed,
                        u"page of %1 x %2 pixels at %3 dpi"_s.arg(page.width).arg(page.height).arg(page.dpi));
        const auto header = readJpegHeader(page.imageFile);
        if (!header)
            return fail(header.error());
        if (!sameProportion(page, *header))
            return fail(ErrorCode::ImageUnreadable,
                        u"picture of %1 x %2 for a page of %3 x %4"_s.arg(header->width)
                            .arg(header->height)
                            .arg(page.width)
                            .arg(page.height),
                        {{u"path"_s, page.imageFile}});
        headers.push_back(*header);
    }
    return headers;
}

} // namespace

Result<PdfFile> writePdf(const PdfMetadata &metadata, const std::vector<PdfPage> &pages, const QString &path)
{
    const PdfMetadata clean = printable(metadata);
    if (pages.empty())
        return fail(ErrorCode::PdfWriteFailed, u"no pages"_s);
    if (clean.title.isEmpty() || clean.language.isEmpty())
        return fail(ErrorCode::PdfWriteFailed, u"no title or no language"_s);
    const auto headers = checkPages(pages);
    if (!headers)
        return fail(headers.error());
    auto file = DurableFile::create(path);
    if (!file)
        return fail(file.error());

    PdfOutput output(*file);
    try {
        Assembly(clean, pages, *headers).write(output);
    } catch (const ErrorThroughQpdf &ours) {
        return fail(ours.error());
    } catch (const std::exception &failure) {
        return fail(ErrorCode::PdfWriteFailed, QString::fromUtf8(failure.what()));
    }
    if (auto committed = file->commit(); !committed)
        return fail(committed.error());
    return PdfFile{output.sha256(), output.bytes()};
}

} // namespace sohoa
