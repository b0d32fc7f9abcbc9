// SPDX-License-Identifier: GPL-3.0-or-later
// `sohoactl sign` and `sohoactl verify`, as a script calls them.
#include "core/base/durable_file.h"
#include "core/base/installation.h"
#include "tests/integration/signature/rig.h"
#include "tests/unit/pdf/samples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

using namespace sohoa;
using namespace sohoa::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int wrongUsage = 2;
constexpr int inPart = 3;

struct Outcome {
    int status = -1;
    QByteArray out;
    QByteArray err;
    QJsonObject object() const { return QJsonDocument::fromJson(out.split('\n').first()).object(); }
};

Outcome sohoactl(const QStringList &arguments)
{
    QProcess process;
    process.start(programPath(u"sohoactl"_s), QStringList{u"--json"_s} + arguments);
    REQUIRE(process.waitForFinished(120'000));
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

struct Office : PdfFolder {
    Office()
    {
        REQUIRE(writeDurably(file(u"officer.p12"_s), authority.issue().pkcs12("1234")));
        CertificateWish agency;
        agency.commonName = u"UBND xã Hồng Thái"_s;
        REQUIRE(writeDurably(file(u"agency.p12"_s), authority.issue(agency).pkcs12("1234")));
        REQUIRE(writeDurably(file(u"pin"_s), "1234\n"));
        REQUIRE(writeDurably(file(u"wrong"_s), "4321\n"));
        REQUIRE(QFile::copy(pdf, file(u"2.pdf"_s)));
    }
    Outcome sign(const QStringList &files, const QString &role, const QStringList &more = {},
                 const QString &pin = u"pin"_s) const
    {
        return sohoactl(
            QStringList{u"sign"_s} + files +
            QStringList{u"--p12"_s, file(role + u".p12"_s), u"--role"_s, role, u"--pin-file"_s, file(pin)} + more);
    }

    Authority authority;
};

} // namespace

TEST_CASE("A script signs for officer and agency and verifies", "[command-line]")
{
    const Office office;
    const QString out = office.file(u"đã ký"_s);
    const auto officer = office.sign({office.pdf, office.file(u"2.pdf"_s)}, u"officer"_s, {u"-o"_s, out});
    INFO(officer.err.toStdString());
    CHECK(officer.status == done);
    CHECK(officer.out.count('\n') == 2);
    CHECK(officer.object()[u"signer"_s] == u"Nguyễn Thị Hoa"_s);
    const QString signedFile = out + u"/giấy khai sinh.pdf"_s;
    CHECK(office.sign({signedFile}, u"agency"_s, {u"--agency"_s, u"UBND xã Hồng Thái"_s}).status == done);

    const QString authorities = office.authority.writeTo(office.dir.path());
    const auto verified = sohoactl({u"verify"_s, signedFile, u"--ca"_s, authorities});
    INFO(verified.out.toStdString());
    CHECK(verified.status == done);
    const QJsonArray signatures = verified.object()[u"signatures"_s].toArray();
    REQUIRE(signatures.size() == 2);
    CHECK(signatures[0][u"role"_s] == u"officer"_s);
    CHECK(signatures[1][u"role"_s] == u"agency"_s);
    CHECK(signatures[1][u"trusted"_s] == true);
    CHECK(signatures[1][u"whole_document"_s] == true);
    CHECK(signatures[1][u"signed_at"_s].toString().endsWith(u"+07:00"_s));

    QByteArray bytes = readFile(signedFile, 1 << 24).value();
    bytes[bytes.size() / 8] = static_cast<char>(bytes[bytes.size() / 8] ^ 1);
    REQUIRE(writeDurably(signedFile, bytes));
    const auto tampered = sohoactl({u"verify"_s, signedFile});
    CHECK(tampered.status == failed);
    CHECK(tampered.object()[u"signatures"_s][0][u"holds"_s] == false);
}

TEST_CASE("What goes wrong is said, and no PIN is in it", "[command-line]")
{
    const Office office;
    const auto wrongPin = office.sign({office.pdf}, u"officer"_s, {}, u"wrong"_s);
    CHECK(wrongPin.status == failed);
    CHECK_FALSE((wrongPin.out + wrongPin.err).contains("4321"));
    CHECK(wrongPin.err.contains("officer.p12"));
    const QByteArray before = readFile(office.pdf, 1 << 24).value();

    const auto partly = office.sign({office.file(u"nowhere.pdf"_s), office.pdf}, u"officer"_s);
    CHECK(partly.status == inPart);
    CHECK(readFile(office.pdf, 1 << 24).value().startsWith(before));

    CHECK(sohoactl({u"sign"_s, office.pdf}).status == wrongUsage);
    CHECK(sohoactl({u"sign"_s, u"--p12"_s, u"x"_s}).status == wrongUsage);
    CHECK(office.sign({office.pdf}, u"officer"_s, {u"--tsa"_s, u"ftp://x"_s}).status == wrongUsage);
}
