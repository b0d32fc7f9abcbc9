// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/practice_repository.h"

#include "core/base/durable_file.h"
#include "core/package/package_inspection.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

QJsonArray reasonsFor(const Result<PackageInspection> &package)
{
    QStringList lines = package ? package->violations : QStringList{package.error().detail};
    QJsonArray reasons;
    for (const QString &line : lines)
        reasons.append(QJsonObject{{u"code"_s, u"INVALID"_s}, {u"message"_s, line}, {u"field"_s, QString()}});
    return reasons;
}

} // namespace

Result<int> answerHandOvers(const QString &folder, const QString &packageSchema, const Clock &clock)
{
    const QDir in(folder);
    if (!in.mkpath(u"receipts"_s))
        return fail(ErrorCode::FileUnwritable, u"mkdir receipts"_s, {{u"path"_s, folder}});
    int written = 0;
    for (const QString &name : in.entryList({u"*.zip"_s}, QDir::Files, QDir::Name)) {
        const QString id = QFileInfo(name).completeBaseName();
        const QString receipt = in.filePath(u"receipts/"_s + id + u".json"_s);
        if (QFileInfo::exists(receipt))
            continue;
        const auto package = inspectPackage(in.filePath(name), packageSchema);
        const QJsonArray reasons = reasonsFor(package);
        const bool accepted = reasons.isEmpty();
        const QJsonObject json{{u"package_id"_s, id},
                               {u"sha256"_s, package ? package->sha256 : QString(64, u'0')},
                               {u"status"_s, accepted ? u"accepted"_s : u"rejected"_s},
                               {u"repository_id"_s, accepted ? u"PRACTICE-"_s + id.left(13) : QString()},
                               {u"reasons"_s, reasons},
                               {u"received_at"_s, clock.now().toString()}};
        if (auto done = writeDurably(receipt, QJsonDocument(json).toJson()); !done)
            return fail(done.error());
        ++written;
    }
    return written;
}

} // namespace sohoa
