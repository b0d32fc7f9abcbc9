// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/clerk_crop.h"
#include "tests/support/desk.h"
#include "tests/support/page_images.h"

#include <QFile>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

/// A desk with one dossier of `count` pages, taken in from files.
struct DeskWithDossier : test::Desk {
    DossierId id;
    explicit DeskWithDossier(int count)
    {
        QStringList files;
        for (int n = 0; n < count; ++n) {
            files.append(folder.filePath(u"trang %1.png"_s.arg(n + 1)));
            test::writeSmallPage(files.back(), n);
        }
        import(files, {.oneDossier = true});
        REQUIRE(dossiers().size() == 1);
        id = dossiers()[0].id;
    }
    IntakeSummary import(const QStringList &files, const IntakeOptions &options)
    {
        const auto batch = station->openBatch(u"Tệp"_s);
        REQUIRE_OK(batch);
        IntakeSummary summary;
        QObject context;
        QObject::connect(station.get(), &Station::intakeEnded, &context,
                         [&summary](const IntakeSummary &ended) { summary = ended; });
        REQUIRE_OK(station->startImport(files, batch->id, options));
        waitIdle();
        return summary;
    }
    std::vector<PageId> pages(const DossierId &dossier)
    {
        const auto found = station->dossier(dossier);
        REQUIRE_OK(found);
        return found->pages;
    }
};

} // namespace

TEST_CASE("Split, move and merge keep every page and every tag that still applies", "[station]")
{
    DeskWithDossier desk(4);
    const auto all = desk.pages(desk.id);
    REQUIRE(all.size() == 4);
    DossierTags tags;
    tags.fields = {{u"person_name"_s, u"Nông Thị Ngoãn"_s}};
    REQUIRE_OK(desk.station->tag(desk.id, tags));

    const auto second = desk.station->split(desk.id, all[2]);
    REQUIRE_OK(second);
    CHECK(desk.pages(desk.id) == std::vector(all.begin(), all.begin() + 2));
    CHECK(desk.pages(*second) == std::vector(all.begin() + 2, all.end()));
    CHECK(desk.station->dossier(desk.id)->value(u"person_name"_s) == u"Nông Thị Ngoãn"_s);
    CHECK(desk.station->dossier(*second)->state == DossierState::Review);
    CHECK_FALSE(desk.station->split(desk.id, all[0])); // nothing would stay
    CHECK_FALSE(desk.station->split(desk.id, all[3])); // not one of its pages

    REQUIRE_OK(desk.station->movePage(all[2], desk.id, 0));
    CHECK(desk.pages(desk.id).front() == all[2]);
    REQUIRE_OK(desk.station->merge(desk.id, {*second}));
    CHECK(desk.pages(desk.id).size() == 4);
    CHECK(desk.dossiers().size() == 1);
    CHECK(desk.station->dossier(desk.id)->fields[u"person_name"_s].origin == FieldOrigin::Clerk);
    desk.requireSound();
}

TEST_CASE("A page turned by the clerk is read again and stays as the clerk set it", "[station]")
{
    DeskWithDossier desk(1);
    const PageId id = desk.pages(desk.id).front();
    const int before = desk.station->page(id)->reading->rotation;
    REQUIRE_OK(desk.station->rotatePage(id, 90));
    desk.waitIdle();
    const auto page = desk.station->page(id);
    REQUIRE_OK(page);
    CHECK(page->reading->rotation == (before + 270) % 360);
    CHECK(page->clerkRotation == (before + 270) % 360);
    CHECK(page->reading->width > page->reading->height);
    CHECK_FALSE(desk.station->rotatePage(id, 45));
}

