// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/dates.h"
#include "core/pdf/pdfa_check.h"
#include "core/pdf/xmp_schemas.h"

#include <QDateTime>
#include <QMap>
#include <QTimeZone>
#include <QXmlStreamReader>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <string>

namespace sohoa {

using namespace Qt::StringLiterals;
using namespace schemas;

namespace {

using Object = QPDFObjectHandle;

constexpr size_t largestPacket = size_t{4} << 20;

/// Properties of a packet, "namespace|name" to the first value: the first item of an array, the x-default of a
/// language alternative (written first, as ISO 16684-1 demands).
using Properties = QMap<QString, QString>;

QString key(QStringView space, QStringView name)
{
    return space.toString() + u'|' + name.toString();
}

void takeAttributes(const QXmlStreamReader &xml, Properties &found)
{
    for (const QXmlStreamAttribute &attribute : xml.attributes())
        if (attribute.namespaceUri() != rdf)
            found.insert(key(attribute.namespaceUri(), attribute.name()), attribute.value().toString());
}

/// The text of the first rdf:li, or of the element itself; reads to the element's end.
QString firstText(QXmlStreamReader &xml)
{
    QString own;
    QString item;
    bool haveItem = false;
    int depth = 1;
    while (depth > 0 && !xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            ++depth;
            break;
        case QXmlStreamReader::EndElement:
            haveItem = haveItem || xml.name() == u"li"_s;
            --depth;
            break;
        case QXmlStreamReader::Characters:
            if (depth == 1)
                own += xml.text();
            else if (!haveItem)
                item += xml.text();
            break;
        default:
            break;
        }
    }
    return haveItem ? item.trimmed() : own.trimmed();
}

Properties readPacket(const QByteArray &packet, QString &fault)
{
    Properties found;
    QXmlStreamReader xml(packet);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const bool container = xml.namespaceUri() == rdf || xml.name() == u"xmpmeta"_s;
        if (container) {
            takeAttributes(xml, found);
            continue;
        }
        const QString name = key(xml.namespaceUri(), xml.name());
        const QString value = firstText(xml);
        if (!found.contains(name))
            found.insert(name, value);
    }
    if (xml.hasError())
        fault = xml.errorString();
    return found;
}

/// "D:20261123095932+07'00'" as a moment; nothing when it is no such date.
QDateTime pdfMoment(const QString &text)
{
    QString digits = text.startsWith(u"D:"_s) ? text.mid(2) : text;
    const QDateTime local = QDateTime::fromString(digits.left(14), u"yyyyMMddHHmmss"_s);
    const QString zone = digits.mid(14);
    if (!local.isValid())
        return {};
    int offset = 0;
    if (zone.size() >= 3 && zone[0] != u'Z') {
        const int sign = zone[0] == u'-' ? -1 : 1;
        offset = sign * (zone.mid(1, 2).toInt() * 3600 + zone.mid(4, 2).toInt() * 60);
    }
    return QDateTime(local.date(), local.time(), QTimeZone::utc()).addSecs(-offset);
}

class Metadata {
public:
    explicit Metadata(QPDF &pdf)
        : m_pdf(pdf)
    {
    }

    PdfaClaim check()
    {
        Object stream = m_pdf.getRoot().getKey("/Metadata");
        if (!stream.isStream()) {
            add(u"6.6.2.1"_s, u"no XMP metadata"_s);
            return std::move(m_claim);
        }
        const auto buffer = stream.getStreamData(qpdf_dl_generalized);
        if (buffer->getSize() > largestPacket) {
            add(u"6.6.2.1"_s, u"XMP metadata beyond any use"_s);
            return std::move(m_claim);
        }
        QString fault;
        m_properties = readPacket(QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()),
                                             static_cast<qsizetype>(buffer->getSize())),
                                  fault);
        if (!fault.isEmpty())
            add(u"6.6.2.1"_s, u"XMP is not well formed: "_s + fault);
        m_claim.part = property(pdfaid, u"part"_s).toInt();
        m_claim.conformance = property(pdfaid, u"conformance"_s);
        const bool known =
            (m_claim.part == 2 && (m_claim.conformance == u"U"_s || m_claim.conformance == u"B"_s)) ||
            (m_claim.part == 1 && m_claim.conformance == u"B"_s);
        if (!known)
            add(u"6.6.4"_s, u"claims neither PDF/A-2u nor 2b nor 1b"_s);
        compareWithInfo();
        return std::move(m_claim);
    }

private:
    void add(const QString &rule, const QString &detail) { m_claim.violations.push_back({rule, detail}); }
    QString property(const QString &space, const QString &name) const
    {
        return m_properties.value(key(space, name));
    }

    void compareWithInfo()
    {
        Object info = m_pdf.getTrailer().getKey("/Info");
        if (!info.isDictionary())
            return;
        const auto text = [&info](const char *name) {
            Object value = info.getKey(name);
            return value.isString() ? QString::fromStdString(value.getUTF8Value()) : QString();
        };
        const auto same = [&](const char *name, const QString &space, const QString &member) {
            const QString own = text(name);
            if (!own.isEmpty() && own.trimmed() != property(space, member))
                add(u"6.6.3"_s, u"Info %1 and XMP differ"_s.arg(QString::fromLatin1(name)));
        };
        same("/Title", dc, u"title"_s);
        same("/Author", dc, u"creator"_s);
        same("/Subject", dc, u"description"_s);
        same("/Producer", pdf, u"Producer"_s);
        same("/Creator", xmp, u"CreatorTool"_s);
        const auto sameDate = [&](const char *name, const QString &member) {
            const QString own = text(name);
            const QDateTime theirs = QDateTime::fromString(property(xmp, member), Qt::ISODate);
            if (!own.isEmpty() && (!theirs.isValid() || pdfMoment(own) != theirs))
                add(u"6.6.3"_s, u"Info %1 and XMP differ"_s.arg(QString::fromLatin1(name)));
        };
        sameDate("/CreationDate", u"CreateDate"_s);
        sameDate("/ModDate", u"ModifyDate"_s);
    }

    QPDF &m_pdf;
    Properties m_properties;
    PdfaClaim m_claim;
};

} // namespace

PdfaClaim checkMetadata(QPDF &pdf)
{
    return Metadata(pdf).check();
}

} // namespace sohoa
