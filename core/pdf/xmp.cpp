// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/xmp.h"

#include "core/pdf/xmp_schemas.h"

#include <QBuffer>
#include <QXmlStreamWriter>

#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;
using namespace schemas;

namespace {

// ISO 19005-2, 6.6.2.3.3.
const auto pdfaExtension = u"http://www.aiim.org/pdfa/ns/extension/"_s;
const auto pdfaSchema = u"http://www.aiim.org/pdfa/ns/schema#"_s;
const auto pdfaProperty = u"http://www.aiim.org/pdfa/ns/property#"_s;

const auto scanResolution = u"scanResolution"_s;
const auto scanScale = u"scanScale"_s;
const auto scanColor = u"scanColor"_s;

struct OwnProperty {
    QString name;
    QString PdfMetadata::*value;
    QString description;
    QString type = u"Text"_s;
};

/// Those without a member are made from ScanFacts.
const std::array<OwnProperty, 10> &ownProperties()
{
    static const std::array<OwnProperty, 10> properties = {{
        {u"dossierCode"_s, &PdfMetadata::dossierCode, u"Code of the dossier the document belongs to"_s},
        {u"number"_s, &PdfMetadata::number, u"Number and symbol of the document as printed"_s},
        {u"procedureCode"_s, &PdfMetadata::procedureCode, u"National code of the administrative procedure"_s},
        {u"procedureName"_s, &PdfMetadata::procedureName, u"Name of the administrative procedure"_s},
        {u"agency"_s, &PdfMetadata::agency, u"Agency that handled the dossier"_s},
        {u"documentType"_s, &PdfMetadata::documentType, u"Identifier of the document's type"_s},
        {u"issueDate"_s, &PdfMetadata::issueDate, u"Day, month or year of issue, ISO 8601"_s},
        {scanResolution, nullptr, u"Least resolution of the scanned pages, pixels per inch"_s, u"Integer"_s},
        {scanScale, nullptr, u"Size of the pages against their paper, per cent"_s, u"Integer"_s},
        {scanColor, nullptr, u"Colour of the scanned pages: color, gray or mixed"_s},
    }};
    return properties;
}

class Packet {
public:
    Packet(const PdfMetadata &metadata, const ScanFacts &scan)
        : m_metadata(metadata)
        , m_scan(scan)
        , m_buffer(&m_bytes)
        , m_xml(&m_buffer)
    {
        m_buffer.open(QIODevice::WriteOnly);
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(0);
    }

    QByteArray make()
    {
        m_xml.writeProcessingInstruction(u"xpacket"_s, u"begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\""_s);
        m_xml.writeNamespace(u"adobe:ns:meta/"_s, u"x"_s);
        m_xml.writeStartElement(u"adobe:ns:meta/"_s, u"xmpmeta"_s);
        m_xml.writeNamespace(rdf, u"rdf"_s);
        m_xml.writeStartElement(rdf, u"RDF"_s);
        identification();
        dublinCore();
        basic();
        own();
        extension();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeProcessingInstruction(u"xpacket"_s, u"end=\"w\""_s);
        m_buffer.close();
        return m_bytes + '\n';
    }

private:
    void begin(const QString &name, const QString &prefix)
    {
        m_xml.writeStartElement(rdf, u"Description"_s);
        m_xml.writeNamespace(name, prefix);
        m_xml.writeAttribute(rdf, u"about"_s, QString());
    }

