// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/recognition/page_text.h"

#include <optional>
#include <vector>

namespace sohoa {

/// The most that a value read by the machine is trusted: 1 is the clerk's.
constexpr double mostConfidence = 0.99;
/// Of what a QR code or barcode says: they carry check sums.
constexpr double symbolConfidence = 0.99;

/// A date found in text, and where.
struct FoundDate {
    QString iso;
    TextSpan span;
};

/// The first date of a stretch: "ngày 05 tháng 02 năm 2024" (with O, I, L for digits), "5/2/2024" or, when
/// `partial`, a year alone.
std::optional<FoundDate> firstDate(const Catalogue &catalogue, const PageText &text, TextSpan within,
                                   bool partial);

/// The value with its place on the page; `reliability` (0..1) is that of the rule that found it.
FieldValue valueAt(const PageText &text, TextSpan span, const QString &value, double reliability);

/// The value behind a label, read on its line or, when nothing is left there, on the next.
std::optional<FieldValue> readLabelled(const Catalogue &catalogue, const PageText &text, const FieldLabel &label);

/// All values that the labels of a kind of paper give on its pages; the first label of a field that finds one
/// wins.
Fields readFields(const Catalogue &catalogue, const std::vector<const PageText *> &pages, const QString &typeId);

} // namespace sohoa
