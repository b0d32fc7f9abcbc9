// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/batch.h"

namespace sohoa {

using namespace Qt::StringLiterals;

QString toString(BatchState state)
{
    switch (state) {
    case BatchState::Open:
        return u"open"_s;
    case BatchState::Closed:
        return u"closed"_s;
    case BatchState::Queued:
        return u"queued"_s;
    case BatchState::Synced:
        return u"synced"_s;
    case BatchState::Partial:
        return u"partial"_s;
    }
    Q_UNREACHABLE();
}

std::optional<BatchState> batchStateFromString(const QString &text)
{
    for (const auto state :
         {BatchState::Open, BatchState::Closed, BatchState::Queued, BatchState::Synced, BatchState::Partial})
        if (toString(state) == text)
            return state;
    return std::nullopt;
}

} // namespace sohoa
