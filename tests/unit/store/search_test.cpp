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
        REQUIRE_OK(store->search().update(birth, u"GIẤY KHAI SINH số 12/2023, họ tên Nguyễn Thị Đào"_s));
        REQUIRE_OK(store->search().update(land, u"Giấy chứng nhận quyền sử dụng đất, thửa đất Đặng Văn Ước"_s));
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
    REQUIRE_OK(indexed.store->search().update(indexed.birth, u"Trích lục kết hôn"_s));
    CHECK(indexed.find(u"khai sinh"_s).empty());
    CHECK(indexed.find(u"ket hon"_s) == std::vector{indexed.birth});
    REQUIRE_OK(indexed.store->dossiers().remove(indexed.birth));
    CHECK(indexed.find(u"ket hon"_s).empty());
    REQUIRE_OK(indexed.store->search().check());
    CHECK(indexed.store->search().update(indexed.birth, u"x"_s).error().code == ErrorCode::NotFound);

    // An index that lost a row is found out and built anew.
    REQUIRE_OK(indexed.store->database().executeScript("DROP TRIGGER search_update"));
    REQUIRE_OK(indexed.store->search().update(indexed.land, u"Đơn xin xác nhận"_s));
    CHECK(indexed.store->search().check().error().code == ErrorCode::StoreCorrupt);
    const auto findings = fsck(*indexed.store, FsckMode::Repair).value();
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].kind == FsckKind::StaleSearch);
    CHECK(findings[0].repaired);
    CHECK(indexed.find(u"don xin"_s) == std::vector{indexed.land});
}
