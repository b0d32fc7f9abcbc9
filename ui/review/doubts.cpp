// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/doubts.h"

#include "ui/review/doubt_card.h"

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

bool isOpen(const Finding &finding)
{
    return finding.severity != Severity::Info && finding.overrideReason.isEmpty();
}

bool isDoubtful(const ProcedureChoice &procedure)
{
    return procedure.code.isEmpty() ||
           (procedure.origin != FieldOrigin::Clerk && procedure.confidence < sureEnough);
}

bool isDoubtful(const FieldValue &value, const QString &field, const std::vector<Finding> &findings)
{
    if (value.origin == FieldOrigin::Clerk && !value.value.isEmpty())
        return false;
    if (!value.value.isEmpty() && value.confidence < sureEnough)
        return true;
    return std::ranges::any_of(
        findings, [&field](const Finding &finding) { return finding.field == field && isOpen(finding); });
}

bool validityIsDoubtful(const DossierData &data)
{
    if (data.dossier.validityByClerk)
        return false;
    return std::ranges::any_of(data.check.findings, [](const Finding &finding) {
        return finding.rule.startsWith(u"LIVE-") && finding.field.isEmpty() && !finding.page && isOpen(finding);
    });
}

} // namespace

std::vector<FormDoubt> formDoubts(const DossierData &data)
{
    std::vector<FormDoubt> doubts;
    for (const Doubt &doubt : data.doubts)
        if (isQuestion(doubt))
            doubts.push_back({FormDoubt::Place::Question, {}, doubt});
    if (isDoubtful(data.dossier.procedure))
        doubts.push_back({FormDoubt::Place::Procedure, {}});
    for (const QString &field : summaryFields())
        if (isDoubtful(data.dossier.fields.value(field), field, data.check.findings))
            doubts.push_back({FormDoubt::Place::Field, field});
    if (validityIsDoubtful(data))
        doubts.push_back({FormDoubt::Place::Validity, {}});
    return doubts;
}

} // namespace sohoa::ui
