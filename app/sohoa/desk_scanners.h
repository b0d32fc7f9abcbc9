// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/client/device_lister.h"
#include "scanner/client/helper_config.h"
#include "scanner/client/option_reader.h"
#include "scanner/client/scan_planner.h"
#include "ui/scanners/scanners.h"

namespace sohoa {

/// The window's scanners by way of scanner/client.
class DeskScanners final : public ui::Scanners {
    Q_OBJECT
public:
    /// `onlyVirtual`: practice mode, in which no real scanner is touched.
    DeskScanners(HelperConfig config, ProfileFolders profiles, bool onlyVirtual, QObject *parent = nullptr);

    void list(std::function<void(Result<std::vector<Device>>)> answer) override;
    void describe(const QString &device, std::function<void(Result<ui::ScannerChoices>)> answer) override;
    ProfileStore::Listing profiles() override { return m_profiles.list(); }
    void plan(const ui::ScanOrder &order, std::function<void(Result<ScanPlan>)> answer) override;
    void options(const QString &device, const std::vector<Setting> &after,
                 std::function<void(Result<std::vector<Option>>)> answer) override;
    Result<void> saveProfile(const ScanProfile &profile) override { return m_profiles.save(profile); }
    Source source(const ui::ScanOrder &order) override;

private:
    HelperConfig m_config;
    ProfileStore m_profiles;
    bool m_onlyVirtual;
    DeviceLister m_lister;
    OptionReader m_reader;
    ScanPlanner m_planner;
};

/// What the options of a device let a clerk choose.
ui::ScannerChoices choicesOf(const std::vector<Option> &options);

} // namespace sohoa
