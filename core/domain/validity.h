// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace sohoa {

enum class ValidityStatus { InForce, Expired, Replaced, Revoked, Unknown };
enum class ValidityBasis { None, Indefinite, Until, Months, Event };

/// Whether the result of a dossier is still in force, and why.
struct Validity {
    ValidityStatus status = ValidityStatus::Unknown;
    ValidityBasis basis = ValidityBasis::None;
    std::optional<QDate> from;
    std::optional<QDate> until; ///< Last day in force. None: no end date.
    int months = 0;             ///< For basis Months.
    QString event;              ///< For basis Event: what ends it, in words.
    friend bool operator==(const Validity &, const Validity &) = default;
};

/// What `sohoactl tag --valid` takes: indefinite | until:DATE | months:N | event:TEXT | expired | replaced |
/// revoked | unknown. `from` is the issue date; months need it, and count to the same day N months later, clipped
/// to the month's end. The status is judged for the day `asOf`. ValueInvalid (args: field, value) for anything
/// else.
Result<Validity> parseValidity(const QString &text, const std::optional<QDate> &from, const QDate &asOf);

/// The proposal that follows from a catalogue rule (`indefinite`, `months_from_issue:N`, `calendar_year`,
/// `until_replaced`, `until_event:…`, `until_stated_date`, `one_off`). Unknown, never a guess, when the rule needs
/// a date that is not there: a wrong default would silently kill birth certificates.
Validity proposeValidity(const QString &rule, const std::optional<QDate> &from, const std::optional<QDate> &stated,
                         const QDate &asOf);

/// The same validity judged for another day: only in_force and expired change into each other.
Validity judged(Validity validity, const QDate &asOf);

QString toString(ValidityStatus status);
QString toString(ValidityBasis basis);
std::optional<ValidityStatus> validityStatusFromString(const QString &text);
std::optional<ValidityBasis> validityBasisFromString(const QString &text);

/// {"status","basis","from","until"} of the contracts, with "months" and "event" where they apply.
QJsonObject validityToJson(const Validity &validity);

} // namespace sohoa
