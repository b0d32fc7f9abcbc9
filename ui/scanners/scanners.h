// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page_source.h"
#include "scanner/api/option.h"
#include "scanner/api/profile_store.h"
#include "scanner/api/scan_plan.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace sohoa::ui {

/// What one scanner lets the clerk choose. Empty lists: it did not say, the usual choices are offered.
struct ScannerChoices {
    QStringList sources; ///< The device's own words.
    QString feeder;      ///< The one of `sources` that feeds sheets; empty when there is none.
    std::vector<Dpi> resolutions;
    bool duplex = false;
};

/// What a stack is scanned with: the wish, and what a profile adds to it.
struct ScanOrder {
    ScanWish wish;
    std::vector<Setting> extra = {};
    MasterFormat masters = {};
    bool twoPass = false;    ///< Fronts, then the backs of the turned stack.
    bool pageByPage = false; ///< From the glass: asks for the next page after each.
};

/// The scanners of this desk, whatever brings them. app fulfils it with scanner/client; tests with what they like.
/// Lives in the window's thread; answers come there and never from within the call.
class Scanners : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    using Source = std::function<std::unique_ptr<PageSource>()>;

    virtual void list(std::function<void(Result<std::vector<Device>>)> answer) = 0;
    virtual void describe(const QString &device, std::function<void(Result<ScannerChoices>)> answer) = 0;
    /// The scan profiles of this desk: a few small files, read at the call.
    virtual ProfileStore::Listing profiles() = 0;
    /// What the scanner will make of the order, without a sheet moving. A question asked while another is open
    /// ends that one with Cancelled.
    virtual void plan(const ScanOrder &order, std::function<void(Result<ScanPlan>)> answer) = 0;
    /// Every option of the device, once `after` has been set as far as the device takes it.
    virtual void options(const QString &device, const std::vector<Setting> &after,
                         std::function<void(Result<std::vector<Option>>)> answer) = 0;
    /// As one of the clerk's own profiles; errors of ProfileStore::save().
    virtual Result<void> saveProfile(const ScanProfile &profile) = 0;
    /// What makes a source of pages; called in the engine's thread.
    virtual Source source(const ScanOrder &order) = 0;
};

} // namespace sohoa::ui
