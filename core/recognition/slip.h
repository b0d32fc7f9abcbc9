// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/page.h"

#include <QString>

#include <optional>

namespace sohoa {

/// A receipt or control slip, as far as it tells dossiers apart.
struct Slip {
    QString dossierCode;      ///< Empty when it could not be read.
    bool fromBarcode = false; ///< Otherwise from the print.
    bool receipt = false;     ///< Titled as the slip that the applicant gets: it lies on top of its dossier.
    PixelBox box;             ///< Of the code; empty when unknown.
    double confidence = 0;    ///< Of the code, 0..1.
};

/// Nothing when the page is no slip: it bears neither a bar code with a dossier code, nor a slip's title, nor a
/// code behind the words "Mã hồ sơ" in its upper half.
std::optional<Slip> readSlip(const Catalogue &catalogue, const Page &page);

} // namespace sohoa
