// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/dossier.h"
#include "core/workflow/station_types.h"

#include <QMap>
#include <QString>

namespace sohoa {

/// What stands on the practice papers (resources/practice/stacks.json): the clerk of the demonstration types from
/// it what the reading missed, as a person would from the paper.
class PracticeTruth {
public:
    /// FileUnreadable (args: path) when the practice stacks are not installed.
    static Result<PracticeTruth> load();

    /// The summary fields, procedure and validity that the dossier lacks; found by its dossier code. Empty when
    /// the code is unknown.
    DossierTags missingIn(const Dossier &dossier) const;

private:
    struct Paper {
        QString procedure;
        QMap<QString, QString> fields;
    };
    QMap<QString, Paper> m_papers;
};

} // namespace sohoa
