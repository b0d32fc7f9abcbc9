// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped profile on the options of every family of scanners that tests/data/device_reports holds.
#include "core/base/durable_file.h"
#include "core/base/installation.h"
#include "scanner/api/device_report.h"
#include "scanner/api/device_words.h"
#include "scanner/api/profile_store.h"
#include "tests/support/catch.h"
#include "tests/unit/scanner/device_options.h"

#include <QDir>

using namespace sohoa;
using namespace sohoa::test;

namespace {

DeviceReport reportOf(const QString &family)
{
    const QString file = QStringLiteral(SOHOA_TEST_REPORTS) + u'/' + family + u".json"_s;
    const auto bytes = readFile(file, 1'000'000);
    REQUIRE_OK(bytes);
    auto report = parseReport(*bytes, file);
    REQUIRE_OK(report);
    return *report;
}

const std::vector<Quirk> &quirks()
{
    static const std::vector<Quirk> rows = readQuirks(resourcePath(u"profiles/quirks.json"_s)).value();
    return rows;
}

ScanProfile shipped(const QString &id)
{
    const auto stored = ProfileStore({resourcePath(u"profiles/scan"_s), {}, {}}).find(id);
    REQUIRE_OK(stored);
    return stored->profile;
}

/// The plan as the device carries it out, and the device afterwards.
struct Outcome {
    ScanPlan plan;
    std::vector<Option> options;

