// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace sohoa {

/// Exit status of the command line (contracts, section 2).
enum class ExitStatus { Done = 0, Failed = 1, WrongUsage = 2, InPart = 3 };

/// Where the command line speaks: human text or JSON lines on standard output, progress and diagnostics on
/// standard error. Not thread-safe.
class Console {
public:
    void setJson(bool json) { m_json = json; }
    void setQuiet(bool quiet) { m_quiet = quiet; }
    bool isJson() const { return m_json; }

    /// A line for a person; not in JSON mode, not when quiet.
    void say(const QString &line);
    /// One object on one line; only in JSON mode.
    void tell(const QJsonObject &object);
    /// Replaces the last progress line on a terminal, else a line of its own.
    void progress(const QString &text);
    /// Ends a progress line.
    void endProgress();
    /// One line: what failed and what to do. Gives Failed.
    ExitStatus failed(const Error &error);
    /// A failed item of several.
    void failedItem(const QString &item, const Error &error);
    /// Something the user should know that is no failure.
    void warn(const QString &line);
    ExitStatus wrongUsage(const QString &why);

private:
    bool m_json = false;
    bool m_quiet = false;
    bool m_progressShown = false;
};

} // namespace sohoa
