// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace sohoa {

/// What a device means by the name of one of its sources. SANE fixes no words; these are the ones found in the
/// sources of its backends ("ADF", "Automatic Document Feeder(left aligned,Duplex)", "FlatBed", "Document Table",
/// "ADF Back").
struct SourceKind {
    bool feeder = false;
    bool duplex = false;
    bool back = false; ///< The back side alone.
    bool flatbed = false;
};
SourceKind sourceKind(const QString &word);

enum class ColorMode { Color, Gray, Lineart };

/// "color", "gray", "lineart": the words of ScanWish.
std::optional<ColorMode> colorMode(const QString &wish);

/// The word of a device's mode list that gives this mode at 8 bits a sample (1 bit for lineart): "24bit Color",
/// "True Gray", "Black and White - Line Art". Empty when none does: dithered and halftone modes are never taken.
QString modeWord(const QStringList &words, ColorMode mode);

} // namespace sohoa
