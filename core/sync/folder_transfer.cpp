// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/folder_transfer.h"

#include "core/base/clock.h"
#include "core/sync/folder_handover.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace sohoa {

namespace {

constexpr int progressSteps = 1000; // QPromise counts in int; a package may have more bytes than that holds
constexpr qint64 progressMs = 100;

TransferEnd handOver(QPromise<TransferEnd> &promise, const OutboxItem &item, const QString &station,
                     const QString &folder)
{
    TransferEnd end;
    const auto failed = [&](const Error &error) {
        end.error = error;
        end.after = error.code == ErrorCode::PackageInvalid ? AfterFailure::BlockPackage : AfterFailure::Retry;
        return end;
    };
    end.sent = item.sent;
    if (!item.sent) {
        qint64 done = 0;
        QElapsedTimer sinceProgress;
        const auto put = putIntoFolder(item, folder, [&](const char *, qint64 size) -> Result<void> {
            if (promise.isCanceled())
                return fail(ErrorCode::Cancelled, {});
            done += size;
            if (!sinceProgress.isValid() || sinceProgress.elapsed() >= progressMs || done == item.bytes) {
                promise.setProgressValue(static_cast<int>(done * progressSteps / item.bytes));
                sinceProgress.start();
            }
            return {};
        });
        if (!put)
            return failed(put.error());
        if (const auto listed = addToManifest(item, station, folder, SystemClock().now()); !listed)
            return failed(listed.error());
        end.progressed = true;
        end.sent = true;
    }
    auto receipt = receiptInFolder(item, folder);
    if (!receipt)
        return failed(receipt.error());
    end.receipt = std::move(*receipt);
    return end;
}

} // namespace

FolderTransfer::FolderTransfer(OutboxItem item, QString station, QString folder, QObject *parent)
    : Transfer(parent)
    , m_item(std::move(item))
    , m_station(std::move(station))
    , m_folder(std::move(folder))
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &FolderTransfer::onDone);
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int step) {
        if (!m_ended)
            Q_EMIT progressed(m_item.bytes * step / progressSteps, m_item.bytes);
    });
}

FolderTransfer::~FolderTransfer()
{
    // The job owns copies of all it needs and ends at its next piece; waiting for a slow stick would freeze the
    // thread.
    m_watcher.cancel();
}

void FolderTransfer::start()
{
    auto promise = std::make_shared<QPromise<TransferEnd>>();
    promise->setProgressRange(0, progressSteps);
    m_watcher.setFuture(promise->future());
    promise->start();
    QThreadPool::globalInstance()->start([promise, item = m_item, station = m_station, folder = m_folder] {
        promise->addResult(handOver(*promise, item, station, folder));
        promise->finish();
    });
}

void FolderTransfer::cancel()
{
    m_watcher.cancel();
}

void FolderTransfer::onDone()
{
    if (std::exchange(m_ended, true))
        return;
    // A cancelled future takes no result; whatever the job has done is found there by the next attempt.
    const bool hasResult = m_watcher.future().resultCount() > 0;
    Q_EMIT finished(hasResult ? m_watcher.result() : TransferEnd{.error = Error{ErrorCode::Cancelled}});
}

} // namespace sohoa
