// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/package/samples.h"

#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject documentOf(const QJsonObject &record, int index)
{
    return record[u"documents"_s].toArray().at(index).toObject();
}

QJsonValue fieldOf(const QJsonObject &object, const QString &name)
{
    for (const QJsonValue field : object[u"fields"_s].toArray())
        if (field[u"name"].toString() == name)
            return field;
    return {};
}

} // namespace

TEST_CASE("A dossier of which only the least is known is accepted, unknown is null", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const QJsonObject record = recordOf(bareInput(folder), folder);
    const QJsonObject dossier = record[u"dossier"_s].toObject();
    CHECK(dossier[u"dossierCode"_s].isNull());
    CHECK(dossier[u"localCode"_s].toString() == u"LOCAL-0190a000-0000-7000-8000-000000000003");
    for (const QString &name :
         {u"ownerId"_s, u"receivedAt"_s, u"levelAtTime"_s, u"receivingAgency"_s, u"batchId"_s, u"retention"_s,
          u"dossierStatus"_s, u"docTypeId"_s, u"fieldName"_s}) {
        CAPTURE(name);
        CHECK(dossier[name].isNull());
    }
    CHECK(dossier[u"applicant"_s].toString() == u"P1");
    const QJsonObject result = documentOf(record, 0);
    CHECK(result[u"docTypeId"_s].isNull());
    CHECK(result[u"numberSymbolFull"_s].isNull());
    CHECK(result[u"codeNumber"_s].isNull());
    CHECK(result[u"title"_s].toString() == u"Giấy tờ chưa xác định loại");
    CHECK(result[u"subject"_s].toString() == u"Xác nhận tình trạng hôn nhân");
    CHECK(result[u"organName"_s].toString() == u"UBND xã Hồng Thái, huyện Bình Gia");
    // The summary speaks of the result, not of another paper.
    const QJsonObject component = documentOf(record, 1);
    CHECK(component[u"issuedDate"_s].isNull());
    CHECK(component[u"organName"_s].isNull());
    CHECK(component[u"subject"_s].toString() == u"Giấy tờ chưa xác định loại");
    CHECK(component[u"validityStatus"_s].toString() == u"unknown");
    CHECK(component[u"pages"_s][0][u"legibility"].isNull());
    CHECK(component[u"pages"_s][0][u"masterSha256"].isNull());
}

TEST_CASE("Even without any field the record can be written", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = bareInput(folder);
    input.dossier.fields.clear();
    for (Page &page : input.pages)
        page.dpi = 0;
    const QJsonObject record = recordOf(input, folder);
    CHECK(record[u"dossier"_s][u"applicant"].isNull());
    CHECK(record[u"persons"_s].toArray().isEmpty());
    CHECK(documentOf(record, 0)[u"file"_s][u"resolutionDpi"].isNull());
}

