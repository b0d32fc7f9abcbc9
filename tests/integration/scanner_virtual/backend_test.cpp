// SPDX-License-Identifier: GPL-3.0-or-later
// The backend's functions called directly, so that they run under the sanitizers.
#include "scanner/virtual/options.h"
#include "tests/integration/scanner_virtual/opened_device.h"
#include "tests/integration/scanner_virtual/paper.h"
#include "tests/support/catch.h"

#include <QFile>

#include <sane/sane.h>

#include <atomic>
#include <chrono>
#include <cstring>
#include <thread>

using namespace sohoa::test;
using namespace sohoa::virtual_scanner;
using namespace Qt::StringLiterals;

TEST_CASE("Parameters are right before and after the start", "[scanner_virtual]")
{
    const PaperFolder folder;
    fill(folder, 2);
    Scanner scanner(folder.path());
    REQUIRE(scanner.setText(OptionSet::ModeOption, "Gray") == SANE_STATUS_GOOD);
    for (const int width : {101, 102}) {
        const SANE_Parameters before = scanner.parameters();
        CHECK(before.pixels_per_line == width);
        CHECK(before.bytes_per_line == width);
        CHECK(before.lines == 60);
        CHECK(before.depth == 8);
        CHECK(before.format == SANE_FRAME_GRAY);
        CHECK(before.last_frame == SANE_TRUE);
        REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
        const SANE_Parameters after = scanner.parameters();
        CHECK(std::memcmp(&before, &after, sizeof before) == 0);
        // Odd pieces must join without a seam.
        CHECK(scanner.readAll(7).size() == qsizetype{width} * 60);
    }
    CHECK(sane_sohoa_start(scanner.handle) == SANE_STATUS_NO_DOCS);
    CHECK(sane_sohoa_start(scanner.handle) == SANE_STATUS_NO_DOCS);
    CHECK(scanner.parameters().pixels_per_line == 2480);
}

TEST_CASE("Calls out of order are refused", "[scanner_virtual]")
{
    const PaperFolder folder;
    fill(folder, 2);
    Scanner scanner(folder.path());
    SANE_Byte byte = 0;
    SANE_Int length = 5;
    CHECK(sane_sohoa_read(scanner.handle, &byte, 1, &length) == SANE_STATUS_INVAL);
    CHECK(length == 0);
    REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
    CHECK(sane_sohoa_start(scanner.handle) == SANE_STATUS_DEVICE_BUSY);
    CHECK(scanner.setWord(OptionSet::Resolution, 150) == SANE_STATUS_DEVICE_BUSY);
    CHECK(sane_sohoa_read(scanner.handle, nullptr, 1, &length) == SANE_STATUS_INVAL);
    CHECK(scanner.readAll().size() == qsizetype{101} * 60 * 3);
    CHECK(scanner.setWord(OptionSet::Resolution, 150) == SANE_STATUS_GOOD);
    CHECK(sane_sohoa_set_io_mode(scanner.handle, SANE_TRUE) == SANE_STATUS_UNSUPPORTED);
    CHECK(sane_sohoa_set_io_mode(scanner.handle, SANE_FALSE) == SANE_STATUS_GOOD);
    CHECK(sane_sohoa_start(nullptr) == SANE_STATUS_INVAL);
    SANE_Handle other = nullptr;
    CHECK(sane_sohoa_open("/nowhere/at/all", &other) == SANE_STATUS_INVAL);
    CHECK(sane_sohoa_open("unknown", &other) == SANE_STATUS_INVAL);
}

TEST_CASE("A damaged sheet is reported and the next one follows", "[scanner_virtual]")
{
    const PaperFolder folder;
    fill(folder, 3);
    writeText(folder.path(u"2.png"_s), "not an image, only called one");
    Scanner scanner(folder.path());
    REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
    CHECK(scanner.readAll().size() == qsizetype{101} * 60 * 3);
    CHECK(sane_sohoa_start(scanner.handle) == SANE_STATUS_IO_ERROR);
    REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
    CHECK(scanner.parameters().pixels_per_line == 103);
}

TEST_CASE("Each handle has a stack of its own, and a stack can be laid in", "[scanner_virtual]")
{
    const PaperFolder folder;
    const PaperFolder next;
    fill(folder, 1);
    writeImage(patternImage(150, 50, 8, 9).get(), next.path(u"a.png"_s));
    Scanner scanner(folder.path());
    REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
    scanner.readAll();
    CHECK(sane_sohoa_start(scanner.handle) == SANE_STATUS_NO_DOCS);

    SANE_Handle second = nullptr;
    REQUIRE(sane_sohoa_open(QFile::encodeName(folder.path()).constData(), &second) == SANE_STATUS_GOOD);
    CHECK(sane_sohoa_start(second) == SANE_STATUS_GOOD);
    sane_sohoa_close(second);

    CHECK(scanner.setText(OptionSet::StackPath, "/nowhere") == SANE_STATUS_INVAL);
    REQUIRE(scanner.setText(OptionSet::StackPath, QFile::encodeName(next.path())) == SANE_STATUS_GOOD);
    QByteArray path(StackPathBytes, 'x');
    REQUIRE(sane_sohoa_control_option(scanner.handle, OptionSet::StackPath, SANE_ACTION_GET_VALUE, path.data(),
                                      nullptr) == SANE_STATUS_GOOD);
    CHECK(QByteArray(path.constData()) == QFile::encodeName(next.path()));
    REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
    CHECK(scanner.parameters().pixels_per_line == 150);
}

