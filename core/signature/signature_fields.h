// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"

#include <QByteArray>
#include <QString>
#include <qpdf/QPDF.hh>

#include <array>
#include <optional>
#include <vector>

namespace sohoa {

/// Bytes; what is larger is neither signed nor inspected, as it is held in memory as a whole.
constexpr qint64 largestPdf = qint64{1} << 30;

/// A signature field as the PDF has it, nothing verified.
struct SignatureField {
    QString name;
    bool isSigned = false; ///< Otherwise all that follows is empty.
    QString subFilter;
    QString agency; ///< /Location
    QString reason;
    std::optional<Instant> signedAt; ///< /M
    /// Offset and length of the two stretches of bytes signed; nothing when /ByteRange is not of that form.
    std::optional<std::array<qint64, 4>> byteRange;
    QByteArray contents;    ///< The CMS with its padding.
    bool certifies = false; ///< Has a DocMDP transform.
    int docMdp = 0;         ///< Its permission: 1 forbids every change.
};

/// Walks the form, however it loops. May throw what qpdf throws.
std::vector<SignatureField> signatureFields(QPDF &pdf);

/// A date as PDF writes it ("D:20261125094400+07'00'"); nothing when it is none.
std::optional<Instant> parsePdfDate(const QString &text);

} // namespace sohoa
