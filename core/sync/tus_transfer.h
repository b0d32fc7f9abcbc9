// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/throttle.h"
#include "core/sync/transfer.h"
#include "core/sync/tus_endpoint.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QFile>
#include <QFutureWatcher>
#include <QNetworkReply>
#include <QPointer>
#include <QUrl>

#include <memory>

namespace sohoa {

/// Hands a package over to a tus 1.0.0 repository (core, creation; checksum and termination where the repository
/// offers them). Goes on from where the repository says it got to; sends nothing twice that arrived. Leaves the
/// waiting between attempts to its caller.
class TusTransfer final : public Transfer {
    Q_OBJECT
public:
    /// The throttle must outlive it.
    TusTransfer(OutboxItem item, QString station, std::shared_ptr<TusEndpoint> endpoint, Throttle &throttle,
                QObject *parent = nullptr);
    ~TusTransfer() override;

    void start() override;
    void cancel() override;

private:
    struct Answer {
        int status = 0; ///< HTTP status; 0: none came whole.
        QNetworkReply::NetworkError error = QNetworkReply::NoError;
        QString errorText;
        QByteArray body;
        const QNetworkReply *reply = nullptr; ///< For its headers, while the handler runs.
    };
    using Handler = void (TusTransfer::*)(const Answer &);
    /// Why the receipt is asked for: what to do when there is none.
    enum class Asking { AfterLastByte, BeforeEmptyPatch, Vanished, SentEarlier };

    void begin();
    /// False, and the attempt has ended, when the package's file is not there as it should be.
    bool openOwnFile();
    void askOptions();
    void onOptions(const Answer &answer);
    void create();
    void onCreated(const Answer &answer);
    void askOffset();
    void onOffset(const Answer &answer);
    void goOn();
    void patch();
    void onPatched(const Answer &answer);
    void askReceipt(Asking why);
    void onReceipt(const Answer &answer);
    void onNoReceipt();
    void deliver(const QByteArray &body);
    void checkOwnFile();
    void onOwnFileChecked();
    void startAnew(const QString &why);
    void adopt(const QUrl &url);
    void abandonUpload();
    void watch(QNetworkReply *reply, Handler handler);
    void dropReply();
    void tellProgress(qint64 sent);
    void failWith(const Answer &answer, const QString &during);
    void end(const Error &error, AfterFailure after, std::optional<qint64> retryAfterMs = {});
    void endWith(const TransferEnd &end);

    OutboxItem m_item;
    QString m_station;
    std::shared_ptr<TusEndpoint> m_endpoint;
    Throttle &m_throttle;
    QFile m_file;
    QPointer<QNetworkReply> m_reply;
    QFutureWatcher<Result<QString>> m_ownHash;
    QElapsedTimer m_sinceProgress;
    QElapsedTimer m_patchTime;
    QUrl m_url;
    Asking m_asking = Asking::AfterLastByte;
    qint64 m_offset = 0;  ///< Where the next byte goes.
    qint64 m_inPatch = 0; ///< Bytes of the running PATCH.
    qint64 m_highest = 0; ///< One after the highest byte that may have arrived.
    qint64 m_chunk = 0;
    int m_conflicts = 0;
    int m_setbacks = 0;
    int m_mismatches = 0;
    int m_anew = 0;
    bool m_progressed = false;
    bool m_emptyPatchDone = false;
    bool m_tooLong = false;      ///< The last answer was cut off because it had no end.
    bool m_clockDoubted = false; ///< The certificate was refused for its dates.
    bool m_ended = false;
};

} // namespace sohoa