    QString value(QStringView option) const
    {
        const Option *found = findOption(options, option);
        return found ? toText(found->value) : u"<none>"_s;
    }
    double number(QStringView option) const { return value(option).toDouble(); }
    QStringList changed() const
    {
        QStringList names;
        for (const Adjustment &adjustment : plan.adjustments)
            names.append((adjustment.grave ? u"!"_s : QString()) + adjustment.option);
        names.sort();
        return names;
    }
};

Outcome outcomeOf(const DeviceReport &report, const ScanProfile &profile)
{
    ReplayedDevice device(report);
    const auto plan = apply(device, wishOf(profile, report.device.name), profile.options,
                            quirksOf(quirks(), report.device.name));
    INFO(report.device.name.toStdString() << " " << profile.id.toStdString());
    REQUIRE_OK(plan);
    return {*plan, device.read().value()};
}

/// What a family makes of the profiles: the source each is scanned from and what had to be changed.
struct Expected {
    QString family;
    QString twoSided; ///< Value of `source` (and of adf-mode behind a slash).
    QString twoSidedChanges;
    QString oneSided;
    QString oneSidedChanges;
    QString card;
    QString cardChanges;
    QString typewritten;
    QString typewrittenChanges;
};

const Expected table[] = {
    {u"fujitsu_fi"_s, u"ADF Duplex"_s, {}, u"ADF Front"_s, {}, u"ADF Front"_s, u"source"_s, u"ADF Front"_s, {}},
    {u"scansnap_epjitsu"_s,
     u"ADF Duplex"_s,
     u"double-feed"_s,
     u"ADF Front"_s,
     u"double-feed"_s,
     u"ADF Front"_s,
     u"source"_s,
     u"ADF Front"_s,
     {}},
    {u"canon_dr"_s, u"ADF Duplex"_s, {}, u"ADF Front"_s, {}, u"ADF Front"_s, u"source"_s, u"ADF Front"_s, {}},
    {u"epson_ds"_s, u"ADF Duplex"_s, u"double-feed"_s, u"ADF Front"_s, u"double-feed"_s, u"ADF Front"_s,
     u"source"_s, u"ADF Front"_s, u"brightness contrast"_s},
    {u"epson2_mfp"_s,
     u"Automatic Document Feeder/Duplex"_s,
     u"double-feed"_s,
     u"Automatic Document Feeder/Simplex"_s,
     u"double-feed"_s,
     u"Flatbed"_s,
     {},
     u"Automatic Document Feeder/Simplex"_s,
     u"contrast"_s},
    {u"epson_epkowa"_s,
     u"Automatic Document Feeder"_s,
     u"!duplex"_s,
     u"Automatic Document Feeder"_s,
     {},
     u"Flatbed"_s,
     {},
     u"Automatic Document Feeder"_s,
     u"contrast"_s},
    {u"brother4_mfc"_s,
     u"Automatic Document Feeder(left aligned,Duplex)"_s,
     u"double-feed"_s,
     u"Automatic Document Feeder(left aligned)"_s,
     u"double-feed"_s,
     u"FlatBed"_s,
     {},
     u"Automatic Document Feeder(left aligned)"_s,
     u"brightness contrast"_s},
    {u"brother5_ads"_s,
     u"Automatic Document Feeder(centrally aligned,Duplex)"_s,
     {},
     u"Automatic Document Feeder(centrally aligned)"_s,
     {},
     u"Automatic Document Feeder(centrally aligned)"_s,
     u"source"_s,
     u"Automatic Document Feeder(centrally aligned)"_s,
     u"brightness contrast"_s},
    {u"hp_laserjet"_s, u"Duplex"_s, u"double-feed"_s, u"ADF"_s, u"double-feed"_s, u"Flatbed"_s, {}, u"ADF"_s, {}},
    {u"hp_officejet"_s,
     u"ADF"_s,
     u"!duplex double-feed"_s,
     u"ADF"_s,
     u"double-feed"_s,
     u"Flatbed"_s,
     {},
     u"ADF"_s,
     {}},
    {u"avision_sheetfed"_s,
     u"ADF Duplex"_s,
     u"double-feed"_s,
     u"ADF Front"_s,
     u"double-feed"_s,
     u"ADF Front"_s,
     u"source"_s,
     u"ADF Front"_s,
     {}},
    {u"avision_flatbed"_s,
     u"ADF Front"_s,
     u"!duplex double-feed"_s,
     u"ADF Front"_s,
     u"double-feed"_s,
     u"Normal"_s,
     {},
     u"ADF Front"_s,
     {}},
    {u"plustek_flatbed"_s, {}, u"!duplex !source"_s, {}, u"!source"_s, {}, {}, {}, {}},
    {u"genesys_lide"_s, {}, u"!duplex !source"_s, {}, u"!source"_s, {}, {}, {}, {}},
    {u"kodak_aio"_s,
     u"Automatic Document Feeder"_s,
     u"!duplex double-feed"_s,
     u"Automatic Document Feeder"_s,
     u"double-feed"_s,
     u"Flatbed"_s,
     {},
     u"Automatic Document Feeder"_s,
     u"brightness contrast"_s},
    {u"kodak_i"_s, u"ADF Duplex"_s, u"double-feed"_s, u"ADF Front"_s, u"double-feed"_s, u"ADF Front"_s,
     u"source"_s, u"ADF Front"_s, u"brightness contrast"_s},
    {u"airscan_mfp"_s,
     u"ADF Duplex"_s,
     u"double-feed"_s,
     u"ADF"_s,
     u"double-feed"_s,
     u"Flatbed"_s,
     {},
     u"ADF"_s,
     {}},
    {u"pixma_mfp"_s,
     u"ADF Duplex"_s,
     u"double-feed"_s,
     u"Automatic Document Feeder"_s,
     u"double-feed"_s,
     u"Flatbed"_s,
     {},
     u"Automatic Document Feeder"_s,
     u"brightness contrast"_s},
};

QString sourceOf(const Outcome &outcome)
{
    const Option *mode = findOption(outcome.options, u"adf-mode");
    const QString source = outcome.value(u"source");
    return mode && mode->active() ? source + u'/' + toText(mode->value) : source;
}

} // namespace

