// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"
#include "tests/unit/quality/sample_dossier.h"

using namespace Qt::StringLiterals;
using namespace sohoa;
using namespace sohoa::test;

namespace {

Sample withId(const QString &id)
{
    Sample sample;
    sample.dossier.fields.remove(u"birth_date"_s);
    sample.set(u"personal_id"_s, byClerk(id));
    return sample;
}

Sample with(const QString &field, const QString &value)
{
    Sample sample;
    sample.set(field, fieldValue(value));
    return sample;
}

} // namespace

TEST_CASE("Personal numbers that cannot be right block", "[quality][accurate]")
{
    CHECK_FALSE(withId(u"020186001234"_s).gives(u"ACC-02"_s));
    for (const QString &id : {u"120186001234"_s, u"02018600123"_s, u"0201860012345"_s, u"02018600123O"_s}) {
        INFO(id.toStdString());
        CHECK(withId(id).gives(u"ACC-02"_s, Severity::Blocking));
    }
    // Registered abroad: not in the list of provinces.
    const Sample abroad = withId(u"099186001234"_s);
    REQUIRE(abroad.gives(u"ACC-02"_s, Severity::Warning));
    CHECK(abroad.of(u"ACC-02"_s).front().args[u"province"_s] == u"099"_s);
    CHECK_FALSE(abroad.gives(u"ACC-02"_s, Severity::Blocking));
}

TEST_CASE("Old identity numbers have nine digits", "[quality][accurate]")
{
    CHECK_FALSE(withId(u"082123456"_s).gives(u"ACC-07"_s));
    CHECK_FALSE(withId(u"082123456"_s).gives(u"ACC-02"_s));
    for (const QString &id : {u"08212345"_s, u"0821234567"_s, u"08212345A"_s})
        CHECK(withId(id).gives(u"ACC-07"_s, Severity::Blocking));
}

TEST_CASE("The worked example: 020186001234 is a woman born in 1986", "[quality][accurate]")
{
    Sample sample;
    sample.result().fields[u"subject_name"_s] = fieldValue(u"HOÀNG THỊ MẪU"_s);
    sample.result().fields[u"subject_gender"_s] = fieldValue(u"Nữ"_s);
    CHECK_FALSE(sample.gives(u"ACC-03"_s));

    SECTION("another birth year")
    {
        sample.set(u"birth_date"_s, byClerk(u"1985"_s));
        REQUIRE(sample.gives(u"ACC-03"_s, Severity::Blocking));
        CHECK(sample.of(u"ACC-03"_s).front().args[u"other"_s] == u"birth_date"_s);
        CHECK(sample.of(u"ACC-03"_s).front().field == u"personal_id"_s);
    }
    SECTION("the number of a man born in 2086")
    {
        sample.set(u"personal_id"_s, byClerk(u"020286001234"_s));
        CHECK(sample.of(u"ACC-03"_s).size() == 2); // year and sex
    }
    SECTION("another sex")
    {
        sample.result().fields[u"subject_gender"_s] = fieldValue(u"Nam"_s);
        CHECK(sample.gives(u"ACC-03"_s, Severity::Blocking));
        CHECK(sample.of(u"ACC-03"_s).front().args[u"other"_s] == u"gender"_s);
        sample.result().fields[u"subject_gender"_s].confidence = 0.6;
        CHECK(sample.gives(u"ACC-03"_s, Severity::Warning));
        CHECK_FALSE(sample.gives(u"ACC-03"_s, Severity::Blocking));
    }
    SECTION("the sex of somebody else")
    {
        sample.result().fields[u"subject_name"_s] = fieldValue(u"Hoàng Văn Mẫu"_s);
        sample.result().fields[u"subject_gender"_s] = fieldValue(u"Nam"_s);
        CHECK_FALSE(sample.gives(u"ACC-03"_s));
    }
}

