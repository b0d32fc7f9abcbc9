// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recognition/separation.h"

#include "core/base/text.h"
#include "core/recognition/layout.h"
#include "core/recognition/page_text.h"
#include "core/recognition/slip.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

// Confidence that a dossier begins where it begins.
constexpr double sureStart = 0.99;
constexpr double patchStart = 0.97;
constexpr double barcodeStart = 0.98;
constexpr double printedStart = 0.9;
constexpr double doubtfulStart = 0.6; ///< A slip behind sheets that no code ties to any dossier.

struct Sheet {
    SeparatorKind kind = SeparatorKind::Patch;
    SeparatorText text;
};

std::optional<Sheet> separatorSheet(const PageReading &reading)
{
    for (const Barcode &code : reading.barcodes) {
        if (const auto text = parseSeparator(code.text))
            return Sheet{SeparatorKind::Qr, *text};
    }
    return reading.separator ? std::optional(Sheet{*reading.separator, {}}) : std::nullopt;
}

/// How many letters differ between texts of the same length; large for others.
qsizetype differences(const QString &a, const QString &b)
{
    if (a.size() != b.size())
        return std::max(a.size(), b.size());
    qsizetype count = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        count += a[i] == b[i] ? 0 : 1;
    return count;
}

class Separator {
public:
    explicit Separator(const Catalogue &catalogue)
        : m_catalogue(catalogue)
    {
        begin(CutReason::Start, sureStart);
    }

    void add(const Page &page)
    {
        if (!page.reading) {
            keep(page);
            return;
        }
        if (const auto sheet = separatorSheet(*page.reading)) {
            takeSheet(page, *sheet);
            return;
        }
        const auto slip = readSlip(m_catalogue, page);
        if (slip)
            takeSlip(*slip);
        keep(page);
        m_slipLast = slip.has_value();
    }

    std::vector<DossierCut> take()
    {
        close();
        return std::move(m_cuts);
    }

private:
    void begin(CutReason reason, double confidence)
    {
        close();
        m_open = {};
        m_open.reason = reason;
        m_open.confidence = confidence;
        m_slipSeen = false;
        m_slipLast = false;
        m_written = false;
    }

    void close()
    {
        if (!m_open.pages.empty())
            m_cuts.push_back(m_open);
    }

    void keep(const Page &page)
    {
        m_open.pages.push_back(page.id);
        if (page.reading && page.reading->blank)
            m_open.blanks.push_back(page.id);
        else
            m_written = true;
    }

    void takeSheet(const Page &page, const Sheet &sheet)
    {
        // Sheets fed one behind the other open one dossier; what the former said holds unless the next says else.
        const DossierCut before = m_open;
        const bool run = before.separator && before.pages.empty();
        const bool qr = sheet.kind == SeparatorKind::Qr;
        begin(qr ? CutReason::Qr : CutReason::Patch, qr ? sureStart : patchStart);
        m_open.separator = page.id;
        m_open.dossierCode = sheet.text.dossierCode;
        m_open.procedureCode = sheet.text.procedureCode;
        if (run && m_open.dossierCode.isEmpty()) {
            m_open.dossierCode = before.dossierCode;
            m_open.procedureCode = m_open.procedureCode.isEmpty() ? before.procedureCode : m_open.procedureCode;
        }
    }

    void takeSlip(const Slip &slip)
    {
        if (opensNewDossier(slip)) {
            const bool doubtful = slip.dossierCode.isEmpty() || m_open.dossierCode.isEmpty();
            begin(CutReason::Receipt, doubtful ? doubtfulStart : slip.fromBarcode ? barcodeStart : printedStart);
        }
        if (m_open.dossierCode.isEmpty())
            m_open.dossierCode = slip.dossierCode;
        m_slipSeen = true;
    }

    bool opensNewDossier(const Slip &slip) const
    {
        if (!m_written)
            return !m_open.dossierCode.isEmpty() && !slip.dossierCode.isEmpty() && !isSame(slip);
        if (!slip.dossierCode.isEmpty() && !m_open.dossierCode.isEmpty())
            return !isSame(slip);
        // Between separator sheets a slip may lie anywhere; without them a receipt lies on top of its dossier, and
        // its second copy directly behind it.
        return !m_open.separator && slip.receipt && !m_slipLast;
    }

