// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdf_writer.h"

#include "core/pdf/invisible_font.h"
#include "core/pdf/page_painting.h"
#include "core/pdf/page_picture.h"
#include "core/pdf/pdf_output.h"
#include "core/pdf/pdf_text.h"
#include "core/pdf/srgb_profile.h"
#include "core/pdf/text_layer.h"
#include "core/pdf/xmp.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Object = QPDFObjectHandle;

// ISO 19005-2, 6.1.13: a string has at most 32767 bytes; ours are UTF-16.
constexpr int longestText = 10'000;

PdfMetadata printable(PdfMetadata metadata)
{
    for (auto field :
         {&PdfMetadata::title, &PdfMetadata::author, &PdfMetadata::subject, &PdfMetadata::dossierCode,
          &PdfMetadata::number, &PdfMetadata::procedureCode, &PdfMetadata::procedureName, &PdfMetadata::agency,
          &PdfMetadata::documentType, &PdfMetadata::issueDate, &PdfMetadata::language, &PdfMetadata::producer})
        metadata.*field = printableText((metadata.*field).left(longestText));
    for (PdfBookmark &bookmark : metadata.bookmarks)
        bookmark.title = printableText(bookmark.title.left(longestText));
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

void pipe(Pipeline *to, const QByteArray &bytes)
{
    to->write(bytes.constData(), static_cast<size_t>(bytes.size()));
}

/// One document while it is put together. Objects are made in the order in which they are met, so that the same
/// document always gives the same file.
class Assembly {
public:
    Assembly(const PdfMetadata &metadata, const std::vector<PdfPage> &pages,
             const std::vector<PageLayers> &pictures)
        : m_metadata(metadata)
        , m_pages(pages)
        , m_pictures(pictures)
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
        m_fonts = makeFonts();
        addPages();
        addPageLabels();
        addOutline();

        QPDFWriter writer(m_pdf);
        writer.setOutputPipeline(&output);
        writer.forcePDFVersion(m_metadata.conformance == PdfConformance::A1b ? "1.4" : "1.7");
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setNewlineBeforeEndstream(true);
        writer.setDeterministicID(true);
        writer.write();
    }

private:
    ScanFacts scanFacts() const
    {
        ScanFacts facts{std::ranges::min(m_pages, {}, &PdfPage::dpi).dpi,
                        std::ranges::all_of(m_pictures, hasColor), std::ranges::any_of(m_pictures, hasColor)};
        return facts;
    }

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

        Object packet = stream(m_pdf, xmpPacket(m_metadata, scanFacts()));
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

    /// The fonts that the words of all pages take, by their resource names.
    Object makeFonts()
    {
        namespace face = invisible_font;
        std::set<size_t> used;
        for (const PdfPage &page : m_pages)
            used.merge(fontsOf(page));
        Object fonts = Object::newDictionary();
        if (used.empty())
            return fonts;
        const QByteArray program = face::program();
        Object file = stream(m_pdf, program);
        file.getDict().replaceKey("/Length1", Object::newInteger(program.size()));
        Object glyphs = stream(m_pdf, m_characters.glyphMap());
        Object unicode = stream(m_pdf, m_characters.toUnicode());
        for (const size_t index : used)
            fonts.replaceKey("/F" + std::to_string(index), makeFont(face::reaches[index], file, glyphs, unicode));
        return m_pdf.makeIndirectObject(fonts);
    }

    Object makeFont(const invisible_font::Reach &reach, const Object &file, const Object &glyphs,
                    const Object &unicode)
    {
        namespace face = invisible_font;
        const std::string name = "/" + std::string(face::name);
        // Flags 4: symbolic, as a font outside the standard Latin set is.
        Object descriptor = Object::parse("<< /Type /FontDescriptor /Flags 4 /ItalicAngle 0 /StemV 80 >>");
        descriptor.replaceKey("/FontName", Object::newName(name));
        descriptor.replaceKey("/FontBBox", Object::newArray(QPDFObjectHandle::Rectangle(
                                               0, face::descent, face::advance, face::ascent)));
        descriptor.replaceKey("/Ascent", Object::newInteger(reach.ascent));
        descriptor.replaceKey("/Descent", Object::newInteger(reach.descent));
        descriptor.replaceKey("/CapHeight", Object::newInteger(reach.ascent));
        descriptor.replaceKey("/FontFile2", file);

        Object descendant =
            Object::parse("<< /Type /Font /Subtype /CIDFontType2"
                          "   /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
        descendant.replaceKey("/BaseFont", Object::newName(name));
        descendant.replaceKey("/DW", Object::newInteger(face::advance));
        descendant.replaceKey("/CIDToGIDMap", glyphs);
        descendant.replaceKey("/FontDescriptor", m_pdf.makeIndirectObject(descriptor));

        Object font = Object::parse("<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>");
        font.replaceKey("/BaseFont", Object::newName(name));
        Object descendants = Object::newArray();
        descendants.appendItem(m_pdf.makeIndirectObject(descendant));
        font.replaceKey("/DescendantFonts", descendants);
        font.replaceKey("/ToUnicode", unicode);
        return m_pdf.makeIndirectObject(font);
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
            const PagePainting painting = paintPage(m_pdf, page, m_pictures[i]);
            Object resources = Object::newDictionary();
            resources.replaceKey("/XObject", painting.images);
            // Made while the file is written: the operators of all pages never exist together.
            const std::function<void(Pipeline *)> content = [this, &page,
                                                             paint = painting.operators](Pipeline *to) {
                pipe(to, paint);
                pipe(to, textOperators(page, m_characters));
                to->finish();
            };
            if (!page.words.empty())
                resources.replaceKey("/Font", m_fonts);

            Object dictionary = Object::parse("<< /Type /Page >>");
            dictionary.replaceKey("/MediaBox", box);
            dictionary.replaceKey("/Resources", resources);
            Object contents = Object::newStream(&m_pdf);
            contents.replaceStreamData(content, Object::newNull(), Object::newNull());
            dictionary.replaceKey("/Contents", contents);
            document.addPage(m_pdf.makeIndirectObject(dictionary), false);
        }
    }

    void addOutline()
    {
        const std::vector<PdfBookmark> &bookmarks = m_metadata.bookmarks;
        if (bookmarks.empty())
            return;
        const std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(m_pdf).getAllPages();
        Object outline = m_pdf.makeIndirectObject(Object::parse("<< /Type /Outlines >>"));
        Object before;
        for (const PdfBookmark &bookmark : bookmarks) {
            Object item = m_pdf.makeIndirectObject(Object::newDictionary());
            Object place = Object::newArray();
            place.appendItem(pages[static_cast<size_t>(bookmark.page)].getObjectHandle());
            place.appendItem(Object::newName("/Fit"));
            item.replaceKey("/Title", text(bookmark.title));
            item.replaceKey("/Parent", outline);
            item.replaceKey("/Dest", place);
            if (before.isInitialized()) {
                item.replaceKey("/Prev", before);
                before.replaceKey("/Next", item);
            } else {
                outline.replaceKey("/First", item);
            }
            before = item;
        }
        outline.replaceKey("/Last", before);
        outline.replaceKey("/Count", Object::newInteger(static_cast<long long>(bookmarks.size())));
        m_pdf.getRoot().replaceKey("/Outlines", outline);
        if (bookmarks.size() > 1)
            m_pdf.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
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
    const std::vector<PageLayers> &m_pictures;
    CharacterSet m_characters;
    QPDF m_pdf;
    Object m_fonts;
};

/// Bookmarks with something to show, each to a page that is there.
Result<void> checkBookmarks(const PdfMetadata &metadata, size_t pages)
{
    for (const PdfBookmark &bookmark : metadata.bookmarks)
        if (bookmark.page < 0 || static_cast<size_t>(bookmark.page) >= pages || bookmark.title.isEmpty())
            return fail(ErrorCode::PdfWriteFailed, u"bookmark to page %1"_s.arg(bookmark.page));
    return {};
}

} // namespace

