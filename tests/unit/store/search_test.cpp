// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/store/test_store.h"

using namespace sohoa;
using namespace sohoa::test;

namespace {

struct Indexed {
    TestStore store;
    BatchId batch;
    DossierId birth;
    DossierId land;

    Indexed()
    {
        batch = store.addBatch();
        birth = store.addDossier(batch, {}).id;
        land = store.addDossier(batch, {}).id;
        REQUIRE_OK(store->search().update(birth, {.body = u"GIẤY KHAI SINH số 12/2023, họ tên Nguyễn Thị Đào"_s}));
        REQUIRE_OK(
            store->search().update(land, {.body = u"Giấy chứng nhận quyền sử dụng đất, thửa đất Đặng Văn Ước"_s}));
    }
    std::vector<DossierId> find(const QString &query)
    {
        const auto hits = store->search().search(query, 50);
        REQUIRE_OK(hits);
        std::vector<DossierId> ids;
        for (const TextHit &hit : *hits)
            ids.push_back(hit.dossier);
        return ids;
    }
};

} // namespace

TEST_CASE("Search folds case, marks and đ", "[store]")
{
    Indexed indexed;
    for (const QString &query : {u"đào"_s, u"dao"_s, u"ĐÀO"_s, u"nguyen thi dao"_s, u"khai sinh"_s, u"12/2023"_s,
                                 u"Nguye\u0302\u0303n"_s, u"\"khai sinh\""_s}) {
        INFO(query.toStdString());
        CHECK(indexed.find(query) == std::vector{indexed.birth});
    }
    CHECK(indexed.find(u"dang van uoc"_s) == std::vector{indexed.land});
    CHECK(indexed.find(u"giay"_s).size() == 2);
    CHECK(indexed.find(u"giay dao dat"_s).empty());
    CHECK(indexed.find(u"\"sinh khai\""_s).empty());
    const auto hit = indexed.store->search().search(u"thua dat"_s, 1).value().front();
    CHECK(hit.snippet.contains(u"\u2068thửa\u2069"));
}

TEST_CASE("Nothing in a query is an operator", "[store]")
{
    Indexed indexed;
    for (const QString &query : {u"\""_s,
                                 u"\"\"\""_s,
                                 u"giay\" OR \"x"_s,
                                 u"NOT"_s,
                                 u"a AND"_s,
                                 u"giay OR"_s,
                                 u"text:giay"_s,
                                 u"(giay"_s,
                                 u"*"_s,
                                 u"gi*"_s,
                                 u"^giay"_s,
                                 u"NEAR(a b, 2)"_s,
                                 u"-giay"_s,
                                 u"{text}: giay"_s,
                                 u"';DROP TABLE page;--"_s,
                                 QString(QChar::Null),
                                 u"giay"_s + QChar::Null + u"x"_s,
                                 u"+"_s,
                                 u"  "_s,
                                 u"\\"_s,
                                 QString(u'"').repeated(999),
                                 QString(QChar(0xD800)),
                                 u"%_"_s})
        CHECK(indexed.store->search().search(query, 5));
    CHECK(indexed.find(u"giay NOT dao"_s).empty());
    CHECK(indexed.find(u"-giay"_s).size() == 2);
    CHECK(indexed.find(u"!?"_s).empty());
}

TEST_CASE("The index follows its dossiers", "[store]")
{
    Indexed indexed;
    REQUIRE_OK(indexed.store->search().update(indexed.birth, {.body = u"Trích lục kết hôn"_s}));
    CHECK(indexed.find(u"khai sinh"_s).empty());
    CHECK(indexed.find(u"ket hon"_s) == std::vector{indexed.birth});
    REQUIRE_OK(indexed.store->dossiers().remove(indexed.birth));
    CHECK(indexed.find(u"ket hon"_s).empty());
    REQUIRE_OK(indexed.store->search().check());
    CHECK(indexed.store->search().update(indexed.birth, {.body = u"x"_s}).error().code == ErrorCode::NotFound);

    // An index that lost a row is found out and built anew.
    REQUIRE_OK(indexed.store->database().executeScript("DROP TRIGGER search_insert"));
    REQUIRE_OK(indexed.store->search().update(indexed.land, {.body = u"Đơn xin xác nhận"_s}));
    CHECK(indexed.store->search().check().error().code == ErrorCode::StoreCorrupt);
    const auto findings = fsck(*indexed.store, FsckMode::Repair).value();
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].kind == FsckKind::AlteredSchema); // the trigger that was taken away
    CHECK(findings[0].repaired);
    CHECK(findings[1].kind == FsckKind::StaleSearch);
    CHECK(findings[1].repaired);
    CHECK(indexed.find(u"don xin"_s) == std::vector{indexed.land});
}

namespace {

struct People {
    TestStore store;
    BatchId batch = store.addBatch();

