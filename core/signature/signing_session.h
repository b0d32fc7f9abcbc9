// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/signature/certificate.h"
#include "core/signature/pdf_signature.h"
#include "core/signature/secret_bytes.h"
#include "core/signature/sign_messages.h"
#include "core/signature/signature_inspection.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace sohoa {

/// The way to a timestamp service (RFC 3161).
class TimestampPort {
public:
    TimestampPort() = default;
    TimestampPort(const TimestampPort &) = delete;
    TimestampPort &operator=(const TimestampPort &) = delete;
    virtual ~TimestampPort() = default;

    /// The service's answer to a question, both DER, not looked into; exactly once, never from within the call.
    /// Errors: TimestampUnreachable, TimestampInvalid; args: url.
    virtual void ask(const QByteArray &question, std::function<void(Result<QByteArray>)> answer) = 0;
    virtual QString url() const = 0;
};

struct SigningTools {
    QString helperProgram; ///< sohoa-sign-helper
    /// For one answer of the token; people enter PINs on some readers themselves.
    int deadlineMs = 120'000;
};

/// One file to be signed.
struct SigningOrder {
    QString input;
    QString output; ///< May be the input.
    SignatureRole role = SignatureRole::Officer;
    QString agency; ///< In whose name; empty: the certificate's organisation.
};

struct SignedDocument {
    SignedFile file;
    QString signer;
    QString certificateSerial;
    Instant signedAt;
    bool isTimestamped = false;
};

/// A key that is open: the PIN was given once, files are signed one after the other. When the token or its
/// software fails, the session is over and what was not signed is untouched. Threads: one thread with an event
/// loop.
class SigningSession : public QObject {
    Q_OBJECT
public:
    /// `timestamps`: null for baseline B-B; both outlive this.
    SigningSession(SigningTools tools, const Clock &clock, TimestampPort *timestamps);
    ~SigningSession() override;

    using Opened = std::function<void(Result<CertificateFacts>)>;
    using Done = std::function<void(Result<SignedDocument>)>;

    /// Opens the key and chooses the certificate. Once. Errors: those of SignHelperProcess, CertificateMissing,
    /// CertificateExpired, CertificateNotYet, CertificateNoUsage, CertificateUnclear. A secret is tried once only.
    void open(const SigningKey &key, SecretBytes secret, Opened answer);
    /// Signs one file; nothing is written unless everything went well, and a timestamp that was wanted is in it.
    /// Errors: those of PdfSignature, SignHelperProcess, TimestampPort, and of the certificate.
    void sign(const SigningOrder &order, Done answer);

    /// After this error every further file would fail as well.
    static bool endsSession(ErrorCode code);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace sohoa
