// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/base/error.h"
#include "core/base/units.h"
#include "core/domain/ids.h"
#include "core/domain/page_stages.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sohoa {

/// How far a page has come. `captured`: durable on disk and in the store.
enum class PageState { Captured, Cleaned, Recognized };

/// What a separator sheet was recognized by.
enum class SeparatorKind { Qr, Patch };

/// A word read on a page. Text in NFC.
struct Word {
    QString text;
    PixelBox box;          ///< In the cleaned, upright page.
    double confidence = 0; ///< 0..1
    int line = 0;          ///< Counts from 0 in reading order; words of one printed line share it.
};

/// A QR, Code 128, Code 39 … found on a page.
struct Barcode {
    QString format; ///< ZXing's name: "QRCode", "Code128".
    QString text;
    PixelBox box; ///< In the cleaned, upright page.
    int angle =
        0; ///< Clockwise degrees by which the symbol lies turned in the cleaned page; a witness for orientation.
};

/// Everything that the page stages found out about one page: facts about the master, which itself stays untouched.
/// The page object of the command line (contracts) is its JSON form, see pageReadingToJson().
struct PageReading {
    int width = 0; ///< Of the cleaned, upright page, pixels.
    int height = 0;
    Dpi dpi = 0;
    int rotation = 0;   ///< 0, 90, 180, 270: how far the content lay turned clockwise in the master.
    double skewDeg = 0; ///< Slant left after that, positive = clockwise; taken out as well.
    PixelBox crop;      ///< What was kept, in pixels of the turned and deskewed master.
    bool blank = false;
    std::optional<SeparatorKind> separator;
    QStringList suspect; ///< Reasons, stable words: "short", "orientation", and those of faultsOf() ("blur", …).
    QString paper;       ///< Name of its size: "A4", "A5", "ID-1", "unknown", see PaperSize.
    std::vector<StageDecision> stages; ///< What was done to the page and why, in this order.
    std::vector<Barcode> barcodes;
    QString text;          ///< Reading order, NFC, lines kept.
    double confidence = 0; ///< 0..1, mean over the words; 0 without words.
    std::vector<Word> words;
    /// What the page looks like in 64 bits (core/codes/page_look.h): near-identical pages differ in few of them.
    std::optional<quint64> look = {};
    QString version; ///< Which stages made this ("deskew/1 crop/1 …"); another version makes the reading stale.
};

/// One side of a sheet as it came from the scanner or a file.
struct Page {
    PageId id;
    BatchId batch;
    std::optional<DossierId> dossier; ///< None: not sorted yet, or a separator sheet.
    int sequence = 0;                 ///< Place in the batch as fed, counts from 0; never changes.
    int position = 0;                 ///< Place in its dossier; changes when pages are moved.
    PageState state = PageState::Captured;
    QString source;     ///< Device or file it came from.
    QString masterFile; ///< Name in the spool, never changed after it is written.
    QString masterSha256;
    Dpi dpi = 0;
    int width = 0; ///< Of the master, pixels.
    int height = 0;
    bool excluded = false;            ///< Taken out by the clerk, kept.
    std::optional<int> clerkRotation; ///< Set by the clerk: overrides what the stages find.
    QStringList suspect;              ///< What capture itself saw ("short").
    Instant capturedAt;
    std::optional<PageReading> reading;
};

QString toString(PageState state);
QString toString(SeparatorKind kind);
std::optional<PageState> pageStateFromString(const QString &text);

/// The page object of the contracts without "page", "index" and "source"; with "crop", "version" and each word's
/// line ("l") beside what is demanded, so that fromJson(toJson(x)) gives x back.
QJsonObject pageReadingToJson(const PageReading &reading);
/// HelperProtocol when a value is missing, of the wrong type or out of range.
Result<PageReading> pageReadingFromJson(const QJsonObject &json);

/// The page object of the command line: pageReadingToJson() with id, place and source; also for a page that is
/// only captured (then without words).
QJsonObject pageToJson(const Page &page);

QJsonArray boxToJson(const PixelBox &box);
std::optional<PixelBox> boxFromJson(const QJsonValue &json);

} // namespace sohoa
