// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/option.h"

namespace sohoa {

/// One option to be set.
struct Setting {
    QString option;
    OptionValue value;
    /// False: as near as the device likes, and no fault when it does not (the scan area).
    bool wished = true;
    friend bool operator==(const Setting &, const Setting &) = default;
};

QJsonObject toJson(const Setting &setting);
Result<Setting> settingFromJson(const QJsonValue &json); ///< HelperProtocol when it is none.

} // namespace sohoa
