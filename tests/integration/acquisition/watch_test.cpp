// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/desk.h"
#include "tests/support/page_images.h"

#include <QFile>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

/// A copier's folder that is watched with hardly any patience.
struct CopierFolder : test::Desk {
    QString path = folder.filePath(u"máy photo"_s);
    Batch batch;
    QStringList taken;
    QStringList failed;

    CopierFolder()
    {
        REQUIRE(QDir().mkpath(path));
        const auto opened = station->openBatch(u"Máy photo"_s);
        REQUIRE_OK(opened);
        batch = *opened;
        listen();
    }
    void listen()
    {
        QObject::connect(station.get(), &Station::folderFileTaken, station.get(), [this](const FileTaken &file) {
            taken.append(QFileInfo(file.path).fileName() + u':' + QString::number(file.pages));
        });
        QObject::connect(
            station.get(), &Station::folderFileFailed, station.get(),
            [this](const FileFailure &failure) { failed.append(QFileInfo(failure.path).fileName()); });
    }
    void drop(const QString &name, int pattern) { test::writeSmallPage(path + u'/' + name, pattern); }
    QStringList in(const QString &sub = {}) const
    {
        return QDir(path + u'/' + sub).entryList(QDir::Files, QDir::Name);
    }
    /// Watches until nothing is left to be taken.
    void watch(int settleMs = 50)
    {
        WatchOptions options;
        options.pollMs = 20;
        options.settleMs = settleMs;
        options.patienceMs = 200;
        options.explain = [](const Error &) { return u"Tệp hỏng"_s; };
        QEventLoop loop;
        QObject::connect(station.get(), &Station::folderSettled, &loop, &QEventLoop::quit);
        QTimer::singleShot(std::chrono::minutes(2), &loop, &QEventLoop::quit);
        REQUIRE_OK(station->watchFolder(path, batch.id, options));
        loop.exec();
        station->stopWatching();
        waitIdle();
    }
    QStringList sources()
    {
        QStringList names;
        const auto pages = station->pagesOfBatch(batch.id);
        REQUIRE_OK(pages);
        for (const Page &page : *pages)
            names.append(QFileInfo(page.source).fileName());
        return names;
    }
};

} // namespace

TEST_CASE("Files of a watched folder come in order, once, and are moved when they are safe", "[watch]")
{
    CopierFolder copier;
    copier.drop(u"quét 10.png"_s, 3);
    copier.drop(u"quét 2.png"_s, 2);
    copier.drop(u"quét 1.png"_s, 1);
    REQUIRE_OK(writeDurably(copier.path + u"/ghi chú.txt"_s, "không phải trang"));
    copier.watch();
    CHECK(copier.taken == QStringList{u"quét 1.png:1"_s, u"quét 2.png:1"_s, u"quét 10.png:1"_s});
    CHECK(copier.sources() == QStringList{u"quét 1.png"_s, u"quét 2.png"_s, u"quét 10.png"_s});
    CHECK(copier.in() == QStringList{u"ghi chú.txt"_s});
    CHECK(copier.in(u"xong"_s).size() == 3);
    CHECK(copier.failed.isEmpty());
    CHECK_FALSE(copier.dossiers().empty());

    // The same bytes again, as after a crash between row and move: moved, not taken twice. Another file of a name
    // that is there already: taken, and both originals are kept.
    copier.taken.clear();
    REQUIRE(QFile::copy(copier.path + u"/xong/quét 1.png"_s, copier.path + u"/quét 1.png"_s));
    copier.drop(u"quét 2.png"_s, 9);
    copier.watch();
    CHECK(copier.taken == QStringList{u"quét 1.png:0"_s, u"quét 2.png:1"_s});
    CHECK(copier.sources().size() == 4);
    CHECK(copier.in(u"xong"_s).size() == 5);
    copier.requireSound();
}

TEST_CASE("What is still being written is waited for, and holds up what comes behind it", "[watch]")
{
    CopierFolder copier;
    copier.drop(u"trang 2.png"_s, 2);
    const QString whole = copier.folder.filePath(u"whole.png"_s);
    test::writeSmallPage(whole, 1);
    const auto bytes = readFile(whole, 1'000'000);
    REQUIRE_OK(bytes);
    // The copier writes the first page in two goes under its own name.
    QFile growing(copier.path + u"/trang 1.png"_s);
    REQUIRE(growing.open(QIODevice::WriteOnly));
    growing.write(bytes->first(bytes->size() / 2));
    growing.flush();
    QTimer later;
    later.setSingleShot(true);
    QObject::connect(&later, &QTimer::timeout, [&] {
        growing.write(bytes->sliced(bytes->size() / 2));
        growing.close();
    });
    later.start(120);
    copier.watch(40); // settles before the second half comes: half a picture is no page, and not yet damaged
    CHECK(copier.taken == QStringList{u"trang 1.png:1"_s, u"trang 2.png:1"_s});
    CHECK(copier.failed.isEmpty());
    CHECK(copier.sources() == QStringList{u"trang 1.png"_s, u"trang 2.png"_s});
}

TEST_CASE("A damaged file is put aside with its reason and does not stop the others", "[watch]")
{
    CopierFolder copier;
    REQUIRE_OK(writeDurably(copier.path + u"/a hỏng.pdf"_s, "%PDF-1.4 và rồi không có gì"));
    copier.drop(u"b tốt.png"_s, 4);
    copier.watch();
    CHECK(copier.taken == QStringList{u"b tốt.png:1"_s});
    CHECK(copier.failed == QStringList{u"a hỏng.pdf"_s});
    CHECK(copier.in().isEmpty());
    CHECK(copier.in(u"hỏng"_s) == QStringList{u"a hỏng.pdf"_s, u"a hỏng.pdf.txt"_s});
    const auto reason = readFile(copier.path + u"/hỏng/a hỏng.pdf.txt"_s, 1000);
    REQUIRE_OK(reason);
    CHECK(*reason == "Tệp hỏng\n");
}

TEST_CASE("A folder that is not there is told at once", "[watch]")
{
    CopierFolder copier;
    const auto started = copier.station->watchFolder(copier.path + u"/không có"_s, copier.batch.id);
    REQUIRE_FALSE(started);
    CHECK(started.error().code == ErrorCode::FileUnreadable);
}
