// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QEventLoop>

#include <optional>

namespace sohoa {

/// Runs the event loop until a question of scanner/client has been answered. `ask` is given the function to answer
/// with.
template <class T, class Ask> Result<T> answered(Ask ask)
{
    QEventLoop loop;
    std::optional<Result<T>> answer;
    ask([&](Result<T> found) {
        answer = std::move(found);
        loop.quit();
    });
    loop.exec();
    return std::move(*answer);
}

} // namespace sohoa