TEST_CASE("The clerk's crop survives every new reading, turns with the page, and is undone", "[station]")
{
    DeskWithDossier desk(1);
    Station &station = *desk.station;
    const PageId id = desk.pages(desk.id).front();
    const PageReading whole = *station.page(id)->reading;
    const auto before = station.snapshot({desk.id});
    REQUIRE_OK(before);
    const PixelBox box{20, 30, whole.width / 2, whole.height / 2};
    REQUIRE_OK(station.cropPage(id, box));
    const auto after = station.snapshot({desk.id});
    REQUIRE_OK(after);
    desk.waitIdle();
    CHECK(station.page(id)->reading->crop == box);
    CHECK(station.page(id)->reading->width == box.width);

    REQUIRE_OK(station.rotatePage(id, 180));
    desk.waitIdle();
    CHECK(station.page(id)->reading->crop == turnedBox(box, cropFrameOf(whole), 180));
    CHECK(station.cropPage(id, PixelBox{0, 0, 100'000, 10}).error().code == ErrorCode::ValueInvalid);

    REQUIRE_OK(station.restore(*after, *before));
    desk.waitIdle();
    CHECK(station.page(id)->reading->crop == whole.crop);
    CHECK_FALSE(clerkCropOf(*station.page(id)->reading));
    REQUIRE_OK(station.restore(*before, *after));
    desk.waitIdle();
    CHECK(station.page(id)->reading->crop == box);
    desk.requireSound();
}

TEST_CASE("A drawn box is read by itself, and a box beside the page is told so", "[station]")
{
    DeskWithDossier desk(1);
    const PageId id = desk.pages(desk.id).front();
    const auto read = [&](const PageId &page, const PixelBox &box) {
        std::optional<Result<ZoneText>> answer;
        QEventLoop loop;
        desk.station->readZone(page, box, ZoneKind::Text, [&](const Result<ZoneText> &text) {
            answer = text;
            loop.quit();
        });
        CHECK_FALSE(answer); // Never from within.
        loop.exec();
        return *answer;
    };
    const PageReading page = *desk.station->page(id)->reading;
    CHECK(read(id, {0, 0, page.width, page.height}));
    CHECK(read(id, {100'000, 0, 10, 10}).error().code == ErrorCode::NotFound);
    CHECK(read(PageId::make(desk.clock), {0, 0, 10, 10}).error().code == ErrorCode::NotFound);
}

TEST_CASE("Undo brings split, merge, tags and left out pages back as they were, redo does them again", "[station]")
{
    DeskWithDossier desk(4);
    Station &station = *desk.station;
    const auto all = desk.pages(desk.id);
    DossierTags tags;
    tags.fields = {{u"person_name"_s, u"Nông Thị Ngoãn"_s}};
    const auto before = station.snapshot({desk.id});
    REQUIRE_OK(before);
    REQUIRE_OK(station.tag(desk.id, tags));
    const auto tagged = station.snapshot({desk.id});
    REQUIRE_OK(tagged);
    const auto second = station.split(desk.id, all[2]);
    REQUIRE_OK(second);
    REQUIRE_OK(station.excludePage(all[3]));
    const auto split = station.snapshot({desk.id, *second});
    REQUIRE_OK(split);

    REQUIRE_OK(station.restore(*split, *tagged));
    CHECK(desk.pages(desk.id) == all);
    CHECK(desk.dossiers().size() == 1);
    CHECK_FALSE(station.page(all[3])->excluded);
    CHECK(station.dossier(desk.id)->value(u"person_name"_s) == u"Nông Thị Ngoãn"_s);
    REQUIRE_OK(station.restore(*tagged, *before));
    CHECK(station.dossier(desk.id)->fields == before->dossiers.front().fields);

    REQUIRE_OK(station.restore(*before, *tagged));
    REQUIRE_OK(station.restore(*tagged, *split));
    CHECK(desk.pages(*second) == std::vector(all.begin() + 2, all.end()));
    CHECK(station.dossier(*second)->state == DossierState::Review);
    CHECK(station.page(all[3])->excluded);
    CHECK(station.dossier(desk.id)->fields[u"person_name"_s].origin == FieldOrigin::Clerk);
    desk.requireSound();
}

TEST_CASE("Undo refuses when pages came meanwhile or the dossier went on, and changes nothing", "[station]")
{
    DeskWithDossier desk(3);
    Station &station = *desk.station;
    const auto all = desk.pages(desk.id);
    const auto before = station.snapshot({desk.id});
    REQUIRE_OK(before);
    const auto second = station.split(desk.id, all[1]);
    REQUIRE_OK(second);
    const auto after = station.snapshot({desk.id, *second});
    REQUIRE_OK(after);
    const auto third = station.split(*second, all[2]);
    REQUIRE_OK(third);
    const auto undone = station.restore(*after, *before);
    REQUIRE_FALSE(undone);
    CHECK(undone.error().code == ErrorCode::StateForbids);
    CHECK(desk.pages(desk.id) == std::vector{all[0]});
    CHECK(desk.pages(*third) == std::vector{all[2]});
    desk.requireSound();
}

TEST_CASE("A value taken from the page keeps the place it was taken from", "[station]")
{
    DeskWithDossier desk(1);
    const PageId page = desk.pages(desk.id).front();
    DossierTags tags;
    tags.fields = {{u"person_name"_s, u"Nông Thị Ngoãn"_s}};
    tags.places = {{u"person_name"_s, {page, {10, 20, 300, 40}}}};
    const auto tagged = desk.station->tag(desk.id, tags);
    REQUIRE_OK(tagged);
    const FieldValue value = tagged->fields[u"person_name"_s];
    CHECK(value.page == page);
    CHECK(value.box == PixelBox{10, 20, 300, 40});
    CHECK(value.origin == FieldOrigin::Clerk);
}

TEST_CASE("Tags are checked as they are set", "[station]")
{
    DeskWithDossier desk(1);
    const auto refused = [&](DossierTags tags) {
        const auto tagged = desk.station->tag(desk.id, tags);
        return tagged ? ErrorCode::Internal : tagged.error().code;
    };
    CHECK(refused({.procedureCode = u"9.999999"_s, .fields = {}, .validity = {}}) == ErrorCode::ProcedureUnknown);
    CHECK(refused({.procedureCode = {}, .fields = {{u"shoe_size"_s, u"42"_s}}, .validity = {}}) ==
          ErrorCode::FieldUnknown);
    CHECK(refused({.procedureCode = {}, .fields = {{u"issue_date"_s, u"31/02/2023"_s}}, .validity = {}}) ==
          ErrorCode::ValueInvalid);
    CHECK(refused({.procedureCode = {}, .fields = {}, .validity = u"forever"_s}) == ErrorCode::ValueInvalid);

    const auto tagged = desk.station->tag(
        desk.id, {.procedureCode = u"1.001193.000.00.00.H37"_s,
                  .fields = {{u"issue_date"_s, u"12/8/2023"_s}, {u"person_name"_s, u"  Lộc   Thị Xuyến "_s}},
                  .validity = {}});
    REQUIRE_OK(tagged);
    CHECK(tagged->procedure.code == u"1.001193"_s);
    CHECK(tagged->value(u"issue_date"_s) == u"2023-08-12"_s);
    CHECK(tagged->value(u"person_name"_s) == u"Lộc Thị Xuyến"_s);
    CHECK(tagged->validity.basis == ValidityBasis::Indefinite); // from the procedure's rule
}

TEST_CASE("Files that cannot be read are named, the others are taken in order", "[station]")
{
    DeskWithDossier desk(1);
    const QString bad = desk.folder.filePath(u"hỏng.jpg"_s);
    QFile file(bad);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("not a picture");
    file.close();
    QStringList files;
    for (const int n : {10, 2, 1}) {
        files.append(desk.folder.filePath(u"tờ %1.png"_s.arg(n)));
        test::writeSmallPage(files.back(), n);
    }
    files.insert(1, bad);
    const IntakeSummary summary = desk.import(files, {});
    REQUIRE(summary.pages.size() == 3);
    REQUIRE(summary.failures.size() == 1);
    CHECK(summary.failures[0].path == bad);
    CHECK(desk.station->page(summary.pages[0])->source == files[0]);
    CHECK(desk.station->page(summary.pages[1])->source == files[2]);
    CHECK(desk.station->startImport({}, summary.batch).error().code == ErrorCode::NothingToDo);
}

TEST_CASE("A second program cannot open the same store", "[station]")
{
    test::Desk desk;
    const auto second = Station::open(test::stationConfigFor(desk.folder.filePath(u"kho"_s)), desk.clock);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::StoreBusy);
}
