// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/package/package_writer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

namespace sohoa {

/// Small pieces of the record (domain handbook, "Metadata of a digitized dossier"). Unknown is always null.

/// Words in NFC; null when there are none. What the receiving side has no room for is left out at a word's end
/// and marked with "…": the whole text stays in the FieldValues.
QJsonValue textOrNull(const QString &text, qsizetype longest = 2000);

/// An identifier, a number or a word of a vocabulary, in NFC; null when it is empty. Never shortened, since half a
/// number is another number: one that the receiving side has no room for is null too, as a machine's misreading
/// of a paper must not hold back the dossier. It stays in the FieldValues.
QJsonValue codeOrNull(const QString &code, qsizetype longest);

/// {"value","precision"}: day, month or year; null when `text` is no date. Never completed with 01/01.
QJsonValue partialDate(const QString &text);

/// A day in ISO form; null when `text` is not a whole day.
QJsonValue wholeDate(const QString &text);

QJsonValue unitRef(const UnitRef &unit);

/// [x, y, width, height] in millimetres, tenths.
QJsonArray boxInMillimetres(const PixelBox &box, Dpi dpi);

/// The FieldValues of one document or of the dossier, in the order of their names.
QJsonArray fieldValues(const Fields &fields, const PackageInput &input);

/// The page of that id; nullptr when it is not in the input.
const Page *findPage(const PackageInput &input, const PageId &id);

/// Resolution and size of the cleaned page; of the master where nothing was read.
Dpi dpiOf(const Page &page);

/// The value of the first of `names` that is in the fields.
QString firstOf(const Fields &fields, const QStringList &names);

} // namespace sohoa
