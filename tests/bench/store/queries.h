// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/store.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sohoa::bench {

/// What people type of one kind.
struct QueryKind {
    QString name;
    QStringList queries;
};

/// `count` different queries of each kind, made from dossiers drawn from all over the store; and the hardest ones
/// that are known: words that stand everywhere, alone and mixed, and words that stand nowhere.
Result<std::vector<QueryKind>> queriesFor(Store &store, int count);

} // namespace sohoa::bench
