// SPDX-License-Identifier: GPL-3.0-or-later
// station_child STORE STACK: scans STACK into STORE and prints "captured <page id>" for each page that is safe,
// "idle" when all is read and sorted. Made to be killed.
#include "core/base/installation.h"
#include "core/workflow/station.h"
#include "scanner/client/remote_page_source.h"

#include <QCoreApplication>

#include <cstdio>

using namespace sohoa;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    StationConfig config;
    config.storeFolder = arguments.value(1);
    config.catalogueFolder = resourcePath(u"catalogue"_s);
    config.packageSchema = resourcePath(u"schema/dossier.schema.json"_s);
    config.pageHelperProgram = programPath(u"sohoa-page-helper"_s);
    config.actor = u"canbo"_s;
    const SystemClock clock;
    const auto station = Station::open(config, clock);
    if (!station) {
        std::fprintf(stderr, "%s\n", qPrintable(logLine(station.error())));
        return 1;
    }
    QObject::connect(station->get(), &Station::pageCaptured, station->get(), [](const Page &page) {
        std::printf("captured %s\n", qPrintable(page.id.toString()));
        std::fflush(stdout);
    });
    QObject::connect(station->get(), &Station::idle, station->get(), [] {
        std::printf("idle\n");
        std::fflush(stdout);
        QCoreApplication::quit();
    });
    const auto batch = (*station)->openBatch(u"Lô bị ngắt"_s);
    if (!batch)
        return 1;
    HelperConfig scanner;
    scanner.helperProgram = programPath(u"sohoa-scan-helper"_s);
    scanner.saneModuleFolder = saneModuleFolder();
    ScanWish wish;
    wish.device = u"sohoa:"_s + arguments.value(2);
    if (const auto started = (*station)->startScan(std::make_unique<RemotePageSource>(scanner), wish, batch->id);
        !started)
        return 1;
    return QCoreApplication::exec();
}
