// SPDX-License-Identifier: GPL-3.0-or-later
// sohoa-practice-pages FOLDER: draws stack1, stack2, stack3 and stacks.json into FOLDER.
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "dossiers.h"
#include "scan_look.h"
#include <cstdio>

using namespace sohoa::practice;
using namespace Qt::StringLiterals;

namespace {

/// One folder of pages and what is true about them.
class Stack {
public:
    Stack(const QDir &root, const QString &name, const QString &description)
        : m_root(root)
        , m_name(name)
        , m_description(description)
    {
        m_good = m_root.mkpath(name);
    }

    void page(const QImage &print, ScanLook look, const QString &kind, const QString &title, const Case *dossier,
              bool isResult = false)
    {
        QJsonObject page{{u"doc_type"_s, kind}, {u"title"_s, title}, {u"is_result"_s, isResult}};
        write(print, look, page);
        if (dossier)
            dossierOf(*dossier).append(page);
        m_front = print;
    }
    void separator(const Case *dossier, ScanLook look)
    {
        QJsonObject page{{u"reason"_s, u"separator"_s}};
        write(separatorSheet(dossier), look, page);
        m_dropped.append(page);
        if (dossier)
            m_separators.insert(dossier->code, page.value(u"file"_s));
    }
    /// The empty back of the page before.
    void blankBack(ScanLook look)
    {
        QJsonObject page{{u"reason"_s, u"blank"_s}};
        write(backOf(m_front), look, page);
        m_dropped.append(page);
    }
    void about(const Case &dossier, const QString &person, const QString &idNumber, const QString &resultTitle)
    {
        m_expected.append(QJsonObject{
            {u"code"_s, dossier.code},
            {u"procedure"_s, dossier.procedure},
            {u"procedure_name"_s, dossier.procedureName},
            {u"separator"_s, m_separators.value(dossier.code)},
            {u"agency"_s, u"Ủy ban nhân dân "_s + dossier.office.name},
            {u"person"_s, person},
            {u"id_number"_s, idNumber},
            {u"result"_s, resultTitle},
            {u"number"_s, dossier.number},
            {u"issue_date"_s, dossier.issued.toString(Qt::ISODate)},
            {u"pages"_s, m_pages.value(dossier.code)},
        });
    }
    QJsonObject truth() const
    {
        return {{u"name"_s, m_name},
                {u"description"_s, m_description},
                {u"files"_s, m_files},
                {u"expected"_s, m_expected},
                {u"dropped"_s, m_dropped}};
    }
    bool isGood() const { return m_good; }

private:
    QJsonArray &dossierOf(const Case &dossier) { return m_pages[dossier.code]; }

    void write(const QImage &print, ScanLook look, QJsonObject &page)
    {
        const QString file = u"%1/%2.jpg"_s.arg(m_name).arg(m_files.size() + 1, 3, 10, QChar(u'0'));
        look.seed = m_name.back().unicode() * 100U + static_cast<unsigned>(m_files.size());
        m_good = saveScan(scanned(print, look), m_root.filePath(file)) && m_good;
        m_files.append(file);
        page.insert(u"file"_s, file);
        page.insert(u"dpi"_s, look.dpi);
        page.insert(u"mode"_s, look.gray ? u"gray"_s : u"color"_s);
        page.insert(u"rotation"_s, look.upsideDown ? 180 : 0);
        page.insert(u"skew_deg"_s, look.skewDegrees);
    }

