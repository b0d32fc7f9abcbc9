// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/signature_inspection.h"

#include "core/base/durable_file.h"
#include "core/signature/cms_check.h"
#include "core/signature/revision_comparison.h"
#include "core/signature/signature_fields.h"
#include "core/signature/signature_names.h"
#include "core/signature/timestamp.h"
#include "core/signature/trust.h"

#include <qpdf/QPDFExc.hh>

#include <algorithm>
#include <limits>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestSignature = qsizetype{1} << 20; ///< A CMS with its certificates takes some kilobytes.

/// Where the signature's bytes end, when the range leaves out exactly the signature's own value: a gap that is
/// wider would be a place to hide what nobody signed.
std::optional<qint64> endOfSigned(const QByteArray &file, const SignatureField &field)
{
    if (!field.byteRange || field.contents.size() > largestSignature)
        return {};
    const auto [start, before, resume, after] = *field.byteRange;
    if (start != 0 || before <= 0 || resume <= before || resume > file.size() || after <= 0 ||
        after > file.size() - resume)
        return {};
    const QByteArrayView gap = QByteArrayView(file).sliced(before, resume - before);
    if (gap.size() != 2 * field.contents.size() + 2 || gap.front() != '<' || gap.back() != '>')
        return {};
    const QByteArray hex = gap.sliced(1, gap.size() - 2).toByteArray();
    // fromHex() passes over what is no digit, which would show in the length.
    if (QByteArray::fromHex(hex) != field.contents)
        return {};
    return resume + after;
}

Result<void> checkField(const QByteArray &file, const SignatureField &field, X509_STORE *anchors, Instant now,
                        SignatureFacts &facts)
{
    const auto end = endOfSigned(file, field);
    if (!end) {
        facts.problem = u"/ByteRange does not cover the file around the signature"_s;
        return {};
    }
    facts.laterChanges = changesSince(file, *end);
    const auto [start, before, resume, after] = *field.byteRange;
    const QByteArrayView head = QByteArrayView(file).first(before);
    const QByteArrayView tail = QByteArrayView(file).sliced(resume, after);
    const ContentDigest content = [head, tail](const EVP_MD *algorithm) {
        return digestOf(algorithm, {head, tail});
    };
    if (field.subFilter == u"ETSI.RFC3161") {
        // A timestamp over the whole document: its token stands where a signature would.
        auto timestamp = inspectTimestamp(firstElement(field.contents), content, anchors);
        if (!timestamp)
            return fail(timestamp.error());
        facts.signer = timestamp->authority;
        facts.signedAt = timestamp->at;
        facts.digestIntact = timestamp->intact;
        facts.signatureIntact = timestamp->intact;
        facts.trust = timestamp->trust;
        facts.problem = timestamp->problem;
        facts.timestamp = std::move(*timestamp);
    } else if (auto checked = checkCms(field.contents, content, anchors, now, facts); !checked) {
        return checked;
    }
    if (facts.laterChanges == LaterChanges::Other && facts.problem.isEmpty())
        facts.problem = u"the file was changed after it was signed"_s;
    return {};
}

} // namespace

QString toString(SignatureRole role)
{
    switch (role) {
    case SignatureRole::Unknown:
        return u"unknown"_s;
    case SignatureRole::Officer:
        return u"officer"_s;
    case SignatureRole::Agency:
        return u"agency"_s;
    }
    Q_UNREACHABLE();
}

Result<std::vector<SignatureFacts>> inspectSignatures(const QString &path,
                                                      const SignatureInspectionOptions &options)
{
    StoreHandle anchors;
    if (!options.authoritiesFile.isEmpty()) {
        auto read = readAuthorities(options.authoritiesFile);
        if (!read)
            return fail(read.error());
        anchors = std::move(*read);
    }
    const auto file = readFile(path, largestPdf);
    if (!file)
        return fail(file.error());
    std::vector<SignatureField> fields;
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("signed file", file->constData(), static_cast<size_t>(file->size()));
        fields = signatureFields(pdf);
    } catch (const QPDFExc &refused) {
        const bool locked = refused.getErrorCode() == qpdf_e_password;
        return fail(locked ? ErrorCode::PdfEncrypted : ErrorCode::PdfUnreadable,
                    QString::fromStdString(refused.getMessageDetail()), {{u"path"_s, path}});
    } catch (const std::exception &failure) {
        return fail(ErrorCode::PdfUnreadable, QString::fromUtf8(failure.what()), {{u"path"_s, path}});
    }
    std::erase_if(fields, [](const SignatureField &field) { return !field.isSigned; });
    const auto end = [](const SignatureField &field) {
        return field.byteRange ? (*field.byteRange)[2] : std::numeric_limits<qint64>::max();
    };
    std::ranges::stable_sort(fields, {}, end);
    std::vector<SignatureFacts> found;
    for (const SignatureField &field : fields) {
        SignatureFacts facts;
        facts.field = field.name;
        facts.subFilter = field.subFilter;
        facts.role = roleOfField(field.name);
        facts.agency = field.agency;
        facts.reason = field.reason;
        facts.signedAt = field.signedAt;
        if (auto checked = checkField(*file, field, anchors.get(), options.now, facts); !checked)
            return fail(checked.error());
        found.push_back(std::move(facts));
    }
    return found;
}

} // namespace sohoa
