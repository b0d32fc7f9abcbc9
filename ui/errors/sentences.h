// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/batch.h"
#include "core/domain/dossier.h"
#include "core/domain/page.h"

#include <QString>

/// What stands in stable codes in core, said to a person: in the language whose translator is installed
/// (ui/language), English without one. Pure functions of their arguments; any thread once translators stand.
namespace sohoa {

/// What happened and what to do, in one or two sentences; args of the error are woven in where it has them.
QString sentence(const Error &error);

/// The words on the button of an error bar; empty for Remedy::Nothing.
QString remedyText(Remedy remedy);

/// What a finding of the quality gate says to the clerk.
QString ruleSentence(const Finding &finding);
/// Whether ruleSentence() has words of its own for the rule.
bool hasRuleSentence(const QString &rule);

/// One or two words for a chip in a list.
QString stateName(DossierState state);
QString stateName(BatchState state);
QString stateName(PageState state);
QString originName(FieldOrigin origin);
QString kindName(DocumentKind kind);
QString severityName(Severity severity);
QString validityName(ValidityStatus status);
/// "in force without end", "until 31/12/2026", "6 months from the issue date" …
QString validityText(const Validity &validity);
/// What a reason in Page::suspect or PageReading::suspect means.
QString suspectName(const QString &reason);
QString separatorName(SeparatorKind kind);

/// The printed label of a field: "Issue date". The id itself for one that has no label.
QString fieldLabel(const QString &field);

} // namespace sohoa
