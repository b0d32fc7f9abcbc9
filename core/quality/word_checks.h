// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/domain/page.h"

#include <QDate>
#include <QMap>
#include <QString>

#include <vector>

namespace sohoa::quality {

/// What the rules of one word look at. Pages taken out by the clerk are already gone, from the papers too.
struct Subject {
    const Dossier &dossier;
    const std::vector<Page> &pages;
    const Catalogue &catalogue;
    QDate asOf;
};

using Findings = std::vector<Finding>;

/// From this confidence on a value may pass unconfirmed (ACC-32).
constexpr double sure = 0.90;

/// Each appends the findings of one word.
void checkLive(const Subject &subject, Findings &findings);
void checkClean(const Subject &subject, Findings &findings);
void checkComplete(const Subject &subject, Findings &findings);
void checkAccurate(const Subject &subject, Findings &findings);

/// ACC-02, ACC-03, ACC-07: what can be told of a personal number, which has no check digit.
void checkPersonalId(const Subject &subject, Findings &findings);

/// ACC-14, ACC-15, ACC-20, ACC-28: what civil status law, the lists of agencies and of ethnic groups say.
void checkRegisters(const Subject &subject, Findings &findings);

/// The value without blanks at its ends; empty when there is none.
inline QString valueOf(const Fields &fields, const QString &field)
{
    return fields.value(field).value.trimmed();
}

inline Finding finding(const QString &rule, Severity severity, const QMap<QString, QString> &args = {})
{
    Finding made;
    made.rule = rule;
    made.severity = severity;
    made.args = args;
    return made;
}

/// A finding about one field: it is in the args as well, for the sentence, and leads to the field's page.
inline Finding fieldFinding(const QString &rule, Severity severity, const Fields &fields, const QString &field,
                            QMap<QString, QString> args = {})
{
    args.insert(QStringLiteral("field"), field);
    Finding made = finding(rule, severity, args);
    made.field = field;
    if (const auto value = fields.constFind(field); value != fields.constEnd() && !value->page.isNull())
        made.page = value->page;
    return made;
}

} // namespace sohoa::quality
