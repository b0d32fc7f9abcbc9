// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdfa_check.h"

#include <QSet>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <string>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Object = QPDFObjectHandle;

constexpr int deepestNesting = 64; ///< Of direct objects in one indirect object.
constexpr size_t mostViolations = 200;

// ISO 19005-2, 6.5.1.
const QSet<QString> &forbiddenActions()
{
    static const QSet<QString> names = {u"/Launch"_s,     u"/Sound"_s,      u"/Movie"_s,       u"/ResetForm"_s,
                                        u"/ImportData"_s, u"/Hide"_s,       u"/SetOCGState"_s, u"/Rendition"_s,
                                        u"/Trans"_s,      u"/GoTo3DView"_s, u"/JavaScript"_s};
    return names;
}

// ISO 19005-2, 6.3.1: everything else that ISO 32000-1 knows may not be there.
const QSet<QString> &forbiddenAnnotations()
{
    static const QSet<QString> names = {u"/3D"_s, u"/Sound"_s, u"/Screen"_s, u"/Movie"_s};
    return names;
}

QString name(Object object)
{
    return object.isName() ? QString::fromStdString(object.getName()) : QString();
}

QString place(Object object)
{
    const QPDFObjGen id = object.getObjGen();
    return u"object %1"_s.arg(id.getObj());
}

class Check {
public:
    Check(QPDF &pdf, const PdfEnds &ends, const PdfaClaim &claim)
        : m_pdf(pdf)
        , m_ends(ends)
        , m_first(claim.part == 1)
        , m_everyCharacter(claim.conformance != u"B"_s)
    {
    }

    std::vector<PdfViolation> run()
    {
        checkEnds();
        checkTrailer();
        checkCatalog();
        checkOutputIntents();
        for (const Object &object : m_pdf.getAllObjects())
            walk(object, place(object), 0);
        return std::move(m_violations);
    }

private:
    void add(const QString &rule, const QString &detail)
    {
        if (m_violations.size() < mostViolations)
            m_violations.push_back({rule, detail});
    }

    void checkEnds()
    {
        const QByteArray &head = m_ends.head;
        if (!head.startsWith("%PDF-1.") || head.size() < 8 || head[7] < '0' || head[7] > '7')
            add(u"6.1.2"_s, u"the file does not begin with %PDF-1.0 to %PDF-1.7"_s);
        const qsizetype comment = head.indexOf('%', 1);
        int binary = 0;
        for (qsizetype at = comment + 1; comment > 0 && at < head.size() && at <= comment + 4; ++at)
            binary += static_cast<quint8>(head[at]) > 127 ? 1 : 0;
        if (binary < 4)
            add(u"6.1.2"_s, u"no comment of four binary bytes after the header"_s);
        const qsizetype end = m_ends.tail.lastIndexOf("%%EOF");
        const QByteArray after = end < 0 ? QByteArray("?") : m_ends.tail.mid(end + 5);
        if (after != "" && after != "\n" && after != "\r" && after != "\r\n")
            add(u"6.1.3"_s, u"bytes after the last %%EOF"_s);
    }

    void checkTrailer()
    {
        Object trailer = m_pdf.getTrailer();
        if (!trailer.getKey("/ID").isArray())
            add(u"6.1.3"_s, u"trailer without ID"_s);
        if (trailer.hasKey("/Encrypt"))
            add(u"6.1.3"_s, u"encrypted"_s);
    }

    void checkCatalog()
    {
        Object root = m_pdf.getRoot();
        if (root.hasKey("/AA"))
            add(u"6.5.2"_s, u"catalog with additional actions"_s);
        if (root.hasKey("/Requirements"))
            add(u"6.11"_s, u"catalog with Requirements"_s);
        if (root.hasKey("/NeedsRendering"))
            add(u"6.4.2"_s, u"catalog with NeedsRendering"_s);
        if (m_first && root.hasKey("/OCProperties"))
            add(u"19005-1, 6.1.13"_s, u"optional content"_s);
        if (Object names = root.getKey("/Names"); names.isDictionary()) {
            if (names.hasKey("/AlternatePresentations"))
                add(u"6.10"_s, u"alternate presentations"_s);
            if (names.hasKey("/JavaScript"))
                add(u"6.5.1"_s, u"JavaScript in the name dictionary"_s);
            if (names.hasKey("/EmbeddedFiles"))
                add(u"6.8"_s, u"embedded files, not looked into"_s);
        }
        if (Object form = root.getKey("/AcroForm"); form.isDictionary()) {
            if (form.hasKey("/XFA"))
                add(u"6.4.2"_s, u"XFA form"_s);
            Object need = form.getKey("/NeedAppearances");
            if (need.isBool() && need.getBoolValue())
                add(u"6.4.1"_s, u"form with NeedAppearances"_s);
        }
    }