TEST_CASE("Everything that the clerk knows is in the record", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    const PackageInput input = fullInput(folder);
    const QJsonObject record = recordOf(input, folder);
    CHECK(record[u"schemaVersion"_s].toString() == u"1.0");
    CHECK(record[u"packageId"_s].toString() == input.id.toString());
    const QJsonObject dossier = record[u"dossier"_s].toObject();
    CHECK(dossier[u"dossierCode"_s].toString() == u"000.00.16.H37-230821-0003");
    CHECK(dossier[u"localCode"_s].isNull());
    CHECK(dossier[u"procedureCode"_s].toString() == u"1.004873");
    CHECK(dossier[u"levelAtTime"_s].toString() == u"commune");
    CHECK(dossier[u"receivedAt"_s].toString() == u"2026-08-21");
    CHECK(dossier[u"receivingAgency"_s][u"validTo"].toString() == u"2025-06-30");
    CHECK(dossier[u"ownerId"_s].toString() == u"020186001234");
    const QJsonValue number = fieldOf(dossier, u"number"_s);
    CHECK(number[u"origin"].toString() == u"ocr");
    CHECK(number[u"ocrConfidence"].toDouble() == 90);
    CHECK(number[u"confirmedAt"].toString() == u"2026-11-23T15:00:00+07:00");
    CHECK(number[u"box"].toArray() == QJsonArray{2.5, 5.1, 6.4, 1.3}); // 200 dpi: 0.127 mm a pixel
    CHECK(fieldOf(dossier, u"abstract"_s)[u"ocrValue"].isNull());

    const QJsonObject result = documentOf(record, 0);
    CHECK(result[u"numberSymbolFull"_s].toString() == u"25/UBND-XNTTHN");
    CHECK(result[u"codeNumber"_s].toString() == u"25");
    CHECK(result[u"codeNotation"_s].toString() == u"UBND-XNTTHN");
    CHECK(result[u"signerName"_s].toString() == u"Nguyễn Văn A");
    CHECK(result[u"pageCount"_s].toInt() == 2);
    const QJsonObject file = result[u"file"_s].toObject();
    CHECK(file[u"sha256"_s].toString() == input.documents[0].pdfSha256);
    CHECK(file[u"resolutionDpi"_s].toInt() == 200);
    CHECK(file[u"hasTextLayer"_s].toBool());
    const QJsonValue page = result[u"pages"_s][0];
    CHECK(page[u"pageSizeMm"].toArray() == QJsonArray{15.7, 22.2});
    CHECK(page[u"legibility"].toInt() == 93);
    CHECK(page[u"processing"].toArray().size() == 3);

    CHECK(record[u"provenance"_s][u"excludedPages"][0][u"pageUid"].toString() == input.pages[3].id.toString());
    CHECK(record[u"quality"_s][u"overrides"][0][u"reason"].toString() == u"đã xem bản giấy");
    CHECK(record[u"components"_s].toArray().size() == 2);
    CHECK(documentOf(record, 1)[u"ownerRefs"_s][0][u"role"].toString() == u"declarant");
}

TEST_CASE("Dates go as far as the paper gives them", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = fullInput(folder);
    const auto [given, value, precision] = GENERATE(
        table<const char16_t *, const char16_t *, const char16_t *>({{u"1975", u"1975", u"year"},
                                                                     {u"03/1975", u"1975-03", u"month"},
                                                                     {u"21/03/1975", u"1975-03-21", u"day"}}));
    setField(input.dossier.fields, u"issue_date"_s, QString::fromUtf16(given));
    setField(input.dossier.fields, u"birth_date"_s, QString::fromUtf16(given));
    setField(input.dossier.fields, u"received_at"_s, QString::fromUtf16(given));
    const QJsonObject record = recordOf(input, folder);
    const QJsonObject expected{{u"value"_s, QString::fromUtf16(value)},
                               {u"precision"_s, QString::fromUtf16(precision)}};
    CHECK(documentOf(record, 0)[u"issuedDate"_s].toObject() == expected);
    CHECK(record[u"persons"_s][0][u"birthDate"].toObject() == expected);
    const bool isDay = expected[u"precision"_s].toString() == u"day";
    CHECK(record[u"dossier"_s][u"receivedAt"].isNull() == !isDay);
}

TEST_CASE("What is no date is null and stays in the fields", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = fullInput(folder);
    setField(input.dossier.fields, u"issue_date"_s, u"31/02/2023"_s);
    const QJsonObject record = recordOf(input, folder);
    CHECK(documentOf(record, 0)[u"issuedDate"_s].isNull());
    CHECK(fieldOf(record[u"dossier"_s].toObject(), u"issue_date"_s)[u"value"].toString() == u"31/02/2023");
}

