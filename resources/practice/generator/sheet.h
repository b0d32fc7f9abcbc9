// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QString>

#include <memory>
#include <random>

namespace sohoa::practice {

/// How a piece of text looks. Sizes in points, as in a word processor.
struct Look {
    double points = 13;
    bool bold = false;
    bool italic = false;
    QColor color = QColor(18, 18, 22);
    const char *family = "Liberation Serif"; // the metrics of Times New Roman, which the rules demand
};

/// An A4 page on which an office would print, at 300 dpi; all lengths in mm from the upper left corner,
/// text stands on its baseline.
class Sheet {
public:
    static constexpr double Width = 210;
    static constexpr double Height = 297;
    static constexpr double DotsPerMm = 300 / 25.4;

    Sheet();

    double textWidth(const QString &text, const Look &look = {});
    void left(double x, double y, const QString &text, const Look &look = {});
    void centered(double x, double y, const QString &text, const Look &look = {});
    /// Full lines between the margins, words spread evenly; returns the baseline of the line below.
    double paragraph(double y, const QString &text, const Look &look = {}, double indent = 10, double from = 30,
                     double to = 193);
    /// "Label: value ......" up to `to`; returns where the value begins.
    double field(double from, double to, double y, const QString &label, const QString &value,
                 bool boldValue = false, bool dots = false);
    void line(double x1, double y, double x2, double thickness = 0.25);
    /// An empty box to tick, standing on the line of the text.
    void box(double x, double y);
    void picture(double x, double y, double width, double height, const QImage &image);
    /// Country and motto over each other, the motto underlined, as every paper begins.
    void nationalHead(double centre, double y, double points = 12);
    /// A name written in blue ink; every seed another hand.
    void signature(double x, double y, unsigned seed, double size = 30);

    QPainter &painter() { return *m_painter; }
    static double dots(double mm) { return mm * DotsPerMm; }
    /// Ends painting.
    QImage finish();

private:
    void use(const Look &look);

    QImage m_image;
    std::unique_ptr<QPainter> m_painter;
};

/// The same sequence everywhere: the standard library's distributions may differ, its engines may not.
class Chance {
public:
    explicit Chance(unsigned seed)
        : m_engine(seed)
    {
    }
    /// In [from, to).
    double between(double from, double to)
    {
        return from + (to - from) * (static_cast<double>(m_engine()) / 4294967296.0);
    }

private:
    std::mt19937 m_engine;
};

} // namespace sohoa::practice
