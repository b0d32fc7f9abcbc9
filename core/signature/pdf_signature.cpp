// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/pdf_signature.h"

#include "core/base/durable_file.h"
#include "core/signature/incremental_update.h"
#include "core/signature/signature_fields.h"
#include "core/signature/signature_names.h"
#include "core/signature/signature_place.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QTimeZone>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Object = QPDFObjectHandle;

constexpr qsizetype idBytes = 16;
constexpr int signaturesExist = 1;
constexpr int appendOnly = 2;
constexpr int printAndLocked = 4 | 128; ///< PDF/A wants every annotation to print.
/// Three offsets below 10^10, padded behind.
constexpr qsizetype rangeDigits = 32;

/// A text as UTF-16 in hex: needs no escapes and holds every letter.
QByteArray pdfText(const QString &text)
{
    QByteArray bytes("\xfe\xff", 2);
    for (const QChar c : text) {
        bytes += static_cast<char>(c.unicode() >> 8);
        bytes += static_cast<char>(c.unicode() & 0xff);
    }
    return '<' + bytes.toHex() + '>';
}

QByteArray pdfDate(Instant at)
{
    constexpr int vietnam = 7 * 3600;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.msecs, QTimeZone(vietnam));
    return "(D:" + local.toString(u"yyyyMMddHHmmss"_s).toLatin1() + "+07'00')";
}

QByteArray reference(int object)
{
    return QByteArray::number(object) + " 0 R";
}

/// The kind of copy (Decree 30/2020/NĐ-CP, Article 25): the agency's signature makes the scan a full copy.
QString reasonOf(SignatureRole role)
{
    return role == SignatureRole::Agency ? u"Sao y từ bản giấy"_s : u"Xác nhận đã số hóa đúng bản giấy"_s;
}

