// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace sohoa {

/// What one page stage found out and whether it changed the page for it: shown to the clerk, who can undo it by
/// switching the stage off or by setting the value himself. The master is never changed.
struct StageDecision {
    QString stage;         ///< "orientation", "perspective", "deskew", "crop", "blank", "faults", …
    QString version;       ///< "deskew/1": made by another version, a decision is stale.
    bool applied = false;  ///< The cleaned page differs for it.
    bool byClerk = false;  ///< Set by the clerk, not found.
    double confidence = 1; ///< 0..1
    QJsonObject values;    ///< What was measured, and the limits that it was held against.
};

QJsonArray stagesToJson(const std::vector<StageDecision> &stages);
/// HelperProtocol when a value is missing, of the wrong type or out of range.
Result<std::vector<StageDecision>> stagesFromJson(const QJsonArray &json);

/// Stages that a scan profile may switch off. Off: measured where others need it, but nothing is changed for it.
struct StageSwitches {
    bool orientation = true; ///< Turned upright.
    bool perspective = true; ///< Photographs of pages laid flat.
    bool deskew = true;
    bool crop = true;
    bool sealColor = true; ///< Seals taken out of the image that is read; the cleaned page keeps them.
    bool blank = true;     ///< Empty sides flagged.
    bool faults = true;    ///< Scan faults looked for.

    friend bool operator==(const StageSwitches &, const StageSwitches &) = default;
};

/// Names of the stages that are off, in the order of the members; and back. HelperProtocol for an unknown name.
QStringList switchedOff(const StageSwitches &switches);
Result<StageSwitches> switchesWithout(const QStringList &off);

} // namespace sohoa
