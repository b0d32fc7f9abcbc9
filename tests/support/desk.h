// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/durable_file.h"
#include "core/base/installation.h"
#include "core/workflow/station.h"
#include "scanner/client/remote_page_source.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

namespace sohoa::test {

/// The configuration of a station over `folder` with the programs of this build.
inline StationConfig stationConfigFor(const QString &folder)
{
    StationConfig config;
    config.storeFolder = folder;
    config.catalogueFolder = resourcePath(QStringLiteral("catalogue"));
    config.packageSchema = resourcePath(QStringLiteral("schema/dossier.schema.json"));
    config.pageHelperProgram = programPath(QStringLiteral("sohoa-page-helper"));
    config.actor = QStringLiteral("canbo");
    config.stationName = QStringLiteral("may-thu");
    return config;
}

inline HelperConfig scannerConfig()
{
    HelperConfig config;
    config.helperProgram = programPath(QStringLiteral("sohoa-scan-helper"));
    config.saneModuleFolder = saneModuleFolder();
    return config;
}

/// A station of its own, with the virtual scanner, in a folder whose name has a space and Vietnamese letters.
class Desk {
public:
    QTemporaryDir folder{QDir::tempPath() + QStringLiteral("/bàn một cửa XXXXXX")};
    SystemClock clock;
    std::unique_ptr<Station> station;
    ScanWish wish; ///< Of scan(), but for the device.

    Desk() { open(); }
    void open()
    {
        auto opened = Station::open(stationConfigFor(folder.filePath(QStringLiteral("kho"))), clock);
        REQUIRE_OK(opened);
        station = std::move(*opened);
    }
    /// Waits until everything that was taken in is read and sorted.
    void waitIdle()
    {
        if (station->isIdle())
            return;
        QEventLoop loop;
        bool inTime = false;
        QObject::connect(station.get(), &Station::idle, &loop, [&] {
            inTime = true;
            loop.quit();
        });
        QTimer::singleShot(std::chrono::minutes(4), &loop, &QEventLoop::quit);
        loop.exec();
        REQUIRE(inTime);
    }
    /// Feeds a stack (folder or list file) through the virtual scanner; the summary of the intake.
    IntakeSummary scan(const QString &stack, const QString &batch)
    {
        const auto opened = station->openBatch(batch);
        REQUIRE_OK(opened);
        IntakeSummary summary;
        QObject context;
        QObject::connect(station.get(), &Station::intakeEnded, &context,
                         [&summary](const IntakeSummary &ended) { summary = ended; });
        ScanWish wanted = wish;
        wanted.device = QStringLiteral("sohoa:") + stack;
        REQUIRE_OK(station->startScan(std::make_unique<RemotePageSource>(scannerConfig()), wanted, opened->id));
        waitIdle();
        return summary;
    }
    std::vector<DossierSummary> dossiers()
    {
        const auto rows = station->dossiers();
        REQUIRE_OK(rows);
        return *rows;
    }
    /// One run of sending; its error, if it had one.
    std::optional<Error> sync()
    {
        QEventLoop loop;
        std::optional<Error> outcome;
        QObject::connect(station.get(), &Station::syncEnded, &loop, [&](const std::optional<Error> &error) {
            outcome = error;
            loop.quit();
        });
        REQUIRE_OK(station->startSync());
        loop.exec();
        return outcome;
    }
    void requireSound()
    {
        const auto findings = station->fsck(false);
        REQUIRE_OK(findings);
        for (const StoreFinding &finding : *findings)
            FAIL_CHECK(finding.kind.toStdString()
                       << " " << finding.place.toStdString() << " " << finding.detail.toStdString());
    }
};

} // namespace sohoa::test
