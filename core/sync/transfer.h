// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/sync/outbox_port.h"
#include "core/sync/receipt.h"

#include <QObject>

#include <optional>

namespace sohoa {

/// What is to be done about a failure.
enum class AfterFailure {
    Retry,        ///< Again after a while.
    BlockPackage, ///< This package will never go through like this: a person must look.
    StopTarget,   ///< Nothing will go through there: a person must sign in again.
};

/// How one attempt to hand over one package ended.
struct TransferEnd {
    std::optional<Error> error = {}; ///< Cancelled when cancel() was called.
    AfterFailure after = AfterFailure::Retry;
    std::optional<qint64> retryAfterMs = {}; ///< The repository's own wish.
    bool progressed = false;                 ///< Bytes became safe there during this attempt.
    bool sent = false;                       ///< All bytes are there.
    std::optional<Receipt> receipt = {};     ///< Names our package and hash. Without: not yet there.
};

/// One attempt to hand over one package and to learn its receipt. Lives in one thread with an event loop; start()
/// is called once; finished() comes exactly once after it, never from within start() or cancel().
class Transfer : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Ends soon with Cancelled; what is there stays there for the next attempt.
    virtual void cancel() = 0;

Q_SIGNALS:
    /// Emitted before the first byte goes to `url`; empty when the place is given up. Connect directly.
    void urlKnown(const QString &url);
    /// Bytes handed to the line, of the package's; at most ten times a second. Goes back after a cut.
    void progressed(qint64 sent, qint64 total);
    void finished(const sohoa::TransferEnd &end);
};

} // namespace sohoa
