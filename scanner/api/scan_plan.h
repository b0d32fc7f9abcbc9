// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page_source.h"
#include "scanner/api/option.h"
#include "scanner/api/quirks.h"

namespace sohoa {

/// What had to be changed so that the device could take it; shown to the clerk, never hidden.
struct Adjustment {
    /// SANE's word for the option; where the device has none, what was wished for: "paper", "brightness",
    /// "contrast", "double-feed", "duplex".
    QString option;
    QString wished;
    QString got;        ///< Empty: the device does not have it.
    bool grave = false; ///< Something of the papers may be missing: a back, a colour, an edge, detail.
    friend bool operator==(const Adjustment &, const Adjustment &) = default;
};

/// How a wish meets a device.
struct ScanPlan {
    std::vector<Setting> settings; ///< To be made in this order.
    std::vector<Adjustment> adjustments;
    bool feeder = false; ///< Sheets come until the feeder is empty; otherwise one page and no more.
    bool duplex = false; ///< Every second page is a back.
    Dpi dpi = 0;         ///< As the device will scan; the wish's own where the device does not say.
};

/// Chooses by what the options can do, not by who made the device: source (the wish's own word, else the feeder if
/// there is one), both sides (a duplex source, or the option "adf-mode" or "duplex"), mode, depth, resolution, and
/// the largest area (page size before corners). `extra` (a profile's settings) is made after the wish and beats
/// it. Pure; call it again whenever the device has reloaded its options. Errors: DeviceUnsupported (no options),
/// OptionRefused (option, value: the source is unknown, both sides cannot be scanned, an extra setting does not
/// fit; a yielding wish gives an adjustment instead of the first two), UsageError (mode or dpi without meaning).
Result<ScanPlan> resolve(const std::vector<Option> &options, const ScanWish &wish,
                         const std::vector<Setting> &extra = {}, const Quirks &quirks = {});

/// A device whose options can be read and set; the helper has one over SANE, tests have one in memory.
class OptionAccess {
public:
    /// What the device answered to a setting.
    struct Outcome {
        bool reload = false; ///< Other options may have changed.
        OptionValue got;     ///< The value as the device took it.
    };
    OptionAccess() = default;
    OptionAccess(const OptionAccess &) = delete;
    OptionAccess &operator=(const OptionAccess &) = delete;
    virtual ~OptionAccess() = default;
    virtual Result<std::vector<Option>> read() = 0;
    virtual Result<Outcome> set(const Option &option, const OptionValue &value) = 0;
};

/// Makes the settings one after the other; when one reloads the others, options are read and the wish is resolved
/// anew. Each option is set at most once, so this ends. Gives the plan as it was carried out. Errors: those of
/// resolve(), of the device, and OptionRefused when an option that is needed stays inactive.
Result<ScanPlan> apply(OptionAccess &device, const ScanWish &wish, const std::vector<Setting> &extra = {},
                       const Quirks &quirks = {});

QJsonObject toJson(const Adjustment &adjustment);
Result<Adjustment> adjustmentFromJson(const QJsonValue &json); ///< HelperProtocol when it is none.

} // namespace sohoa

Q_DECLARE_METATYPE(sohoa::Adjustment)
