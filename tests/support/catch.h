// SPDX-License-Identifier: GPL-3.0-or-later
/// The only way to Catch2: Debian 12 has version 2, Debian 13 version 3.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
#endif

#include "core/base/error.h"

#include <QByteArray>
#include <QString>

#include <string>

namespace Catch {
template <> struct StringMaker<QString> {
    static std::string convert(const QString &text) { return '"' + text.toStdString() + '"'; }
};
template <> struct StringMaker<QByteArray> {
    static std::string convert(const QByteArray &bytes) { return '"' + bytes.toStdString() + '"'; }
};
} // namespace Catch

/// A Result that must have succeeded; on failure the error's log line is printed.
#define REQUIRE_OK(result)                                                                                        \
    do {                                                                                                          \
        const auto &checkedResult = (result);                                                                     \
        INFO((checkedResult ? std::string("ok") : sohoa::logLine(checkedResult.error()).toStdString()));          \
        REQUIRE(checkedResult.has_value());                                                                       \
    } while (false)
