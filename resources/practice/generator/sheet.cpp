// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainterPath>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace sohoa::practice {
using namespace Qt::StringLiterals;

Sheet::Sheet()
    : m_image(2480, 3508, QImage::Format_RGB32)
{
    m_image.fill(Qt::white);
    m_painter = std::make_unique<QPainter>(&m_image);
    m_painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
}

QImage Sheet::finish()
{
    m_painter->end();
    return m_image;
}

void Sheet::use(const Look &look)
{
    QFont font(QString::fromLatin1(look.family));
    font.setPixelSize(static_cast<int>(std::lround(look.points * 300 / 72)));
    font.setBold(look.bold);
    font.setItalic(look.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    m_painter->setFont(font);
    m_painter->setPen(look.color);
}

double Sheet::textWidth(const QString &text, const Look &look)
{
    use(look);
    return QFontMetricsF(m_painter->font()).horizontalAdvance(text) / DotsPerMm;
}

void Sheet::left(double x, double y, const QString &text, const Look &look)
{
    use(look);
    m_painter->drawText(QPointF(dots(x), dots(y)), text);
}

void Sheet::centered(double x, double y, const QString &text, const Look &look)
{
    left(x - textWidth(text, look) / 2, y, text, look);
}

double Sheet::paragraph(double y, const QString &text, const Look &look, double indent, double from, double to)
{
    const double lineHeight = look.points * 0.3528 * 1.32;
    const double blank = textWidth(u" "_s, look);
    const QStringList words = text.split(u' ');
    QStringList row;
    double rowWidth = 0;
    double start = from + indent;
    const auto print = [&](bool last) {
        const auto gaps = static_cast<double>(std::max<qsizetype>(1, row.size() - 1));
        const double gap = last ? blank : (to - start - rowWidth) / gaps;
        double x = start;
        for (const QString &word : row) {
            left(x, y, word, look);
            x += textWidth(word, look) + gap;
        }
        y += lineHeight;
        start = from;
        row.clear();
        rowWidth = 0;
    };
    for (const QString &word : words) {
        const double width = textWidth(word, look);
        if (!row.isEmpty() && start + rowWidth + width + blank * static_cast<double>(row.size()) > to)
            print(false);
        row += word;
        rowWidth += width;
    }
    print(true);
    return y;
}

double Sheet::field(double from, double to, double y, const QString &label, const QString &value, bool boldValue,
                    bool dotted)
{
    const Look plain;
    Look strong;
    strong.bold = boldValue;
    left(from, y, label, plain);
    const double x = from + textWidth(label, plain) + 2;
    left(x, y, value, strong);
    if (dotted) {
        const double begin = from + textWidth(label, plain) + 0.8;
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(QColor(90, 90, 95));
        for (double dot = begin; dot < to; dot += 1.05)
            m_painter->drawEllipse(QPointF(dots(dot), dots(y + 1.25)), 1.5, 1.5);
    }
    return x;
}

void Sheet::line(double x1, double y, double x2, double thickness)
{
    m_painter->setPen(QPen(QColor(18, 18, 22), dots(thickness)));
    m_painter->drawLine(QPointF(dots(x1), dots(y)), QPointF(dots(x2), dots(y)));
}

void Sheet::box(double x, double y)
{
    m_painter->setPen(QPen(QColor(18, 18, 22), dots(0.25)));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRect(QRectF(dots(x), dots(y - 3.2), dots(3.4), dots(3.4)));
}

void Sheet::picture(double x, double y, double width, double height, const QImage &image)
{
    m_painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    m_painter->drawImage(
        QRectF(std::round(dots(x)), std::round(dots(y)), std::round(dots(width)), std::round(dots(height))),
        image);
}

void Sheet::nationalHead(double centre, double y, double points)
{
    const Look country{.points = points, .bold = true};
    const Look motto{.points = points + 1, .bold = true};
    const QString words = u"Độc lập - Tự do - Hạnh phúc"_s;
    centered(centre, y, u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s, country);
    centered(centre, y + 5.6, words, motto);
    const double half = textWidth(words, motto) / 2;
    line(centre - half, y + 7.3, centre + half);
}

void Sheet::signature(double x, double y, unsigned seed, double size)
{
    Chance chance(seed);
    const double unit = dots(size) / 10;
    QPainterPath path(QPointF(0, 0));
    // A tall first letter, a run of waves, and perhaps a stroke back under all of it.
    const double tall = -unit * chance.between(2.4, 4.8);
    const double lean = unit * chance.between(-1.6, 1.8);
    path.cubicTo(lean - unit, tall, lean + 1.6 * unit, tall, unit * chance.between(0.2, 1.1), -0.4 * unit);
    path.cubicTo(0.2 * unit, unit * chance.between(0.8, 2.4), -unit * chance.between(0.4, 2), 1.2 * unit,
                 0.6 * unit, -0.9 * unit);
    double at = 0.9 * unit;
    const int waves = 3 + static_cast<int>(chance.between(0, 6));
    const int loop = static_cast<int>(chance.between(0, waves));
    const double width = chance.between(0.5, 1.2);
    for (int i = 0; i < waves; ++i) {
        const double step = unit * width * chance.between(0.8, 1.3);
        const double up = -unit * (i == loop ? chance.between(2, 3.8) : chance.between(0.4, 1.4));
        const double down = unit * (i == loop ? chance.between(0.6, 2) : chance.between(-0.1, 0.5));
        path.cubicTo(at + 0.25 * step, up, at + 0.55 * step, up, at + 0.5 * step, down * 0.5);
        path.cubicTo(at + 0.45 * step, down, at + 0.8 * step, down, at + step, -0.3 * unit * chance.between(0, 1));
        at += step;
    }
    if (chance.between(0, 1) < 0.65) {
        const double low = unit * chance.between(0.7, 2);
        path.cubicTo(at + 1.8 * unit, -1.2 * unit, at + 1.2 * unit, low, at - 1.5 * unit, low * 0.9);
        path.cubicTo(at * 0.5, low * 0.8, 0.4 * unit, low * 1.25, at + unit * chance.between(0.6, 1.8),
                     low * 0.55);
    } else {
        path.cubicTo(at + unit, 0.6 * unit, at + 2 * unit, -unit, at + unit * chance.between(2.5, 4), -2 * unit);
    }

    m_painter->save();
    m_painter->translate(dots(x), dots(y));
    m_painter->rotate(chance.between(-13, -4));
    m_painter->setCompositionMode(QPainter::CompositionMode_Multiply);
    m_painter->setBrush(Qt::NoBrush);
    const QColor ink(30, 48, 150);
    m_painter->setPen(QPen(ink, dots(0.36), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter->drawPath(path);
    // A ball pen presses harder downwards: a second pass, barely moved, thickens the slanted strokes.
    m_painter->translate(dots(0.12), dots(0.05));
    m_painter->setPen(QPen(QColor(40, 60, 165, 150), dots(0.3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter->drawPath(path);
    m_painter->restore();
}

} // namespace sohoa::practice
