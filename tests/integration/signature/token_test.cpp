// SPDX-License-Identifier: GPL-3.0-or-later
// Signing with a token, through the helper and a real PKCS#11 module.
#include "core/base/durable_file.h"
#include "tests/integration/signature/rig.h"

#include <QFile>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anySize = qint64{1} << 30;

SigningKey tokenKey(const QString &token, const QString &module = TokenBox::softHsm())
{
    return {.module = module, .token = token};
}

/// A token with the officer's key, and a PDF.
struct Desk : PdfFolder {
    explicit Desk(const CertificateWish &wish = {}, bool withCertificate = true)
    {
        box.addToken(u"canbo"_s, authority.issue(wish), authority, withCertificate);
    }
    SigningOrder order(const QString &output, SignatureRole role = SignatureRole::Officer) const
    {
        return {.input = pdf, .output = file(output), .role = role, .agency = u"UBND xã Hồng Thái"_s};
    }
    /// Nothing but what was there, whatever went wrong.
    QStringList files() const { return QDir(dir.path()).entryList(QDir::Files | QDir::Hidden); }

    TokenBox box;
    Authority authority;
    SystemClock clock;
};

CertificateWish ofKind(KeyKind kind)
{
    CertificateWish wish;
    wish.key = kind;
    return wish;
}

} // namespace

TEST_CASE("A token signs a batch for one PIN", "[token]")
{
    const KeyKind kind = GENERATE(KeyKind::P256, KeyKind::Rsa2048);
    const Desk desk(ofKind(kind));
    const QString logins = desk.file(u"logins"_s);
    const Environment log("SOHOA_TEST_LOGINS", logins.toUtf8());
    SigningSession session(tools(), desk.clock, nullptr);
    const auto opened = open(session, tokenKey(u"canbo"_s, TokenBox::faultyModule()));
    REQUIRE_OK(opened);
    CHECK(opened->commonName == u"Nguyễn Thị Hoa"_s);
    for (int i = 0; i < 5; ++i) {
        const auto order = desk.order(u"đã ký %1.pdf"_s.arg(i));
        const auto done = sign(session, order);
        REQUIRE_OK(done);
        CHECK(done->certificateSerial == opened->serial);
        const auto facts = inspectSignatures(
            order.output, {.authoritiesFile = desk.authority.writeTo(desk.dir.path()), .now = now()});
        REQUIRE_OK(facts);
        REQUIRE(facts->size() == 1);
        CHECK(facts->front().holds());
        CHECK(facts->front().trust == CertificateTrust::Trusted);
        CHECK(facts->front().agency == u"UBND xã Hồng Thái"_s);
    }
    CHECK(readFile(logins, 100).value() == "L");
}

TEST_CASE("A wrong PIN is tried once and never again", "[token]")
{
    const Desk desk;
    const QString logins = desk.file(u"logins"_s);
    const Environment log("SOHOA_TEST_LOGINS", logins.toUtf8());
    const bool isLast = GENERATE(false, true);
    const Environment fault("SOHOA_TEST_FAULT", isLast ? "last-try" : "");
    SigningSession session(tools(), desk.clock, nullptr);
    const auto opened = open(session, tokenKey(u"canbo"_s, TokenBox::faultyModule()), "9999");
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::PinWrong);
    CHECK(opened.error().args.value(u"tries"_s) == (isLast ? u"1"_s : QString()));
    CHECK_FALSE(logLine(opened.error()).contains(u"9999"_s));
    CHECK(readFile(logins, 100).value() == "L");
    const QStringList before = desk.files();
    CHECK_FALSE(sign(session, desk.order(u"out.pdf"_s)));
    CHECK(desk.files() == before);
}

TEST_CASE("A locked token is not tried at all", "[token]")
{
    const Desk desk;
    const QString logins = desk.file(u"logins"_s);
    const Environment log("SOHOA_TEST_LOGINS", logins.toUtf8());
    const Environment fault("SOHOA_TEST_FAULT", "locked");
    SigningSession session(tools(), desk.clock, nullptr);
    const auto opened = open(session, tokenKey(u"canbo"_s, TokenBox::faultyModule()));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::TokenLocked);
    CHECK_FALSE(QFile::exists(logins));
}

TEST_CASE("What keeps a certificate from signing is said", "[token]")
{
    CertificateWish wish;
    bool withCertificate = true;
    ErrorCode expected = ErrorCode::Internal;
    SECTION("expired")
    {
        wish.untilDays = -1;
        expected = ErrorCode::CertificateExpired;
    }
    SECTION("not yet valid")
    {
        wish.fromDays = 2;
        expected = ErrorCode::CertificateNotYet;
    }
    SECTION("for something else")
    {
        wish.keyUsage = u"critical,keyEncipherment"_s;
        expected = ErrorCode::CertificateNoUsage;
    }
    SECTION("missing")
    {
        withCertificate = false;
        expected = ErrorCode::CertificateMissing;
    }
    const Desk desk(wish, withCertificate);
    SigningSession session(tools(), desk.clock, nullptr);
    const auto opened = open(session, tokenKey(u"canbo"_s));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == expected);
}