    bool isSame(const Slip &slip) const
    {
        if (slip.dossierCode == m_open.dossierCode)
            return true;
        // The first slip behind a sheet that names the dossier: one or two letters are the optical reader's.
        constexpr qsizetype misread = 2;
        return m_open.separator && !m_slipSeen && !slip.fromBarcode &&
               differences(slip.dossierCode, m_open.dossierCode) <= misread;
    }

    const Catalogue &m_catalogue;
    std::vector<DossierCut> m_cuts;
    DossierCut m_open;
    bool m_slipSeen = false;
    bool m_slipLast = false; ///< The page before is a slip.
    bool m_written = false;  ///< A page that is not blank is in the open dossier.
};

std::vector<Page> pagesOf(const DossierCut &cut, const std::vector<Page> &pages)
{
    std::vector<Page> own;
    std::copy_if(pages.begin(), pages.end(), std::back_inserter(own), [&](const Page &page) {
        return std::find(cut.pages.begin(), cut.pages.end(), page.id) != cut.pages.end();
    });
    return own;
}

/// Neither a sheet nor a slip says where its dossiers begin.
bool isUnmarked(const Catalogue &catalogue, const DossierCut &cut, const std::vector<Page> &pages)
{
    if (cut.separator || cut.reason != CutReason::Start)
        return false;
    const std::vector<Page> own = pagesOf(cut, pages);
    return std::none_of(own.begin(), own.end(), [&](const Page &page) {
        const auto slip = readSlip(catalogue, page);
        return slip && slip->receipt;
    });
}

std::vector<DossierCut> splitByLayout(const Catalogue &catalogue, const DossierCut &cut,
                                      const std::vector<Page> &pages)
{
    std::vector<DossierCut> parts = {cut};
    parts.back().pages.clear();
    parts.back().blanks.clear();
    const std::vector<LayoutBoundary> boundaries = layoutBoundaries(catalogue, pagesOf(cut, pages));
    for (const PageId &page : cut.pages) {
        const auto boundary = std::find_if(boundaries.begin(), boundaries.end(),
                                           [&](const LayoutBoundary &each) { return each.page == page; });
        if (boundary != boundaries.end()) {
            DossierCut next;
            next.reason = CutReason::Layout;
            next.confidence = boundary->confidence;
            parts.push_back(next);
        }
        parts.back().pages.push_back(page);
        if (std::find(cut.blanks.begin(), cut.blanks.end(), page) != cut.blanks.end())
            parts.back().blanks.push_back(page);
    }
    return parts;
}

} // namespace

QString toString(CutReason reason)
{
    switch (reason) {
    case CutReason::Start:
        return u"start"_s;
    case CutReason::Qr:
        return u"qr"_s;
    case CutReason::Patch:
        return u"patch"_s;
    case CutReason::Receipt:
        return u"receipt"_s;
    case CutReason::Layout:
        return u"layout"_s;
    }
    return {};
}

std::optional<SeparatorText> parseSeparator(const QString &text)
{
    QStringList parts = text.trimmed().split(u';');
    if (parts.takeFirst().compare(u"SOHOA-SEP", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    SeparatorText result;
    bool known = false;
    for (const QString &part : parts) {
        const QString key = part.section(u'=', 0, 0).trimmed();
        const QString value = part.section(u'=', 1).trimmed();
        if (key == u"v")
            known = value == u"1";
        else if (key == u"hs")
            result.dossierCode = value;
        else if (key == u"tt")
            result.procedureCode = value;
    }
    return known ? std::optional(result) : std::nullopt;
}

std::vector<DossierCut> separate(const Catalogue &catalogue, const std::vector<Page> &pages)
{
    Separator separator(catalogue);
    for (const Page &page : pages) {
        if (!page.excluded)
            separator.add(page);
    }
    std::vector<DossierCut> cuts;
    for (const DossierCut &cut : separator.take()) {
        const std::vector<DossierCut> parts =
            isUnmarked(catalogue, cut, pages) ? splitByLayout(catalogue, cut, pages) : std::vector{cut};
        cuts.insert(cuts.end(), parts.begin(), parts.end());
    }
    return cuts;
}

} // namespace sohoa
