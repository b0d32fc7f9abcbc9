// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/page_helper/pdf_samples.h"

#include <QFile>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <string>

namespace sohoa::test {

void writePdf(const QString &path, const QByteArray &jpeg, const QByteArray &password)
{
    QPDF pdf;
    pdf.emptyPDF();
    auto image = QPDFObjectHandle::newStream(&pdf, jpeg.toStdString());
    image.replaceDict(
        QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Image /Width 1160 /Height 820 /ColorSpace "
                                "/DeviceGray /BitsPerComponent 8 /Filter /DCTDecode >>"));
    const auto addPage = [&pdf](const char *resources, QPDFObjectHandle object, const char *operators) {
        auto page = pdf.makeIndirectObject(QPDFObjectHandle::parse(
            "<< /Type /Page /MediaBox [0 0 417.6 295.2] /Resources " + std::string(resources) + " >>"));
        if (object.isStream())
            page.getKey("/Resources").getKey("/XObject").replaceKey("/Im0", object);
        page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, operators));
        QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(page), false);
    };
    constexpr auto font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";
    addPage(("<< /XObject << >> " + std::string(font) + " >>").c_str(), pdf.makeIndirectObject(image),
            "BT /F1 12 Tf 3 Tr 50 50 Td (text layer) Tj ET q 417.6 0 0 295.2 0 0 cm /Im0 Do Q");
    addPage(("<< " + std::string(font) + " >>").c_str(), QPDFObjectHandle::newNull(),
            "BT /F1 24 Tf 60 150 Td (Drawn page) Tj ET");
    const QByteArray name = QFile::encodeName(path); // qpdf keeps the pointer.
    QPDFWriter writer(pdf, name.constData());
    if (!password.isEmpty())
        writer.setR6EncryptionParameters(password.constData(), "owner", true, true, true, true, true, true,
                                         qpdf_r3p_full, true);
    writer.write();
}

} // namespace sohoa::test
