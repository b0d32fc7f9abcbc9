// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QtGlobal>

#include <deque>
#include <map>
#include <optional>

namespace sohoa {

/// How quickly bytes go out, over the last half minute: from it comes the time that is left. Moments are
/// milliseconds of a steady clock that never goes back.
class TransferRate {
public:
    static constexpr qint64 windowMs = 30'000;

    /// `sent` of this package's bytes are there. A count that goes back (a cut) counts only once it is passed
    /// again.
    void note(const PackageId &package, qint64 sent, qint64 nowMs);
    /// The package is through or was given up: its count begins anew.
    void forget(const PackageId &package) { m_highest.erase(package); }
    /// Bytes a second; nothing while too little is known to say so.
    std::optional<double> perSecond(qint64 nowMs) const;

private:
    struct Step {
        qint64 at;
        qint64 bytes;
    };
    std::deque<Step> m_steps; ///< Those of the window, oldest first.
    std::map<PackageId, qint64> m_highest;
    std::optional<qint64> m_begin; ///< Of the stretch that is measured.
};

} // namespace sohoa
