// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/page.h"

#include <QRegularExpression>
#include <QString>

#include <vector>

namespace sohoa {

/// A stretch of a page's text.
struct TextSpan {
    qsizetype start = 0;
    qsizetype length = 0;
    qsizetype end() const { return start + length; }
};

/// The text of one page with the way back to its words. Lines are parted by a line feed; positions in text() and
/// folded() are the same. Lost blanks are put back in both; in folded() the words that forms print are repaired,
/// so that expressions find them.
class PageText {
public:
    /// Text from the words; from PageReading::text when there are none (then without boxes). Empty for a page
    /// without reading and for a blank one.
    PageText(const Catalogue &catalogue, const Page &page);

    PageId page() const { return m_page; }
    bool isEmpty() const { return m_text.isEmpty(); }
    const QString &text() const { return m_text; }
    const QString &folded() const { return m_folded; }
    const std::vector<TextSpan> &lines() const { return m_lines; }

    QStringView at(TextSpan span) const { return QStringView(m_text).mid(span.start, span.length); }
    QStringView foldedAt(TextSpan span) const { return QStringView(m_folded).mid(span.start, span.length); }
    /// Index of the line in which a position lies.
    size_t lineOf(qsizetype position) const;
    /// End of the lines that lie in the upper half of the page.
    qsizetype headEnd() const { return m_headEnd; }

    /// Of the page, pixels; 0 without a reading.
    int width() const { return m_width; }
    int height() const { return m_height; }
    /// Box around the words of a stretch; empty when unknown.
    PixelBox boxOf(TextSpan span) const;
    /// The least sure word of a stretch, 0..1.
    double confidenceOf(TextSpan span) const;

private:
    struct PlacedWord {
        TextSpan span;
        PixelBox box;
        double confidence = 0;
    };
    void takeWords(const Catalogue &catalogue, const PageReading &reading);
    void takeWord(const Catalogue &catalogue, const QString &text, const PixelBox &box, double confidence);
    void repairFolded(const Catalogue &catalogue);
    void takeText(const PageReading &reading);

    PageId m_page;
    QString m_text;
    QString m_folded;
    std::vector<TextSpan> m_lines;
    std::vector<PlacedWord> m_words;
    qsizetype m_headEnd = 0;
    double m_confidence = 0;
    int m_width = 0;
    int m_height = 0;
};

/// The least box around both; an empty one does not count.
PixelBox united(const PixelBox &a, const PixelBox &b);

/// Where a match, or a named group of it, lies in the text that was searched.
TextSpan spanOf(const QRegularExpressionMatch &match);
TextSpan spanOf(const QRegularExpressionMatch &match, const QString &group);

/// Whether nearly all letters (four of five) are capitals; false without letters.
bool isCapitals(QStringView text);
/// "LỘC THỊ XUYẾN" as "Lộc Thị Xuyến".
QString capitalizeWords(const QString &text);
/// "GIẤY KHAI SINH" as "Giấy khai sinh".
QString capitalizeSentence(const QString &text);

} // namespace sohoa
