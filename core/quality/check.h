// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/domain/page.h"
#include "core/quality/rules.h"

#include <QDate>

#include <vector>

namespace sohoa {

/// The quality gate: every finding of the rules that need no other dossier, gravest first. `pages` are the pages
/// of the dossier in order. A reason in Dossier::overrides is put into Finding::overrideReason where the finding
/// may be overruled, and has no effect elsewhere. Thread-safe, no errors.
std::vector<Finding> check(const Dossier &dossier, const std::vector<Page> &pages, const Catalogue &catalogue,
                           const QDate &asOf);

/// Findings that stop an approval: blocking and not overruled.
std::vector<Finding> blockingFindings(const std::vector<Finding> &findings);

enum class Light { Ok, Warn, Block };

/// One light a word; overruled findings and information leave it at Ok.
struct Lights {
    Light live = Light::Ok;
    Light clean = Light::Ok;
    Light complete = Light::Ok;
    Light accurate = Light::Ok;
    friend bool operator==(const Lights &, const Lights &) = default;
};
Lights lights(const std::vector<Finding> &findings);
/// "ok", "warn", "block".
QString toString(Light light);

/// The papers that the dossier's procedure asks for, in its order, each with the pages that fulfil it. Empty
/// without a known procedure.
std::vector<ComponentStatus> componentsOf(const Dossier &dossier, const Catalogue &catalogue);

/// Summary fields that must be filled before approval (FULL-06): issue_date, agency, person_name and abstract
/// always, number when the result's kind of paper bears one.
QStringList mandatoryFields(const Dossier &dossier, const Catalogue &catalogue);

} // namespace sohoa
