// SPDX-License-Identifier: GPL-3.0-or-later
/// The corpus of a fuzz target as a test: whatever once went wrong goes right. Without SOHOA_REPLAY (the folder)
/// the file is empty, and libFuzzer brings its own main.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#ifdef SOHOA_REPLAY
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

TEST_CASE("The corpus is taken or refused, without a crash", "[fuzz]")
{
    const QDir folder(QStringLiteral(SOHOA_REPLAY));
    const QStringList names = folder.entryList(QDir::Files);
    REQUIRE(names.size() >= 5);
    for (const QString &name : names) {
        INFO(name.toStdString());
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        // As it is, cut short, and with one byte changed here and there.
        const auto run = [](const QByteArray &input) {
            CHECK(LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(input.constData()),
                                         static_cast<size_t>(input.size())) == 0);
        };
        run(bytes);
        run(bytes.left(bytes.size() / 2));
        for (qsizetype at = 0; at < bytes.size(); at += 1 + bytes.size() / 16) {
            QByteArray changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ 0x55);
            run(changed);
        }
    }
}
#endif
