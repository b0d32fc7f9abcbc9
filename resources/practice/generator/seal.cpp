// SPDX-License-Identifier: GPL-3.0-or-later
#include "seal.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace sohoa::practice {
namespace {
using namespace Qt::StringLiterals;

constexpr double Pi = std::numbers::pi;

void drawStar(QPainter &painter, const QPointF &centre, double radius)
{
    QPolygonF star;
    for (int i = 0; i < 10; ++i) {
        const double r = i % 2 == 0 ? radius : radius * 0.4;
        const double angle = -Pi / 2 + i * Pi / 5;
        star << centre + QPointF(r * std::cos(angle), r * std::sin(angle));
    }
    painter.drawPolygon(star);
}

/// Letters along a circle around the origin; `upper`: over the top, clockwise; otherwise along the foot.
void drawArcText(QPainter &painter, const QString &text, double radius, bool upper)
{
    const QFontMetricsF metrics(painter.font());
    const double spacing = metrics.height() * 0.06;
    double angle = 0;
    for (const QChar letter : text)
        angle += (metrics.horizontalAdvance(letter) + spacing) / radius;
    angle = -angle / 2;
    for (const QChar letter : text) {
        const double width = metrics.horizontalAdvance(letter);
        const double step = (width + spacing) / radius;
        const double degrees = (angle + step / 2) * 180 / Pi;
        painter.save();
        painter.rotate(upper ? degrees : -degrees);
        painter.translate(0, upper ? -radius : radius);
        painter.drawText(QPointF(-width / 2, 0), QString(letter));
        painter.restore();
        angle += step;
    }
}

} // namespace

void drawSeal(Sheet &sheet, double x, double y, const QString &ring, const QString &foot, unsigned seed)
{
    Chance chance(seed);
    const int size = static_cast<int>(Sheet::dots(38));
    QImage seal(size, size, QImage::Format_ARGB32_Premultiplied);
    seal.fill(Qt::transparent);
    {
        QPainter painter(&seal);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.translate(size / 2.0, size / 2.0);
        painter.rotate(chance.between(-9, 9));
        const QColor ink(206, 32, 44);
        const auto circle = [&](double millimetres, double thickness) {
            painter.setPen(QPen(ink, Sheet::dots(thickness)));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(QPointF(0, 0), Sheet::dots(millimetres), Sheet::dots(millimetres));
        };
        circle(18, 0.75);
        circle(16.9, 0.25);
        circle(11.4, 0.35);
        QFont font(u"Liberation Sans"_s);
        font.setBold(true);
        font.setPixelSize(static_cast<int>(Sheet::dots(2.5)));
        painter.setFont(font);
        drawArcText(painter, ring, Sheet::dots(13.2), true);
        drawArcText(painter, foot, Sheet::dots(15.1), false);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        drawStar(painter, QPointF(0, -Sheet::dots(4.6)), Sheet::dots(3.6));
        font.setPixelSize(static_cast<int>(Sheet::dots(6)));
        painter.setFont(font);
        painter.setPen(ink);
        const QString word = u"MẪU"_s;
        painter.drawText(QPointF(-QFontMetricsF(font).horizontalAdvance(word) / 2, Sheet::dots(5.4)), word);
    }
    // Where the stamp met the paper less firmly, the ink is paler.
    const double weakX = chance.between(0.2, 0.8) * size;
    const double weakY = chance.between(0.2, 0.8) * size;
    for (int row = 0; row < size; ++row) {
        auto *pixels = reinterpret_cast<QRgb *>(seal.scanLine(row));
        for (int column = 0; column < size; ++column) {
            if (qAlpha(pixels[column]) == 0)
                continue;
            const double distance = std::hypot(column - weakX, row - weakY) / size;
            const double strength = std::min(1.0, 0.62 + 0.55 * distance) * chance.between(0.86, 1.0);
            const auto faded = [strength](int channel) { return static_cast<int>(channel * strength); };
            pixels[column] = qRgba(faded(qRed(pixels[column])), faded(qGreen(pixels[column])),
                                   faded(qBlue(pixels[column])), faded(qAlpha(pixels[column])));
        }
    }
    QPainter &page = sheet.painter();
    page.save();
    page.setCompositionMode(QPainter::CompositionMode_Multiply);
    page.drawImage(QPointF(Sheet::dots(x) - size / 2.0, Sheet::dots(y) - size / 2.0), seal);
    page.restore();
}

void drawCertificateGround(Sheet &sheet)
{
    QPainter &painter = sheet.painter();
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.fillRect(QRectF(Sheet::dots(11), Sheet::dots(11), Sheet::dots(188), Sheet::dots(275)),
                     QColor(253, 243, 242));
    painter.setPen(QPen(QColor(247, 228, 227), Sheet::dots(0.9)));
    for (double y = 15; y < 284; y += 10) {
        QPolygonF wave;
        for (double x = 12; x <= 198; x += 1.5)
            wave << QPointF(Sheet::dots(x), Sheet::dots(y + 3.2 * std::sin(x / 11 + y / 19)));
        painter.drawPolyline(wave);
    }
    const QColor frame(196, 58, 84);
    const auto rectangle = [&](double inset, double thickness) {
        painter.setPen(QPen(frame, Sheet::dots(thickness)));
        painter.drawRect(QRectF(Sheet::dots(inset), Sheet::dots(inset), Sheet::dots(Sheet::Width - 2 * inset),
                                Sheet::dots(Sheet::Height - 2 * inset)));
    };
    rectangle(10, 0.9);
    rectangle(15.4, 0.5);
    painter.setPen(QPen(frame, Sheet::dots(0.35)));
    const auto link = [&](double x, double y) {
        painter.drawEllipse(QPointF(Sheet::dots(x), Sheet::dots(y)), Sheet::dots(1.5), Sheet::dots(1.5));
        painter.drawEllipse(QPointF(Sheet::dots(x), Sheet::dots(y)), Sheet::dots(0.4), Sheet::dots(0.4));
    };
    for (double x = 12.7; x < 199; x += 4.61) {
        link(x, 12.7);
        link(x, Sheet::Height - 12.7);
    }
    for (double y = 17.4; y < 283; y += 4.60) {
        link(12.7, y);
        link(Sheet::Width - 12.7, y);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(206, 60, 62));
    painter.drawEllipse(QPointF(Sheet::dots(105), Sheet::dots(47)), Sheet::dots(8), Sheet::dots(8));
    painter.setBrush(QColor(252, 226, 140));
    drawStar(painter, QPointF(Sheet::dots(105), Sheet::dots(47)), Sheet::dots(5.6));
    painter.restore();
}

} // namespace sohoa::practice