    DossierId add(const SearchText &text, const Validity &validity = {})
    {
        Dossier dossier = store.newDossier(batch, {});
        dossier.validity = validity;
        REQUIRE_OK(store->dossiers().insert(dossier));
        SearchText whole = text;
        whole.body = QStringList{text.procedure, text.name, text.number, text.person, text.code,
                                 text.agency,    text.date, text.other,  text.body}
                         .join(u'\n');
        REQUIRE_OK(store->search().update(dossier.id, whole));
        return dossier.id;
    }
    std::vector<DossierId> find(const QString &query, int limit = 50)
    {
        const auto hits = store->search().search(query, limit);
        REQUIRE_OK(hits);
        std::vector<DossierId> ids;
        for (const TextHit &hit : *hits)
            ids.push_back(hit.dossier);
        return ids;
    }
};

using Ids = std::vector<DossierId>;

} // namespace

TEST_CASE("The best stand first: side by side, then marks as typed, then the newest", "[store]")
{
    People people;
    const DossierId body = people.add({.name = u"Lý Văn Nam"_s, .body = u"người mẹ: Nguyễn Thị Đào"_s});
    const DossierId apart = people.add({.name = u"Đào Thị Nguyên"_s});
    const DossierId unmarked = people.add({.name = u"Nguyen Thi Dao"_s});
    const DossierId marked = people.add({.name = u"Nguyễn Thị Đào"_s});
    const DossierId otherMarks = people.add({.name = u"Nguyễn Thị Dạo"_s});
    CHECK(people.find(u"Nguyễn Thị Đào"_s) == Ids{marked, otherMarks, unmarked, apart, body});
    CHECK(people.find(u"nguyen thi dao"_s) == Ids{otherMarks, marked, unmarked, apart, body});
    CHECK(people.find(u"Nguyễn Thị Đào"_s, 1) == Ids{marked});
    CHECK(people.find(u"\"thi dao\""_s) == Ids{otherMarks, marked, unmarked, body});
}

TEST_CASE("The word being typed may go on, whole words come first", "[store]")
{
    People people;
    const DossierId longer = people.add({.name = u"Hoàng Thị Nga"_s});
    const DossierId whole = people.add({.name = u"Hoàng Thị Ng"_s});
    const DossierId inBody = people.add({.name = u"Vi Văn An"_s, .body = u"Nghiêm Xuân"_s});
    CHECK(people.find(u"hoang thi ng"_s) == Ids{whole, longer});
    CHECK(people.find(u"hoang thi ng "_s) == Ids{whole});
    CHECK(people.find(u"hoa"_s) == Ids{whole, longer});
    CHECK(people.find(u"ho nga"_s).empty());
    CHECK(people.find(u"\"hoang th\""_s).empty());
    for (const QString &typed : {u"ngh"_s, u"nghi"_s, u"nghie"_s, u"nghiem"_s})
        CHECK(people.find(typed) == Ids{inBody});
    CHECK(people.find(u"nghiemx"_s).empty());
}

TEST_CASE("Numbers, codes and dates are one thing, however they are written", "[store]")
{
    People people;
    const DossierId first =
        people.add({.number = u"12/2023"_s, .code = u"000.26.46.H37-230814-0027"_s, .date = u"2023-08-14"_s});
    const DossierId second =
        people.add({.number = u"2/2023"_s, .body = u"giấy số 12/2023/HT-UBND, ngày 14 tháng 8 năm 2023"_s});
    const DossierId third =
        people.add({.number = u"2023"_s, .body = u"ngày 12 tháng 01, năm 2023; 14-08-2023 sinh"_s});
    CHECK(people.find(u"12/2023"_s) == Ids{first, second});
    CHECK(people.find(u"so:12/2023"_s) == Ids{first});
    CHECK(people.find(u"SỐ:2/2023"_s) == Ids{second});
    CHECK(people.find(u"000.26.46.H37-230814-0027"_s) == Ids{first});
    CHECK(people.find(u"230814-0027"_s) == Ids{first});
    CHECK(people.find(u"H37-2308"_s) == Ids{first});
    CHECK(people.find(u"ma:230814-0027"_s) == Ids{first});
    CHECK(people.find(u"12/2023/ht"_s) == Ids{second});
    for (const QString &date :
         {u"14/08/2023"_s, u"14/8/2023"_s, u"14-08-2023"_s, u"2023-08-14"_s, u"14.8.2023"_s}) {
        INFO(date.toStdString());
        CHECK(people.find(date) == Ids{first, third, second});
    }
    CHECK(people.find(u"ngay:14/08/2023"_s) == Ids{first});
    CHECK(people.find(u"ngày:08/2023"_s) == Ids{first});
    CHECK(people.find(u"ngay:2023"_s) == Ids{first});
    CHECK(people.find(u"15/08/2023"_s).empty());
}

