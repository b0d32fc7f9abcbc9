// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/transfer.h"

#include <QFutureWatcher>
#include <QString>

namespace sohoa {

/// Hands a package over into a folder (USB stick, share): `<package-id>.zip`, safe on the medium and read back,
/// then its line in `handover-<station>.json`. The receipt is read from `receipts/<package-id>.json` when somebody
/// has put it there. The work is done on the global thread pool.
class FolderTransfer final : public Transfer {
    Q_OBJECT
public:
    FolderTransfer(OutboxItem item, QString station, QString folder, QObject *parent = nullptr);
    ~FolderTransfer() override;

    void start() override;
    void cancel() override;

private:
    void onDone();

    OutboxItem m_item;
    QString m_station;
    QString m_folder;
    QFutureWatcher<TransferEnd> m_watcher;
    bool m_ended = false;
};

} // namespace sohoa