TEST_CASE("A number is held only against a birth date of the same person", "[quality][accurate]")
{
    Sample sample;
    sample.set(u"personal_id"_s, fieldValue(u"020186001234"_s));
    sample.set(u"birth_date"_s, fieldValue(u"1990-01-01"_s));
    CHECK_FALSE(sample.gives(u"ACC-03"_s)); // read somewhere

    Fields &paper = sample.dossier.documents[1].fields;
    SECTION("both stand with one person on a paper")
    {
        paper[u"declarant_name"_s] = fieldValue(u"Lý Văn Tân"_s);
        paper[u"declarant_id"_s] = fieldValue(u"020186001234"_s);
        CHECK_FALSE(sample.gives(u"ACC-03"_s));
        paper[u"declarant_birth_date"_s] = fieldValue(u"1990-01-01"_s);
        CHECK(sample.gives(u"ACC-03"_s, Severity::Blocking));
    }
    SECTION("the clerk typed the number, the date stands with the person's name")
    {
        sample.set(u"personal_id"_s, byClerk(u"020186001234"_s));
        paper[u"subject_birth_date"_s] = fieldValue(u"1990-01-01"_s);
        paper[u"subject_name"_s] = fieldValue(u"Lý Văn Tân"_s);
        CHECK_FALSE(sample.gives(u"ACC-03"_s));
        paper[u"subject_name"_s] = fieldValue(u"Hoàng Thị Mẫu"_s);
        CHECK(sample.gives(u"ACC-03"_s));
    }
    SECTION("both come from one card")
    {
        const FakeClock clock;
        for (const QString &field : {u"personal_id"_s, u"birth_date"_s}) {
            sample.dossier.fields[field].origin = FieldOrigin::Qr;
            sample.dossier.fields[field].page = sample.pages[0].id;
        }
        CHECK(sample.gives(u"ACC-03"_s));
        sample.dossier.fields[u"birth_date"_s].page = PageId::make(clock);
        CHECK_FALSE(sample.gives(u"ACC-03"_s));
    }
}

TEST_CASE("Impossible dates block", "[quality][accurate]")
{
    for (const QString &date : {u"2023-08-22"_s, u"1945-09-02"_s, u"1945"_s, u"2026-11-23"_s, u"2026"_s}) {
        INFO(date.toStdString());
        CHECK_FALSE(with(u"issue_date"_s, date).gives(u"ACC-10"_s));
    }
    for (const QString &date : {u"2023-02-30"_s, u"hôm qua"_s, u"2026-11-24"_s, u"1945-09-01"_s, u"2026-12"_s}) {
        INFO(date.toStdString());
        CHECK(with(u"issue_date"_s, date).gives(u"ACC-10"_s, Severity::Blocking));
    }
    CHECK_FALSE(with(u"birth_date"_s, u"1931-05"_s).gives(u"ACC-10"_s));
    CHECK(with(u"birth_date"_s, u"2027"_s).gives(u"ACC-10"_s, Severity::Blocking));
    CHECK(with(u"registration_date"_s, u"2023-02-30"_s).gives(u"ACC-10"_s, Severity::Warning));
    CHECK_FALSE(with(u"to_date"_s, u"2027-12-31"_s).gives(u"ACC-10"_s));
}

TEST_CASE("Dates in the wrong order warn", "[quality][accurate]")
{
    CHECK_FALSE(Sample().gives(u"ACC-11"_s));
    CHECK(with(u"birth_date"_s, u"2023-08-23"_s).gives(u"ACC-11"_s, Severity::Warning));
    CHECK_FALSE(with(u"birth_date"_s, u"2023"_s).gives(u"ACC-11"_s)); // may be before
    CHECK(with(u"registration_date"_s, u"1986-02-04"_s).gives(u"ACC-11"_s));

    Sample slip;
    slip.add(u"receipt_slip"_s, u"Giấy tiếp nhận hồ sơ"_s, DocumentKind::Process).fields[u"received_at"_s] =
        fieldValue(u"2023-08-22"_s);
    CHECK_FALSE(slip.gives(u"ACC-11"_s));
    slip.dossier.documents.back().fields[u"received_at"_s].value = u"2023-08-23"_s;
    REQUIRE(slip.gives(u"ACC-11"_s));
    CHECK(slip.of(u"ACC-11"_s).front().args[u"earlier"_s] == u"received_at"_s);
    CHECK(slip.of(u"ACC-11"_s).front().field == u"issue_date"_s);
}

