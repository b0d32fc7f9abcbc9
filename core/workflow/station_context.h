// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/catalogue/catalogue.h"
#include "core/store/store.h"
#include "core/workflow/station_types.h"

#include <memory>

namespace sohoa {

/// What the services of one station share. Threads: the Station's.
struct StationContext {
    StationConfig config;
    const Clock &clock;
    std::unique_ptr<Store> store;
    Catalogue catalogue;

    QDate today() const { return clock.now().vietnamDate(); }
};

/// A list row of the store as the screens show it.
DossierSummary summaryOf(const DossierRow &row);

/// VaultLocked when the store lies in a vault that is closed: its folder is empty then, and a plain store must not
/// be begun in its place.
Result<void> refuseClosedVault(const QString &storeFolder);

} // namespace sohoa
