// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/archive/rivals.h"

#include "core/base/durable_file.h"
#include "core/imaging/image_file.h"

#include <QFileInfo>
#include <QProcess>

#include <leptonica/allheaders.h>

namespace sohoa::bench {

using namespace Qt::StringLiterals;

namespace {

Result<PageImage> imageOf(const QString &path)
{
    auto loaded = readImage(path);
    if (!loaded)
        return fail(loaded.error());
    return std::move(loaded->image);
}

Result<Rival> rival(const QString &name, const QString &file, Result<PageImage> shown)
{
    if (!shown)
        return fail(shown.error());
    return Rival{name, QFileInfo(file).size(), std::move(*shown)};
}

} // namespace

Result<void> run(const QString &program, const QStringList &arguments)
{
    constexpr int patienceMs = 600'000;
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(patienceMs) || process.exitCode() != 0)
        return fail(ErrorCode::FileUnreadable,
                    program + u": "_s + QString::fromUtf8(process.readAllStandardError()));
    return {};
}

Result<PageImage> paintPdf(const QString &pdf, Dpi dpi, const QString &folder)
{
    const QString stem = folder + u"/painted"_s;
    if (auto done = run(u"pdftoppm"_s, {u"-r"_s, QString::number(dpi), u"-singlefile"_s, pdf, stem}); !done)
        return fail(done.error());
    return imageOf(stem + u".ppm"_s);
}

Result<Rival> plainJpeg(const PageImage &page, Dpi dpi, int quality, const QString &folder)
{
    const auto jpeg = encodeJpeg(page, dpi, quality);
    if (!jpeg)
        return fail(jpeg.error());
    const QString file = folder + u"/plain.jpg"_s;
    if (auto written = writeDurably(file, *jpeg); !written)
        return fail(written.error());
    return rival(u"jpeg q%1"_s.arg(quality), file, imageOf(file));
}

Result<Rival> ocrmypdf(const QString &master, int level, Dpi dpi, const QString &folder)
{
    const QString file = folder + u"/ocrmypdf.pdf"_s;
    if (auto done =
            run(u"ocrmypdf"_s, {u"-q"_s, u"-l"_s, u"vie"_s, u"--output-type"_s, u"pdfa"_s, u"-O"_s,
                                QString::number(level), u"--image-dpi"_s, QString::number(dpi), master, file});
        !done)
        return fail(done.error());
    return rival(u"ocrmypdf -O%1"_s.arg(level), file, paintPdf(file, dpi, folder));
}

Result<Rival> djvu(const PageImage &page, Dpi dpi, const QString &folder)
{
    const QString pixels = folder + u"/page.ppm"_s;
    const QString file = folder + u"/page.djvu"_s;
    const QString back = folder + u"/djvu.ppm"_s;
    if (pixWrite(pixels.toLocal8Bit().constData(), page.get(), IFF_PNM) != 0)
        return fail(ErrorCode::FileUnwritable, pixels);
    auto done = run(u"c44"_s, {u"-dpi"_s, QString::number(dpi), pixels, file}).and_then([&] {
        return run(u"ddjvu"_s, {u"-format=ppm"_s, u"-1"_s, file, back});
    });
    if (!done)
        return fail(done.error());
    return rival(u"djvu c44"_s, file, imageOf(back));
}

} // namespace sohoa::bench