TEST_CASE("Filters bind words to a field, and mix with words", "[store]")
{
    People people;
    const DossierId one = people.add({.name = u"Nông Văn Sơn"_s,
                                      .person = u"020086001234"_s,
                                      .procedure = u"Thủ tục đăng ký khai sinh\n1.001193"_s,
                                      .agency = u"UBND xã Sơn Hà"_s});
    const DossierId other = people.add({.name = u"Lê Thị Hà"_s,
                                        .person = u"020187004321"_s,
                                        .procedure = u"Thủ tục đăng ký kết hôn\n1.000894"_s,
                                        .agency = u"UBND xã Nông Sơn"_s,
                                        .body = u"nhân chứng Vi Văn Cò"_s});
    CHECK(people.find(u"ten:son"_s) == Ids{one});
    CHECK(people.find(u"tên:\"Nông Văn\""_s) == Ids{one});
    CHECK(people.find(u"co-quan:son"_s) == Ids{other, one});
    CHECK(people.find(u"cơ-quan:\"nông sơn\""_s) == Ids{other});
    CHECK(people.find(u"cccd:020086"_s) == Ids{one});
    CHECK(people.find(u"thu-tuc:\"khai sinh\""_s) == Ids{one});
    CHECK(people.find(u"tt:1.000894"_s) == Ids{other});
    CHECK(people.find(u"ten:ha co-quan:son ket hon"_s) == Ids{other});
    CHECK(people.find(u"ten:ha nhân chứng"_s) == Ids{other});
    CHECK(people.find(u"ten:son nhân chứng"_s).empty());
    CHECK(people.find(u"name:son agency:son"_s) == Ids{one});
    // What is no key is a word, and a key without a value asks for nothing.
    CHECK(people.find(u"khong:son"_s).empty());
    CHECK(people.find(u"ten:"_s).empty());
    CHECK(people.find(u"ten: son"_s) == Ids{other, one});
}

TEST_CASE("Still in force is judged for today", "[store]")
{
    People people;
    const QDate today = people.store.clock.now().vietnamDate();
    const auto until = [&](ValidityStatus status, std::optional<QDate> day) {
        Validity validity;
        validity.status = status;
        validity.basis = day ? ValidityBasis::Until : ValidityBasis::Indefinite;
        validity.until = day;
        return people.add({.name = u"Nông Thị Đào"_s}, validity);
    };
    const DossierId always = until(ValidityStatus::InForce, std::nullopt);
    const DossierId lastDay = until(ValidityStatus::InForce, today);
    const DossierId over = until(ValidityStatus::InForce, today.addDays(-1));
    const DossierId revoked = until(ValidityStatus::Revoked, std::nullopt);
    const DossierId unknown = until(ValidityStatus::Unknown, std::nullopt);
    CHECK(people.find(u"dao"_s) == Ids{unknown, revoked, over, lastDay, always});
    CHECK(people.find(u"con-hieu-luc dao"_s) == Ids{lastDay, always});
    CHECK(people.find(u"ten:dao CÒN-HIỆU-LỰC"_s) == Ids{lastDay, always});
    CHECK(people.find(u"het-hieu-luc dao"_s) == Ids{revoked, over});
    CHECK(people.find(u"con-hieu-luc"_s) == Ids{lastDay, always});
    CHECK(people.find(u"hết-hiệu-lực"_s, 1) == Ids{revoked});
}

TEST_CASE("Snippets and boxes show where the words stand", "[store]")
{
    People people;
    QStringList words;
    for (int i = 0; i < 60; ++i)
        words.append(u"từ%1"_s.arg(i));
    words[40] = u"Nguyễn"_s;
    words[41] = u"(Thị"_s;
    words[42] = u"Đào),"_s;
    people.add({.body = words.join(u' ')});
    const QString snippet = people.store->search().search(u"\"nguyen thi dao\" từ45"_s, 1).value().front().snippet;
    CHECK(snippet.contains(u"\u2068Nguyễn (Thị Đào\u2069), từ43"));
    CHECK(snippet.contains(u"\u2068từ45\u2069"));
    CHECK(snippet.startsWith(u'…'));
    CHECK(snippet.endsWith(u'…'));
    CHECK(snippet.split(u' ').size() <= 17);

    std::vector<Word> page;
    for (int i = 0; i < words.size(); ++i)
        page.push_back({words[i], {i * 10, 5, 9, 4}, 0.9, 0});
    const auto boxes = hitsOnPage(parseSearchQuery(u"\"thi dao\" tu5"_s), page);
    REQUIRE(boxes.size() == 13); // two of the phrase, từ5 and từ50 to từ59
    CHECK(boxes[0] == PixelBox{50, 5, 9, 4});
    CHECK(hitsOnPage(parseSearchQuery(u"đào"_s), page) == std::vector{PixelBox{420, 5, 9, 4}});
    page = {{u"ngày"_s, {0, 0, 1, 1}, 1, 0}, {u"14"_s, {1, 0, 1, 1}, 1, 0},  {u"tháng"_s, {2, 0, 1, 1}, 1, 0},
            {u"8"_s, {3, 0, 1, 1}, 1, 0},    {u"năm"_s, {4, 0, 1, 1}, 1, 0}, {u"2023."_s, {5, 0, 1, 1}, 1, 0}};
    CHECK(hitsOnPage(parseSearchQuery(u"14/08/2023"_s), page).size() == 5);
    CHECK(hitsOnPage(parseSearchQuery(u"con-hieu-luc"_s), page).empty());
}
