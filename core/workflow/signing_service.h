// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/package/package_signing.h"
#include "core/signature/secret_bytes.h"
#include "core/signature/signing_session.h"
#include "core/workflow/station_context.h"

#include <QObject>
#include <QTemporaryDir>

#include <deque>
#include <memory>

namespace sohoa {

/// Signs approved dossiers: takes the package apart, signs each PDF by an incremental update, and puts the package
/// together again in the place of the old one. Signatures that are there stay. Errors as Station says.
class SigningService : public QObject {
    Q_OBJECT
public:
    explicit SigningService(StationContext &context);
    ~SigningService() override;

    Result<void> start(const SigningRequest &request, SecretBytes pin);
    void cancel() { m_isCancelled = true; }
    bool isRunning() const { return m_session != nullptr; }

Q_SIGNALS:
    void dossierSigned(const sohoa::DossierId &dossier, const sohoa::BatchId &batch);
    void ended(const sohoa::SigningSummary &summary);

private:
    /// The dossier whose documents are being signed.
    struct Open {
        DossierId id;
        PackageId package;
        std::unique_ptr<QTemporaryDir> folder;
        UnpackedPackage parts;
        QStringList waiting; ///< File names of the documents still to be signed.
        int signedNow = 0;
    };

    void next();
    Result<Open> open(const DossierId &id) const;
    void signNextDocument();
    void documentSigned(const Result<SignedDocument> &done);
    /// The package as it is now, in the place of the old one.
    Result<BatchId> putBack();
    void dossierFailed(const Error &error);
    void end(const std::optional<Error> &error);

    StationContext &m_context;
    std::unique_ptr<TimestampPort> m_timestamps;
    std::unique_ptr<SigningSession> m_session; ///< Set while it runs.
    std::unique_ptr<SigningSession> m_over;    ///< Of the batch that has just ended.
    SigningRequest m_request;
    std::deque<DossierId> m_queue;
    std::optional<Open> m_open;
    SigningSummary m_summary;
    bool m_isCancelled = false;
};

} // namespace sohoa
