// SPDX-License-Identifier: GPL-3.0-or-later
// feeder_bench STACK [SHEETS] [SHEETS-A-MINUTE] [--read] [--lossless]
//
// Feeds the images of STACK (a folder) again and again, duplex colour at 300 dpi, through the virtual feeder at
// its pace, the real helper, the intake and a store in a folder of its own. Prints the interval between sheets
// against the device's own, how long the device waited for us, and the memory of this process over time. With
// --read the pages are recognized meanwhile, as at a desk.
#include "core/base/installation.h"
#include "core/workflow/station.h"
#include "scanner/client/remote_page_source.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <numeric>
#include <vector>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

/// Resident memory in MiB, now and at most.
double memoryMb(const char *key)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith(key))
            return line.mid(static_cast<qsizetype>(qstrlen(key))).simplified().split(' ').value(0).toDouble() /
                   1024;
    return 0;
}

/// A list file that names the images often enough.
QString repeated(const QString &stack, const QString &folder, int sides)
{
    const QDir images(stack);
    const QStringList names = images.entryList({u"*.jpg"_s, u"*.png"_s, u"*.tif"_s}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        return {};
    QByteArray lines;
    for (int side = 0; side < sides; ++side)
        lines += images.absoluteFilePath(names[side % names.size()]).toUtf8() + '\n';
    const QString list = folder + u"/stack.txt"_s;
    QFile file(list);
    return file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size() ? list : QString();
}

double percentile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values.at(static_cast<size_t>(part * static_cast<double>(values.size() - 1)));
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool read = arguments.removeAll(u"--read"_s) > 0;
    const bool lossless = arguments.removeAll(u"--lossless"_s) > 0;
    const int sheets = std::max(2, arguments.value(1, u"20"_s).toInt());
    const int pace = std::max(1, arguments.value(2, u"60"_s).toInt());
    const QTemporaryDir folder;
    const QString stack = repeated(arguments.value(0), folder.path(), 2 * sheets);
    if (stack.isEmpty()) {
        std::fprintf(stderr, "feeder_bench STACK [SHEETS] [SHEETS-A-MINUTE] [--read] [--lossless]\n");
        return 2;
    }
    StationConfig config;
    config.storeFolder = folder.path() + u"/store"_s;
    config.catalogueFolder = resourcePath(u"catalogue"_s);
    config.packageSchema = resourcePath(u"schema/dossier.schema.json"_s);
    config.pageHelperProgram = read ? programPath(u"sohoa-page-helper"_s) : u"/bin/false"_s;
    config.actor = u"bench"_s;
    const SystemClock clock;
    const auto station = Station::open(config, clock);
    if (!station) {
        std::fprintf(stderr, "%s\n", qPrintable(logLine(station.error())));
        return 1;
    }
    HelperConfig scanner;
    scanner.helperProgram = programPath(u"sohoa-scan-helper"_s);
    scanner.saneModuleFolder = saneModuleFolder();
    auto source = std::make_unique<RemotePageSource>(scanner);
    source->setExtraSettings({{u"pages-per-minute"_s, pace}});

    QElapsedTimer clockOfSheets;
    std::vector<double> starts; // of fronts, milliseconds
    std::vector<double> safe;   // from a page's last row until it is safe
    QElapsedTimer lastRow;
    QObject::connect(source.get(), &PageSource::sideFed, source.get(), [&](const SheetSide &side) {
        if (!clockOfSheets.isValid())
            clockOfSheets.start();
        if (!side.back)
            starts.push_back(static_cast<double>(clockOfSheets.nsecsElapsed()) / 1e6);
    });
    QObject::connect(source.get(), &PageSource::pageEnded, source.get(), [&] { lastRow.start(); });
    QObject::connect(station->get(), &Station::pageCaptured, station->get(), [&](const Page &page) {
        safe.push_back(static_cast<double>(lastRow.nsecsElapsed()) / 1e6);
        if (page.sequence % std::max(1, sheets / 5) == 0)
            std::printf("side %4d  memory %6.1f MB\n", page.sequence + 1, memoryMb("VmRSS:"));
        std::fflush(stdout);
    });
    IntakeSummary summary;
    QObject::connect(station->get(), &Station::intakeEnded, station->get(), [&](const IntakeSummary &ended) {
        summary = ended;
        QCoreApplication::quit();
    });
    ScanWish wish;
    wish.device = u"sohoa:"_s + stack;
    wish.duplex = true;
    IntakeOptions options;
    options.expectedPages = 2 * sheets;
    options.masters.lossless = lossless;
    const auto batch = (*station)->openBatch(u"bench"_s);
    if (!batch || !(*station)->startScan(std::move(source), wish, batch->id, options))
        return 1;
    QCoreApplication::exec();
    const std::clock_t processor = std::clock();
    if (summary.error)
        std::fprintf(stderr, "%s\n", qPrintable(logLine(*summary.error)));
    if (starts.size() < 2 || safe.empty())
        return 1;
    std::vector<double> intervals(starts.size());
    std::adjacent_difference(starts.begin(), starts.end(), intervals.begin());
    intervals.erase(intervals.begin());
    const double own = 60'000.0 / pace;
    const double mean = (starts.back() - starts.front()) / static_cast<double>(starts.size() - 1);
    std::printf(
        "sheets %zu  own interval %.0f ms  interval mean %.1f (%+.1f %%)  median %.1f  p95 %.1f  max %.1f ms\n",
        starts.size(), own, mean, 100 * (mean / own - 1), percentile(intervals, 0.5), percentile(intervals, 0.95),
        percentile(intervals, 1));
    std::printf("last row to safe: median %.1f  p95 %.1f  max %.1f ms\n", percentile(safe, 0.5),
                percentile(safe, 0.95), percentile(safe, 1));
    std::printf("memory at most %.1f MB  processor %.2f s a side  ledger %d/%d/%d of %d\n", memoryMb("VmHWM:"),
                static_cast<double>(processor) / CLOCKS_PER_SEC / static_cast<double>(safe.size()),
                summary.stack->ledger.fed, summary.stack->ledger.scanned, summary.stack->ledger.stored,
                2 * sheets);
    return summary.error ? 1 : 0;
}