TEST_CASE("The flatbed takes page after page", "[scanner_virtual]")
{
    const PaperFolder folder;
    fill(folder, 2);
    Scanner scanner(folder.path());
    REQUIRE(scanner.setText(OptionSet::SourceOption, "Flatbed") == SANE_STATUS_GOOD);
    for (const int width : {101, 102}) {
        REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
        CHECK(scanner.parameters().pixels_per_line == width);
        scanner.readAll();
        sane_sohoa_cancel(scanner.handle);
    }
    CHECK(sane_sohoa_start(scanner.handle) == SANE_STATUS_NO_DOCS);
}

TEST_CASE("A cancel ejects the sheet", "[scanner_virtual]")
{
    const PaperFolder folder;
    fill(folder, 4);
    Scanner scanner(folder.path());
    SANE_Byte byte = 0;
    SANE_Int length = 0;

    SECTION("simplex: the next sheet follows")
    {
        REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
        sane_sohoa_cancel(scanner.handle);
        sane_sohoa_cancel(scanner.handle);
        CHECK(sane_sohoa_read(scanner.handle, &byte, 1, &length) == SANE_STATUS_CANCELLED);
        CHECK(length == 0);
        CHECK(scanner.setWord(OptionSet::Resolution, 300) == SANE_STATUS_GOOD);
        REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
        CHECK(scanner.parameters().pixels_per_line == 102);
    }
    SECTION("duplex: with its back")
    {
        REQUIRE(scanner.setText(OptionSet::SourceOption, "ADF Duplex") == SANE_STATUS_GOOD);
        REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
        sane_sohoa_cancel(scanner.handle);
        REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
        CHECK(scanner.parameters().pixels_per_line == 103);
    }
}

TEST_CASE("Cancelling wakes a slow feeder at once", "[scanner_virtual]")
{
    const PaperFolder folder;
    fill(folder, 3);
    Scanner scanner(folder.path());
    // A sheet takes a minute: whoever is not woken, waits.
    REQUIRE(scanner.setWord(OptionSet::PagesPerMinute, 1) == SANE_STATUS_GOOD);
    REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
    SANE_Handle handle = scanner.handle;
    const auto begin = std::chrono::steady_clock::now();

    SECTION("in sane_read")
    {
        std::thread canceller([handle] { sane_sohoa_cancel(handle); });
        QByteArray buffer(100'000, 0);
        SANE_Int length = 0;
        SANE_Status status = SANE_STATUS_GOOD;
        while (status == SANE_STATUS_GOOD)
            status = sane_sohoa_read(handle, reinterpret_cast<SANE_Byte *>(buffer.data()), 100'000, &length);
        canceller.join();
        CHECK(status == SANE_STATUS_CANCELLED);
    }
    SECTION("in sane_start, where the waiting sheet stays in the feeder")
    {
        sane_sohoa_cancel(handle);
        SANE_Status status = SANE_STATUS_GOOD;
        std::thread starter([&status, handle] { status = sane_sohoa_start(handle); });
        // A cancel that comes before the start does not count: repeat until one has come during it.
        std::atomic<bool> done = false;
        std::thread canceller([&done, handle] {
            while (!done)
                sane_sohoa_cancel(handle);
        });
        starter.join();
        done = true;
        canceller.join();
        CHECK(status == SANE_STATUS_CANCELLED);
        CHECK(scanner.parameters().pixels_per_line == 102);
    }
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("The pace holds sheets and rows back", "[scanner_virtual]")
{
    const PaperFolder folder;
    fill(folder, 4);
    Scanner scanner(folder.path());
    REQUIRE(scanner.setWord(OptionSet::PagesPerMinute, 600) == SANE_STATUS_GOOD);
    const auto begin = std::chrono::steady_clock::now();
    for (int page = 1; page <= 4; ++page) {
        REQUIRE(sane_sohoa_start(scanner.handle) == SANE_STATUS_GOOD);
        CHECK(scanner.readAll().size() == qsizetype{100 + page} * 60 * 3);
    }
    // Three whole intervals of 100 ms and the passage of the last sheet.
    CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(390));
}
