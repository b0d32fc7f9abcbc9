// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdf_inspection.h"

#include "core/pdf/pdfa_check.h"

#include <QCryptographicHash>
#include <QFile>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Object = QPDFObjectHandle;

constexpr size_t largestContent = size_t{64} << 20; ///< Unpacked bytes of one page.
constexpr qsizetype endBytes = 1024;
constexpr size_t mostFields = 10'000;

/// Collects at most largestContent bytes: a few packed kilobytes can unpack to any size.
class BoundedText final : public Pipeline {
public:
    BoundedText()
        : Pipeline("page content", nullptr)
    {
    }
    void write(const unsigned char *data, size_t size) override
    {
        m_overflowed = m_overflowed || m_text.size() + size > largestContent;
        if (m_overflowed)
            throw std::length_error("page content unpacks beyond its limit");
        m_text.append(reinterpret_cast<const char *>(data), size);
    }
    void finish() override { m_text.push_back('\n'); }
    const std::string &text() const { return m_text; }
    /// qpdf swallows what is thrown out of write() after it has stopped reading.
    bool overflowed() const { return m_overflowed; }

private:
    std::string m_text;
    bool m_overflowed = false;
};

class TextFinder final : public QPDFObjectHandle::ParserCallbacks {
public:
    void handleObject(Object object, size_t, size_t) override
    {
        if (object.isOperator()) {
            const std::string name = object.getOperatorValue();
            m_found = m_found || (m_string && (name == "Tj" || name == "TJ" || name == "'" || name == "\""));
            m_string = false;
            if (m_found)
                terminateParsing();
        } else {
            m_string = m_string || holdsText(object);
        }
    }
    void handleEOF() override {}
    bool found() const { return m_found; }

private:
    static bool holdsText(Object &object)
    {
        if (object.isString())
            return !object.getStringValue().empty();
        for (int i = 0; object.isArray() && i < object.getArrayNItems(); ++i)
            if (object.getArrayItem(i).isString() && !object.getArrayItem(i).getStringValue().empty())
                return true;
        return false;
    }

    bool m_string = false;
    bool m_found = false;
};

bool showsText(QPDF &pdf, QPDFPageObjectHelper &page)
{
    BoundedText content;
    for (Object &part : page.getPageContents())
        part.pipeStreamData(&content, 0, qpdf_dl_specialized, true);
    if (content.overflowed())
        throw std::length_error("page content unpacks beyond its limit");
    TextFinder finder;
    Object::parseContentStream(Object::newStream(&pdf, content.text()), &finder);
    return finder.found();
}

PdfPageFacts pageFacts(QPDF &pdf, QPDFPageObjectHelper &page)
{
    PdfPageFacts facts;
    Object box = page.getMediaBox();
    if (box.isRectangle()) {
        const Object::Rectangle sides = box.getArrayAsRectangle();
        facts.width = sides.urx - sides.llx;
        facts.height = sides.ury - sides.lly;
    }
    facts.hasText = showsText(pdf, page);
    return facts;
}

/// A signature field that holds a signature.
bool isSigned(QPDF &pdf)
{
    Object form = pdf.getRoot().getKey("/AcroForm");
    if (!form.isDictionary())
        return false;
    std::vector<Object> open = {form.getKey("/Fields")};
    std::set<QPDFObjGen> seen;
    for (size_t visited = 0; !open.empty() && visited < mostFields; ++visited) {
        Object next = open.back();
        open.pop_back();
        if (next.isIndirect() && !seen.insert(next.getObjGen()).second)
            continue;
        for (int i = 0; next.isArray() && i < next.getArrayNItems(); ++i)
            open.push_back(next.getArrayItem(i));
        if (!next.isDictionary())
            continue;
        Object type = next.getKey("/FT");
        if (type.isName() && type.getName() == "/Sig" && next.getKey("/V").isDictionary())
            return true;
        open.push_back(next.getKey("/Kids"));
    }
    return false;
}

/// Hash, size and ends of the file, read once from front to back.
Result<PdfEnds> readEnds(const QString &path, PdfInspection &facts)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.errorString(), {{u"path"_s, path}});
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return fail(ErrorCode::FileUnreadable, file.errorString(), {{u"path"_s, path}});
    facts.sha256 = QString::fromLatin1(hash.result().toHex());
    facts.bytes = file.size();
    PdfEnds ends;
    file.seek(0);
    ends.head = file.read(endBytes);
    file.seek(std::max<qint64>(0, file.size() - endBytes));
    ends.tail = file.read(endBytes);
    return ends;
}

void inspect(const QString &path, const PdfEnds &ends, PdfInspection &facts)
{
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processFile(QFile::encodeName(path).constData());
    facts.version = QString::fromStdString(pdf.getPDFVersion());
    for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf).getAllPages())
        facts.pages.push_back(pageFacts(pdf, page));
    PdfaClaim claim = checkMetadata(pdf);
    facts.violations = checkStructure(pdf, ends, claim);
    facts.claimedPart = claim.part;
    facts.claimedConformance = claim.conformance;
    facts.violations.insert(facts.violations.end(), claim.violations.begin(), claim.violations.end());
    if (isSigned(pdf))
        facts.signature = PdfSignatureState::Signed;
    // Reading on in spite of damage is qpdf's kindness; a file that needs it is not in order.
    for (const QPDFExc &warning : pdf.getWarnings())
        facts.violations.push_back({u"6.1"_s, QString::fromStdString(warning.getMessageDetail())});
}

} // namespace

bool PdfInspection::hasText() const
{
    return std::any_of(pages.begin(), pages.end(), [](const PdfPageFacts &page) { return page.hasText; });
}

Result<PdfInspection> inspectPdf(const QString &path)
{
    PdfInspection facts;
    const auto ends = readEnds(path, facts);
    if (!ends)
        return fail(ends.error());
    try {
        inspect(path, *ends, facts);
    } catch (const QPDFExc &refused) {
        const bool locked = refused.getErrorCode() == qpdf_e_password;
        return fail(locked ? ErrorCode::PdfEncrypted : ErrorCode::PdfUnreadable,
                    QString::fromStdString(refused.getMessageDetail()), {{u"path"_s, path}});
    } catch (const std::exception &failure) {
        return fail(ErrorCode::PdfUnreadable, QString::fromUtf8(failure.what()), {{u"path"_s, path}});
    }
    return facts;
}

} // namespace sohoa