QByteArray signatureDictionary(const SignatureText &text, qsizetype reserved)
{
    QByteArray body = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [" +
                      QByteArray(rangeDigits, ' ') + "] /Contents <" + QByteArray(2 * reserved, '0') + "> /M " +
                      pdfDate(text.at) + " /Name " + pdfText(text.signer) + " /Reason " +
                      pdfText(reasonOf(text.role));
    if (!text.agency.isEmpty())
        body += " /Location " + pdfText(text.agency);
    return body + " /Prop_Build << /App << /Name /Sohoa >> >> >>";
}

/// What a reader shows when the pointer rests on the field, and reads aloud.
QString description(const SignatureText &text)
{
    QStringList lines = {reasonOf(text.role)};
    if (!text.agency.isEmpty())
        lines.append(text.agency);
    lines.append(text.at.toVietnamTime());
    return lines.join(u'\n');
}

struct Numbers {
    int field = 0;
    int signature = 0;
    int appearance = 0;
    int next = 0; ///< The first that is free afterwards.
};

QByteArray fieldDictionary(const SignatureText &text, const QString &name, const Numbers &numbers, int page,
                           const SignaturePlace &place)
{
    return "<< /Type /Annot /Subtype /Widget /FT /Sig /T " + pdfText(name) + " /TU " + pdfText(description(text)) +
           " /F " + QByteArray::number(printAndLocked) + " /Rect " + place.rectangle() + " /P " + reference(page) +
           " /AP << /N " + reference(numbers.appearance) + " >> /V " + reference(numbers.signature) + " >>";
}

/// Draws nothing; PDF/A-1 wants every field to have one.
QByteArray emptyAppearance(const SignaturePlace &place)
{
    return "<< /Type /XObject /Subtype /Form /BBox " + place.boundingBox() +
           " /Resources << >> /Length 0 >>\nstream\n\nendstream";
}

/// A copy of the array at `key` (a new one when there is none) with one reference more.
Object withReference(Object dictionary, const char *key, Object added)
{
    Object array = dictionary.getKey(key);
    Object longer = array.isArray() ? array.shallowCopy() : Object::newArray();
    longer.appendItem(added);
    return longer;
}

/// The objects that the update replaces and adds.
class Layout {
public:
    Layout(QPDF &pdf, const SignatureText &text, qsizetype reserved)
        : m_pdf(pdf)
        , m_text(text)
        , m_reserved(reserved)
    {
    }

    /// False when the structure is not one that can be updated.
    bool make(int signaturesBefore)
    {
        Object size = m_pdf.getTrailer().getKey("/Size");
        // Made, not only named: qpdf 12 takes a reference to an object that it does not have for null.
        Object field = m_pdf.makeIndirectObject(Object::newNull());
        const int first = field.getObjectID();
        m_numbers = {.field = first,
                     .signature = first + 1,
                     .appearance = first + 2,
                     .next = std::max(size.isInteger() ? size.getIntValueAsInt() : 0, first + 3)};
        Object root = m_pdf.getRoot();
        auto pages = QPDFPageDocumentHelper(m_pdf).getAllPages();
        if (pages.empty())
            return false;
        Object page = pages.front().getObjectHandle();
        if (!isPlain(root) || !isPlain(page))
            return false;
        const SignaturePlace place = placeOnPage(pages.front(), signaturesBefore);
        Object newPage = page.shallowCopy();
        newPage.replaceKey("/Annots", withReference(page, "/Annots", field));
        m_objects[page.getObjectID()] = body(newPage);
        if (!addToForm(root, field))
            return false;
        m_objects[m_numbers.field] = fieldDictionary(m_text, fieldName(m_text.role, signaturesBefore + 1),
                                                     m_numbers, page.getObjectID(), place);
        m_objects[m_numbers.signature] = signatureDictionary(m_text, m_reserved);
        m_objects[m_numbers.appearance] = emptyAppearance(place);
        return true;
    }

    const std::map<int, QByteArray> &objects() const { return m_objects; }
    const Numbers &numbers() const { return m_numbers; }

private:
    static QByteArray body(Object object) { return QByteArray::fromStdString(object.unparse()); }

    /// An object that an update can replace.
    bool isPlain(Object object) const
    {
        return object.isIndirect() && object.getGeneration() == 0 && object.getObjectID() < m_numbers.field;
    }

    bool addToForm(Object root, Object field)
    {
        Object form = root.getKey("/AcroForm");
        Object newForm = form.isDictionary() ? form.shallowCopy() : Object::newDictionary();
        newForm.replaceKey("/Fields", withReference(newForm, "/Fields", field));
        newForm.replaceKey("/SigFlags", Object::newInteger(signaturesExist | appendOnly));
        if (form.isDictionary() && form.isIndirect()) {
            m_objects[form.getObjectID()] = body(newForm);
            return isPlain(form);
        }
        Object newRoot = root.shallowCopy();
        newRoot.replaceKey("/AcroForm", newForm);
        m_objects[root.getObjectID()] = body(newRoot);
        return true;
    }

    QPDF &m_pdf;
    const SignatureText &m_text;
    const qsizetype m_reserved;
    Numbers m_numbers;
    std::map<int, QByteArray> m_objects;
};

/// The identifier keeps its first half and gets a new second one, as for every new state of a file.
QByteArray trailerEntries(QPDF &pdf, const QByteArray &state)
{
    Object trailer = pdf.getTrailer();
    QByteArray entries = "/Root " + QByteArray::fromStdString(trailer.getKey("/Root").unparse());
    if (Object info = trailer.getKey("/Info"); info.isIndirect())
        entries += " /Info " + QByteArray::fromStdString(info.unparse());
    const QByteArray now = state.first(idBytes);
    QByteArray first = now;
    Object id = trailer.getKey("/ID");
    if (id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString())
        first = QByteArray::fromStdString(id.getArrayItem(0).getStringValue());
    return entries + " /ID [<" + first.toHex() + "><" + now.toHex() + ">]";
}

/// What stands against one more signature of this role; how many there are already otherwise.
Result<int> countSignatures(const QString &path, const SignatureText &text)
{
    const auto signatures = inspectSignatures(path, {.authoritiesFile = {}, .now = text.at});
    if (!signatures)
        return fail(signatures.error());
    for (const SignatureFacts &facts : *signatures) {
        if (!facts.holds())
            return fail(ErrorCode::SignatureBroken, facts.field + u": "_s + facts.problem, {{u"path"_s, path}});
        if (facts.role == text.role)
            return fail(ErrorCode::SignedAlready, facts.field, {{u"path"_s, path}});
    }
    return static_cast<int>(signatures->size());
}

bool forbidsChanges(QPDF &pdf)
{
    const auto fields = signatureFields(pdf);
    return std::ranges::any_of(fields,
                               [](const SignatureField &field) { return field.certifies && field.docMdp == 1; });
}

} // namespace

