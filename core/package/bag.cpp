// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/package/bag.h"

#include "core/base/text.h"

#include <QRegularExpression>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Of one manifest: millions of them, in a hostile one, would fill the memory.
constexpr qsizetype mostFaults = 50;

QString encoded(QString path)
{
    // "%" first, so that it does not encode what it has made.
    return path.replace(u'%', u"%25"_s).replace(u'\r', u"%0D"_s).replace(u'\n', u"%0A"_s);
}

QString decoded(QString path)
{
    return path.replace(u"%0A"_s, u"\n"_s, Qt::CaseInsensitive)
        .replace(u"%0D"_s, u"\r"_s, Qt::CaseInsensitive)
        .replace(u"%25"_s, u"%"_s);
}

} // namespace

QByteArray manifestBytes(const Manifest &manifest)
{
    QByteArray bytes;
    for (auto it = manifest.begin(); it != manifest.end(); ++it)
        bytes += it.value().toLatin1() + "  " + encoded(it.key()).toUtf8() + '\n';
    return bytes;
}

Manifest parseManifest(const QByteArray &bytes, const QString &name, QStringList &faults)
{
    static const QRegularExpression pattern(u"^([0-9a-fA-F]{64})[ \\t]+\\*?(.+)$"_s);
    Manifest manifest;
    int number = 0;
    const qsizetype before = faults.size();
    for (QByteArray line : bytes.split('\n')) {
        ++number;
        if (faults.size() - before >= mostFaults) {
            faults += u"%1: more faults"_s.arg(name);
            break;
        }
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty())
            continue;
        const auto match = pattern.match(QString::fromUtf8(line));
        const QString path = decoded(match.captured(2));
        if (!match.hasMatch())
            faults += u"%1 line %2: no hash and path"_s.arg(name).arg(number);
        else if (manifest.contains(path))
            faults += u"%1 line %2: path given twice"_s.arg(name).arg(number);
        else
            manifest.insert(path, match.captured(1).toLower());
    }
    return manifest;
}

QByteArray bagInfoBytes(const BagInfo &info)
{
    QByteArray bytes;
    const auto add = [&bytes](const char *label, const QString &value) {
        if (const QString line = collapseBlanks(toNfc(value)); !line.isEmpty())
            bytes += QByteArray(label) + ": " + line.toUtf8() + '\n';
    };
    add("Source-Organization", info.sourceOrganization);
    add("Contact-Name", info.contactName);
    add("Bagging-Date", info.baggingDate.toString(Qt::ISODate));
    add("External-Identifier", info.externalIdentifier);
    add("Internal-Sender-Identifier", info.internalSenderIdentifier);
    add("Bag-Software-Agent", info.softwareAgent);
    add("Payload-Oxum", u"%1.%2"_s.arg(info.payloadBytes).arg(info.payloadFiles));
    return bytes;
}

QString bagInfoValue(const QByteArray &bytes, const QString &label)
{
    for (const QString &line : QString::fromUtf8(bytes).split(u'\n'))
        if (line.startsWith(label + u':', Qt::CaseInsensitive))
            return line.mid(label.size() + 1).trimmed();
    return {};
}

} // namespace sohoa
