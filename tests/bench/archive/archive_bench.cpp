// SPDX-License-Identifier: GPL-3.0-or-later
/// archive_bench [--no-ocr] [--no-rivals] IMAGE…
/// What the archive copy of a page costs and keeps, beside what others make of the same page: bytes, processor
/// seconds of the layers, likeness (SSIM), colour of the seal (CIEDE2000, by pixel and of the mean), and how the
/// text that is read from the copy differs from the text that is read from the master. Pages are taken as they
/// are: upright and straight ones compare best. Start it with OMP_THREAD_LIMIT=1.
#include "core/base/durable_file.h"
#include "core/imaging/image_file.h"
#include "core/imaging/reading.h"
#include "core/layers/layer_file.h"
#include "core/layers/layering.h"
#include "core/ocr/tesseract_engine.h"
#include "core/pdf/pdf_writer.h"
#include "tests/bench/archive/fidelity.h"
#include "tests/bench/archive/rivals.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <leptonica/allheaders.h>

#include <cstdio>
#include <ctime>

using namespace sohoa;
using namespace sohoa::bench;
using namespace Qt::StringLiterals;

namespace {

double processorSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

struct Bench {
    bool ocr = true;
    bool rivals = true;
    TesseractEngine engine{u"vie"_s, {}};
    QTemporaryDir folder;

    QString textOf(const PageImage &page, Dpi dpi)
    {
        const auto gray = page.toGray();
        if (!gray)
            return {};
        const auto prepared = prepareForReading(*gray, dpi, {});
        if (!prepared)
            return {};
        const auto text = engine.read(prepared->gray, dpi, {}, {});
        return text ? text->text : QString();
    }

    void report(const Result<Rival> &rival, const PageImage &master, Dpi dpi, const QString &text, double seconds)
    {
        if (!rival) {
            std::printf("  %-14s not to be had: %s\n", "", qPrintable(rival.error().detail.left(80)));
            return;
        }
        const auto fidelity = compare(master, rival->shown);
        if (!fidelity)
            return;
        std::printf("  %-14s %8lld B", qPrintable(rival->name), static_cast<long long>(rival->bytes));
        std::printf(seconds > 0 ? "  %5.2f s" : "         ", seconds);
        std::printf("  ssim %.3f", fidelity->ssim);
        if (fidelity->sealPixels)
            std::printf("  seal dE %.1f, of mean %.1f", *fidelity->sealPixels, *fidelity->sealMean);
        if (ocr)
            std::printf("  text differs %.2f %%", 100 * characterErrors(text, textOf(rival->shown, dpi)));
        std::printf("\n");
        std::fflush(stdout);
    }

    Result<Rival> ours(const PageImage &page, Dpi dpi, LayerProfile profile, double &seconds)
    {
        const double start = processorSeconds();
        const auto layers = makeLayerFile(page, dpi, profile, {});
        seconds = processorSeconds() - start;
        if (!layers)
            return fail(layers.error());
        PdfPage sheet{folder.filePath(u"page.layers"_s), page.width(), page.height(), dpi, {}, {}};
        if (auto written = writeDurably(sheet.imageFile, *layers); !written)
            return fail(written.error());
        PdfMetadata metadata;
        metadata.title = u"Bench"_s;
        metadata.producer = u"Sohoa"_s;
        const QString pdf = folder.filePath(u"ours.pdf"_s);
        const auto file = writePdf(metadata, {sheet}, pdf);
        if (!file)
            return fail(file.error());
        auto shown = paintPdf(pdf, dpi, folder.path());
        if (!shown)
            return fail(shown.error());
        return Rival{toString(profile), file->bytes, std::move(*shown)};
    }

    void measure(const QString &path)
    {
        const auto loaded = readImage(path);
        if (!loaded)
            return;
        const PageImage &page = loaded->image;
        const Dpi dpi = plausibleDpi(loaded->dpi, page.width(), page.height());
        std::printf("%s  %d x %d, %d dpi\n", qPrintable(path), page.width(), page.height(), dpi);
        const QString text = ocr ? textOf(page, dpi) : QString();
        for (const auto profile :
             {LayerProfile::Archive, LayerProfile::Compact, LayerProfile::Bilevel, LayerProfile::Master}) {
            double seconds = 0;
            const auto made = ours(page, dpi, profile, seconds);
            report(made, page, dpi, text, seconds);
        }
        if (!rivals)
            return;
        report(plainJpeg(page, dpi, 75, folder.path()), page, dpi, text, 0);
        for (const int level : {1, 3})
            report(ocrmypdf(path, level, dpi, folder.path()), page, dpi, text, 0);
        report(djvu(page, dpi, folder.path()), page, dpi, text, 0);
    }
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    setMsgSeverity(L_SEVERITY_NONE);
    Bench bench;
    for (const QString &argument : QCoreApplication::arguments().mid(1)) {
        if (argument == u"--no-ocr")
            bench.ocr = false;
        else if (argument == u"--no-rivals")
            bench.rivals = false;
        else
            bench.measure(argument);
    }
    return 0;
}
