// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <array>

namespace sohoa {

namespace {

/// The letter under the marks; one UTF-16 unit to one.
QChar withoutMarks(QChar letter)
{
    switch (letter.unicode()) {
    case 0x0110: // Đ
    case 0x00d0: // Ð, a look-alike that keyboards and OCR give
    case 0x0189: // Ɖ, another
        return u'D';
    case 0x0111: // đ
    case 0x00f0:
    case 0x0256:
        return u'd';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return u'-';
    case 0x00a0:
    case 0x2007:
    case 0x202f:
        return u' ';
    default:
        break;
    }
    if (letter.unicode() < 0x00c0)
        return letter;
    QString rest = letter.decomposition();
    QChar base = letter;
    while (!rest.isEmpty() && letter.decompositionTag() == QChar::Canonical) {
        base = rest.front();
        letter = base;
        rest = base.decomposition();
    }
    return base;
}

} // namespace

QString toNfc(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C);
}

QString foldMarks(const QString &text)
{
    // Every Vietnamese letter lies below; taken apart once instead of in every text that is searched.
    constexpr size_t tableSize = 0x2000;
    static const auto table = [] {
        std::array<QChar, tableSize> letters;
        for (size_t i = 0; i < tableSize; ++i)
            letters[i] = withoutMarks(QChar(static_cast<char16_t>(i))).toLower();
        return letters;
    }();
    QString folded(text.size(), Qt::Uninitialized);
    QChar *out = folded.data();
    for (const QChar letter : text)
        *out++ = letter.unicode() < tableSize ? table[letter.unicode()] : withoutMarks(letter).toLower();
    return folded;
}

QString foldToCapitals(const QString &text)
{
    QString folded(text.size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < text.size(); ++i)
        folded[i] = withoutMarks(text[i]).toUpper();
    return folded;
}

QString collapseBlanks(const QString &text)
{
    return text.simplified();
}

} // namespace sohoa