    void checkOutputIntents()
    {
        Object intents = m_pdf.getRoot().getKey("/OutputIntents");
        int found = 0;
        for (int i = 0; intents.isArray() && i < intents.getArrayNItems(); ++i) {
            Object intent = intents.getArrayItem(i);
            if (!intent.isDictionary() || name(intent.getKey("/S")) != u"/GTS_PDFA1"_s)
                continue;
            ++found;
            Object profile = intent.getKey("/DestOutputProfile");
            if (!profile.isStream())
                add(u"6.2.3"_s, u"output intent without profile"_s);
            else
                checkProfile(profile);
        }
        if (found == 0)
            add(u"6.2.3"_s, u"no GTS_PDFA1 output intent"_s);
    }

    /// ICC.1:2010, 7.2: version at 8, class at 12, colour space at 16, signature at 36.
    void checkProfile(Object &profile)
    {
        const auto buffer = profile.getStreamData(qpdf_dl_generalized);
        const QByteArray bytes(reinterpret_cast<const char *>(buffer->getBuffer()),
                               static_cast<qsizetype>(buffer->getSize()));
        if (bytes.size() < 128 || bytes.mid(36, 4) != "acsp" || bytes[8] < 2 || bytes[8] > 4) {
            add(u"6.2.3"_s, u"output profile is no ICC profile of version 2 to 4"_s);
            return;
        }
        if (bytes.mid(12, 4) != "mntr" && bytes.mid(12, 4) != "prtr")
            add(u"6.2.3"_s, u"output profile is of no output device"_s);
        const QByteArray space = bytes.mid(16, 4);
        const int expected = space == "GRAY" ? 1 : space == "CMYK" ? 4 : 3;
        Object components = profile.getDict().getKey("/N");
        if (!components.isInteger() || components.getIntValue() != expected)
            add(u"6.2.3"_s, u"output profile with a wrong N"_s);
    }

    void walk(Object object, const QString &where, int depth)
    {
        if (depth > deepestNesting)
            return;
        if (object.isStream()) {
            checkStream(object, where);
            object = object.getDict();
        }
        if (object.isDictionary()) {
            checkDictionary(object, where);
            for (const std::string &key : object.getKeys())
                descend(object.getKey(key), where, depth);
        } else if (object.isArray()) {
            for (int i = 0; i < object.getArrayNItems(); ++i)
                descend(object.getArrayItem(i), where, depth);
        }
    }

    void descend(Object child, const QString &where, int depth)
    {
        if (!child.isIndirect())
            walk(child, where, depth + 1);
    }

    void checkStream(Object &stream, const QString &where)
    {
        Object dictionary = stream.getDict();
        for (const auto *key : {"/F", "/FFilter", "/FDecodeParms"})
            if (dictionary.hasKey(key))
                add(u"6.1.7.1"_s, u"%1: stream kept in another file"_s.arg(where));
        Object filter = dictionary.getKey("/Filter");
        QStringList filters = {name(filter)};
        for (int i = 0; filter.isArray() && i < filter.getArrayNItems(); ++i)
            filters += name(filter.getArrayItem(i));
        const QString type = name(dictionary.getKey("/Type"));
        if (m_first && (type == u"/ObjStm"_s || type == u"/XRef"_s))
            add(u"19005-1, 6.1.4"_s, u"%1: objects in a stream"_s.arg(where));
        if (m_first && filters.contains(u"/JPXDecode"_s))
            add(u"19005-1, 6.1.10"_s, u"%1: filter JPXDecode"_s.arg(where));
        for (const QString &used : filters)
            if (used == u"/LZWDecode"_s || used == u"/LZW"_s || used == u"/Crypt"_s)
                add(u"6.1.7.2"_s, u"%1: filter %2"_s.arg(where, used));
        const QString subtype = name(dictionary.getKey("/Subtype"));
        if (subtype == u"/Image"_s)
            checkImage(dictionary, where);
        if (subtype == u"/PS"_s && name(dictionary.getKey("/Type")) == u"/XObject"_s)
            add(u"6.2.9.3"_s, u"%1: PostScript"_s.arg(where));
        if (subtype == u"/Form"_s &&
            (dictionary.hasKey("/OPI") || dictionary.hasKey("/Ref") || dictionary.hasKey("/PS")))
            add(u"6.2.9"_s, u"%1: form XObject with OPI, Ref or PS"_s.arg(where));
    }

    void checkImage(Object &dictionary, const QString &where)
    {
        if (dictionary.hasKey("/Alternates") || dictionary.hasKey("/OPI"))
            add(u"6.2.8"_s, u"%1: image with Alternates or OPI"_s.arg(where));
        Object interpolate = dictionary.getKey("/Interpolate");
        if (interpolate.isBool() && interpolate.getBoolValue())
            add(u"6.2.8"_s, u"%1: image with Interpolate"_s.arg(where));
    }