TEST_CASE("Every basis of validity has its record", "[package]")
{
    struct Case {
        QString given;
        QString status;
        QJsonValue basis;
        QJsonValue until;
        bool permanent = false;
    };
    const Case example = GENERATE(Case{u"indefinite"_s, u"valid"_s, u"indefinite"_s, QJsonValue(), true},
                                  Case{u"until:31/12/2026"_s, u"valid"_s, u"until"_s, u"2026-12-31"_s, false},
                                  Case{u"until:2026-11-22"_s, u"expired"_s, u"until"_s, u"2026-11-22"_s, false},
                                  Case{u"months:6"_s, u"valid"_s, u"months"_s, u"2027-02-22"_s, false},
                                  Case{u"event:ly hôn"_s, u"valid"_s, u"event"_s, QJsonValue(), false},
                                  Case{u"expired"_s, u"expired"_s, QJsonValue(), QJsonValue(), false},
                                  Case{u"revoked"_s, u"revoked"_s, QJsonValue(), QJsonValue(), false});
    CAPTURE(example.given);
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = fullInput(folder);
    // Judged while scanning; the package is made later.
    const auto validity = parseValidity(example.given, QDate(2026, 8, 22), QDate(2026, 8, 23));
    REQUIRE_OK(validity);
    input.dossier.validity = *validity;
    const QJsonObject record = recordOf(input, folder);
    const QJsonObject whole = record[u"validity"_s].toObject();
    CHECK(whole[u"status"_s].toString() == example.status);
    CHECK(whole[u"basis"_s] == (example.basis.isNull() ? QJsonValue(QJsonValue::Null) : example.basis));
    CHECK(whole[u"until"_s] == example.until);
    CHECK(whole[u"from"_s].toString() == u"2026-08-22");
    CHECK((whole[u"months"_s].toInt() == 6) == (example.given == u"months:6"));
    CHECK((whole[u"event"_s].toString() == u"ly hôn") == (example.given == u"event:ly hôn"));
    const QJsonObject result = documentOf(record, 0);
    CHECK(result[u"validityStatus"_s].toString() == example.status);
    CHECK(result[u"validTo"_s] == example.until);
    CHECK(result[u"isPermanent"_s].toBool() == example.permanent);
    CHECK(result[u"validityCheckedOn"_s].toString() == u"2026-11-23");
}

TEST_CASE("A component has the validity of its own rule", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = fullInput(folder);
    input.documents[1].validityRule = u"months_from_issue:6"_s;
    setField(input.documents[1].document.fields, u"form_date"_s, u"2026-01-31"_s);
    const QJsonObject component = documentOf(recordOf(input, folder), 1);
    CHECK(component[u"validityStatus"_s].toString() == u"expired");
    CHECK(component[u"validTo"_s].toString() == u"2026-07-31");
}

TEST_CASE("What the clerk corrected in the summary counts, not what was read on the paper", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = fullInput(folder);
    Fields &fields = input.documents[0].document.fields;
    setField(fields, u"registration_date"_s, u"2028-08-22"_s, FieldOrigin::Ocr);
    setField(fields, u"number_symbol"_s, u"Z5/UBND-XNTTHN"_s, FieldOrigin::Ocr);
    setField(fields, u"issuing_agency"_s, u"UBND xã Hong Thai"_s, FieldOrigin::Ocr);
    SECTION("corrected")
    {
        const QJsonObject result = documentOf(recordOf(input, folder), 0);
        CHECK(result[u"issuedDate"_s][u"value"].toString() == u"2026-08-22");
        CHECK(result[u"numberSymbolFull"_s].toString() == u"25/UBND-XNTTHN");
        CHECK(result[u"organName"_s].toString() == u"UBND xã Hồng Thái, huyện Bình Gia");
    }
    SECTION("nothing in the summary")
    {
        input.dossier.fields.remove(u"issue_date"_s);
        CHECK(documentOf(recordOf(input, folder), 0)[u"issuedDate"_s][u"value"].toString() == u"2028-08-22");
    }
}

TEST_CASE("A second result does not take over number and date of the first", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = fullInput(folder);
    input.documents[1].document.kind = DocumentKind::Result;
    input.documents[1].document.fields.clear();
    std::swap(input.documents[0], input.documents[1]);
    SECTION("nothing known of it: the clerk's word")
    {
        const QJsonObject record = recordOf(input, folder);
        CHECK(documentOf(record, 0)[u"numberSymbolFull"_s].isNull());
        CHECK(documentOf(record, 0)[u"issuedDate"_s].isNull());
        CHECK(documentOf(record, 0)[u"validityStatus"_s].toString() == u"valid");
        CHECK(documentOf(record, 1)[u"numberSymbolFull"_s].toString() == u"25/UBND-XNTTHN");
    }
    SECTION("its own rule")
    {
        input.documents[0].validityRule = u"months_from_issue:1"_s;
        setField(input.documents[0].document.fields, u"issue_date"_s, u"2026-08-01"_s);
        const QJsonObject record = recordOf(input, folder);
        CHECK(documentOf(record, 0)[u"validTo"_s].toString() == u"2026-09-01");
        CHECK(documentOf(record, 0)[u"validityStatus"_s].toString() == u"expired");
        CHECK(documentOf(record, 1)[u"isPermanent"_s].toBool());
    }
}

TEST_CASE("Without a result the validity may be unknown", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = bareInput(folder);
    input.documents[0].document.kind = DocumentKind::Process;
    input.dossier.validity = {};
    CHECK(recordOf(input, folder)[u"validity"_s][u"status"].toString() == u"unknown");
}

