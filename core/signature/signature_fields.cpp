// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/signature_fields.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>
#include <qpdf/QPDFObjectHandle.hh>

#include <set>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Object = QPDFObjectHandle;

constexpr size_t mostFields = 10'000;
constexpr int mostReferences = 100;

QString text(Object dictionary, const char *key)
{
    Object value = dictionary.getKey(key);
    return value.isString() ? QString::fromStdString(value.getUTF8Value()) : QString();
}

std::optional<std::array<qint64, 4>> byteRange(Object range)
{
    if (!range.isArray() || range.getArrayNItems() != 4)
        return {};
    std::array<qint64, 4> numbers{};
    for (int i = 0; i < 4; ++i) {
        Object number = range.getArrayItem(i);
        if (!number.isInteger())
            return {};
        numbers[static_cast<size_t>(i)] = number.getIntValue();
    }
    return numbers;
}

void readDocMdp(Object signature, SignatureField &field)
{
    Object references = signature.getKey("/Reference");
    for (int i = 0; references.isArray() && i < std::min(references.getArrayNItems(), mostReferences); ++i) {
        Object reference = references.getArrayItem(i);
        if (!reference.isDictionary())
            continue;
        Object method = reference.getKey("/TransformMethod");
        if (!method.isName() || method.getName() != "/DocMDP")
            continue;
        Object parameters = reference.getKey("/TransformParams");
        Object permission = parameters.isDictionary() ? parameters.getKey("/P") : Object::newNull();
        field.certifies = true;
        field.docMdp = permission.isInteger() ? permission.getIntValueAsInt() : 2; // the standard's default
    }
}

SignatureField readField(Object dictionary, const QString &name)
{
    SignatureField field;
    field.name = name;
    Object signature = dictionary.getKey("/V");
    if (!signature.isDictionary())
        return field;
    field.isSigned = true;
    Object subFilter = signature.getKey("/SubFilter");
    if (subFilter.isName())
        field.subFilter = QString::fromStdString(subFilter.getName().substr(1));
    field.agency = text(signature, "/Location");
    field.reason = text(signature, "/Reason");
    field.signedAt = parsePdfDate(text(signature, "/M"));
    field.byteRange = byteRange(signature.getKey("/ByteRange"));
    if (Object contents = signature.getKey("/Contents"); contents.isString())
        field.contents = QByteArray::fromStdString(contents.getStringValue());
    readDocMdp(signature, field);
    return field;
}

} // namespace

std::vector<SignatureField> signatureFields(QPDF &pdf)
{
    struct Open {
        Object object;
        QString parent;
    };
    std::vector<SignatureField> fields;
    Object form = pdf.getRoot().getKey("/AcroForm");
    if (!form.isDictionary())
        return fields;
    std::vector<Open> open = {{form.getKey("/Fields"), {}}};
    std::set<QPDFObjGen> seen;
    for (size_t visited = 0; !open.empty() && visited < mostFields; ++visited) {
        auto [next, parent] = open.back();
        open.pop_back();
        if (next.isIndirect() && !seen.insert(next.getObjGen()).second)
            continue;
        if (next.isArray()) {
            for (int i = std::min<int>(next.getArrayNItems(), mostFields); i-- > 0;)
                open.push_back({next.getArrayItem(i), parent});
            continue;
        }
        if (!next.isDictionary())
            continue;
        const QString own = text(next, "/T");
        const QString name = parent.isEmpty() || own.isEmpty() ? parent + own : parent + u'.' + own;
        Object type = next.getKey("/FT");
        if (type.isName() && type.getName() == "/Sig")
            fields.push_back(readField(next, name));
        else
            open.push_back({next.getKey("/Kids"), name});
    }
    return fields;
}

std::optional<Instant> parsePdfDate(const QString &text)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        u"D:(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(Z(?:00'?00'?)?|([+-])(\\d\\d)'?(\\d\\d)?'?)"_s));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    const auto number = [&match](int group) { return match.captured(group).toInt(); };
    const QDateTime local(QDate(number(1), number(2), number(3)), QTime(number(4), number(5), number(6)),
                          QTimeZone::utc());
    if (!local.isValid() || number(9) > 23 || number(10) > 59)
        return {};
    const int offset = (number(9) * 60 + number(10)) * (match.captured(8) == u"-" ? -1 : 1);
    return Instant{local.addSecs(-60 * offset).toMSecsSinceEpoch()};
}

} // namespace sohoa
