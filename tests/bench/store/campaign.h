// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

#include <functional>

namespace sohoa::bench {

/// Fills the store in `folder` with `dossiers` dossiers of a campaign's two years, through the repositories that
/// the program itself writes with: pages with their readings, fields, documents, states to the receipt with their
/// audit rows, packages in the outbox, search texts. There are no files behind the rows. The same for the same
/// number.
Result<void> fillCampaign(const QString &folder, const QString &catalogueFolder, int dossiers,
                          const std::function<void(int)> &progress);

} // namespace sohoa::bench
