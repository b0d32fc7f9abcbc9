// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/client/remote_page_source.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <functional>

namespace sohoa::test {

using namespace Qt::StringLiterals;

/// Waits by handling events; QTest::qWaitFor sleeps between them, which throttles a stream of rows.
bool waitUntil(const std::function<bool()> &condition, int msecs = 20'000);

/// A private SANE with nothing but its own backend "test", small and quick; and helpers of every kind.
class ScannerRig {
public:
    ScannerRig();

    HelperConfig config() const { return m_config; }
    /// The real helper, which leaves its process id in a file first.
    HelperConfig traceable();
    qint64 helperPid() const;
    /// A helper that is nothing but these lines of shell.
    HelperConfig scripted(const QByteArray &lines);
    /// A helper that sends these bytes and then listens until its stdin ends.
    HelperConfig saying(const QByteArray &bytes);
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    HelperConfig m_config;
};

struct ScannedPage {
    PageGeometry geometry;
    QByteArray bytes;
    int rowCount = 0;
    bool complete = false;
};

/// Listens to a source and asks for the next page as long as it may.
class Recorder {
public:
    explicit Recorder(PageSource &source);

    /// True once ended() has come.
    bool waitForEnd(int msecs = 20'000);
    bool waitForRows(int msecs = 20'000);
    bool waitForPage(int msecs = 20'000);
    /// The code of ended(): nothing for a normal end.
    std::optional<ErrorCode> code() const;

    std::vector<ScannedPage> pages;
    std::vector<Adjustment> adjustments;
    std::optional<Error> error;
    int ends = 0;
    bool inPage = false;
    qsizetype rowBytes = 0; ///< Of all pages.
    bool goOn = true;

private:
    PageSource &m_source;
};

/// 72 dpi, flatbed unless told otherwise.
ScanWish testWish(const QString &mode = u"color"_s, const QString &source = u"Flatbed"_s);

} // namespace sohoa::test
