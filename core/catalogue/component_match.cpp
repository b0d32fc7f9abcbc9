// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/component_match.h"

#include "core/base/text.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// "Tờ khai" or "Giấy xác nhận" alone begin too many names.
constexpr qsizetype leastWords = 3;

QStringList wordsOf(const QString &text)
{
    static const QStringList prefixes = {u"BAN SAO"_s, u"BAN CHINH"_s, u"BAN CHUP"_s, u"BAN GOC"_s};
    QString folded = foldToCapitals(toNfc(text));
    for (QChar &c : folded) {
        if (!c.isLetterOrNumber())
            c = u' ';
    }
    folded = collapseBlanks(folded);
    for (const QString &prefix : prefixes) {
        if (folded.startsWith(prefix + u' '))
            folded = folded.mid(prefix.size() + 1);
    }
    return folded.split(u' ', Qt::SkipEmptyParts);
}

bool beginsLike(const QStringList &a, const QStringList &b)
{
    const qsizetype common = std::min(a.size(), b.size());
    if (common == 0 || (common < leastWords && a.size() != b.size()))
        return false;
    return std::equal(a.begin(), a.begin() + common, b.begin());
}

} // namespace

bool isNamed(const Catalogue &catalogue, const Document &document, const QString &name)
{
    if (document.kind == DocumentKind::Process)
        return false;
    const QStringList wanted = wordsOf(name);
    QStringList names = {document.title};
    if (const DocumentType *type = catalogue.documentType(document.typeId))
        names += QStringList{type->title} + type->otherNames;
    return std::any_of(names.begin(), names.end(),
                       [&](const QString &candidate) { return beginsLike(wordsOf(candidate), wanted); });
}

bool fulfils(const Catalogue &catalogue, const Document &document, const ProcedureComponent &component)
{
    return std::any_of(component.alternatives.begin(), component.alternatives.end(),
                       [&](const QString &name) { return isNamed(catalogue, document, name); });
}

} // namespace sohoa
