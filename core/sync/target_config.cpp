// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/target_config.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxTokenBytes = 8192;

tl::unexpected<Error> badAddress(const QString &reason, const QString &detail)
{
    return fail(ErrorCode::UsageError, detail, {{u"reason"_s, reason}});
}

tl::unexpected<Error> badToken(const QString &reason, const QString &detail)
{
    return fail(ErrorCode::RepositoryUnauthorized, detail, {{u"reason"_s, reason}});
}

bool isLoopback(const QString &host)
{
    return host == u"localhost"_s || QHostAddress(host).isLoopback();
}

Result<TargetConfig> parseTus(const QString &name, const QString &address, bool allowPlainHttp)
{
    QUrl url(address.mid(u"tus+"_s.size()), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return badAddress(u"host"_s, u"the address has no host"_s);
    if (!url.userInfo().isEmpty())
        return badAddress(u"credentials"_s, u"a user or password may not stand in the address"_s);
    if (url.hasQuery() || url.hasFragment())
        return badAddress(u"query"_s, u"the address may have no query and no fragment"_s);
    if (url.scheme() == u"http"_s && !allowPlainHttp && !isLoopback(url.host()))
        return badAddress(u"plain_http"_s,
                          u"plain http would send files about citizens readable by anyone on the way"_s);
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return TargetConfig{.name = name, .kind = TargetKind::Tus, .url = url, .allowPlainHttp = allowPlainHttp};
}

} // namespace

Result<TargetConfig> parseTarget(const QString &name, const QString &address, bool allowPlainHttp)
{
    static const QRegularExpression names(u"\\A[A-Za-z0-9_.-]{1,64}\\z"_s);
    if (!names.match(name).hasMatch())
        return fail(ErrorCode::ValueInvalid, u"name of a target"_s,
                    {{u"field"_s, u"name"_s}, {u"value"_s, name.left(64)}});
    if (address.startsWith(u"tus+https://"_s) || address.startsWith(u"tus+http://"_s))
        return parseTus(name, address, allowPlainHttp);
    if (!address.startsWith(u"folder:"_s))
        return badAddress(u"scheme"_s, u"an address begins with tus+https://, tus+http:// or folder:"_s);
    const QString folder = address.mid(u"folder:"_s.size());
    if (!QDir::isAbsolutePath(folder) || folder.contains(QChar(u'\0')))
        return badAddress(u"folder"_s, u"the folder needs its whole path"_s);
    return TargetConfig{.name = name, .kind = TargetKind::Folder, .folder = QDir::cleanPath(folder)};
}

QString targetAddress(const TargetConfig &target)
{
    return target.kind == TargetKind::Tus ? u"tus+"_s + target.url.toString(QUrl::FullyEncoded)
                                          : u"folder:"_s + target.folder;
}

Result<QByteArray> readToken(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return badToken(u"token_missing"_s, u"token file: "_s + file.errorString());
    // Asked of the open file: the one under the name may be exchanged meanwhile.
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                            QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    if (file.permissions() & others)
        return badToken(u"token_open"_s, u"the token file must be readable by its owner only (chmod 600)"_s);
    const QByteArray token = file.read(maxTokenBytes + 1).trimmed();
    const bool printable =
        std::all_of(token.cbegin(), token.cend(), [](char letter) { return letter > 0x20 && letter < 0x7f; });
    if (token.isEmpty() || token.size() > maxTokenBytes || !printable)
        return badToken(u"token_invalid"_s, u"the token file holds no token"_s);
    return token;
}

} // namespace sohoa
