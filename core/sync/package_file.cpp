// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/package_file.h"

#include <QByteArrayView>
#include <QCryptographicHash>

#include <fcntl.h>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pieceBytes = qint64{1} << 20;

tl::unexpected<Error> unreadable(const QFile &file)
{
    return fail(ErrorCode::FileUnreadable, file.errorString(), {{u"path"_s, file.fileName()}});
}

} // namespace

Result<QString> readThrough(QFile &file, const PieceSink &sink)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    while (true) {
        const qint64 got = file.read(piece.data(), pieceBytes);
        if (got < 0)
            return unreadable(file);
        if (got == 0)
            return QString::fromLatin1(hash.result().toHex());
        hash.addData(QByteArrayView(piece.constData(), got));
        if (sink)
            if (auto taken = sink(piece.constData(), got); !taken)
                return fail(std::move(taken).error());
    }
}

Result<QString> hashFile(const QString &path, bool fromDisk, const PieceSink &sink)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(file);
    if (fromDisk) // Advice only: where it is not taken, the check is weaker but not wrong.
        ::posix_fadvise(file.handle(), 0, 0, POSIX_FADV_DONTNEED);
    return readThrough(file, sink);
}

} // namespace sohoa