std::optional<PdfConformance> pdfConformanceFrom(QStringView name)
{
    if (name == u"2u")
        return PdfConformance::A2u;
    if (name == u"2b")
        return PdfConformance::A2b;
    if (name == u"1b")
        return PdfConformance::A1b;
    return std::nullopt;
}

Result<PdfFile> writePdf(const PdfMetadata &metadata, const std::vector<PdfPage> &pages, const QString &path)
{
    const PdfMetadata clean = printable(metadata);
    if (pages.empty())
        return fail(ErrorCode::PdfWriteFailed, u"no pages"_s);
    if (clean.title.isEmpty() || clean.language.isEmpty())
        return fail(ErrorCode::PdfWriteFailed, u"no title or no language"_s);
    if (auto placed = checkBookmarks(clean, pages.size()); !placed)
        return fail(placed.error());
    std::vector<PageLayers> pictures;
    pictures.reserve(pages.size());
    for (const PdfPage &page : pages) {
        auto picture = readPagePicture(page);
        if (!picture)
            return fail(picture.error());
        pictures.push_back(std::move(*picture));
    }
    auto file = DurableFile::create(path);
    if (!file)
        return fail(file.error());

    PdfOutput output(*file);
    try {
        Assembly(clean, pages, pictures).write(output);
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
