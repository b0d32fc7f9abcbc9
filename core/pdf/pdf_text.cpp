// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/pdf_text.h"

#include "core/base/text.h"

#include <QChar>

namespace sohoa {

namespace {

bool isCarried(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return false;
    default:
        return !QChar::isNonCharacter(character);
    }
}

} // namespace

QString printableText(const QString &text)
{
    QString kept;
    for (const char32_t character : codePoints(text)) {
        if (QChar::isSpace(character))
            kept += QChar(u' ');
        else if (isCarried(character))
            kept += QString::fromUcs4(&character, 1);
    }
    return collapseBlanks(toNfc(kept));
}

std::u32string codePoints(const QString &text)
{
    std::u32string points;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar unit = text[at];
        if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
            points.push_back(QChar::surrogateToUcs4(unit, text[++at]));
        else
            points.push_back(unit.unicode());
    }
    return points;
}

QByteArray pdfNumber(double value, int decimals)
{
    QByteArray text = QByteArray::number(value, 'f', decimals);
    if (text.contains('.')) {
        while (text.endsWith('0'))
            text.chop(1);
        if (text.endsWith('.'))
            text.chop(1);
    }
    return text == "-0" ? QByteArray("0") : text;
}

} // namespace sohoa
