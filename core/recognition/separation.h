// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/page.h"

#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

/// Why a dossier begins where it begins.
enum class CutReason {
    Start,   ///< First page of the run.
    Qr,      ///< A separator sheet with a QR code.
    Patch,   ///< A patch sheet.
    Receipt, ///< A receipt slip with another dossier code.
    Layout,  ///< A paper about somebody else, or an application for something else.
};

/// "start", "qr", "patch", "receipt", "layout": what Dossier::boundary holds.
QString toString(CutReason reason);

/// Consecutive pages that belong to one dossier.
struct DossierCut {
    std::vector<PageId> pages;       ///< In feeding order, blank ones too, separator sheets not.
    std::vector<PageId> blanks;      ///< Those of them that are blank.
    std::optional<PageId> separator; ///< The sheet that opened it.
    QString dossierCode;             ///< As printed; empty when none was found.
    QString procedureCode;           ///< From the separator sheet; empty when it names none.
    CutReason reason = CutReason::Start;
    double confidence = 0; ///< That it begins here, 0..1.
};

/// What a separator sheet's QR says: `SOHOA-SEP;v=1;hs=<dossier code>;tt=<procedure code>`, both optional.
struct SeparatorText {
    QString dossierCode;
    QString procedureCode;
};
/// Nothing when `text` is no separator's.
std::optional<SeparatorText> parseSeparator(const QString &text);

/// The dossier code in a text, blanks within it taken out; empty when there is none with a possible date.
QString findDossierCode(const Catalogue &catalogue, const QString &text);

/// Splits the pages of one run, given in feeding order, into dossiers:
///  - a separator or patch sheet begins a new dossier and is in none itself, wherever it was fed;
///  - a receipt slip begins a new one when its dossier code (QR, bar code, print) differs from that of the dossier
///    that is open, also when it is not the first sheet;
///  - where neither sheets nor slips tell, what the papers say does: see layoutBoundaries();
///  - pages without reading and blank pages stay with the dossier that is open.
/// Runs of separator sheets make no empty dossier. Excluded pages are left out.
std::vector<DossierCut> separate(const Catalogue &catalogue, const std::vector<Page> &pages);

} // namespace sohoa
