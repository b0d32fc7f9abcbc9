// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/durable_file.h"
#include "core/sync/target_config.h"
#include "core/sync/tus_endpoint.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

QString refusal(const QString &address)
{
    const auto target = parseTarget(u"kho"_s, address);
    return target ? u"taken"_s : target.error().args.value(u"reason"_s);
}

} // namespace

TEST_CASE("Addresses of targets are read and written", "[sync][target]")
{
    for (const auto &address :
         {u"tus+https://kho.example.vn/files"_s, u"tus+http://127.0.0.1:8080/files"_s,
          u"tus+http://localhost:8080"_s, u"tus+http://[::1]:8080/a%20b"_s, u"folder:/media/cán bộ/USB 1"_s}) {
        INFO(address.toStdString());
        const auto target = parseTarget(u"kho"_s, address);
        REQUIRE_OK(target);
        CHECK(targetAddress(*target) == address);
    }
    const auto tus = parseTarget(u"kho"_s, u"tus+https://kho.example.vn/files//"_s);
    CHECK(tus->kind == TargetKind::Tus);
    CHECK(tus->url.toString() == u"https://kho.example.vn/files"_s);
    CHECK(parseTarget(u"usb"_s, u"folder:/media/x/../usb/"_s)->folder == u"/media/usb"_s);
}

TEST_CASE("Addresses that would leak or lead nowhere are refused by name", "[sync][target]")
{
    CHECK(refusal(u"tus+http://kho.example.vn/files"_s) == u"plain_http"_s);
    CHECK(refusal(u"tus+http://127.0.0.1.example.vn/files"_s) == u"plain_http"_s);
    CHECK(refusal(u"tus+http://192.168.1.2/files"_s) == u"plain_http"_s);
    CHECK(parseTarget(u"kho"_s, u"tus+http://192.168.1.2/files"_s, true));
    CHECK(refusal(u"tus+https://user:secret@kho.example.vn/"_s) == u"credentials"_s);
    CHECK(refusal(u"tus+https://kho.example.vn/?token=secret"_s) == u"query"_s);
    CHECK(refusal(u"tus+https:///files"_s) == u"host"_s);
    CHECK(refusal(u"https://kho.example.vn/"_s) == u"scheme"_s);
    CHECK(refusal(u"tus+ftp://kho.example.vn/"_s) == u"scheme"_s);
    CHECK(refusal(u""_s) == u"scheme"_s);
    CHECK(refusal(u"folder:media/usb"_s) == u"folder"_s);
    CHECK(refusal(u"folder:"_s) == u"folder"_s);
    for (const auto &name : {u""_s, u"a b"_s, u"../x"_s, u"kho\n"_s, QString(65, u'a')})
        CHECK(parseTarget(name, u"folder:/x"_s).error().code == ErrorCode::ValueInvalid);
}

TEST_CASE("A token is taken from a file that only its owner can read", "[sync][target]")
{
    const QTemporaryDir folder(QDir::tempPath() + u"/khoá bí mật XXXXXX"_s);
    const QString path = folder.filePath(u"token"_s);
    const auto reason = [&] { return readToken(path).error().args.value(u"reason"_s); };

    CHECK(reason() == u"token_missing"_s);
    REQUIRE_OK(writeDurably(path, " s3cret\n"));
    CHECK(readToken(path).value() == QByteArray("s3cret"));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    CHECK(reason() == u"token_open"_s);
    for (const QByteArray &bad : {QByteArray(" \n"), QByteArray("two\nlines"), QByteArray(9000, 'x')}) {
        REQUIRE_OK(writeDurably(path, bad));
        CHECK(reason() == u"token_invalid"_s);
    }
}

TEST_CASE("An upload's address stays with its repository", "[sync][target]")
{
    const auto target = parseTarget(u"kho"_s, u"tus+https://kho.example.vn/files"_s);
    const auto endpoint = TusEndpoint::open(*target, 1000);
    REQUIRE_OK(endpoint);
    const auto resolved = [&](const char *location) {
        const auto url = (*endpoint)->resolve(location);
        return url ? url->toString() : u"refused"_s;
    };
    CHECK(resolved("/files/1") == u"https://kho.example.vn/files/1"_s);
    CHECK(resolved("https://kho.example.vn/files/1") == u"https://kho.example.vn/files/1"_s);
    CHECK(resolved("https://KHO.example.vn:443/files/1") != u"refused"_s);
    CHECK(resolved("http://kho.example.vn/files/1") == u"refused"_s);
    CHECK(resolved("https://kho.example.vn:8443/files/1") == u"refused"_s);
    CHECK(resolved("//evil.example/files/1") == u"refused"_s);
    CHECK(resolved("https://kho.example.vn@evil.example/") == u"refused"_s);
    CHECK(resolved("file:///etc/passwd") == u"refused"_s);
    CHECK(resolved("") == u"refused"_s);
    CHECK((*endpoint)->receiptUrl(u"x"_s).toString() == u"https://kho.example.vn/files/receipts/x"_s);
}

TEST_CASE("Wrong certificates are named before anything is sent", "[sync][target]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ca.pem"_s);
    auto target = parseTarget(u"kho"_s, u"tus+https://kho.example.vn/files"_s).value();
    target.caFile = path;
    CHECK(TusEndpoint::open(target, 1000).error().args.value(u"reason"_s) == u"ca_file"_s);
    REQUIRE_OK(writeDurably(path, "no certificate"));
    CHECK(TusEndpoint::open(target, 1000).error().code == ErrorCode::TlsFailed);
}
