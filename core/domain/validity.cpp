// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/validity.h"

#include "core/base/dates.h"

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxMonths = 1200;

tl::unexpected<Error> invalid(const QString &text)
{
    return fail(ErrorCode::ValueInvalid, u"validity"_s, {{u"field"_s, u"valid"_s}, {u"value"_s, text}});
}

Validity withEnd(ValidityBasis basis, const std::optional<QDate> &from, const QDate &until, const QDate &asOf)
{
    Validity validity;
    validity.status = ValidityStatus::InForce;
    validity.basis = basis;
    validity.from = from;
    validity.until = until;
    return judged(validity, asOf);
}

Validity open(ValidityBasis basis, const std::optional<QDate> &from)
{
    Validity validity;
    validity.status = ValidityStatus::InForce;
    validity.basis = basis;
    validity.from = from;
    return validity;
}

QJsonValue dateOrNull(const std::optional<QDate> &date)
{
    return date ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

} // namespace

Validity judged(Validity validity, const QDate &asOf)
{
    if (validity.until &&
        (validity.status == ValidityStatus::InForce || validity.status == ValidityStatus::Expired))
        validity.status = *validity.until < asOf ? ValidityStatus::Expired : ValidityStatus::InForce;
    return validity;
}

Result<Validity> parseValidity(const QString &text, const std::optional<QDate> &from, const QDate &asOf)
{
    if (text == u"indefinite")
        return open(ValidityBasis::Indefinite, from);
    if (text == u"unknown" || text == u"expired" || text == u"replaced" || text == u"revoked") {
        Validity validity;
        validity.status = *validityStatusFromString(text);
        validity.from = from;
        return validity;
    }
    const QString value = text.section(u':', 1);
    if (text.startsWith(u"until:")) {
        const auto date = PartialDate::parse(value);
        if (!date || !date->date())
            return invalid(text);
        return withEnd(ValidityBasis::Until, from, *date->date(), asOf);
    }
    if (text.startsWith(u"months:")) {
        bool isNumber = false;
        const int months = value.toInt(&isNumber);
        if (!isNumber || months < 1 || months > maxMonths || !from)
            return invalid(text);
        Validity validity = withEnd(ValidityBasis::Months, from, from->addMonths(months), asOf);
        validity.months = months;
        return validity;
    }
    if (text.startsWith(u"event:") && !value.trimmed().isEmpty()) {
        Validity validity = open(ValidityBasis::Event, from);
        validity.event = value.trimmed();
        return validity;
    }
    return invalid(text);
}

Validity proposeValidity(const QString &rule, const std::optional<QDate> &from, const std::optional<QDate> &stated,
                         const QDate &asOf)
{
    const QString kind = rule.section(u':', 0, 0).trimmed();
    const QString value = rule.section(u':', 1).trimmed();
    if (kind == u"indefinite")
        return open(ValidityBasis::Indefinite, from);
    if (kind == u"until_replaced" || kind == u"until_event" || kind == u"one_off") {
        Validity validity = open(ValidityBasis::Event, from);
        validity.event = value.isEmpty() ? kind : value;
        return validity;
    }
    if (kind == u"months_from_issue" && from) {
        const int months = value.toInt();
        if (months >= 1 && months <= maxMonths) {
            Validity validity = withEnd(ValidityBasis::Months, from, from->addMonths(months), asOf);
            validity.months = months;
            return validity;
        }
    }
    if (kind == u"calendar_year" && from)
        return withEnd(ValidityBasis::Until, from, QDate(from->year(), 12, 31), asOf);
    if (kind == u"until_stated_date" && stated)
        return withEnd(ValidityBasis::Until, from, *stated, asOf);
    Validity unknown;
    unknown.from = from;
    return unknown;
}

QString toString(ValidityStatus status)
{
    switch (status) {
    case ValidityStatus::InForce:
        return u"in_force"_s;
    case ValidityStatus::Expired:
        return u"expired"_s;
    case ValidityStatus::Replaced:
        return u"replaced"_s;
    case ValidityStatus::Revoked:
        return u"revoked"_s;
    case ValidityStatus::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE();
}

QString toString(ValidityBasis basis)
{
    switch (basis) {
    case ValidityBasis::None:
        return {};
    case ValidityBasis::Indefinite:
        return u"indefinite"_s;
    case ValidityBasis::Until:
        return u"until"_s;
    case ValidityBasis::Months:
        return u"months"_s;
    case ValidityBasis::Event:
        return u"event"_s;
    }
    Q_UNREACHABLE();
}

std::optional<ValidityStatus> validityStatusFromString(const QString &text)
{
    for (const auto status : {ValidityStatus::InForce, ValidityStatus::Expired, ValidityStatus::Replaced,
                              ValidityStatus::Revoked, ValidityStatus::Unknown})
        if (toString(status) == text)
            return status;
    return std::nullopt;
}

std::optional<ValidityBasis> validityBasisFromString(const QString &text)
{
    for (const auto basis : {ValidityBasis::None, ValidityBasis::Indefinite, ValidityBasis::Until,
                             ValidityBasis::Months, ValidityBasis::Event})
        if (toString(basis) == text)
            return basis;
    return std::nullopt;
}

QJsonObject validityToJson(const Validity &validity)
{
    QJsonObject json{
        {u"status"_s, toString(validity.status)},
        {u"basis"_s, validity.basis == ValidityBasis::None ? QJsonValue(QJsonValue::Null)
                                                           : QJsonValue(toString(validity.basis))},
        {u"from"_s, dateOrNull(validity.from)},
        {u"until"_s, dateOrNull(validity.until)},
    };
    if (validity.basis == ValidityBasis::Months)
        json[u"months"_s] = validity.months;
    if (validity.basis == ValidityBasis::Event)
        json[u"event"_s] = validity.event;
    return json;
}

} // namespace sohoa
