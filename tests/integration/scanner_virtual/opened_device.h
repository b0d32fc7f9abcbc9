// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanner/virtual/options.h"
#include "tests/integration/scanner_virtual/paper.h"
#include "tests/support/catch.h"

#include <QFile>

#include <sane/sane.h>

extern "C" {
SANE_Status sane_sohoa_init(SANE_Int *version, SANE_Auth_Callback authorize);
void sane_sohoa_exit();
SANE_Status sane_sohoa_get_devices(const SANE_Device ***list, SANE_Bool localOnly);
SANE_Status sane_sohoa_open(SANE_String_Const name, SANE_Handle *handle);
void sane_sohoa_close(SANE_Handle handle);
SANE_Status sane_sohoa_control_option(SANE_Handle handle, SANE_Int option, SANE_Action action, void *value,
                                      SANE_Int *info);
SANE_Status sane_sohoa_get_parameters(SANE_Handle handle, SANE_Parameters *parameters);
SANE_Status sane_sohoa_start(SANE_Handle handle);
SANE_Status sane_sohoa_read(SANE_Handle handle, SANE_Byte *data, SANE_Int maxLength, SANE_Int *length);
void sane_sohoa_cancel(SANE_Handle handle);
SANE_Status sane_sohoa_set_io_mode(SANE_Handle handle, SANE_Bool nonBlocking);
}

namespace sohoa::test {

/// An opened device of an initialized backend.
class Scanner {
public:
    explicit Scanner(const QString &stack)
    {
        REQUIRE(sane_sohoa_init(nullptr, nullptr) == SANE_STATUS_GOOD);
        REQUIRE(sane_sohoa_open(QFile::encodeName(stack).constData(), &handle) == SANE_STATUS_GOOD);
    }
    ~Scanner()
    {
        sane_sohoa_close(handle);
        sane_sohoa_exit();
    }
    Scanner(const Scanner &) = delete;
    Scanner &operator=(const Scanner &) = delete;

    SANE_Status setText(SANE_Int option, const QByteArray &text)
    {
        QByteArray value = text;
        return sane_sohoa_control_option(handle, option, SANE_ACTION_SET_VALUE, value.data(), nullptr);
    }
    SANE_Status setWord(SANE_Int option, SANE_Word value)
    {
        return sane_sohoa_control_option(handle, option, SANE_ACTION_SET_VALUE, &value, nullptr);
    }
    SANE_Word word(SANE_Int option)
    {
        SANE_Word value = 0;
        REQUIRE(sane_sohoa_control_option(handle, option, SANE_ACTION_GET_VALUE, &value, nullptr) ==
                SANE_STATUS_GOOD);
        return value;
    }
    QByteArray text(SANE_Int option)
    {
        QByteArray value(virtual_scanner::StackPathBytes, 0);
        REQUIRE(sane_sohoa_control_option(handle, option, SANE_ACTION_GET_VALUE, value.data(), nullptr) ==
                SANE_STATUS_GOOD);
        return value.constData();
    }
    SANE_Parameters parameters()
    {
        SANE_Parameters parameters{};
        REQUIRE(sane_sohoa_get_parameters(handle, &parameters) == SANE_STATUS_GOOD);
        return parameters;
    }
    SANE_Status start() { return sane_sohoa_start(handle); }
    /// Reads as far as it goes.
    SANE_Status readTo(QByteArray &bytes, int piece = 32'768)
    {
        QByteArray buffer(piece, 0);
        SANE_Int length = 0;
        SANE_Status status = SANE_STATUS_GOOD;
        while ((status = sane_sohoa_read(handle, reinterpret_cast<SANE_Byte *>(buffer.data()), piece, &length)) ==
               SANE_STATUS_GOOD)
            bytes.append(buffer.constData(), length);
        return status;
    }
    /// Reads to the end in pieces of `piece` bytes.
    QByteArray readAll(int piece = 32'768)
    {
        QByteArray bytes;
        QByteArray buffer(piece, 0);
        SANE_Int length = 0;
        SANE_Status status = SANE_STATUS_GOOD;
        while ((status = sane_sohoa_read(handle, reinterpret_cast<SANE_Byte *>(buffer.data()), piece, &length)) ==
               SANE_STATUS_GOOD) {
            REQUIRE(length > 0);
            REQUIRE(length <= piece);
            bytes.append(buffer.constData(), length);
        }
        REQUIRE(status == SANE_STATUS_EOF);
        return bytes;
    }

    SANE_Handle handle = nullptr;
};

/// Numbered gray pages of different widths: 101.png is 101 pixels wide …
inline void fill(const PaperFolder &folder, int count)
{
    for (int i = 1; i <= count; ++i)
        writeImage(patternImage(100 + i, 60, 8, static_cast<unsigned>(i)).get(),
                   folder.path(QStringLiteral("%1.png").arg(i)));
}

} // namespace sohoa::test
