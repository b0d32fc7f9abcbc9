// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/sync/outbox_port.h"
#include "core/sync/package_file.h"
#include "core/sync/receipt.h"

#include <QString>

#include <optional>

namespace sohoa {

/// Puts the package's file into `folder` under `<package-id>.zip`, or finds it there with the same bytes; then it
/// is safe on the medium and was read back from it. `sink` sees each piece and may end the copy with an error.
/// Blocks. Errors: RepositoryUnreachable (args: path; the folder is not there or not writable), RepositoryFull
/// (args: path), PackageInvalid (our own file is missing or has changed), RepositoryProtocol (args: path; the
/// medium gives other bytes back than were written), what `sink` answers.
Result<void> putIntoFolder(const OutboxItem &item, const QString &folder, const PieceSink &sink);

/// Adds the package to `handover-<station>.json`: {"format","station","updated_at","packages","bytes","items":[
/// {"package_id","revision","file","sha256","bytes","handed_over_at"}]}. Written whole or not at all; a package
/// stands in it once. A damaged manifest is set aside as `handover-<station>.json.damaged`. Thread-safe within a
/// process. Errors: as putIntoFolder().
Result<void> addToManifest(const OutboxItem &item, const QString &station, const QString &folder, Instant now);

/// The receipt beside the packages; nothing when there is none yet. RepositoryProtocol, ReceiptMismatch.
Result<std::optional<Receipt>> receiptInFolder(const OutboxItem &item, const QString &folder);

} // namespace sohoa