TEST_CASE("Profiles resolve on every family of scanners", "[scanner]")
{
    for (const Expected &row : table) {
        const DeviceReport report = reportOf(row.family);
        INFO(row.family.toStdString());
        const auto check = [&](const QString &id, const QString &source, const QString &changes) {
            INFO(id.toStdString());
            const Outcome outcome = outcomeOf(report, shipped(id));
            CHECK(sourceOf(outcome) == source);
            CHECK(outcome.changed().join(u' ') == changes);
            CHECK(outcome.plan.dpi == 300);
            const bool flatbed = sourceKind(source.section(u'/', 0, 0)).flatbed || source.isEmpty();
            CHECK(outcome.plan.feeder == !flatbed);
            CHECK(outcome.plan.duplex == (id.startsWith(u"two-sided") && !changes.contains(u"!duplex")));
        };
        check(u"two-sided-color"_s, row.twoSided, row.twoSidedChanges);
        check(u"one-sided-color"_s, row.oneSided, row.oneSidedChanges);
        check(u"two-sided-gray"_s, row.twoSided, row.twoSidedChanges);
        check(u"id-card"_s, row.card, row.cardChanges);
        check(u"old-typewritten"_s, row.typewritten, row.typewrittenChanges);
    }
    // No report is left out, and none is checked against nothing.
    CHECK(QDir(QStringLiteral(SOHOA_TEST_REPORTS)).entryList({u"*.json"_s}).size() == std::ssize(table));
}

TEST_CASE("Every shipped profile resolves on every report", "[scanner]")
{
    const auto listing = ProfileStore({resourcePath(u"profiles/scan"_s), {}, {}}).list();
    REQUIRE(listing.faults.empty());
    REQUIRE(listing.profiles.size() >= 7);
    for (const Expected &row : table) {
        for (const StoredProfile &stored : listing.profiles) {
            const Outcome outcome = outcomeOf(reportOf(row.family), stored.profile);
            CHECK_FALSE(stored.profile.names.value(u"en"_s).isEmpty());
            // Settings are made where they count: in a window that is not empty.
            const double width = outcome.number(u"br-x") - outcome.number(u"tl-x");
            if (findOption(outcome.options, u"br-x"))
                CHECK(width >= 100);
        }
    }
}

TEST_CASE("A sheet of A4 is asked for, not three metres", "[scanner]")
{
    const auto near = [](double value, double wanted) { return std::abs(value - wanted) < 0.2; };
    for (const auto &family : {u"fujitsu_fi"_s, u"canon_dr"_s, u"scansnap_epjitsu"_s, u"kodak_i"_s}) {
        INFO(family.toStdString());
        const Outcome outcome = outcomeOf(reportOf(family), shipped(u"one-sided-color"_s));
        CHECK(near(outcome.number(u"page-width"), 210));
        CHECK(near(outcome.number(u"page-height"), 297));
        // The corners could not reach so far before the paper was set.
        if (findOption(outcome.options, u"br-y"))
            CHECK(near(outcome.number(u"br-y"), 297));
    }
    ScanProfile any = shipped(u"one-sided-color"_s);
    any.paper.clear();
    CHECK(outcomeOf(reportOf(u"fujitsu_fi"_s), any).number(u"page-height") < 461);
}

TEST_CASE("Paper that the glass is too small for is told of", "[scanner]")
{
    const Outcome outcome = outcomeOf(reportOf(u"plustek_flatbed"_s), shipped(u"register-a3"_s));
    CHECK(outcome.changed() == QStringList{u"!paper"_s});
    CHECK(outcome.plan.adjustments.front().wished == u"297 × 420 mm"_s);
    CHECK(outcome.plan.adjustments.front().got == u"215 × 297 mm"_s);
}

TEST_CASE("Quirks act on the devices they were written for", "[scanner]")
{
    const Outcome fi = outcomeOf(reportOf(u"fujitsu_fi"_s), shipped(u"two-sided-color"_s));
    CHECK(fi.value(u"df-action") == u"Stop"_s);
    CHECK(fi.value(u"df-thickness") == u"true"_s);
    CHECK(fi.value(u"df-skew") == u"true"_s);
    CHECK(fi.value(u"df-length") != u"true"_s);
    CHECK(fi.value(u"buffermode") == u"Off"_s);

    const Outcome dr = outcomeOf(reportOf(u"canon_dr"_s), shipped(u"two-sided-color"_s));
    CHECK(dr.value(u"df-thickness") == u"true"_s);
    CHECK(dr.value(u"df-length") == u"false"_s);
    CHECK(dr.value(u"buffermode") == u"false"_s);

    const Outcome ads = outcomeOf(reportOf(u"brother5_ads"_s), shipped(u"two-sided-color"_s));
    CHECK(ads.value(u"MultifeedDetection") == u"true"_s);
    CHECK(ads.value(u"SkipBlankPage") == u"false"_s);

    CHECK(outcomeOf(reportOf(u"hp_laserjet"_s), shipped(u"id-card"_s)).value(u"compression") == u"None"_s);
    CHECK(outcomeOf(reportOf(u"epson_epkowa"_s), shipped(u"id-card"_s)).value(u"wait-for-button") == u"false"_s);
    CHECK(outcomeOf(reportOf(u"avision_sheetfed"_s), shipped(u"id-card"_s)).value(u"preview") == u"false"_s);
    ScanProfile fine = shipped(u"one-sided-color"_s);
    fine.dpi = 1200;
    CHECK(outcomeOf(reportOf(u"brother4_mfc"_s), fine).plan.dpi == 600);
    CHECK(outcomeOf(reportOf(u"brother5_ads"_s), fine).plan.dpi == 1200);
}

