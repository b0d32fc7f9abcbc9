// SPDX-License-Identifier: GPL-3.0-or-later
/// What Sohoa and sohoa-page-helper say to each other: one JSON object a frame (core/base/frame.h), requests on
/// the helper's standard input, replies on its standard output. Ids are chosen by the asking side; a reply repeats
/// the id of its request. Requests are answered one after the other in the order in which they came.
#pragma once

#include "core/base/error.h"
#include "core/base/frame.h"
#include "core/base/units.h"
#include "core/domain/page.h"
#include "core/layers/layer_profile.h"
#include "core/ocr/zone.h"

#include <QMap>
#include <QString>

#include <variant>
#include <vector>

namespace sohoa {

/// Frame types. Requests are below 128, replies above.
enum class PageFrame : quint8 {
    PageRequest = 1,
    ExpandRequest = 2,
    InfoRequest = 3,
    CancelRequest = 4,
    ZoneRequest = 5,
    Hello = 129,
    PageResult = 130,
    ExpandResult = 131,
    InfoResult = 132,
    Failure = 133,
    ZoneResult = 134,
};

/// One page from its master to a cleaned image, words and codes.
struct PageRequest {
    quint32 id = 0;
    QString master;                               ///< Absolute path of the untouched image.
    Dpi dpi = 0;                                  ///< 0: as the file's header says (300 when it says nothing).
    QString language = QStringLiteral("vie");     ///< Tesseract's name.
    QString cleanTo;                              ///< Where the cleaned JPEG goes; empty: not written.
    QString layersTo;                             ///< Where the layer file for the PDF goes; empty: not made.
    LayerProfile profile = LayerProfile::Archive; ///< Of the layer file.
    int rotation = -1;                            ///< 0, 90, 180, 270 as decided by the clerk; -1: found out.
    /// What the clerk wants kept, in pixels of the turned and deskewed master; none: found out.
    std::optional<PixelBox> crop = {};
    StageSwitches switches; ///< As the scan profile says.
    bool ocr = true;
    int deadlineMs = 120'000; ///< For the reading of the text; past it the page comes without text, `suspect`
                              ///< "unread".
};

/// One master file for each page of a PDF, a TIFF or any single image. Names are "<number from 0001>.<ending>".
struct ExpandRequest {
    quint32 id = 0;
    QString input;
    Dpi dpi = 0;    ///< 0: as the file says; PDF pages that are drawn get 300.
    QString folder; ///< Exists; files already there under the same names are replaced.
};

/// Size and resolution without decoding pixels.
struct InfoRequest {
    quint32 id = 0;
    QString path;
};

/// Gives up the request with this id, running or waiting; it is answered by a Failure with code Cancelled, or by
/// its result when it was done already. Unknown ids are ignored.
struct CancelRequest {
    quint32 id = 0;
};

/// Reads one place of a cleaned page again: where the clerk drew a box, or where a field's value stands.
struct ZoneRequest {
    quint32 id = 0;
    QString image; ///< Absolute path of the cleaned page.
    Dpi dpi = 0;   ///< 0: as the file says.
    QString language = QStringLiteral("vie");
    PixelBox box; ///< In pixels of the cleaned page.
    ZoneKind kind = ZoneKind::Text;
    int deadlineMs = 20'000;
};

using PageHelperRequest = std::variant<PageRequest, ExpandRequest, InfoRequest, CancelRequest, ZoneRequest>;

/// The first frame of a helper, before any request was read.
struct PageHello {
    QString stages; ///< PageReading::version of the readings that this helper makes.
};

/// The cleaned image: upright, deskewed, cropped; all boxes of the reading refer to it.
struct CleanFile {
    QString path; ///< Empty when none was asked for.
    int width = 0;
    int height = 0;
    Dpi dpi = 0;
    qint64 bytes = 0;
    bool color = false; ///< Otherwise gray.
};

struct PageResult {
    quint32 id = 0;
    PageReading reading;
    CleanFile clean;
    QMap<QString, double> timings; ///< Processor milliseconds by stage ("decode", "measure", …, "ocr", "encode").
};

struct ExpandedPage {
    QString file; ///< Name inside the folder.
    int width = 0;
    int height = 0;
    Dpi dpi = 0; ///< As requested, else as the file says, else 300.
};

struct ExpandResult {
    quint32 id = 0;
    std::vector<ExpandedPage> pages;
};

struct InfoResult {
    quint32 id = 0;
    int width = 0; ///< Of the first frame, pixels; of a PDF the first page's at 300 dpi.
    int height = 0;
    Dpi dpi = 0; ///< 0: the file does not say.
    int frames = 1;
};

struct ZoneResult {
    quint32 id = 0;
    QString text;            ///< NFC, one printed line a line.
    double confidence = 0;   ///< 0..1, mean over the words; 0 when nothing was read.
    std::vector<Word> words; ///< Boxes in pixels of the cleaned page.
};

/// The request with this id failed; the helper lives on.
struct Failure {
    quint32 id = 0;
    Error error;
};

using PageHelperReply = std::variant<PageHello, PageResult, ExpandResult, InfoResult, ZoneResult, Failure>;

/// The message as one encoded frame. ImageTooLarge when it does not fit in a frame (a page with some 15 000
/// words).
Result<QByteArray> encodePageMessage(const PageHelperRequest &request);
Result<QByteArray> encodePageMessage(const PageHelperReply &reply);

/// Neither side trusts the other: HelperProtocol for an unknown type, a missing or ill-typed value, an error code
/// that a page helper does not use.
Result<PageHelperRequest> decodePageRequest(const Frame &frame);
Result<PageHelperReply> decodePageReply(const Frame &frame);

} // namespace sohoa
