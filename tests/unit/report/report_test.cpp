// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"
#include "tests/unit/store/test_store.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;

/// A store in which people finish dossiers.
struct Work : TestStore {
    BatchId batch = addBatch();

    DossierId finish(const QString &user)
    {
        const Dossier dossier = addDossier(batch, {addPage(batch), addPage(batch)});
        lead(dossier.id, DossierState::Review);
        approve(dossier.id, user);
        return dossier.id;
    }
    void approve(const DossierId &id, const QString &user) { change(id, DossierState::Approved, user); }
    void change(const DossierId &id, DossierState to, const QString &user)
    {
        REQUIRE_OK((*this)->dossiers().changeState(id, to, user));
    }
    void accept(const DossierId &id)
    {
        for (const DossierState to : {DossierState::Queued, DossierState::Sent, DossierState::Accepted})
            change(id, to, u"system"_s);
    }
    Report report(const QDate &from, const QDate &to, ReportBy by)
    {
        const auto made = makeReport((*this)->reports(), from, to, by);
        REQUIRE_OK(made);
        return *made;
    }
};

} // namespace

TEST_CASE("Each dossier counts once, for who approved it last, on that day", "[report]")
{
    Work work;
    const QDate today = work.clock.now().vietnamDate();
    const DossierId one = work.finish(u"lan"_s);
    work.clock.advance(2 * minute);
    work.finish(u"lan"_s);
    const DossierId again = work.finish(u"minh"_s);
    work.accept(one);
    work.clock.advance(day);
    work.change(again, DossierState::Review, u"lan"_s);

    Report report = work.report(today, today.addDays(1), ReportBy::User);
    REQUIRE(report.lines.size() == 1);
    CHECK(report.lines[0].key == u"lan"_s);
    CHECK(report.lines[0].figures.accepted == 1);
    CHECK(report.lines[0].figures.ready == 1);
    CHECK(report.lines[0].figures.pages == 4);
    CHECK(report.reopened == 1);

    work.approve(again, u"lan"_s);
    report = work.report(today, today.addDays(1), ReportBy::Day);
    REQUIRE(report.lines.size() == 2);
    CHECK(report.lines[0].key == today.toString(Qt::ISODate));
    CHECK(report.lines[0].figures.finished() == 2);
    CHECK(report.lines[1].figures.finished() == 1);
    // Approved again on the second day: the first day alone no longer has it.
    CHECK(work.report(today, today, ReportBy::User).total.finished() == 2);
    CHECK(work.report(today.addDays(5), today.addDays(6), ReportBy::User).lines.empty());
}

TEST_CASE("Days end at midnight in Vietnam", "[report]")
{
    Work work;
    work.clock.set(*Instant::fromString(u"2026-11-23T16:59:59.000Z"_s));
    work.finish(u"lan"_s);
    work.clock.set(*Instant::fromString(u"2026-11-23T17:00:00.000Z"_s));
    work.finish(u"lan"_s);
    CHECK(work.report(QDate(2026, 11, 23), QDate(2026, 11, 23), ReportBy::Day).total.finished() == 1);
    CHECK(work.report(QDate(2026, 11, 24), QDate(2026, 11, 24), ReportBy::Day).total.finished() == 1);
}

TEST_CASE("The time a dossier takes leaves pauses out", "[report]")
{
    Work work;
    const QDate today = work.clock.now().vietnamDate();
    for (const qint64 gap : {2 * minute, 3 * minute, 90 * minute, 3 * minute}) {
        work.finish(u"lan"_s);
        work.clock.advance(gap);
    }
    work.finish(u"lan"_s);
    CHECK(work.report(today, today, ReportBy::User).secondsADossier == 180);
    CHECK_FALSE(makeReport(work->reports(), today, today.addDays(-1), ReportBy::User).has_value());
}

TEST_CASE("The files say the same as the report, and disarm formulas", "[report]")
{
    Report report;
    report.from = QDate(2026, 11, 23);
    report.to = QDate(2026, 11, 29);
    report.by = ReportBy::Batch;
    report.lines = {{u"Hộp 1, tủ \"A\""_s, u"Hộp 1, tủ \"A\""_s, {3, 2, 1, 0, 20}}, {u"=1+1"_s, u"=1+1"_s, {}}};
    report.total = {3, 2, 1, 0, 20};
    const QByteArray bytes = reportToCsv(report);
    CHECK(bytes.startsWith("\xEF\xBB\xBF")); // The byte order mark, which fromUtf8() takes away.
    const QString csv = QString::fromUtf8(bytes);
    CHECK(csv.contains(u"\"Hộp 1, tủ \"\"A\"\"\",\"Hộp 1, tủ \"\"A\"\"\",3,2,1,0,20\r\n"_s));
    CHECK(csv.contains(u"\r\n'=1+1,'=1+1,0,0,0,0,0\r\n"_s));
    CHECK(csv.endsWith(u"total,,3,2,1,0,20\r\n"_s));
    const QJsonObject json = QJsonDocument::fromJson(reportToJson(report)).object();
    CHECK(json.value(u"total").toObject().value(u"accepted").toInt() == 3);
    CHECK(json.value(u"by").toString() == u"batch"_s);
    CHECK_FALSE(json.contains(u"seconds_a_dossier"));
}
