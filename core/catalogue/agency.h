// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/procedure.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace sohoa {

/// A territorial unit in one period of its life. Codes are used again for other units: the key is code and period.
struct Agency {
    QString code;     ///< Of the statistics office: "06115"
    QString name;     ///< "Xã Hồng Thái"
    QString unitType; ///< xã, phường, thị trấn, huyện …
    QString level;    ///< province, district, commune
    QString parentCode;
    QString parentName;
    std::optional<QDate> validFrom; ///< None: from the beginning of what is known.
    std::optional<QDate> validTo;   ///< Last day; none: exists still.
    QStringList successorCodes;
    QStringList successorNames;
    QString egovCode; ///< "H37"
    Confidence confidence = Confidence::Check;

    bool existedOn(const QDate &day) const
    {
        return (!validFrom || *validFrom <= day) && (!validTo || day <= *validTo);
    }
};

} // namespace sohoa
