// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/pdf_scan.h"

#include <QFile>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFMatrix.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <cmath>
#include <exception>
#include <set>
#include <string>
#include <vector>

namespace sohoa {

namespace {

/// Follows a page's drawing operators as long as they do nothing but place one image.
class ScanOperators final : public QPDFObjectHandle::ParserCallbacks {
public:
    void handleObject(QPDFObjectHandle object, size_t, size_t) override
    {
        if (!object.isOperator()) {
            m_operands.push_back(object);
            return;
        }
        apply(object.getOperatorValue());
        m_operands.clear();
    }
    void handleEOF() override {}

    bool onlyImage() const { return m_plain && !m_image.empty(); }
    const std::string &image() const { return m_image; }
    const QPDFMatrix &place() const { return m_place; }

private:
    double number(size_t index)
    {
        return index < m_operands.size() && m_operands[index].isNumber() ? m_operands[index].getNumericValue() : 0;
    }

    void apply(const std::string &name)
    {
        // Neither state, text position nor clipping leaves a mark by itself.
        static const std::set<std::string> harmless{
            "gs",  "BT",  "ET", "Tf", "Td", "TD", "Tm", "T*", "Tc", "Tw", "Tz", "TL", "Ts", "BMC",
            "BDC", "EMC", "re", "W",  "W*", "n",  "w",  "g",  "rg", "k",  "G",  "RG", "K",  "cs",
            "CS",  "sc",  "SC", "i",  "ri", "MP", "DP", "d",  "j",  "J",  "M",  "BX", "EX"};
        static const std::set<std::string> showText{"Tj", "TJ", "'", "\""};
        constexpr double invisible = 3;
        if (name == "q") {
            m_saved.push_back(m_matrix);
        } else if (name == "Q") {
            if (!m_saved.empty()) {
                m_matrix = m_saved.back();
                m_saved.pop_back();
            }
        } else if (name == "cm") {
            m_matrix.concat(QPDFMatrix(number(0), number(1), number(2), number(3), number(4), number(5)));
        } else if (name == "Tr") {
            m_textMode = number(0);
        } else if (name == "Do") {
            m_plain = m_plain && m_image.empty() && !m_operands.empty() && m_operands[0].isName();
            if (m_plain)
                m_image = m_operands[0].getName();
            m_place = m_matrix;
        } else if (showText.count(name) > 0) {
            m_plain = m_plain && m_textMode == invisible;
        } else if (harmless.count(name) == 0) {
            m_plain = false;
        }
    }

    std::vector<QPDFObjectHandle> m_operands;
    std::vector<QPDFMatrix> m_saved;
    QPDFMatrix m_matrix;
    QPDFMatrix m_place;
    double m_textMode = 0;
    std::string m_image;
    bool m_plain = true;
};

bool covers(const QPDFMatrix &place, const QPDFObjectHandle::Rectangle &box)
{
    constexpr double play = 0.02; ///< Of the page: rounding by the program that made the file.
    const double width = box.urx - box.llx;
    const double height = box.ury - box.lly;
    return place.b == 0 && place.c == 0 && width > 0 && height > 0 && std::abs(place.a - width) < play * width &&
           std::abs(place.d - height) < play * height && std::abs(place.e - box.llx) < play * width &&
           std::abs(place.f - box.lly) < play * height;
}

bool plainColours(QPDFObjectHandle space)
{
    if (space.isName())
        return space.getName() == "/DeviceRGB" || space.getName() == "/DeviceGray";
    if (!space.isArray() || space.getArrayNItems() < 2 || !space.getArrayItem(0).isName())
        return false;
    const std::string kind = space.getArrayItem(0).getName();
    if (kind == "/CalRGB" || kind == "/CalGray")
        return true;
    if (kind != "/ICCBased" || !space.getArrayItem(1).isStream())
        return false;
    auto components = space.getArrayItem(1).getDict().getKey("/N");
    return components.isInteger() && components.getIntValue() != 4;
}

/// A JPEG that shows the same outside of the PDF.
bool isPlainJpeg(QPDFObjectHandle dictionary)
{
    auto filter = dictionary.getKey("/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1)
        filter = filter.getArrayItem(0);
    return filter.isName() && filter.getName() == "/DCTDecode" && !dictionary.hasKey("/SMask") &&
           !dictionary.hasKey("/Mask") && !dictionary.hasKey("/Decode") &&
           plainColours(dictionary.getKey("/ColorSpace"));
}

} // namespace

PdfScanFinder::PdfScanFinder(const QString &path)
    : m_pdf(std::make_unique<QPDF>())
{
    try {
        m_pdf->setSuppressWarnings(true);
        m_pdf->processFile(QFile::encodeName(path).constData());
    } catch (const std::exception &) {
        m_pdf.reset(); // poppler may still draw it.
    }
}

PdfScanFinder::~PdfScanFinder() = default;

std::optional<PdfScan> PdfScanFinder::scanOn(int page) const
{
    if (!m_pdf)
        return std::nullopt;
    try {
        auto pages = QPDFPageDocumentHelper(*m_pdf).getAllPages();
        if (page < 0 || size_t(page) >= pages.size())
            return std::nullopt;
        QPDFPageObjectHelper &at = pages[size_t(page)];
        auto turn = at.getAttribute("/Rotate", false);
        if (turn.isInteger() && turn.getIntValue() % 360 != 0)
            return std::nullopt;
        ScanOperators operators;
        at.parseContents(&operators);
        auto box = at.getCropBox();
        if (!operators.onlyImage() || !box.isRectangle() || !covers(operators.place(), box.getArrayAsRectangle()))
            return std::nullopt;
        auto images = at.getImages();
        const auto found = images.find(operators.image());
        if (found == images.end() || !found->second.isStream())
            return std::nullopt;
        QPDFObjectHandle &image = found->second;
        auto dictionary = image.getDict();
        PdfScan scan;
        scan.width = static_cast<int>(dictionary.getKey("/Width").getIntValue());
        scan.height = static_cast<int>(dictionary.getKey("/Height").getIntValue());
        scan.dpi = scan.width * 72.0 / operators.place().a;
        if (isPlainJpeg(dictionary)) {
            const auto bytes = image.getRawStreamData();
            scan.jpeg = QByteArray(reinterpret_cast<const char *>(bytes->getBuffer()),
                                   static_cast<qsizetype>(bytes->getSize()));
        }
        return scan;
    } catch (const std::exception &) {
        return std::nullopt; // A damaged page: whatever can be seen of it is drawn.
    }
}

} // namespace sohoa
