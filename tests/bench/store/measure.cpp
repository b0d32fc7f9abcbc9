// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"

#include "core/workflow/station.h"

#include <QElapsedTimer>
#include <QFileInfo>

#include "queries.h"
#include <algorithm>
#include <cstdio>
#include <vector>

namespace sohoa::bench {

using namespace Qt::StringLiterals;

namespace {

template <class Work> double millisecondsOf(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double percentile(std::vector<double> values, double part)
{
    std::ranges::sort(values);
    return values.at(static_cast<size_t>(part * static_cast<double>(values.size() - 1)));
}

void print(const QString &what, double milliseconds)
{
    std::printf("%-44s %9.2f ms\n", qUtf8Printable(what), milliseconds);
}

/// What is stored, by table and index, where SQLite can say it (dbstat); always as a whole.
void printSizes(Store &store)
{
    qint64 dossiers = 0;
    (void)store.database().query("SELECT sum(number) FROM tally WHERE what <> 'page'", {},
                                 [&](const SqlRow &row) { dossiers = row.integer(0); });
    const auto bytes = static_cast<double>(QFileInfo(store.databasePath()).size());
    const auto each = static_cast<double>(std::max<qint64>(1, dossiers));
    std::printf("%lld dossiers, %.1f MiB, %.0f bytes a dossier\n", static_cast<long long>(dossiers),
                bytes / 1024 / 1024, bytes / each);
    auto read = store.database().query(
        "SELECT name, sum(pgsize) AS size FROM dbstat GROUP BY name ORDER BY size DESC LIMIT 22", {},
        [&](const SqlRow &row) {
            std::printf("  %-38s %9.0f bytes a dossier\n", qUtf8Printable(row.text(0)),
                        static_cast<double>(row.integer(1)) / each);
        });
    if (!read)
        std::printf("  (this SQLite has no dbstat)\n");
}

Result<void> measureDesk(Station &station)
{
    std::vector<BatchSummary> batches;
    print(u"list of batches"_s, millisecondsOf([&] { batches = station.batches().value_or(batches); }));
    if (batches.empty())
        return fail(ErrorCode::NothingToDo, u"the store is empty"_s);
    const BatchId last = batches.back().batch.id;
    std::vector<DossierSummary> rows;
    print(u"list of a batch's dossiers"_s,
          millisecondsOf([&] { rows = station.dossiers({.batch = last}).value_or(rows); }));
    print(u"first window of all dossiers in review"_s,
          millisecondsOf([&] { (void)station.dossiers({.state = DossierState::Review, .limit = 200}); }));
    print(u"hand-over: the newest 500 of each state"_s,
          millisecondsOf([&] { (void)station.outbox({.limitPerState = 500}); }));
    std::vector<double> opened;
    for (const DossierSummary &row : rows)
        opened.push_back(millisecondsOf([&] {
            (void)station.dossier(row.id);
            (void)station.pagesOf(row.id);
            (void)station.check(row.id);
        }));
    print(u"a dossier in review, median"_s, percentile(opened, 0.5));
    print(u"a dossier in review, p99"_s, percentile(opened, 0.99));
    const QDate today = rows.front().changedAt.vietnamDate();
    print(u"counts of the Progress screen"_s, millisecondsOf([&] { (void)station.standing(); }));
    for (const ReportBy by : {ReportBy::Day, ReportBy::User, ReportBy::Procedure})
        print(u"report of 30 days by "_s + toString(by),
              millisecondsOf([&] { (void)station.report(today.addDays(-29), today, by); }));
    print(u"report of the whole campaign by procedure"_s,
          millisecondsOf([&] { (void)station.report(QDate(2020, 1, 1), today, ReportBy::Procedure); }));
    return {};
}

void measureSearch(Station &station, const std::vector<QueryKind> &kinds)
{
    std::vector<double> all;
    std::vector<std::pair<double, QString>> slowest;
    for (const QueryKind &kind : kinds) {
        std::vector<double> times;
        size_t hits = 0;
        for (const QString &query : kind.queries) {
            const double time = millisecondsOf([&] {
                if (const auto found = station.search(query, 50))
                    hits += found->size();
            });
            times.push_back(time);
            slowest.emplace_back(time, query);
        }
        std::printf("search: %-28s median %8.2f  p99 %8.2f  worst %8.2f ms, %.1f hits\n",
                    qUtf8Printable(kind.name), percentile(times, 0.5), percentile(times, 0.99),
                    percentile(times, 1), static_cast<double>(hits) / static_cast<double>(times.size()));
        all.insert(all.end(), times.begin(), times.end());
    }
    std::printf("search: %zu queries, median %.2f ms, p99 %.2f ms\n", all.size(), percentile(all, 0.5),
                percentile(all, 0.99));
    std::ranges::sort(slowest, std::greater());
    for (size_t i = 0; i < std::min<size_t>(8, slowest.size()); ++i)
        std::printf("  %8.2f ms  %s\n", slowest[i].first, qUtf8Printable(slowest[i].second));
}

} // namespace

Result<void> measureStore(const QString &folder, const QString &resources, int queries)
{
    const SystemClock clock;
    std::vector<QueryKind> kinds;
    {
        auto store = Store::open(folder, clock);
        if (!store)
            return fail(store.error());
        printSizes(**store);
        auto made = queriesFor(**store, queries);
        if (!made)
            return fail(made.error());
        kinds = *std::move(made);
    }
    StationConfig config;
    config.storeFolder = folder;
    config.catalogueFolder = resources + u"/catalogue"_s;
    config.packageSchema = resources + u"/schema/dossier.schema.json"_s;
    config.pageHelperProgram = u"/bin/true"_s; // nothing is read here
    config.actor = u"bench"_s;
    std::unique_ptr<Station> station;
    std::optional<Error> error;
    print(u"start: the store opened, nothing left to sort"_s, millisecondsOf([&] {
              auto opened = Station::open(config, clock);
              if (opened)
                  station = *std::move(opened);
              else
                  error = opened.error();
          }));
    if (error)
        return fail(*error);
    if (auto measured = measureDesk(*station); !measured)
        return measured;
    measureSearch(*station, kinds);
    return {};
}

} // namespace sohoa::bench
