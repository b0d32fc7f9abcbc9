// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signature/incremental_update.h"

#include <QtEndian>

#include <algorithm>
#include <utility>
#include <vector>

namespace sohoa {

namespace {

constexpr qsizetype searched = 1024; ///< ISO 32000-1, annex H: readers look for the end in the last 1024 bytes.
constexpr int generation = 0;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

QByteArray number(qint64 value, int digits)
{
    return QByteArray::number(value).rightJustified(digits, '0');
}

/// Consecutive object numbers: first and how many.
std::vector<std::pair<int, int>> sections(const std::map<int, qint64> &offsets)
{
    std::vector<std::pair<int, int>> runs;
    for (const auto &[object, offset] : offsets) {
        if (runs.empty() || runs.back().first + runs.back().second != object)
            runs.emplace_back(object, 0);
        ++runs.back().second;
    }
    return runs;
}

/// Every line of a table has 20 bytes (7.5.4).
QByteArray xrefTable(const std::map<int, qint64> &offsets, const QByteArray &trailer)
{
    QByteArray bytes = "xref\n";
    for (const auto &[first, count] : sections(offsets)) {
        bytes += QByteArray::number(first) + ' ' + QByteArray::number(count) + '\n';
        for (int object = first; object < first + count; ++object)
            bytes += number(offsets.at(object), 10) + ' ' + number(generation, 5) + " n \n";
    }
    return bytes + "trailer\n<< " + trailer + " >>\n";
}

QByteArray xrefStream(int own, const std::map<int, qint64> &offsets, const QByteArray &trailer)
{
    QByteArray index;
    QByteArray rows;
    for (const auto &[first, count] : sections(offsets)) {
        index += QByteArray::number(first) + ' ' + QByteArray::number(count) + ' ';
        for (int object = first; object < first + count; ++object) {
            char offset[8];
            qToBigEndian(offsets.at(object), offset);
            rows += '\1' + QByteArray(offset, sizeof offset) + QByteArray(2, '\0');
        }
    }
    return QByteArray::number(own) + " 0 obj\n<< /Type /XRef /W [1 8 2] /Index [" + index.trimmed() + "] " +
           trailer + " /Length " + QByteArray::number(rows.size()) + " >>\nstream\n" + rows +
           "\nendstream\nendobj\n";
}

} // namespace

std::optional<PdfEnd> readPdfEnd(const QByteArray &file)
{
    PdfEnd end;
    end.size = file.size();
    const QByteArray tail = file.last(std::min(searched, file.size()));
    const qsizetype keyword = tail.lastIndexOf("startxref");
    if (keyword < 0 || !tail.sliced(keyword).contains("%%EOF"))
        return {};
    QByteArray digits = tail.sliced(keyword + qsizetype{9}).trimmed();
    qsizetype length = 0;
    while (length < digits.size() && isDigit(digits[length]))
        ++length;
    bool isNumber = false;
    end.lastXref = digits.first(length).toLongLong(&isNumber);
    if (!isNumber || end.lastXref <= 0 || end.lastXref >= end.size)
        return {};
    const QByteArrayView there = QByteArrayView(file).sliced(end.lastXref);
    end.usesXrefStreams = !there.startsWith("xref");
    if (end.usesXrefStreams && !isDigit(there.front()))
        return {};
    end.endsWithLineEnd = file.endsWith('\n') || file.endsWith('\r');
    return end;
}

IncrementalUpdate makeUpdate(const PdfEnd &end, const std::map<int, QByteArray> &objects,
                             const QByteArray &trailer, int size)
{
    IncrementalUpdate update;
    if (!end.endsWithLineEnd)
        update.bytes += '\n';
    std::map<int, qint64> offsets;
    for (const auto &[object, body] : objects) {
        offsets[object] = end.size + update.bytes.size();
        update.bytes += QByteArray::number(object) + ' ' + QByteArray::number(generation) + " obj\n";
        update.bodies[object] = update.bytes.size();
        update.bytes += body + "\nendobj\n";
    }
    const qint64 xref = end.size + update.bytes.size();
    const QByteArray entries = trailer + " /Prev " + QByteArray::number(end.lastXref) + " /Size " +
                               QByteArray::number(end.usesXrefStreams ? size + 1 : size);
    if (end.usesXrefStreams) {
        offsets[size] = xref;
        update.bytes += xrefStream(size, offsets, entries);
    } else {
        update.bytes += xrefTable(offsets, entries);
    }
    update.bytes += "startxref\n" + QByteArray::number(xref) + "\n%%EOF\n";
    return update;
}

} // namespace sohoa
