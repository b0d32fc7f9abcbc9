// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/procedure.h"
#include "core/domain/dossier.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace sohoa {

/// A kind of paper, and how it is recognized. All expressions are for foldToCapitals() text.
struct DocumentType {
    QString id;    ///< "birth_certificate"
    QString title; ///< "Giấy khai sinh"
    DocumentKind kind = DocumentKind::Component;
    int priority = 0; ///< Higher is tried first.
    /// The title stands anywhere on the page and makes the whole paper this kind (stamps of certification, backs
    /// of cards); otherwise only the upper half counts.
    bool anywhere = false;
    QRegularExpression titleExpression;
    std::optional<QRegularExpression> body;    ///< Tells a page of this kind that bears no title.
    std::optional<QRegularExpression> bonus;   ///< Makes the type likelier when it occurs on the page.
    std::optional<QRegularExpression> exclude; ///< Rules the type out when it occurs in the head of the page.
    QStringList numberPatterns;                ///< Names of patterns; empty: the paper bears no number.
    QStringList fields;                        ///< Ids of the values that it carries.
    QString validityRule;
    QStringList procedureCodes; ///< Procedures that it belongs to.
    QStringList otherNames;     ///< What lists of components call it beside its title.
    Confidence confidence = Confidence::Check;
};

/// How a labelled value is found on a paper.
struct FieldLabel {
    enum class Kind {
        Line,   ///< What follows the label on its line.
        Name,   ///< A person's name.
        Date,   ///< A date, whole or partly known; kept in ISO form.
        Year,   ///< Four digits.
        Id,     ///< 12 or 9 digits.
        Gender, ///< "Nam" or "Nữ".
        Code,   ///< The first run without blanks.
    };
    QString field;                           ///< The field's id.
    QStringList documentTypes;               ///< Ids; empty: every paper.
    QRegularExpression label;                ///< For folded text; the value begins where the match ends.
    std::optional<QRegularExpression> after; ///< The label counts only behind the first match of this …
    std::optional<QRegularExpression> until; ///< … and before the first match of this behind that.
    Kind kind = Kind::Line;
    /// The label counts only where it stands in this part of the page: left, top, right, bottom as shares of width
    /// and height. All of the page: 0, 0, 1, 1.
    std::array<double, 4> zone = {0, 0, 1, 1};
};

/// A named expression for a value. `folded`: for foldToCapitals() text, otherwise for the text as it is.
struct Pattern {
    QString name;
    bool folded = true;
    QRegularExpression expression;
};

} // namespace sohoa
