// SPDX-License-Identifier: GPL-3.0-or-later
#include "scan_look.h"

#include <QImageWriter>
#include <QPainter>

#include "sheet.h"
#include <algorithm>
#include <cmath>

namespace sohoa::practice {
namespace {

constexpr int JpegQuality = 60;

int toByte(double value)
{
    return static_cast<int>(std::clamp(std::round(value), 0.0, 255.0));
}

void paintDust(QPainter &painter, Chance &chance, int width, int height)
{
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 28; ++i) {
        const double size = chance.between(0.7, 2.2);
        painter.setBrush(QColor(90, 88, 84, static_cast<int>(chance.between(50, 170))));
        painter.drawEllipse(QPointF(chance.between(0, width), chance.between(0, height)), size,
                            size * chance.between(0.6, 1.3));
    }
}

void paintFold(QPainter &painter, double y, int width)
{
    painter.setPen(QPen(QColor(150, 148, 142, 60), 7));
    painter.drawLine(QPointF(0, y), QPointF(width, y + 4));
    painter.setPen(QPen(QColor(120, 118, 112, 90), 2));
    painter.drawLine(QPointF(0, y + 3), QPointF(width, y + 7));
    painter.setPen(QPen(QColor(255, 255, 255, 110), 4));
    painter.drawLine(QPointF(0, y - 5), QPointF(width, y - 1));
}

/// Light falls off towards one side, paper is cloudy, the sensor is noisy: all small, as in an office scanner.
void addNoise(QImage &image, Chance &chance)
{
    const double phase = chance.between(0, 6);
    const double tilt = chance.between(-3.5, 3.5);
    for (int y = 0; y < image.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y));
        const double cloudY = 1.3 * std::sin(y / 171.0 + phase);
        for (int x = 0; x < image.width(); ++x) {
            const double light = tilt * (static_cast<double>(x) / image.width() - 0.5) +
                                 cloudY * std::sin(x / 143.0 - phase) + chance.between(-1.3, 1.3) +
                                 chance.between(-1.3, 1.3);
            row[x] =
                qRgb(toByte(qRed(row[x]) + light), toByte(qGreen(row[x]) + light), toByte(qBlue(row[x]) + light));
        }
    }
}

} // namespace

QImage scanned(const QImage &page, const ScanLook &look)
{
    Chance chance(look.seed * 7919 + 17);
    const double scale = look.dpi / 300.0;
    QImage scan(static_cast<int>(std::lround(page.width() * scale)),
                static_cast<int>(std::lround(page.height() * scale)), QImage::Format_RGB32);
    // The backing of the feeder, a little darker than paper.
    scan.fill(QColor(228, 229, 228));
    {
        QPainter painter(&scan);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        painter.scale(scale, scale);
        painter.translate(page.width() / 2.0 + chance.between(-5, 5), page.height() / 2.0 + chance.between(-5, 5));
        painter.rotate(look.skewDegrees + (look.upsideDown ? 180 : 0));
        // A hair smaller than A4: the resampling gives letters the soft edge that optics give them.
        painter.scale(0.998, 0.998);
        painter.translate(-page.width() / 2.0, -page.height() / 2.0);
        const QRectF paper(0, 0, page.width(), page.height());
        painter.fillRect(paper.adjusted(0, 0, 5, 6), QColor(170, 170, 168));
        painter.fillRect(paper, look.paper);
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        painter.drawImage(paper.topLeft(), page);
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        if (look.fold)
            paintFold(painter, page.height() * 0.497, page.width());
        paintDust(painter, chance, page.width(), page.height());
    }
    // Black ink never scans as black.
    for (int y = 0; y < scan.height(); ++y) {
        auto *row = reinterpret_cast<QRgb *>(scan.scanLine(y));
        for (int x = 0; x < scan.width(); ++x) {
            const auto lifted = [](int channel) { return 26 + channel * 229 / 255; };
            row[x] = qRgb(lifted(qRed(row[x])), lifted(qGreen(row[x])), lifted(qBlue(row[x])));
        }
    }
    addNoise(scan, chance);
    if (look.gray)
        scan = scan.convertToFormat(QImage::Format_Grayscale8);
    const int dotsPerMeter = static_cast<int>(std::lround(look.dpi / 0.0254));
    scan.setDotsPerMeterX(dotsPerMeter);
    scan.setDotsPerMeterY(dotsPerMeter);
    return scan;
}

QImage backOf(const QImage &front)
{
    QImage back(front.size(), QImage::Format_RGB32);
    back.fill(Qt::white);
    const QImage soft = front.mirrored(true, false)
                            .scaled(front.size() / 6, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                            .scaled(front.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QPainter painter(&back);
    painter.setOpacity(0.07);
    painter.drawImage(0, 0, soft);
    return back;
}

bool saveScan(const QImage &scan, const QString &file)
{
    QImageWriter writer(file, "jpeg");
    writer.setQuality(JpegQuality);
    writer.setOptimizedWrite(true);
    return writer.write(scan);
}

} // namespace sohoa::practice