    void checkDictionary(Object &dictionary, const QString &where)
    {
        const QString type = name(dictionary.getKey("/Type"));
        const QString action = name(dictionary.getKey("/S"));
        if (m_first)
            checkOpaque(dictionary, where);
        if ((type.isEmpty() || type == u"/Action"_s) && forbiddenActions().contains(action))
            add(u"6.5.1"_s, u"%1: action %2"_s.arg(where, action));
        if (type == u"/Page"_s && dictionary.hasKey("/AA"))
            add(u"6.5.2"_s, u"%1: page with additional actions"_s.arg(where));
        if (type == u"/Page"_s && dictionary.hasKey("/PresSteps"))
            add(u"6.10"_s, u"%1: page with PresSteps"_s.arg(where));
        if (type == u"/ExtGState"_s && (dictionary.hasKey("/TR") || dictionary.hasKey("/HTP")))
            add(u"6.2.5"_s, u"%1: graphics state with TR or HTP"_s.arg(where));
        if (type == u"/Font"_s)
            checkFont(dictionary, where);
        if (type == u"/Annot"_s || (dictionary.hasKey("/Subtype") && dictionary.hasKey("/Rect")))
            checkAnnotation(dictionary, where);
    }

    /// ISO 19005-1, 6.4: nothing may be transparent.
    void checkOpaque(Object &dictionary, const QString &where)
    {
        const auto transparent = [&](const QString &what) {
            add(u"19005-1, 6.4"_s, u"%1: %2"_s.arg(where, what));
        };
        if (Object mask = dictionary.getKey("/SMask"); !mask.isNull() && name(mask) != u"/None"_s)
            transparent(u"soft mask"_s);
        if (Object group = dictionary.getKey("/Group");
            group.isDictionary() && name(group.getKey("/S")) == u"/Transparency"_s)
            transparent(u"transparency group"_s);
        const QString mode = name(dictionary.getKey("/BM"));
        if (!mode.isEmpty() && mode != u"/Normal"_s && mode != u"/Compatible"_s)
            transparent(u"blend mode"_s);
        for (const auto *key : {"/CA", "/ca"})
            if (Object alpha = dictionary.getKey(key); alpha.isNumber() && alpha.getNumericValue() < 1)
                transparent(u"alpha"_s);
    }

    void checkAnnotation(Object &annotation, const QString &where)
    {
        const QString subtype = name(annotation.getKey("/Subtype"));
        if (forbiddenAnnotations().contains(subtype))
            add(u"6.3.1"_s, u"%1: annotation %2"_s.arg(where, subtype));
        if (subtype == u"/Popup"_s)
            return;
        // Invisible 1, Hidden 2, Print 4, NoView 32, ToggleNoView 256.
        Object flags = annotation.getKey("/F");
        const int value = flags.isInteger() ? flags.getIntValueAsInt() : 0;
        if ((value & 4) == 0 || (value & (1 | 2 | 32 | 256)) != 0)
            add(u"6.3.2"_s, u"%1: annotation is not printed, or hidden"_s.arg(where));
        if (subtype == u"/Widget"_s && (annotation.hasKey("/A") || annotation.hasKey("/AA")))
            add(u"6.4.1"_s, u"%1: form field with an action"_s.arg(where));
    }

    void checkFont(Object &font, const QString &where)
    {
        const QString subtype = name(font.getKey("/Subtype"));
        if (subtype == u"/CIDFontType0"_s || subtype == u"/CIDFontType2"_s) {
            checkEmbedded(font, where);
            if (subtype == u"/CIDFontType2"_s && !font.hasKey("/CIDToGIDMap"))
                add(u"6.2.11.3.2"_s, u"%1: font without CIDToGIDMap"_s.arg(where));
            return;
        }
        if (subtype != u"/Type0"_s && subtype != u"/Type3"_s)
            checkEmbedded(font, where);
        Object encoding = font.getKey("/Encoding");
        const bool named = subtype != u"/Type0"_s && (encoding.isName() || encoding.isDictionary());
        if (m_everyCharacter && !font.getKey("/ToUnicode").isStream() && !named)
            add(u"6.2.11.7.2"_s, u"%1: font without ToUnicode"_s.arg(where));
    }

    void checkEmbedded(Object &font, const QString &where)
    {
        Object descriptor = font.getKey("/FontDescriptor");
        for (const auto *key : {"/FontFile", "/FontFile2", "/FontFile3"})
            if (descriptor.isDictionary() && descriptor.getKey(key).isStream())
                return;
        add(u"6.2.11.4.1"_s, u"%1: font is not embedded"_s.arg(where));
    }

    QPDF &m_pdf;
    const PdfEnds &m_ends;
    const bool m_first;          ///< PDF/A-1.
    const bool m_everyCharacter; ///< Each has its Unicode.
    std::vector<PdfViolation> m_violations;
};

} // namespace

std::vector<PdfViolation> checkStructure(QPDF &pdf, const PdfEnds &ends, const PdfaClaim &claim)
{
    return Check(pdf, ends, claim).run();
}

} // namespace sohoa