TEST_CASE("The dossier code bears the day of reception", "[quality][accurate]")
{
    Sample sample = with(u"dossier_code"_s, u"000.00.16.H37-230821-0003"_s);
    CHECK_FALSE(sample.gives(u"ACC-12"_s)); // day of reception not known
    sample.set(u"received_at"_s, fieldValue(u"2023-08-21"_s));
    CHECK_FALSE(sample.gives(u"ACC-12"_s));
    sample.set(u"received_at"_s, fieldValue(u"2023-08-20"_s));
    REQUIRE(sample.gives(u"ACC-12"_s, Severity::Warning));
    CHECK(sample.of(u"ACC-12"_s).front().args[u"date"_s] == u"2023-08-21"_s);

    CHECK(with(u"dossier_code"_s, u"000.00.16.H37-230231-0003"_s).gives(u"ACC-12"_s));
    CHECK(with(u"dossier_code"_s, u"000.00.16.H37-270101-0003"_s).gives(u"ACC-12"_s));
    CHECK_FALSE(with(u"dossier_code"_s, u"LOCAL-06115-2009-HT-00045"_s).gives(u"ACC-12"_s));
}

TEST_CASE("A symbol consists of known abbreviations", "[quality][accurate]")
{
    for (const QString &number : {u"843/QĐ-UBND"_s, u"97/UBND-XNTTHN"_s, u"5/TLKT-BS"_s, u"12/2023/QĐ-UBND"_s,
                                  u"45/2023"_s, u"62"_s, u"CK 452087"_s, u"24/BB-HĐXD"_s, u"7/SCT/BS"_s}) {
        INFO(number.toStdString());
        CHECK_FALSE(with(u"number"_s, number).gives(u"ACC-23"_s));
    }
    const Sample odd = with(u"number"_s, u"843/QĐ-UBMD"_s);
    REQUIRE(odd.of(u"ACC-23"_s).size() == 1);
    CHECK(odd.gives(u"ACC-23"_s, Severity::Warning));
    CHECK(odd.of(u"ACC-23"_s).front().args[u"value"_s] == u"UBMD"_s);
}

TEST_CASE("A name has Vietnamese letters and two to six words", "[quality][accurate]")
{
    for (const QString &name : {u"Hoàng Thị Mẫu"_s, u"ĐẶNG VĂN ƯỞNG"_s, u"Lý An"_s})
        CHECK_FALSE(with(u"person_name"_s, name).gives(u"ACC-30"_s));
    for (const QString &name :
         {u"Hoàng Thị M4u"_s, u"Hoàng"_s, u"Hoàng. Mẫu"_s, u"Một Hai Ba Bốn Năm Sáu Bảy"_s, u"Wang Jun"_s}) {
        INFO(name.toStdString());
        CHECK(with(u"person_name"_s, name).gives(u"ACC-30"_s, Severity::Warning));
    }
}

TEST_CASE("Doubtful mandatory fields want the clerk", "[quality][accurate]")
{
    const auto read = [](double confidence, FieldOrigin origin = FieldOrigin::Ocr) {
        Sample sample;
        sample.set(u"agency"_s, fieldValue(u"UBND xã Hồng Thái"_s, confidence, origin));
        return sample;
    };
    CHECK(read(0.39).gives(u"ACC-31"_s, Severity::Blocking));
    CHECK_FALSE(read(0.39).gives(u"ACC-32"_s));
    CHECK(read(0.40).gives(u"ACC-32"_s, Severity::Warning));
    CHECK_FALSE(read(0.40).gives(u"ACC-31"_s));
    CHECK(read(0.89).of(u"ACC-32"_s).front().args[u"confidence"_s] == u"89"_s);
    CHECK_FALSE(read(0.90).gives(u"ACC-32"_s));
    CHECK_FALSE(read(0.10, FieldOrigin::Clerk).gives(u"ACC-31"_s));

    Sample optional;
    optional.set(u"dossier_code"_s, fieldValue(u"LOCAL-1"_s, 0.1));
    CHECK_FALSE(optional.gives(u"ACC-31"_s));
}
