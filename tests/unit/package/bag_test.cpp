// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/bag.h"
#include "tests/support/catch.h"

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("A manifest percent-encodes as RFC 8493 says, and reads itself back", "[package]")
{
    const QString hash(64, u'a');
    const Manifest manifest{{u"data/b"_s, hash}, {u"data/50%0A\n\r"_s, hash}, {u"data/%25"_s, hash}};
    const QByteArray bytes = manifestBytes(manifest);
    const QByteArray h = hash.toLatin1();
    CHECK(bytes == h + "  data/%2525\n" + h + "  data/50%250A%0A%0D\n" + h + "  data/b\n");
    QStringList faults;
    CHECK(parseManifest(bytes, u"m"_s, faults) == manifest);
    CHECK(faults.isEmpty());
}

TEST_CASE("A manifest of other tools is read", "[package]")
{
    const QByteArray hash(64, 'B');
    QStringList faults;
    const Manifest manifest = parseManifest(hash + " *data/a b\r\n" + hash + "\tdata/%0a\r\n\r\n", u"m"_s, faults);
    CHECK(faults.isEmpty());
    CHECK(manifest.keys() == QStringList{u"data/\n"_s, u"data/a b"_s});
    CHECK(manifest.value(u"data/a b"_s) == QString(64, u'b'));
}

TEST_CASE("Faults of a manifest are told, but never without end", "[package]")
{
    const QByteArray hash(64, 'b');
    QStringList faults;
    parseManifest(hash + "  data/a\n" + hash + "  data/a\n" + hash.left(63) + "  data/c\nx\n", u"m"_s, faults);
    CHECK(faults == QStringList{u"m line 2: path given twice"_s, u"m line 3: no hash and path"_s,
                                u"m line 4: no hash and path"_s});
    faults.clear();
    parseManifest(QByteArray("x\n").repeated(100'000), u"m"_s, faults);
    CHECK(faults.size() == 51);
}

TEST_CASE("bag-info.txt has one line an element and no empty ones", "[package]")
{
    BagInfo info;
    info.sourceOrganization = u"UBND xã\nTân Văn: một cửa"_s;
    info.baggingDate = QDate(2026, 11, 23);
    info.payloadBytes = 5'000'000'000;
    info.payloadFiles = 5;
    const QByteArray bytes = bagInfoBytes(info);
    CHECK(QString::fromUtf8(bytes) == u"Source-Organization: UBND xã Tân Văn: một cửa\nBagging-Date: 2026-11-23\n"
                                      "Payload-Oxum: 5000000000.5\n"_s);
    CHECK(bagInfoValue(bytes, u"payload-oxum"_s) == u"5000000000.5");
    CHECK(bagInfoValue(bytes, u"Contact-Name"_s).isNull());
}
