// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dossier.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sohoa {

/// The four words of the campaign: sống, sạch, đủ, chính xác.
enum class QualityWord { Live, Clean, Complete, Accurate };

/// One rule of the gate. The sentence for it lives in ui, with the args as placeholders.
struct QualityRule {
    QString id; ///< "LIVE-01"
    QualityWord word = QualityWord::Accurate;
    Severity severity = Severity::Warning; ///< The gravest that it gives; some findings of a rule weigh less.
    QStringList args;                      ///< Keys of Finding::args; not every finding has all.
    /// A clerk may confirm a finding with a reason. Warnings always; blocking ones only where the rule itself
    /// says so (CLEAN-21: the paper itself is faint; CLEAN-01, CLEAN-02: both dossiers are right).
    bool blockingOverridable = false;
};

/// Every rule that check(), or the comparison with other dossiers, can give, ordered by word and id.
const std::vector<QualityRule> &qualityRules();
/// Null when there is none.
const QualityRule *qualityRule(const QString &id);

/// Whether a clerk's reason may overrule this finding.
bool mayOverride(const Finding &finding);

/// "live", "clean", "complete", "accurate".
QString toString(QualityWord word);

} // namespace sohoa
