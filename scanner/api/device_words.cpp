// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/device_words.h"

#include <algorithm>
#include <initializer_list>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

bool hasAny(const QString &text, std::initializer_list<QStringView> parts)
{
    return std::ranges::any_of(parts, [&text](QStringView part) { return text.contains(part); });
}

/// Lower is better; nothing: another mode altogether.
std::optional<int> distance(const QString &word, ColorMode mode)
{
    const QString text = word.toLower().trimmed();
    if (hasAny(text, {u"halftone", u"dither", u"diffusion", u"infrared"}))
        return std::nullopt;
    const bool color = hasAny(text, {u"color", u"colour", u"rgb"});
    const bool lineart = hasAny(text, {u"lineart", u"line art", u"line-art", u"black", u"binary", u"mono",
                                       u"bilevel", u"b&w", u"b/w"}) ||
                         text == u"bw";
    const bool gray = hasAny(text, {u"gray", u"grey"});
    const bool otherDepth = hasAny(text, {u"48", u"42", u"36", u"30 bit", u"30bit", u"16 bit", u"16bit",
                                          u"16 level", u"14 bit", u"12 bit", u"10 bit", u"4 bit", u"2 bit"});
    const int base = otherDepth ? 2 : 1;
    switch (mode) {
    case ColorMode::Color:
        if (!color || lineart)
            return std::nullopt;
        return text == u"color" || text == u"colour" ? 0 : base;
    case ColorMode::Gray:
        if (!gray || color)
            return std::nullopt;
        return hasAny(text, {u"bit", u"level", u" "}) ? base : 0;
    case ColorMode::Lineart:
        if (!lineart || color || gray)
            return std::nullopt;
        return text.contains(u"art") ? 0 : 1;
    }
    Q_UNREACHABLE();
}

} // namespace

SourceKind sourceKind(const QString &word)
{
    const QString text = word.toLower();
    SourceKind kind;
    kind.duplex = hasAny(text, {u"duplex", u"both sides", u"two-sided", u"two sided", u"2-sided", u"double"});
    kind.feeder = kind.duplex || hasAny(text, {u"adf", u"feeder", u"sheetfed", u"sheet-fed"});
    kind.back = !kind.duplex && hasAny(text, {u"back", u"rear"});
    kind.flatbed =
        !kind.feeder && (text == u"normal" || text == u"fb" ||
                         hasAny(text, {u"flatbed", u"flat bed", u"platen", u"document table", u"glass"}));
    return kind;
}

std::optional<ColorMode> colorMode(const QString &wish)
{
    if (wish == u"color")
        return ColorMode::Color;
    if (wish == u"gray")
        return ColorMode::Gray;
    if (wish == u"lineart")
        return ColorMode::Lineart;
    return std::nullopt;
}

QString modeWord(const QStringList &words, ColorMode mode)
{
    QString best;
    std::optional<int> bestDistance;
    for (const QString &word : words) {
        const auto candidate = distance(word, mode);
        if (candidate && (!bestDistance || *candidate < *bestDistance)) {
            best = word;
            bestDistance = candidate;
        }
    }
    return best;
}

} // namespace sohoa
