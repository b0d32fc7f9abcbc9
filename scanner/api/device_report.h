// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/api/scan_plan.h"

namespace sohoa {

/// What a device offers and how it answered, written down so that somebody else can look into it (and tests can
/// replay it). Without personal data: texts that are free to be anything, serial numbers, addresses and names of
/// hosts are left out.
struct DeviceReport {
    /// The options as they are with one of the device's sources.
    struct State {
        QString source; ///< Empty: as the device was found.
        std::vector<Option> options;
    };
    /// Setting `option` to one of `words` makes `options` active; only in reports written by hand.
    struct Wakes {
        QString option;
        QStringList words;
        QStringList options;
    };
    struct Step {
        qint64 ms = 0; ///< Since the report was begun.
        QString what;  ///< "options", "source=ADF Duplex", "profile=id-card"
        QString how;   ///< "ok", or the error's line for the log.
    };
    Device device; ///< Its name is the backend's and the model's.
    std::vector<State> states;
    std::vector<Wakes> wakes;
    bool paperLimitsCorners = false; ///< The page size sets the ranges of the corners; only in reports by hand.
    std::vector<Step> trace;
};

/// The device without what tells one from another of its kind.
Device anonymous(const Device &device);
/// The options without free texts and serial numbers.
std::vector<Option> anonymous(std::vector<Option> options);

QByteArray reportJson(const DeviceReport &report);
/// Errors: HelperProtocol (an option or device that is none), ProfileInvalid (no report at all).
Result<DeviceReport> parseReport(const QByteArray &json, const QString &file);

/// The device of a report as far as a report can be one: options take legal values; another source brings the
/// options of its state.
class ReplayedDevice final : public OptionAccess {
public:
    explicit ReplayedDevice(DeviceReport report);

    Result<std::vector<Option>> read() override { return m_options; }
    Result<Outcome> set(const Option &option, const OptionValue &value) override;

private:
    void changeSource(const QString &source);
    void wake(const QString &option, const QString &word);
    void limitCorners(const QString &paper, const OptionValue &value);

    DeviceReport m_report;
    std::vector<Option> m_options;
};

} // namespace sohoa