Result<PdfSignature> PdfSignature::prepare(const QString &path, const SignatureText &text, qsizetype reserved)
{
    const auto before = countSignatures(path, text);
    if (!before)
        return fail(before.error());
    auto file = readFile(path, largestPdf);
    if (!file)
        return fail(file.error());
    const auto refuse = [&path](const QString &why) {
        return fail(ErrorCode::PdfNotSignable, why, {{u"path"_s, path}});
    };
    const auto end = readPdfEnd(*file);
    if (!end)
        return refuse(u"no startxref"_s);
    PdfSignature signature;
    signature.m_reserved = reserved;
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processMemoryFile("file to sign", file->constData(), static_cast<size_t>(file->size()));
        if (pdf.isEncrypted())
            return fail(ErrorCode::PdfEncrypted, u"to be signed"_s, {{u"path"_s, path}});
        if (forbidsChanges(pdf))
            return refuse(u"certified without changes"_s);
        Layout layout(pdf, text, reserved);
        if (!layout.make(*before) || pdf.anyWarnings())
            return refuse(u"damaged structure"_s);
        QCryptographicHash state(QCryptographicHash::Sha256);
        state.addData(*file);
        state.addData(pdfDate(text.at));
        const IncrementalUpdate update =
            makeUpdate(*end, layout.objects(), trailerEntries(pdf, state.result()), layout.numbers().next);
        signature.m_update = update.bytes;
        const qsizetype dictionary = update.bodies.at(layout.numbers().signature);
        signature.m_contents = update.bytes.indexOf("/Contents <", dictionary) + qsizetype{10};
        const qsizetype range = update.bytes.indexOf("/ByteRange [", dictionary) + qsizetype{12};
        const qint64 gapStart = end->size + signature.m_contents;
        const qint64 gapEnd = gapStart + 2 * reserved + 2;
        const qint64 rest = end->size + update.bytes.size() - gapEnd;
        signature.m_update.replace(range, rangeDigits,
                                   QByteArray("0 " + QByteArray::number(gapStart) + ' ' +
                                              QByteArray::number(gapEnd) + ' ' + QByteArray::number(rest))
                                       .leftJustified(rangeDigits, ' '));
    } catch (const std::exception &failure) {
        return refuse(QString::fromUtf8(failure.what()));
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(*file);
    hash.addData(QByteArrayView(signature.m_update).first(signature.m_contents).toByteArray());
    hash.addData(signature.m_update.sliced(signature.m_contents + 2 * reserved + 2));
    signature.m_sha256 = hash.result();
    signature.m_file = std::move(*file);
    return signature;
}

Result<SignedFile> PdfSignature::write(const QByteArray &cms, const QString &output) const
{
    if (cms.size() > m_reserved)
        return fail(ErrorCode::Internal,
                    u"signature of %1 bytes, %2 kept for it"_s.arg(cms.size()).arg(m_reserved));
    QByteArray update = m_update;
    const QByteArray hex = cms.toHex();
    update.replace(m_contents + 1, hex.size(), hex);
    auto file = DurableFile::create(output);
    if (!file)
        return fail(file.error());
    for (const QByteArray &part : {m_file, update})
        if (auto written = file->write(part); !written)
            return fail(written.error());
    const auto signatures = inspectSignatures(file->temporaryPath(), {});
    if (!signatures)
        return fail(signatures.error());
    const bool isGood = !signatures->empty() && signatures->back().coversWholeDocument() &&
                        std::ranges::all_of(*signatures, &SignatureFacts::holds);
    if (!isGood)
        return fail(ErrorCode::Internal, u"the signed file does not verify: "_s +
                                             (signatures->empty() ? QString() : signatures->back().problem));
    if (auto committed = file->commit(); !committed)
        return fail(committed.error());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_file);
    hash.addData(update);
    return SignedFile{QString::fromLatin1(hash.result().toHex()), m_file.size() + update.size()};
}

} // namespace sohoa
