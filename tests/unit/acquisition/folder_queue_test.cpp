// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/folder_queue.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

SeenFile file(const QString &name, qint64 bytes = 100, qint64 changed = 0)
{
    return {name, bytes, {changed}};
}

FolderQueue patient()
{
    return FolderQueue({.settle = 4s, .stale = 60s});
}

} // namespace

TEST_CASE("A file is whole when nothing about it has changed for a while", "[acquisition][folder]")
{
    FolderQueue queue = patient();
    CHECK(queue.ready({file(u"a.pdf"_s, 10)}, {0}).isEmpty());
    CHECK(queue.isWaiting());
    CHECK(queue.ready({file(u"a.pdf"_s, 20)}, {3'900}).isEmpty());    // grown
    CHECK(queue.ready({file(u"a.pdf"_s, 20, 1)}, {7'800}).isEmpty()); // written again, the same size
    CHECK(queue.ready({file(u"a.pdf"_s, 20, 1)}, {11'799}).isEmpty());
    CHECK(queue.ready({file(u"a.pdf"_s, 20, 1)}, {11'800}) == QStringList{u"a.pdf"_s});
    CHECK_FALSE(queue.isWaiting());
    CHECK(queue.ready({file(u"a.pdf"_s, 20, 1)}, {20'000}) == QStringList{u"a.pdf"_s}); // until it is moved away
    CHECK(queue.unchangedSince(u"a.pdf"_s, {20'000}) == Instant{7'800});
    CHECK(queue.ready({}, {21'000}).isEmpty());
    CHECK_FALSE(queue.isWaiting());
    CHECK(queue.ready({file(u"a.pdf"_s, 20, 1)}, {30'000}).isEmpty()); // the same name anew
}

TEST_CASE("Files come in the order of their numbers, and none overtakes one that is still growing",
          "[acquisition][folder]")
{
    FolderQueue queue = patient();
    const auto look = [&](qint64 growing, qint64 now) {
        return queue.ready({file(u"quét 10.jpg"_s), file(u"quét 9.jpg"_s, growing), file(u"quét 8.JPG"_s)}, {now});
    };
    CHECK(look(1, 0).isEmpty());
    CHECK(look(2, 5'000) == QStringList{u"quét 8.JPG"_s});
    CHECK(queue.isWaiting());
    CHECK(look(2, 10'000) == QStringList{u"quét 8.JPG"_s, u"quét 9.jpg"_s, u"quét 10.jpg"_s});
}

TEST_CASE("Temporary names hold their place but are never taken, and not for ever", "[acquisition][folder]")
{
    FolderQueue queue = patient();
    const std::vector<SeenFile> files{file(u"2.pdf"_s), file(u"1.pdf.part"_s), file(u"readme.txt"_s),
                                      file(u"~$3.docx"_s), file(u"0.txt.tmp"_s)};
    CHECK(queue.ready(files, {0}).isEmpty());
    CHECK(queue.ready(files, {10'000}).isEmpty());
    CHECK(queue.isWaiting());
    CHECK(queue.ready(files, {60'000}) == QStringList{u"2.pdf"_s});
    CHECK_FALSE(queue.isWaiting());
}

TEST_CASE("An empty file is one that somebody has just begun", "[acquisition][folder]")
{
    FolderQueue queue = patient();
    queue.ready({file(u"a.png"_s, 0)}, {0});
    CHECK(queue.ready({file(u"a.png"_s, 0)}, {50'000}).isEmpty());
    CHECK(queue.isWaiting());
}

TEST_CASE("Names are told apart", "[acquisition][folder]")
{
    for (const auto &name : {u"a.pdf"_s, u"Ảnh 1.JPEG"_s, u"x.y.tiff"_s, u"a.webp"_s})
        CHECK(FolderQueue::isDocument(name));
    for (const auto &name :
         {u"a.pdf.part"_s, u".a.pdf"_s, u"~$a.pdf"_s, u"a.pdf~"_s, u"a.docx"_s, u"pdf"_s, u"a.PDF.CRDOWNLOAD"_s})
        CHECK_FALSE(FolderQueue::isDocument(name));
}
