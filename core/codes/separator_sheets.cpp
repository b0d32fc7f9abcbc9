// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codes/separator_sheets.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringDecoder>

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <exception>
#include <memory>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr double pointsPerMillimetre = 72.0 / 25.4;
constexpr double pageWidth = 210 * pointsPerMillimetre;
constexpr double pageHeight = 297 * pointsPerMillimetre;
constexpr double codeSide =
    90 * pointsPerMillimetre; ///< Modules of more than 2 mm: read at 100 dpi, faint, turned.
constexpr double codeTop = 88 * pointsPerMillimetre;
constexpr int mostCodes = 5000;

template <auto release> struct Releaser {
    template <class T> void operator()(T *object) const { release(object); }
};
using Surface = std::unique_ptr<cairo_surface_t, Releaser<cairo_surface_destroy>>;
using Canvas = std::unique_ptr<cairo_t, Releaser<cairo_destroy>>;
using Layout = std::unique_ptr<PangoLayout, Releaser<g_object_unref>>;
using Font = std::unique_ptr<PangoFontDescription, Releaser<pango_font_description_free>>;

cairo_status_t collect(void *target, const unsigned char *data, unsigned int length)
{
    static_cast<QByteArray *>(target)->append(reinterpret_cast<const char *>(data),
                                              static_cast<qsizetype>(length));
    return CAIRO_STATUS_SUCCESS;
}

/// Centred below `top`, wrapped within the margins; gives its lower end.
double write(cairo_t *canvas, const QString &text, const char *fontName, double top)
{
    constexpr double margin = 20 * pointsPerMillimetre;
    const Layout layout(pango_cairo_create_layout(canvas));
    const Font font(pango_font_description_from_string(fontName));
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>((pageWidth - 2 * margin) * PANGO_SCALE));
    pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    const QByteArray bytes = text.toUtf8();
    pango_layout_set_text(layout.get(), bytes.constData(), static_cast<int>(bytes.size()));
    cairo_move_to(canvas, margin, top);
    pango_cairo_show_layout(canvas, layout.get());
    int height = 0;
    pango_layout_get_size(layout.get(), nullptr, &height);
    return top + static_cast<double>(height) / PANGO_SCALE;
}

void drawCode(cairo_t *canvas, const QString &payload)
{
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    constexpr int strongest = 8; // level H: a third of the symbol may be lost
    writer.setMargin(0).setEccLevel(strongest);
    const ZXing::BitMatrix symbol = writer.encode(payload.toStdString(), 0, 0);
    const double module = codeSide / symbol.width();
    const double left = (pageWidth - codeSide) / 2;
    for (int y = 0; y < symbol.height(); ++y) {
        for (int x = 0; x < symbol.width(); ++x) {
            if (symbol.get(x, y))
                cairo_rectangle(canvas, left + x * module, codeTop + y * module, module, module);
        }
    }
    cairo_fill(canvas);
}

void drawSheet(cairo_t *canvas, const SeparatorSheet &sheet)
{
    constexpr double titleTop = 40 * pointsPerMillimetre;
    constexpr double gap = 3 * pointsPerMillimetre;
    const bool reusable = sheet.dossierCode.isEmpty();
    const double below = write(canvas, u"TỜ NGĂN HỒ SƠ"_s, "Noto Sans, DejaVu Sans Bold 34", titleTop);
    write(canvas, u"Đặt tờ này lên trên tờ đầu tiên của hồ sơ khi quét"_s, "Noto Sans, DejaVu Sans 15",
          below + gap);
    drawCode(canvas, separatorPayload(sheet));
    double top = codeTop + codeSide + 4 * gap;
    if (!reusable)
        top = write(canvas, u"Mã hồ sơ: "_s + sheet.dossierCode, "Noto Sans, DejaVu Sans Bold 20", top) + gap;
    if (!sheet.procedureCode.isEmpty())
        top = write(canvas, u"Mã thủ tục: "_s + sheet.procedureCode, "Noto Sans, DejaVu Sans 18", top) + gap;
    if (!sheet.procedureName.isEmpty())
        top = write(canvas, sheet.procedureName, "Noto Sans, DejaVu Sans 15", top) + gap;
    if (reusable)
        top = write(canvas, u"Tờ dùng nhiều lần"_s, "Noto Sans, DejaVu Sans Bold 20", top) + gap;
    write(canvas, u"Không bỏ tờ này vào kho lưu trữ"_s, "Noto Sans, DejaVu Sans 15", top + 2 * gap);
}

tl::unexpected<Error> invalidLine(const QString &file, int line, const QString &detail)
{
    return fail(ErrorCode::CatalogueInvalid, u"%1: %2: %3"_s.arg(file).arg(line).arg(detail),
                {{u"file"_s, file},
                 {u"row"_s, line > 0 ? QString::number(line) : QString()},
                 {u"column"_s, {}},
                 {u"detail"_s, detail}});
}

} // namespace

QString separatorPayload(const SeparatorSheet &sheet)
{
    QString payload = u"SOHOA-SEP;v=1"_s;
    if (!sheet.dossierCode.isEmpty())
        payload += u";hs="_s + sheet.dossierCode;
    if (!sheet.procedureCode.isEmpty())
        payload += u";tt="_s + sheet.procedureCode;
    return payload;
}

Result<std::vector<SeparatorSheet>> parseSeparatorCodes(const QByteArray &text, const QString &file)
{
    static const QRegularExpression code(u"^[A-Za-z0-9./_-]{1,64}$"_s);
    static const QRegularExpression between(u"\\s*[;,\\t]\\s*"_s);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(text);
    if (decoder.hasError() || text.contains('\0'))
        return invalidLine(file, 0, u"not UTF-8"_s);
    std::vector<SeparatorSheet> sheets;
    QSet<QString> seen;
    int number = 0;
    for (const QString &line : decoded.split(u'\n')) {
        ++number;
        const QString content = line.trimmed();
        if (content.isEmpty() || content.startsWith(u'#'))
            continue;
        const QStringList parts = content.split(between);
        SeparatorSheet sheet{parts.value(0).trimmed(), parts.value(1).trimmed(), {}};
        const bool fits = code.match(sheet.dossierCode).hasMatch() &&
                          (sheet.procedureCode.isEmpty() || code.match(sheet.procedureCode).hasMatch());
        if (!fits || parts.size() > 2)
            return invalidLine(file, number, u"no code"_s);
        if (seen.contains(sheet.dossierCode))
            return invalidLine(file, number, u"there twice"_s);
        if (sheets.size() >= mostCodes)
            return invalidLine(file, number, u"more than %1 codes"_s.arg(mostCodes));
        seen.insert(sheet.dossierCode);
        sheets.push_back(sheet);
    }
    if (sheets.empty())
        return invalidLine(file, 0, u"empty"_s);
    return sheets;
}

Result<QByteArray> separatorSheetsPdf(const std::vector<SeparatorSheet> &sheets)
{
    QByteArray pdf;
    const Surface surface(cairo_pdf_surface_create_for_stream(&collect, &pdf, pageWidth, pageHeight));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, "Tờ ngăn hồ sơ");
    const Canvas canvas(cairo_create(surface.get()));
    try {
        for (const SeparatorSheet &sheet : sheets) {
            drawSheet(canvas.get(), sheet);
            cairo_show_page(canvas.get());
        }
    } catch (const std::exception &error) { // ZXing, for contents that fit into no symbol
        return fail(ErrorCode::Internal, QString::fromUtf8(error.what()));
    }
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return fail(ErrorCode::Internal, QString::fromUtf8(cairo_status_to_string(status)));
    return pdf;
}

} // namespace sohoa
