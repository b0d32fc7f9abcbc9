// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/spool.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

bool isExtension(const QString &ext)
{
    constexpr qsizetype longest = 5;
    return !ext.isEmpty() && ext.size() <= longest && std::all_of(ext.cbegin(), ext.cend(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
    });
}

} // namespace

Spool::Spool(QString folder)
    : m_folder(std::move(folder))
{
}

QString Spool::path(const QString &name) const
{
    return m_folder + u'/' + name;
}

Result<DurableFile> Spool::create(const PageId &page, const QString &ext) const
{
    if (!isExtension(ext))
        return fail(ErrorCode::ValueInvalid, u"spool"_s, {{u"field"_s, u"ext"_s}, {u"value"_s, ext}});
    const QString file = path(page.toString() + u'.' + ext);
    if (QFile::exists(file))
        return fail(ErrorCode::FileUnwritable, u"a master is never written twice"_s, {{u"path"_s, file}});
    return DurableFile::create(file);
}

Result<SpoolFile> Spool::adopt(const PageId &page, const QString &ext, DurableFile file) const
{
    const QString temporary = file.temporaryPath();
    auto sha256 = sha256OfFile(temporary);
    if (!sha256)
        return fail(std::move(sha256).error());
    const SpoolFile adopted{page.toString() + u'.' + ext, *sha256, QFileInfo(temporary).size()};
    if (auto committed = file.commit(); !committed)
        return fail(std::move(committed).error());
    return adopted;
}

Result<SpoolFile> Spool::add(const PageId &page, const QString &ext, const QByteArray &bytes) const
{
    auto file = create(page, ext);
    if (!file)
        return fail(std::move(file).error());
    if (auto written = file->write(bytes); !written)
        return fail(std::move(written).error());
    if (auto committed = file->commit(); !committed)
        return fail(std::move(committed).error());
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return SpoolFile{page.toString() + u'.' + ext, QString::fromLatin1(hash.toHex()), bytes.size()};
}

Result<SpoolFile> Spool::addCopy(const PageId &page, const QString &ext, const QString &source) const
{
    QFile input(source);
    if (!input.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, input.errorString(), {{u"path"_s, source}});
    auto file = create(page, ext);
    if (!file)
        return fail(std::move(file).error());
    constexpr qint64 chunk = qint64{1} << 20;
    while (true) {
        const QByteArray bytes = input.read(chunk);
        if (input.error() != QFile::NoError)
            return fail(ErrorCode::FileUnreadable, input.errorString(), {{u"path"_s, source}});
        if (bytes.isEmpty())
            break;
        if (auto written = file->write(bytes); !written)
            return fail(std::move(written).error());
    }
    return adopt(page, ext, *std::move(file));
}

Result<void> Spool::remove(const QString &name) const
{
    const QString file = path(name);
    if (!QFile::exists(file))
        return {};
    if (!QFile::remove(file))
        return fail(ErrorCode::FileUnwritable, u"remove"_s, {{u"path"_s, file}});
    return syncFolder(m_folder);
}

Result<QString> sha256OfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file) || file.error() != QFile::NoError)
        return fail(ErrorCode::FileUnreadable, file.errorString(), {{u"path"_s, path}});
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace sohoa