    QDir m_root;
    QString m_name;
    QString m_description;
    bool m_good = true;
    QImage m_front;
    QJsonArray m_files;
    QJsonArray m_expected;
    QJsonArray m_dropped;
    QMap<QString, QJsonArray> m_pages;
    QMap<QString, QJsonValue> m_separators;
};

Stack separatorsWithCode(const QDir &root)
{
    Stack stack(root, u"stack1"_s, u"Two dossiers, each behind a separator sheet that carries its code"_s);
    const BirthCase birth = birthOfNguyen();
    stack.separator(&birth, {.skewDegrees = 0.2, .gray = true});
    stack.page(birthDeclaration(birth), {.skewDegrees = -0.5}, u"to_khai"_s, u"TỜ KHAI ĐĂNG KÝ KHAI SINH"_s,
               &birth);
    stack.page(liveBirthCertificate(birth), {.skewDegrees = 0.8, .dpi = 200, .fold = true}, u"giay_chung_sinh"_s,
               u"GIẤY CHỨNG SINH"_s, &birth);
    stack.page(birthCertificate(birth), {.skewDegrees = 0.1, .dpi = 200}, u"giay_khai_sinh"_s, u"GIẤY KHAI SINH"_s,
               &birth, true);
    stack.blankBack({.skewDegrees = -0.1, .dpi = 200});
    stack.about(birth, birth.child.name, birth.child.id, u"GIẤY KHAI SINH"_s);

    const MaritalCase marital = maritalStatusOfKhai();
    stack.separator(&marital, {.skewDegrees = -0.4, .gray = true});
    stack.page(maritalDeclaration(marital), {.skewDegrees = 1.1, .dpi = 200}, u"to_khai"_s,
               u"TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN"_s, &marital);
    stack.page(maritalCertificate(marital), {.skewDegrees = -0.3}, u"xac_nhan_tthn"_s,
               u"GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN"_s, &marital, true);
    stack.about(marital, marital.person.name, marital.person.id, u"GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN"_s);
    return stack;
}

Stack receiptsFirst(const QDir &root)
{
    Stack stack(root, u"stack2"_s, u"Two dossiers, each opened by its receipt slip; one page lies upside down"_s);
    const DeathCase death = deathOfSuong();
    const QString receipt = u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s;
    stack.page(receiptSlip(death, {u"Tờ khai đăng ký khai tử (bản chính)"_s, u"Giấy báo tử (bản chính)"_s},
                           u"01 ngày làm việc"_s, death.issued),
               {.skewDegrees = 0.4}, u"giay_tiep_nhan"_s, receipt, &death);
    stack.page(deathDeclaration(death), {.skewDegrees = -0.9, .dpi = 200, .paper = QColor(249, 245, 232)},
               u"to_khai"_s, u"TỜ KHAI ĐĂNG KÝ KHAI TỬ"_s, &death);
    stack.page(deathExtract(death), {.skewDegrees = 0.3, .upsideDown = true}, u"trich_luc_khai_tu"_s,
               u"TRÍCH LỤC KHAI TỬ"_s, &death, true);
    stack.about(death, death.deceased.name, death.deceased.id, u"TRÍCH LỤC KHAI TỬ"_s);

    const BirthCase birth = birthOfLam();
    stack.page(receiptSlip(birth, {u"Tờ khai đăng ký khai sinh (bản chính)"_s, u"Giấy chứng sinh (bản chính)"_s},
                           u"01 ngày làm việc"_s, birth.issued),
               {.skewDegrees = -0.2, .dpi = 200, .gray = true}, u"giay_tiep_nhan"_s, receipt, &birth);
    stack.page(birthDeclaration(birth), {.skewDegrees = 0.6, .dpi = 200, .fold = true}, u"to_khai"_s,
               u"TỜ KHAI ĐĂNG KÝ KHAI SINH"_s, &birth);
    stack.page(liveBirthCertificate(birth), {.skewDegrees = -0.7, .dpi = 200}, u"giay_chung_sinh"_s,
               u"GIẤY CHỨNG SINH"_s, &birth);
    stack.page(birthCertificate(birth), {.skewDegrees = -0.2, .dpi = 200}, u"giay_khai_sinh"_s,
               u"GIẤY KHAI SINH"_s, &birth, true);
    stack.about(birth, birth.child.name, birth.child.id, u"GIẤY KHAI SINH"_s);
    return stack;
}

Stack separatorWithoutCode(const QDir &root)
{
    Stack stack(
        root, u"stack3"_s,
        u"One dossier at 200 dpi behind a re-usable separator sheet; its code stands on the receipt slip"_s);
    const MaritalCase marital = maritalStatusOfXuyen();
    stack.separator(nullptr, {.skewDegrees = 0.3, .dpi = 200, .gray = true});
    stack.page(receiptSlip(marital,
                           {u"Tờ khai cấp Giấy xác nhận tình trạng hôn nhân (bản chính)"_s,
                            u"Quyết định công nhận thuận tình ly hôn (bản sao)"_s},
                           u"03 ngày làm việc"_s, QDate(2025, 9, 17)),
               {.skewDegrees = -0.6, .dpi = 200}, u"giay_tiep_nhan"_s,
               u"GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"_s, &marital);
    stack.page(maritalDeclaration(marital), {.skewDegrees = 0.5, .dpi = 200, .gray = true}, u"to_khai"_s,
               u"TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN"_s, &marital);
    stack.page(maritalCertificate(marital), {.skewDegrees = 0.2, .dpi = 200}, u"xac_nhan_tthn"_s,
               u"GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN"_s, &marital, true);
    stack.blankBack({.skewDegrees = -0.2, .dpi = 200});
    stack.about(marital, marital.person.name, marital.person.id, u"GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN"_s);
    return stack;
}

} // namespace

int main(int argc, char *argv[])
{
    // Nothing is shown: it runs where there is no screen, and draws the same wherever there is one.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: sohoa-practice-pages FOLDER\n", stderr);
        return 2;
    }
    const QDir root(QFile::decodeName(argv[1]));
    QJsonArray stacks;
    bool good = true;
    for (const auto draw : {separatorsWithCode, receiptsFirst, separatorWithoutCode}) {
        const Stack stack = draw(root);
        good = stack.isGood() && good;
        stacks.append(stack.truth());
    }
    QFile truth(root.filePath(u"stacks.json"_s));
    const QByteArray text = QJsonDocument(QJsonObject{{u"stacks"_s, stacks}}).toJson();
    good = truth.open(QIODevice::WriteOnly) && truth.write(text) == text.size() && good;
    if (!good)
        std::fputs("a file could not be written\n", stderr);
    return good ? 0 : 1;
}
