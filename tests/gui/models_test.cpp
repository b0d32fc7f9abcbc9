// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "tests/support/catch.h"
#include "tests/support/fake_clock.h"
#include "ui/models/dossier_list_model.h"
#include "ui/models/outbox_model.h"
#include "ui/models/page_list_model.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sohoa;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;

namespace {

const test::FakeClock theClock;

PageRow pageNumbered(int number)
{
    PageRow row;
    row.id = PageId::make(theClock);
    row.number = number;
    return row;
}

DossierSummary dossierOf(const QString &person)
{
    DossierSummary dossier;
    dossier.id = DossierId::make(theClock);
    dossier.personName = person;
    dossier.state = DossierState::Review;
    return dossier;
}

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

} // namespace

TEST_CASE("Pages are added at the end, updated in place, and never doubled", "[ui][models]")
{
    ImageStore images;
    PageListModel model(images);
    const QAbstractItemModelTester tester(&model, fatal);
    PageRow first = pageNumbered(1);
    model.add(first);
    model.add(pageNumbered(2));
    CHECK(model.rowCount() == 2);
    first.state = PageState::Recognized;
    first.blank = true;
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.add(first); // The same page told twice.
    CHECK(model.rowCount() == 2);
    CHECK(changes.count() == 1);
    CHECK(model.index(0).data(Qt::AccessibleTextRole).toString().contains(u"blank"_s));
    model.update(pageNumbered(9)); // Deleted meanwhile.
    CHECK(model.rowCount() == 2);
    model.reset({pageNumbered(1)});
    CHECK(model.rowCount() == 1);
    CHECK_FALSE(model.indexOf(first.id).isValid());
}

TEST_CASE("A thumbnail comes from a worker thread, once", "[ui][models]")
{
    QTemporaryDir folder(QDir::tempPath() + u"/sohoa ảnh-XXXXXX"_s);
    REQUIRE(folder.isValid());
    const QString path = folder.filePath(u"trang một.png"_s);
    QImage paper(620, 877, QImage::Format_RGB32);
    paper.fill(Qt::white);
    REQUIRE(paper.save(path));
    ImageStore images;
    PageListModel model(images);
    PageRow row = pageNumbered(1);
    row.picture = PictureRef::of(path);
    model.add(row);
    QSignalSpy ready(&images, &ImageStore::thumbnailReady);
    CHECK(model.index(0).data(Qt::DecorationRole).value<QImage>().isNull());
    CHECK(model.index(0).data(Qt::DecorationRole).value<QImage>().isNull());
    REQUIRE(QTest::qWaitFor([&] { return ready.count() > 0; }));
    const auto image = model.index(0).data(Qt::DecorationRole).value<QImage>();
    CHECK(image.height() == ImageStore::thumbnailEdge);
    CHECK(ready.count() == 1);
}

TEST_CASE("A picture that cannot be read is asked for once and said to be none", "[ui][models]")
{
    ImageStore images;
    QSignalSpy ready(&images, &ImageStore::thumbnailReady);
    const PictureRef nowhere{u"/nowhere/không có.jpg"_s, 1};
    CHECK(images.thumbnail(nowhere).isNull());
    REQUIRE(QTest::qWaitFor([&] { return ready.count() == 1; }));
    CHECK(images.thumbnail(nowhere).isNull());
    QObject context;
    bool told = false;
    images.page(nowhere, &context, [&](const PagePicturePtr &picture) { told = picture == nullptr; });
    REQUIRE(QTest::qWaitFor([&] { return told; }));
}

TEST_CASE("What is kept of pictures is bounded", "[ui][models]")
{
    QTemporaryDir folder;
    REQUIRE(folder.isValid());
    ImageStore images(nullptr, qint64{8} << 20);
    QObject context;
    int loaded = 0;
    std::weak_ptr<const PagePicture> first;
    for (int i = 0; i < 4; ++i) {
        const QString path = folder.filePath(u"%1.png"_s.arg(i));
        QImage paper(1000, 1400, QImage::Format_RGB32); // 5.6 MB and its halves: two do not fit.
        paper.fill(Qt::white);
        REQUIRE(paper.save(path));
        images.page(PictureRef::of(path), &context, [&](const PagePicturePtr &picture) {
            REQUIRE(picture);
            CHECK(picture->levels.size() > 1);
            if (++loaded == 1)
                first = picture;
        });
        REQUIRE(QTest::qWaitFor([&] { return loaded == i + 1; }));
    }
    CHECK(first.expired());
}

TEST_CASE("Dossiers keep their rows while only their contents change", "[ui][models]")
{
    DossierListModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    std::vector<DossierSummary> rows{dossierOf(u"Lộc Thị Xuyến"_s), dossierOf({})};
    model.reset(rows);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    rows[0].state = DossierState::Approved;
    model.reset(rows);
    CHECK(resets.count() == 0);
    rows.pop_back();
    model.reset(rows);
    CHECK(resets.count() == 1);
    CHECK(model.index(0).data().toString() == u"Lộc Thị Xuyến"_s);
    CHECK(model.indexOf(rows[0].id).row() == 0);
}

TEST_CASE("The outbox shows what is approved before what is under way", "[ui][models]")
{
    OutboxModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    OutboxRow rejected;
    rejected.dossier = dossierOf(u"Chu Minh Tuấn"_s);
    rejected.dossier.state = DossierState::Rejected;
    rejected.reasons = {u"wrong-id: Số định danh không khớp"_s};
    DossierSummary approved = dossierOf(u"Vũ Thị Xuyến"_s);
    approved.state = DossierState::Approved;
    model.reset({rejected}, {approved});
    REQUIRE(model.rowCount() == 2);
    CHECK(model.index(0, OutboxModel::TitleColumn).data().toString() == u"Vũ Thị Xuyến"_s);
    CHECK(model.index(1, OutboxModel::RemarkColumn).data().toString().contains(u"Số định danh"_s));
    OutboxRow packed;
    packed.dossier = approved;
    model.reset({packed, rejected}, {approved});
    CHECK(model.rowCount() == 2); // Told by both lists, shown once.
    OutboxRow moving;
    moving.dossier.state = DossierState::Queued;
    moving.bytes = 200;
    moving.bytesSent = 50;
    CHECK(outboxRemark(moving).startsWith(u"25"_s));
}
