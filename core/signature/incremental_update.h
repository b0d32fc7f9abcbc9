// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <map>
#include <optional>

namespace sohoa {

/// How a PDF ends, as far as an update that is appended to it must know.
struct PdfEnd {
    qint64 size = 0;
    qint64 lastXref = 0;          ///< What its last startxref says.
    bool usesXrefStreams = false; ///< Its last cross-reference is a stream: the next one must be one too.
    bool endsWithLineEnd = false;
};

/// Looks at the end of a file; nothing when there is no startxref that leads to a cross-reference.
std::optional<PdfEnd> readPdfEnd(const QByteArray &file);

/// The bytes that are appended to a PDF to add and replace objects (ISO 32000-1, 7.5.6), in the form that PDF/A
/// asks for.
struct IncrementalUpdate {
    QByteArray bytes;
    std::map<int, qsizetype> bodies; ///< Where each object's body begins in `bytes`.
};

/// `objects`: body by object number, all of generation 0 (what a writer of today makes). `trailer`: entries
/// besides /Size and /Prev, "/Root 1 0 R …". `size`: first object number that is free after the update, without
/// the cross-reference stream's own.
IncrementalUpdate makeUpdate(const PdfEnd &end, const std::map<int, QByteArray> &objects,
                             const QByteArray &trailer, int size);

} // namespace sohoa
