// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QMap>
#include <QString>
#include <QStringList>

namespace sohoa {

/// Tag files of BagIt 1.0 (RFC 8493) as bytes and back.

inline constexpr auto bagDeclaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Path in the bag ("data/…") to its SHA-256 in lower-case hex.
using Manifest = QMap<QString, QString>;

/// One line a file in the order of the paths; "%", CR and LF in them percent-encoded (2.1.3).
QByteArray manifestBytes(const Manifest &manifest);
/// What is wrong with a line is added to `faults`. A path given twice is one of the faults.
Manifest parseManifest(const QByteArray &bytes, const QString &name, QStringList &faults);

struct BagInfo {
    QString sourceOrganization;
    QString contactName;
    QDate baggingDate;
    QString externalIdentifier;
    QString internalSenderIdentifier;
    QString softwareAgent;
    qint64 payloadBytes = 0;
    int payloadFiles = 0;
};

/// bag-info.txt; empty elements are left out, line breaks in values become blanks.
QByteArray bagInfoBytes(const BagInfo &info);
/// The value of the first element `label` of bag-info.txt; null when there is none.
QString bagInfoValue(const QByteArray &bytes, const QString &label);

} // namespace sohoa
