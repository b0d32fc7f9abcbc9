// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/document_name.h"

#include "core/base/text.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 116; ///< 120 with ".pdf".

QString asciiName(const QString &text, const QString &fallback)
{
    // foldMarks() also makes lower case, which a code must not become: only letters with marks are folded.
    QString name;
    for (const QChar c : toNfc(text)) {
        const QString folded = c.unicode() < 128 ? QString(c) : foldMarks(c);
        const QChar letter = folded.size() == 1 ? folded[0] : QChar(u'-');
        const bool plain = letter.unicode() < 128 &&
                           (letter.isLetterOrNumber() || letter == u'.' || letter == u'-' || letter == u'_');
        name += plain ? letter : QChar(u'-');
    }
    // A leading dot would hide the file, a leading dash would make it an option of programs.
    while (name.startsWith(u'.') || name.startsWith(u'-'))
        name.remove(0, 1);
    return name.isEmpty() ? fallback : name;
}

} // namespace

QString documentFileName(const QString &code, int number, const QString &typeId, int version)
{
    const QString end = u"_V%1"_s.arg(version);
    const QString place = u".%1_"_s.arg(number, 3, 10, QChar(u'0'));
    constexpr qsizetype longestType = 60;
    const QString type = asciiName(typeId, u"document"_s).left(longestType);
    const qsizetype room = longestName - place.size() - type.size() - end.size();
    return asciiName(code, u"khong-ma"_s).left(std::max<qsizetype>(1, room)) + place + type + end;
}

} // namespace sohoa
