// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/domain/page.h"

#include <QDate>

#include <vector>

namespace sohoa {

/// One dossier before the gate, and what the rules have found so far.
struct QualityCase {
    const Dossier &dossier;
    const std::vector<Page> &pages;
    const Catalogue &catalogue;
    QDate asOf;
    std::vector<Finding> findings = {};

    /// A finding about the dossier. The severity is the rule's unless another is given.
    Finding &find(const QString &rule, const QMap<QString, QString> &args = {});
    /// About a field: names it and its page, and puts it among the args where the rule has the arg "field".
    Finding &findField(const QString &rule, const QString &field, QMap<QString, QString> args = {});

    /// The paper that the summary describes: the last result. Null when there is none.
    const Document *result() const;
    const DocumentType *resultType() const;
};

void checkLive(QualityCase &subject);
void checkClean(QualityCase &subject);
void checkComplete(QualityCase &subject);
void checkAccurate(QualityCase &subject);

} // namespace sohoa