    void array(const QString &name, const QString &kind, const QStringList &items,
               const QStringList &languages = {})
    {
        m_xml.writeStartElement(dc, name);
        m_xml.writeStartElement(rdf, kind);
        for (qsizetype i = 0; i < items.size(); ++i) {
            m_xml.writeStartElement(rdf, u"li"_s);
            if (!languages.isEmpty())
                m_xml.writeAttribute(u"xml:lang"_s, languages[i]);
            m_xml.writeCharacters(items[i]);
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void alternatives(const QString &name, const QString &text)
    {
        array(name, u"Alt"_s, {text, text}, {u"x-default"_s, m_metadata.language});
    }

    void identification()
    {
        begin(pdfaid, u"pdfaid"_s);
        const bool first = m_metadata.conformance == PdfConformance::A1b;
        const bool unicode = m_metadata.conformance == PdfConformance::A2u;
        m_xml.writeTextElement(pdfaid, u"part"_s, first ? u"1"_s : u"2"_s);
        m_xml.writeTextElement(pdfaid, u"conformance"_s, unicode ? u"U"_s : u"B"_s);
        m_xml.writeEndElement();
    }

    void dublinCore()
    {
        begin(dc, u"dc"_s);
        m_xml.writeTextElement(dc, u"format"_s, u"application/pdf"_s);
        alternatives(u"title"_s, m_metadata.title);
        if (!m_metadata.author.isEmpty())
            array(u"creator"_s, u"Seq"_s, {m_metadata.author});
        if (!m_metadata.subject.isEmpty())
            alternatives(u"description"_s, m_metadata.subject);
        array(u"language"_s, u"Bag"_s, {m_metadata.language});
        m_xml.writeEndElement();
    }

    void basic()
    {
        const QString date = m_metadata.created.toVietnamTime();
        begin(xmp, u"xmp"_s);
        for (const QString &name : {u"CreateDate"_s, u"ModifyDate"_s, u"MetadataDate"_s})
            m_xml.writeTextElement(xmp, name, date);
        if (!m_metadata.producer.isEmpty())
            m_xml.writeTextElement(xmp, u"CreatorTool"_s, m_metadata.producer);
        m_xml.writeEndElement();
        if (m_metadata.producer.isEmpty())
            return;
        begin(pdf, u"pdf"_s);
        m_xml.writeTextElement(pdf, u"Producer"_s, m_metadata.producer);
        m_xml.writeEndElement();
    }

    void own()
    {
        const QString name = QString::fromLatin1(sohoaNamespace);
        begin(name, u"sohoa"_s);
        for (const OwnProperty &property : ownProperties())
            if (property.value && !(m_metadata.*property.value).isEmpty())
                m_xml.writeTextElement(name, property.name, m_metadata.*property.value);
        m_xml.writeTextElement(name, scanResolution, QString::number(m_scan.leastDpi));
        m_xml.writeTextElement(name, scanScale, u"100"_s);
        m_xml.writeTextElement(name, scanColor,
                               m_scan.allColor   ? u"color"_s
                               : m_scan.anyColor ? u"mixed"_s
                                                 : u"gray"_s);
        m_xml.writeEndElement();
    }

    void resource() { m_xml.writeAttribute(rdf, u"parseType"_s, u"Resource"_s); }

    void extension()
    {
        begin(pdfaExtension, u"pdfaExtension"_s);
        m_xml.writeNamespace(pdfaSchema, u"pdfaSchema"_s);
        m_xml.writeNamespace(pdfaProperty, u"pdfaProperty"_s);
        m_xml.writeStartElement(pdfaExtension, u"schemas"_s);
        m_xml.writeStartElement(rdf, u"Bag"_s);
        m_xml.writeStartElement(rdf, u"li"_s);
        resource();
        m_xml.writeTextElement(pdfaSchema, u"schema"_s, u"Sohoa dossier schema"_s);
        m_xml.writeTextElement(pdfaSchema, u"namespaceURI"_s, QString::fromLatin1(sohoaNamespace));
        m_xml.writeTextElement(pdfaSchema, u"prefix"_s, u"sohoa"_s);
        m_xml.writeStartElement(pdfaSchema, u"property"_s);
        m_xml.writeStartElement(rdf, u"Seq"_s);
        for (const OwnProperty &property : ownProperties()) {
            if (property.value && (m_metadata.*property.value).isEmpty())
                continue; // Only what is used has to be described.
            m_xml.writeStartElement(rdf, u"li"_s);
            resource();
            m_xml.writeTextElement(pdfaProperty, u"name"_s, property.name);
            m_xml.writeTextElement(pdfaProperty, u"valueType"_s, property.type);
            m_xml.writeTextElement(pdfaProperty, u"category"_s, u"external"_s);
            m_xml.writeTextElement(pdfaProperty, u"description"_s, property.description);
            m_xml.writeEndElement();
        }
        for (int open = 0; open < 6; ++open)
            m_xml.writeEndElement();
    }

    const PdfMetadata &m_metadata;
    const ScanFacts &m_scan;
    QByteArray m_bytes;
    QBuffer m_buffer;
    QXmlStreamWriter m_xml;
};

} // namespace

QByteArray xmpPacket(const PdfMetadata &metadata, const ScanFacts &scan)
{
    return Packet(metadata, scan).make();
}

} // namespace sohoa
