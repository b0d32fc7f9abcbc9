// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_types.h"
#include "scanner/api/profile_store.h"
#include "scanner/client/helper_config.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sohoa {

/// Where the store lies when nobody says: $XDG_DATA_HOME/sohoa.
QString defaultStoreFolder();
/// The store of practice mode: $XDG_DATA_HOME/sohoa-practice.
QString practiceStoreFolder();

/// A station over that store with the programs and resources of this installation; actor is the user who is logged
/// in at the computer.
StationConfig stationConfig(const QString &storeFolder);

/// The scanner side of this installation. `virtualScanners` are offered beside the real ones.
HelperConfig helperConfig(const std::vector<VirtualScanner> &virtualScanners = {});

/// Where scan profiles lie: those that ship, the administrator's in /etc/sohoa/profiles (or below what
/// SOHOA_SITE_FOLDER names, for tests), the user's own below $XDG_CONFIG_HOME.
ProfileFolders profileFolders();
/// The list of devices' quirks that ships.
QString quirksFile();

/// The practice stacks that ship, as virtual scanners: names "practice-1", …
std::vector<VirtualScanner> practiceScanners();

} // namespace sohoa
