// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/sync/bag.h"

#include "core/base/clock.h"
#include "core/base/durable_file.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <array>
#include <random>
#include <stdexcept>
#include <vector>

namespace sohoa::test {

using namespace Qt::StringLiterals;

namespace {

quint32 crc32(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> values{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = value & 1U ? 0xedb88320U ^ (value >> 1U) : value >> 1U;
            values[i] = value;
        }
        return values;
    }();
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<quint8>(byte)) & 0xffU] ^ (crc >> 8U);
    return crc ^ 0xffffffffU;
}

template <class T> QByteArray little(std::initializer_list<T> values)
{
    QByteArray bytes;
    for (const T value : values) {
        const T swapped = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char *>(&swapped), sizeof swapped);
    }
    return bytes;
}

struct Entry {
    QByteArray name;
    QByteArray bytes;
};

QByteArray zipOf(const std::vector<Entry> &entries)
{
    QByteArray zip;
    QByteArray directory;
    for (const auto &[name, bytes] : entries) {
        const auto size = static_cast<quint32>(bytes.size());
        const QByteArray common = little<quint16>({10, 0, 0, 0, 0x21}) +
                                  little<quint32>({crc32(bytes), size, size}) +
                                  little<quint16>({static_cast<quint16>(name.size()), 0});
        directory += "PK\x01\x02" + little<quint16>({10}) + common + little<quint16>({0, 0, 0}) +
                     little<quint32>({0, static_cast<quint32>(zip.size())}) + name;
        zip += "PK\x03\x04" + common + name + bytes;
    }
    const auto count = static_cast<quint16>(entries.size());
    const QByteArray end =
        "PK\x05\x06" + little<quint16>({0, 0, count, count}) +
        little<quint32>({static_cast<quint32>(directory.size()), static_cast<quint32>(zip.size())}) +
        little<quint16>({0});
    return zip + directory + end;
}

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

} // namespace

OutboxItem makePackage(const QString &folder, qint64 payload, unsigned seed, const PackageId &id)
{
    OutboxItem item;
    item.package = id.isNull() ? PackageId::make(SystemClock()) : id;
    item.dossier = DossierId::make(SystemClock());
    item.target = u"kho"_s;

    QByteArray data(payload, Qt::Uninitialized);
    std::minstd_rand random(seed);
    for (char &byte : data)
        byte = static_cast<char>(random() >> 8U);
    const QByteArray bagit = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    const QByteArray manifest = hashOf(data) + "  data/scan.pdf\n";
    const QByteArray tags = hashOf(bagit) + "  bagit.txt\n" + hashOf(manifest) + "  manifest-sha256.txt\n";
    const QByteArray root = item.package.toString().toLatin1() + '/';
    const QByteArray zip = zipOf({{root + "bagit.txt", bagit},
                                  {root + "manifest-sha256.txt", manifest},
                                  {root + "tagmanifest-sha256.txt", tags},
                                  {root + "data/scan.pdf", data}});
    item.file = folder + u'/' + item.package.toString() + u".zip"_s;
    item.bytes = zip.size();
    item.sha256 = QString::fromLatin1(hashOf(zip));
    if (const auto written = writeDurably(item.file, zip); !written)
        throw std::runtime_error(logLine(written.error()).toStdString());
    return item;
}

} // namespace sohoa::test
