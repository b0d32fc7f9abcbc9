// SPDX-License-Identifier: GPL-3.0-or-later
// Signing with a PKCS#12 file, and timestamps over HTTP.
#include "core/base/durable_file.h"
#include "core/sync/timestamp_client.h"
#include "tests/integration/signature/rig.h"
#include "tests/unit/pdf/samples.h"

#include <QTcpSocket>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto password = "mật khẩu";

struct KeyFileDesk : PdfFolder {
    KeyFileDesk()
        : keyFile(file(u"cán bộ.p12"_s))
    {
        REQUIRE(writeDurably(keyFile, authority.issue().pkcs12(password, authority.root().certificate.get())));
    }
    SigningKey key() const { return {.keyFile = keyFile}; }
    SigningOrder order() const { return {.input = pdf, .output = file(u"out.pdf"_s)}; }

    Authority authority;
    SystemClock clock;
    QString keyFile;
};

} // namespace

TEST_CASE("A key file signs", "[key-file]")
{
    const KeyFileDesk desk;
    SigningSession session(tools(), desk.clock, nullptr);
    REQUIRE_OK(open(session, desk.key(), password));
    REQUIRE_OK(sign(session, desk.order()));
    const auto facts = inspectSignatures(
        desk.order().output, {.authoritiesFile = desk.authority.writeTo(desk.dir.path()), .now = now()});
    REQUIRE_OK(facts);
    CHECK(facts->front().holds());
    CHECK(facts->front().trust == CertificateTrust::Trusted);
    CHECK(facts->front().agency == u"UBND xã Hồng Thái"_s); // the certificate's organisation
}

TEST_CASE("A key file of the old encryption signs", "[key-file]")
{
    const KeyFileDesk desk;
    const Identity officer = desk.authority.issue();
    REQUIRE(writeDurably(desk.file(u"key.pem"_s), officer.keyPem()));
    REQUIRE(writeDurably(desk.file(u"certificate.pem"_s), officer.pem()));
    const QString old = desk.file(u"cũ.pfx"_s);
    REQUIRE(
        run(u"openssl"_s, {u"pkcs12"_s, u"-export"_s, u"-legacy"_s, u"-inkey"_s, desk.file(u"key.pem"_s), u"-in"_s,
                           desk.file(u"certificate.pem"_s), u"-out"_s, old, u"-passout"_s, u"pass:1234"_s})
            .exitCode == 0);
    SigningSession session(tools(), desk.clock, nullptr);
    REQUIRE_OK(open(session, {.keyFile = old}, "1234"));
}

TEST_CASE("What is wrong with a key file is said", "[key-file]")
{
    const KeyFileDesk desk;
    const auto failsWith = [&desk](const QString &path, const char *secret) {
        SigningSession session(tools(), desk.clock, nullptr);
        const auto opened = open(session, {.keyFile = path}, secret);
        return opened ? ErrorCode::Cancelled : opened.error().code;
    };
    CHECK(failsWith(desk.keyFile, "khác") == ErrorCode::KeyFilePassword);
    CHECK(failsWith(desk.keyFile, "") == ErrorCode::KeyFilePassword);
    CHECK(failsWith(desk.pdf, password) == ErrorCode::KeyFileUnreadable);
    CHECK(failsWith(desk.file(u"nowhere.p12"_s), password) == ErrorCode::FileUnreadable);
}

TEST_CASE("With a timestamp service the signature is B-T", "[timestamp]")
{
    const KeyFileDesk desk;
    const TimestampServer server(desk.authority, desk.dir.path());
    TimestampClient client{QUrl(server.url())};
    SigningSession session(tools(), desk.clock, &client);
    REQUIRE_OK(open(session, desk.key(), password));
    const auto done = sign(session, desk.order());
    REQUIRE_OK(done);
    CHECK(done->isTimestamped);
    const auto facts = inspectSignatures(
        desk.order().output, {.authoritiesFile = desk.authority.writeTo(desk.dir.path()), .now = now()});
    REQUIRE_OK(facts);
    REQUIRE(facts->front().timestamp);
    CHECK(facts->front().timestamp->intact);
    CHECK(facts->front().timestamp->trust == CertificateTrust::Trusted);
    CHECK(server.asked == 1);
}

TEST_CASE("Without the timestamp that was wanted nothing is signed", "[timestamp]")
{
    const KeyFileDesk desk;
    TimestampServer server(desk.authority, desk.dir.path());
    TimestampClient client(QUrl(server.url()), 1'000);
    SigningSession session(tools(), desk.clock, &client);
    REQUIRE_OK(open(session, desk.key(), password));
    ErrorCode expected = ErrorCode::TimestampInvalid;
    SECTION("nonsense")
    {
        server.behaviour = TimestampServer::Behaviour::Nonsense;
    }
    SECTION("an old answer")
    {
        REQUIRE_OK(sign(session, {.input = desk.pdf, .output = desk.file(u"first.pdf"_s)}));
        server.behaviour = TimestampServer::Behaviour::ForAnotherQuestion;
    }
    SECTION("out of order")
    {
        server.behaviour = TimestampServer::Behaviour::Refuses;
        expected = ErrorCode::TimestampUnreachable;
    }
    SECTION("silent")
    {
        server.behaviour = TimestampServer::Behaviour::Silent;
        expected = ErrorCode::TimestampUnreachable;
    }
    SECTION("not there")
    {
        server.close();
        expected = ErrorCode::TimestampUnreachable;
    }
    const auto done = sign(session, desk.order());
    REQUIRE_FALSE(done);
    CHECK(done.error().code == expected);
    CHECK(done.error().args.value(u"url"_s) ==
          server.url().replace(u":0/"_s, u":%1/"_s.arg(client.url().section(u':', 2).section(u'/', 0, 0))));
    CHECK_FALSE(QFile::exists(desk.order().output));
}
