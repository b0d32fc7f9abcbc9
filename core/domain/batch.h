// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/domain/ids.h"

#include <QString>

#include <optional>

namespace sohoa {

/// `partial`: some dossiers were rejected, the others are through.
enum class BatchState { Open, Closed, Queued, Synced, Partial };

/// A scanning run: what one operator feeds from one box or shelf.
struct Batch {
    BatchId id;
    QString name; ///< Unique in the store.
    BatchState state = BatchState::Open;
    QString agency;
    QString place; ///< Box or shelf.
    QString operatorName;
    QString note;
    std::optional<int> expectedPages; ///< What the operator counted, for `--expect`.
    Instant createdAt;
};

QString toString(BatchState state);
std::optional<BatchState> batchStateFromString(const QString &text);

} // namespace sohoa
