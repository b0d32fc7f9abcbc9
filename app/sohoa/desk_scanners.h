// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/client/device_lister.h"
#include "scanner/client/helper_config.h"
#include "scanner/client/option_reader.h"
#include "ui/scanners/scanners.h"

namespace sohoa {

/// The window's scanners by way of scanner/client.
class DeskScanners final : public ui::Scanners {
    Q_OBJECT
public:
    /// `onlyVirtual`: practice mode, in which no real scanner is touched.
    DeskScanners(HelperConfig config, bool onlyVirtual, QObject *parent = nullptr);

    void list(std::function<void(Result<std::vector<Device>>)> answer) override;
    void describe(const QString &device, std::function<void(Result<ui::ScannerChoices>)> answer) override;
    Source source(const QString &device) override;

private:
    HelperConfig m_config;
    bool m_onlyVirtual;
    DeviceLister m_lister;
    OptionReader m_reader;
};

/// What the options of a device let a clerk choose.
ui::ScannerChoices choicesOf(const std::vector<Option> &options);

} // namespace sohoa
