// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/intake_service.h"
#include "scanner/client/remote_page_source.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

namespace sohoa::test {

using namespace Qt::StringLiterals;

/// Stacks of tiny pages, the virtual feeder with its faults, the real helper, a real store: everything between the
/// paper and the row. Nothing reads the pages: there is no page helper.
class StackRig {
public:
    StackRig();

    /// A folder of `pages` images, each unlike the others, and the scenario.
    QString stack(const QString &name, int pages, const QByteArray &scenario = {}, int firstPattern = 1);
    ScanWish wish(const QString &stack, bool duplex = false) const;
    HelperConfig config() const { return m_config; }
    HelperConfig &config() { return m_config; }
    /// The real helper, which leaves its process id in a file first.
    void makeTraceable();
    std::optional<qint64> helperPid() const;

    BatchId newBatch();
    IntakeSummary scan(const BatchId &batch, const ScanWish &wish, const IntakeOptions &options = {});
    /// As the operator does who lays the stack back as he is told.
    IntakeSummary resume(const BatchId &batch, const ScanWish &wish, const IntakeOptions &options = {});
    /// As the operator who lays it back from another page on.
    IntakeSummary resumeFromPage(int page, const BatchId &batch, const ScanWish &wish,
                                 const IntakeOptions &options = {});
    /// The stack lies in the feeder as the device left it.
    IntakeSummary scanAgain(const BatchId &batch, const ScanWish &wish, const IntakeOptions &options = {});
    IntakeSummary waitForEnd();

    /// The hashes of the masters that are not left out, in the order of the batch.
    QStringList masters(const BatchId &batch);
    std::vector<Page> pages(const BatchId &batch);
    std::optional<StackRun> openStack(const BatchId &batch);
    IntakeService &intake() { return m_intake; }
    Store &store() { return *m_context.store; }

private:
    std::unique_ptr<RemotePageSource> source(std::optional<int> nextPage) const;

    QTemporaryDir m_folder;
    SystemClock m_clock;
    HelperConfig m_config;
    StationContext m_context;
    ReadingService m_reading;
    IntakeService m_intake;
    std::optional<IntakeSummary> m_ended;
    int m_batches = 0;
};

} // namespace sohoa::test
