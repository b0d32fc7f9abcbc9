// SPDX-License-Identifier: GPL-3.0-or-later
/// page_bench [--out FOLDER] [--clean] [--layers] [--no-ocr] IMAGE…
/// Runs the page stages over images in one thread and prints processor time a page by stage. With --out, text and
/// reading of "a/b.jpg" go to FOLDER/a/b.txt and .json (the last two parts of the path), with --clean the cleaned
/// image and with --layers the PDF's layers too. Start it with OMP_THREAD_LIMIT=1.
#include "core/base/durable_file.h"
#include "core/page_helper/page_worker.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <sys/resource.h>

#include <chrono>
#include <cstdio>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

long peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// "<folder>/<name>" without ending, below `out`; the folder is made.
QString stemFor(const QString &image, const QString &out)
{
    const QFileInfo info(image);
    const QString folder = out + u'/' + info.dir().dirName();
    QDir().mkpath(folder);
    return folder + u'/' + info.completeBaseName();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QString out;
    PageRequest request;
    bool clean = false;
    bool layers = false;
    QStringList images;
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--out"_L1 && i + 1 < arguments.size())
            out = arguments[++i];
        else if (arguments[i] == "--clean"_L1)
            clean = true;
        else if (arguments[i] == "--layers"_L1)
            layers = true;
        else if (arguments[i] == "--no-ocr"_L1)
            request.ocr = false;
        else
            images.append(arguments[i]);
    }
    PageWorker worker;
    QMap<QString, double> stages;
    int pages = 0;
    const double before = processorSeconds();
    const auto start = std::chrono::steady_clock::now();
    for (const QString &image : images) {
        const QString stem = out.isEmpty() ? QString() : stemFor(image, out);
        request.master = image;
        request.cleanTo = clean && !stem.isEmpty() ? stem + u".jpg"_s : QString();
        request.layersTo = layers && !stem.isEmpty() ? stem + u".layers"_s : QString();
        const auto result = worker.process(request, {});
        if (!result) {
            std::printf("%s: %s\n", qPrintable(image), qPrintable(logLine(result.error())));
            continue;
        }
        ++pages;
        for (auto it = result->timings.cbegin(); it != result->timings.cend(); ++it)
            stages[it.key()] += it.value();
        if (stem.isEmpty())
            continue;
        const QByteArray json = QJsonDocument(pageReadingToJson(result->reading)).toJson();
        if (!writeDurably(stem + u".txt"_s, result->reading.text.toUtf8()) ||
            !writeDurably(stem + u".json"_s, json))
            std::printf("%s: cannot write\n", qPrintable(stem));
    }
    const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (pages == 0)
        return 1;
    std::printf("%d pages, %.3f s wall, %.3f s CPU a page, peak %ld MB\n", pages, wall / pages,
                (processorSeconds() - before) / pages, peakMegabytes());
    for (auto it = stages.cbegin(); it != stages.cend(); ++it)
        std::printf("  %-12s %7.1f ms\n", qPrintable(it.key()), it.value() / pages);
    return 0;
}
