// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/durable_file.h"
#include "core/base/error.h"
#include "core/base/units.h"
#include "core/domain/master_format.h"
#include "core/domain/page_source.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace sohoa {

/// Turns raw rows into the file of a page's master while they come in, so that no page is ever whole in memory
/// (except when the device does not know the length before the end). 8-bit gray and colour become JPEG, or PNG
/// when that is wished; black and white and 16 bits always PNG, without loss. Threads: one at a time; any.
class PageEncoder {
public:
    /// File name ending for a format: "jpg" or "png".
    static QString extension(PixelFormat format, const MasterFormat &master = {});

    /// Writes into `file`, which the caller commits after finish().
    /// Errors: ImageTooLarge, DeviceUnsupported (a size of zero).
    static Result<std::unique_ptr<PageEncoder>> create(const PageGeometry &geometry, DurableFile &file,
                                                       const MasterFormat &master = {});
    virtual ~PageEncoder() = default;
    PageEncoder(const PageEncoder &) = delete;
    PageEncoder &operator=(const PageEncoder &) = delete;

    /// Bytes of rows, cut anywhere; what is beyond the announced height is dropped and counted.
    /// Errors: DiskFull, FileUnwritable.
    Result<void> write(const QByteArray &bytes);
    /// Ends the file. Rows that are missing from the announced height become white.
    /// Errors: as write(); PageIncomplete when not one row came.
    Result<void> finish();

    int width() const { return m_geometry.width; }
    /// Rows in the file, after finish().
    int height() const { return m_height; }
    /// Rows that came, those beyond the announced height too.
    int rowsSeen() const { return m_rowsSeen; }

protected:
    PageEncoder(const PageGeometry &geometry, DurableFile &file);
    virtual Result<void> begin(int height) = 0;
    virtual Result<void> encodeRows(const char *rows, int count) = 0;
    virtual Result<void> end() = 0;

    const PageGeometry m_geometry;
    const qsizetype m_rowBytes;
    DurableFile &m_file;

private:
    Result<void> padToHeight();

    QByteArray m_rest; ///< The beginning of a row; or every row while the height is unknown.
    bool m_begun = false;
    int m_height = 0;
    int m_rowsWritten = 0;
    int m_rowsSeen = 0;
};

} // namespace sohoa