TEST_CASE("A certificate of another key is noticed before anything is written", "[token]")
{
    const Desk desk;
    Identity stranger = desk.authority.issue();
    stranger.certificate = desk.authority.certify(keyOf(KeyKind::P256, 7), {});
    TokenBox box;
    box.addToken(u"lẫn"_s, stranger, desk.authority);
    SigningSession session(tools(), desk.clock, nullptr);
    REQUIRE_OK(open(session, tokenKey(u"lẫn"_s)));
    const QStringList before = desk.files();
    const auto done = sign(session, desk.order(u"out.pdf"_s));
    REQUIRE_FALSE(done);
    CHECK(done.error().code == ErrorCode::CertificateMissing);
    CHECK(desk.files() == before);
}

TEST_CASE("Which token is meant must be clear", "[token]")
{
    Desk desk;
    const Identity officer = desk.authority.issue();
    const auto failsWith = [&desk](const SigningKey &key) {
        SigningSession session(tools(), desk.clock, nullptr);
        const auto opened = open(session, key);
        return opened ? ErrorCode::Cancelled : opened.error().code;
    };
    CHECK(failsWith(tokenKey({})) == ErrorCode::Cancelled); // the only one
    CHECK(failsWith(tokenKey(u"không có"_s)) == ErrorCode::TokenNotFound);
    desk.box.addToken(u"coquan"_s, officer, desk.authority);
    CHECK(failsWith(tokenKey({})) == ErrorCode::CertificateUnclear);
    CHECK(failsWith(tokenKey(u"coquan"_s)) == ErrorCode::Cancelled);
    CHECK(failsWith(tokenKey(u"coquan"_s, u"/nowhere/libtoken.so"_s)) == ErrorCode::SignModuleMissing);
    CHECK(failsWith(tokenKey(u"coquan"_s, u"libz.so.1"_s)) == ErrorCode::SignModuleMissing);
}

TEST_CASE("A token that fails in the middle of a batch leaves whole files only", "[token]")
{
    const auto [fault, expected] = GENERATE(table<const char *, ErrorCode>({
        {"crash:3", ErrorCode::SignModuleCrashed},
        {"hang:3", ErrorCode::SignModuleHung},
        {"gone:3", ErrorCode::TokenGone},
    }));
    INFO(fault);
    const Desk desk;
    const Environment environment("SOHOA_TEST_FAULT", fault);
    // Long enough for a loaded machine to sign twice, short enough to wait for once.
    SigningSession session(tools(6'000), desk.clock, nullptr);
    REQUIRE_OK(open(session, tokenKey(u"canbo"_s, TokenBox::faultyModule())));
    REQUIRE_OK(sign(session, desk.order(u"1.pdf"_s)));
    REQUIRE_OK(sign(session, desk.order(u"2.pdf"_s)));
    const QStringList before = desk.files();
    const auto third = sign(session, desk.order(u"3.pdf"_s));
    REQUIRE_FALSE(third);
    CHECK(third.error().code == expected);
    CHECK(SigningSession::endsSession(third.error().code));
    // Nobody logs in again by himself.
    const auto fourth = sign(session, desk.order(u"4.pdf"_s));
    REQUIRE_FALSE(fourth);
    CHECK(fourth.error().code == expected);
    CHECK(desk.files() == before);
}

TEST_CASE("A module that crashes when it is loaded harms nobody", "[token]")
{
    const Desk desk;
    const Environment environment("SOHOA_TEST_FAULT", "crash-load");
    SigningSession session(tools(), desk.clock, nullptr);
    const auto opened = open(session, tokenKey(u"canbo"_s, TokenBox::faultyModule()));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::SignModuleCrashed);
}

TEST_CASE("A token that disappears ends the session", "[token]")
{
    Desk desk;
    SigningSession session(tools(), desk.clock, nullptr);
    REQUIRE_OK(open(session, tokenKey(u"canbo"_s)));
    REQUIRE_OK(sign(session, desk.order(u"1.pdf"_s)));
    desk.box.removeTokens();
    const QStringList before = desk.files();
    const auto second = sign(session, desk.order(u"2.pdf"_s));
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::TokenGone);
    CHECK(desk.files() == before);
}

TEST_CASE("Without its helper nothing is signed", "[token]")
{
    const Desk desk;
    SigningSession session({.helperProgram = u"/nowhere/sohoa-sign-helper"_s}, desk.clock, nullptr);
    const auto opened = open(session, tokenKey(u"canbo"_s));
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::HelperMissing);
}