TEST_CASE("Per cent become what the device counts in", "[scanner]")
{
    ScanProfile profile = shipped(u"id-card"_s);
    profile.brightness = 50;
    profile.contrast = -50;
    const auto tone = [&profile](const QString &family) {
        const Outcome outcome = outcomeOf(reportOf(family), profile);
        return outcome.value(u"brightness") + u' ' + outcome.value(u"contrast");
    };
    CHECK(tone(u"fujitsu_fi"_s) == u"64 -64"_s);      // -127…127
    CHECK(tone(u"hp_officejet"_s) == u"1500 500"_s);  // 0…2000
    CHECK(tone(u"hp_laserjet"_s) == u"500 -500"_s);   // -1000…1000
    CHECK(tone(u"plustek_flatbed"_s) == u"50 -50"_s); // per cent
    profile.brightness = -100;
    profile.contrast = 0;
    CHECK(tone(u"fujitsu_fi"_s) == u"-127 0"_s);
    CHECK(tone(u"hp_officejet"_s) == u"0 1000"_s);
}

TEST_CASE("A report says nothing of whose device it is", "[scanner]")
{
    CHECK(anonymous(Device{u"fujitsu:fi-7160:136133"_s, u"FUJITSU"_s, u"fi-7160"_s, u"scanner"_s}).name ==
          u"fujitsu:fi-7160"_s);
    CHECK(anonymous(Device{u"net:lan.xa.vn:hpaio:/usb/x?serial=CN1"_s, u"HP"_s, u"M476"_s, {}}).name ==
          u"hpaio:M476"_s);
    Option free = words(u"stack"_s, {}, u"/home/nguyễn văn an/giấy"_s);
    free.constraint = {};
    Option serial = words(u"serial-number"_s, {u"A1"_s}, u"A1"_s);
    for (const Option &option : anonymous({free, serial, flag(u"duplex"_s, true)})) {
        CHECK((option.name == u"duplex" || option.value == OptionValue()));
        CHECK((option.name != u"duplex" || option.value == OptionValue(true)));
    }
}

TEST_CASE("Reports come back as they were written, and nonsense is refused", "[scanner]")
{
    DeviceReport report = reportOf(u"pixma_mfp"_s);
    report.trace = {{12, u"options"_s, u"ok"_s}};
    const auto again = parseReport(reportJson(report), u"r"_s);
    REQUIRE_OK(again);
    CHECK(again->device == report.device);
    REQUIRE(again->states.size() == report.states.size());
    for (size_t i = 0; i < report.states.size(); ++i)
        CHECK(again->states[i].options == report.states[i].options);
    CHECK(again->trace.front().what == u"options"_s);

    const QByteArray good = reportJson(report);
    for (qsizetype length = 0; length < good.size(); length += 997)
        CHECK_FALSE(parseReport(good.first(length), u"r"_s));
    CHECK_FALSE(parseReport("[]", u"r"_s));
    CHECK_FALSE(parseReport("{}", u"r"_s));
    CHECK_FALSE(parseReport(QByteArray(good).replace("\"version\": 1", "\"version\": 2"), u"r"_s));
    CHECK_FALSE(parseReport(QByteArray(good).replace("\"type\": \"fixed\"", "\"type\": \"float\""), u"r"_s));
}
