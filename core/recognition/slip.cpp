// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/slip.h"

#include "core/base/text.h"
#include "core/recognition/page_text.h"
#include "core/recognition/separation.h"

#include <QDate>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// A symbol carries check sums: what it says is what was printed.
constexpr double barcodeConfidence = 0.99;
constexpr double printedFactor = 0.95;

struct FoundCode {
    QString code;
    TextSpan span;
};

/// Six digits yymmdd that are a day of the last or of this century.
bool isPossibleDay(const QString &digits)
{
    return QDate::fromString(u"20"_s + digits, u"yyyyMMdd"_s).isValid() ||
           QDate::fromString(u"19"_s + digits, u"yyyyMMdd"_s).isValid();
}

std::optional<FoundCode> firstCode(const Catalogue &catalogue, const QString &folded)
{
    const Pattern *pattern = catalogue.pattern(u"dossier_code"_s);
    if (!pattern)
        return std::nullopt;
    auto matches = pattern->expression.globalMatch(folded);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (isPossibleDay(match.captured(u"ymd"_s)))
            return FoundCode{
                u"%1-%2-%3"_s.arg(match.captured(u"agency"_s), match.captured(u"ymd"_s), match.captured(u"seq"_s)),
                spanOf(match)};
    }
    return std::nullopt;
}

/// "Mã hồ sơ" on the line of the code or on the line above it.
bool isLabelled(const PageText &text, const FoundCode &found)
{
    const size_t line = text.lineOf(found.span.start);
    const size_t first = line == 0 ? 0 : line - 1;
    const qsizetype from = text.lines()[first].start;
    return text.folded().mid(from, found.span.start - from).contains(u"MA HO SO");
}

bool isSlipTitle(const Catalogue &catalogue, const PageText &text)
{
    const QString head = text.folded().left(text.headEnd());
    return std::any_of(catalogue.documentTypes().begin(), catalogue.documentTypes().end(),
                       [&](const DocumentType &type) {
                           if (type.kind != DocumentKind::Process || !type.fields.contains(u"dossier_code"_s))
                               return false;
                           const auto match = type.titleExpression.match(head);
                           return match.hasMatch() && isCapitals(text.at(spanOf(match)));
                       });
}

} // namespace

QString findDossierCode(const Catalogue &catalogue, const QString &text)
{
    const auto found = firstCode(catalogue, foldToCapitals(toNfc(text)));
    return found ? found->code : QString();
}

std::optional<Slip> readSlip(const Catalogue &catalogue, const Page &page)
{
    if (!page.reading)
        return std::nullopt;
    for (const Barcode &barcode : page.reading->barcodes) {
        if (const QString code = findDossierCode(catalogue, barcode.text); !code.isEmpty())
            return Slip{code, true, true, barcode.box, barcodeConfidence};
    }
    const PageText text(catalogue, page);
    const Pattern *receiptTitle = catalogue.pattern(u"receipt_title"_s);
    const bool receipt =
        receiptTitle && receiptTitle->expression.match(text.folded().left(text.headEnd())).hasMatch();
    const auto found = firstCode(catalogue, text.folded());
    const bool titled = receipt || isSlipTitle(catalogue, text);
    if (found && (titled || (found->span.end() <= text.headEnd() && isLabelled(text, *found))))
        return Slip{found->code, false, receipt, text.boxOf(found->span),
                    printedFactor * text.confidenceOf(found->span)};
    return titled ? std::optional(Slip{{}, false, receipt, {}, 0}) : std::nullopt;
}

} // namespace sohoa