TEST_CASE("Long texts are shortened and marked, whole in the fields", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = bareInput(folder);
    const QString abstract = u"Về việc xác nhận "_s.repeated(60).trimmed();
    setField(input.dossier.fields, u"abstract"_s, abstract);
    setField(input.dossier.fields, u"agency"_s, QString(300, u'Đ'));
    // Half a surrogate pair at the border.
    setField(input.documents[0].document.fields, u"signer_name"_s, QString(48, u'A') + u"\U0001F600 B"_s);
    setField(input.documents[1].document.fields, u"subject_name"_s, QString(900, u'N'));
    const QJsonObject record = recordOf(input, folder);
    const QJsonObject result = documentOf(record, 0);
    const QString subject = result[u"subject"_s].toString();
    CHECK(subject.size() <= 500);
    CHECK(subject.size() > 480);
    CHECK(subject.endsWith(u"…"));
    CHECK(abstract.startsWith(subject.chopped(1) + u' '));
    CHECK(fieldOf(record[u"dossier"_s].toObject(), u"abstract"_s)[u"value"].toString() == abstract);
    CHECK(result[u"organName"_s].toString() == QString(199, u'Đ') + u'…');
    CHECK(result[u"signerName"_s].toString() == QString(48, u'A') + u'…');
}

TEST_CASE("Long numbers of components are left out, never shortened", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = fullInput(folder);
    Fields &fields = input.documents[1].document.fields;
    setField(fields, u"number_symbol"_s, QString(70, u'7'), FieldOrigin::Ocr);
    setField(fields, u"declarant_id"_s, QString(70, u'0'), FieldOrigin::Ocr);
    setField(fields, u"register_no"_s, QString(170, u'1'), FieldOrigin::Ocr);
    const QJsonObject record = recordOf(input, folder);
    const QJsonObject component = documentOf(record, 1);
    CHECK(component[u"numberSymbolFull"_s].isNull());
    CHECK(component[u"registerBook"_s].isNull());
    CHECK(fieldOf(component, u"number_symbol"_s)[u"value"].toString().size() == 70);
    const QJsonValue declarant = record[u"persons"_s][1];
    CHECK(declarant[u"role"].toString() == u"declarant");
    CHECK(declarant[u"personalId"].isNull());
}

TEST_CASE("A field beyond any length is refused with its place, without its value", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = bareInput(folder);
    setField(input.dossier.fields, u"abstract"_s, QString(4001, u'x'));
    const auto written = writePackage(input, schemaFile(), folder.path());
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code == ErrorCode::PackageInvalid);
    CHECK(written.error().detail == u"/dossier/fields/0/value: text longer than 4000 characters");
}

TEST_CASE("A level that the receiving side does not know is null", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = bareInput(folder);
    input.procedure.levelAtTime = GENERATE(as<QString>(), u"ministry"_s, u"historic"_s, u"commune|other"_s);
    CHECK(recordOf(input, folder)[u"dossier"_s][u"levelAtTime"].isNull());
}

TEST_CASE("Texts are NFC in the record and in the text files", "[package]")
{
    const QTemporaryDir folder(pathTemplate());
    PackageInput input = bareInput(folder);
    setField(input.dossier.fields, u"person_name"_s, u"Hoa\u0300ng"_s);
    setField(input.dossier.fields, u"birth_place"_s, u" \n"_s);
    input.documents[0].text = u"Hoa\u0300ng\n"_s;
    const QJsonObject record = recordOf(input, folder);
    CHECK(record[u"persons"_s][0][u"fullName"].toString() == u"Ho\u00e0ng");
    CHECK(record[u"persons"_s][0][u"foldedName"].toString() == u"hoang");
    CHECK(fieldOf(record[u"dossier"_s].toObject(), u"birth_place"_s).isNull());
    const auto entries = readZip(folder.filePath(input.id.toString() + u".zip"_s));
    const auto text = std::find_if(entries.begin(), entries.end(), [](const ZipEntry &entry) {
        return entry.name.endsWith(".txt") && entry.name.contains("/data/text/");
    });
    REQUIRE(text != entries.end());
    CHECK(text->bytes == QString(u"Ho\u00e0ng\n"_s).toUtf8());
}
