// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/stack_run.h"

namespace sohoa {

using namespace Qt::StringLiterals;

QString toString(StackState state)
{
    switch (state) {
    case StackState::Running:
        return u"running"_s;
    case StackState::Stopped:
        return u"stopped"_s;
    case StackState::Flip:
        return u"flip"_s;
    case StackState::Done:
        return u"done"_s;
    }
    Q_UNREACHABLE();
}

QString toString(PassOrder order)
{
    switch (order) {
    case PassOrder::Reversed:
        return u"reversed"_s;
    case PassOrder::SameOrder:
        return u"same"_s;
    }
    Q_UNREACHABLE();
}

std::optional<StackState> stackStateFromString(const QString &text)
{
    for (const auto state : {StackState::Running, StackState::Stopped, StackState::Flip, StackState::Done})
        if (toString(state) == text)
            return state;
    return std::nullopt;
}

std::optional<PassOrder> passOrderFromString(const QString &text)
{
    for (const auto order : {PassOrder::Reversed, PassOrder::SameOrder})
        if (toString(order) == text)
            return order;
    return std::nullopt;
}

} // namespace sohoa
