// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/package/bag.h"
#include "core/package/zip_writer.h"

#include <QCryptographicHash>

#include <utility>

namespace sohoa {

/// A bag on its way into a ZIP: keeps the manifest while entries are written.
class BagWriter {
public:
    BagWriter(DurableFile &file, const QString &folder)
        : m_zip(file)
        , m_folder(folder.toLatin1() + '/')
    {
    }

    Result<void> addPayload(const QString &path, const QByteArray &bytes)
    {
        m_payload[path] = sha256Of(bytes);
        m_payloadBytes += bytes.size();
        return m_zip.add(m_folder + path.toLatin1(), bytes);
    }

    Result<void> addPayload(const QString &path, const MeasuredFile &file)
    {
        m_payload[path] = file.sha256;
        m_payloadBytes += file.bytes;
        return m_zip.add(m_folder + path.toLatin1(), file);
    }

    Result<void> finish(BagInfo info)
    {
        info.payloadBytes = m_payloadBytes;
        info.payloadFiles = static_cast<int>(m_payload.size());
        Manifest tags;
        const std::pair<QString, QByteArray> files[] = {
            {QStringLiteral("bag-info.txt"), bagInfoBytes(info)},
            {QStringLiteral("bagit.txt"), QByteArray(bagDeclaration)},
            {QStringLiteral("manifest-sha256.txt"), manifestBytes(m_payload)}};
        for (const auto &[name, bytes] : files) {
            tags[name] = sha256Of(bytes);
            if (auto added = m_zip.add(m_folder + name.toLatin1(), bytes); !added)
                return added;
        }
        if (auto added = m_zip.add(m_folder + "tagmanifest-sha256.txt", manifestBytes(tags)); !added)
            return added;
        return m_zip.finish();
    }

    const ZipWriter &zip() const { return m_zip; }

private:
    static QString sha256Of(const QByteArray &bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }

    ZipWriter m_zip;
    QByteArray m_folder;
    Manifest m_payload;
    qint64 m_payloadBytes = 0;
};

} // namespace sohoa
