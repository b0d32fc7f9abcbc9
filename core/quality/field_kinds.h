// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"
#include "core/catalogue/catalogue.h"

#include <QString>

#include <optional>

namespace sohoa {

/// What a field of a dossier holds: by its summary key, else by its label in the catalogue. Nothing for text.
std::optional<FieldLabel::Kind> fieldKind(const Catalogue &catalogue, const QString &field);

/// First and last day that a partly known date may mean.
struct DayRange {
    QDate first;
    QDate last;
};
DayRange rangeOf(const PartialDate &date);

/// Day of reception in a dossier code ("…-230821-0003"); nothing when there is none. `asOf` tells the century.
std::optional<QDate> dayOfDossierCode(const Catalogue &catalogue, const QString &code, const QDate &asOf);

} // namespace sohoa
