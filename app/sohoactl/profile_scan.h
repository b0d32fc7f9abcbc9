// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sohoactl/command.h"
#include "scanner/api/profile_store.h"
#include "scanner/api/scan_plan.h"

namespace sohoa {

/// A scan by a profile, as its device will carry it out.
struct ProfileScan {
    ScanWish wish;
    std::vector<Setting> extra;
    MasterFormat master;
    std::vector<Adjustment> adjustments; ///< Told already.
};

/// The options of `scan` that go with --profile.
std::vector<OptionSpec> profileScanOptions();

/// The wish of `scan --profile P`: the profile, what the command line says beside it, and the device it is bound
/// to (found under whatever name it has now) unless --device names one. Asks the device what it makes of it and
/// tells that; when something of the papers would be missing, --accept-changes is needed. Errors: ProfileUnknown,
/// ProfileInvalid, ProfileLocked, UsageError, DeviceNotFound, DeviceAmbiguous, and the device's own.
Result<ProfileScan> profileScan(CommandLine &line, const Arguments &arguments);

/// Waits for the plan of a wish at its device.
Result<ScanPlan> planAt(const ScanWish &wish, const std::vector<Setting> &extra);

/// One line an adjustment; JSON lines with --json.
void tellAdjustments(CommandLine &line, const std::vector<Adjustment> &adjustments);

} // namespace sohoa
