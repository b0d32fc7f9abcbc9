// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/field_kinds.h"

#include "core/base/text.h"

#include <QHash>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

std::optional<FieldLabel::Kind> fieldKind(const Catalogue &catalogue, const QString &field)
{
    using Kind = FieldLabel::Kind;
    static const QHash<QString, Kind> summary = {{u"person_name"_s, Kind::Name},
                                                 {u"personal_id"_s, Kind::Id},
                                                 {u"birth_date"_s, Kind::Date},
                                                 {u"issue_date"_s, Kind::Date}};
    if (const auto known = summary.find(field); known != summary.end())
        return *known;
    const auto label = std::find_if(catalogue.fieldLabels().begin(), catalogue.fieldLabels().end(),
                                    [&](const FieldLabel &candidate) { return candidate.field == field; });
    return label == catalogue.fieldLabels().end() ? std::nullopt : std::optional(label->kind);
}

DayRange rangeOf(const PartialDate &date)
{
    if (const auto day = date.date())
        return {*day, *day};
    if (const auto month = date.month()) {
        const QDate first(date.year(), *month, 1);
        return {first, first.addMonths(1).addDays(-1)};
    }
    return {QDate(date.year(), 1, 1), QDate(date.year(), 12, 31)};
}

std::optional<QDate> dayOfDossierCode(const Catalogue &catalogue, const QString &code, const QDate &asOf)
{
    const Pattern *pattern = catalogue.pattern(u"dossier_code"_s);
    const auto match = pattern ? pattern->expression.match(foldToCapitals(code)) : QRegularExpressionMatch();
    if (!match.hasMatch())
        return std::nullopt;
    const QString digits = match.captured(u"ymd"_s);
    for (const QString &century : {u"20"_s, u"19"_s}) {
        const QDate day = QDate::fromString(century + digits, u"yyyyMMdd"_s);
        if (day.isValid() && day <= asOf)
            return day;
    }
    return std::nullopt;
}

} // namespace sohoa
