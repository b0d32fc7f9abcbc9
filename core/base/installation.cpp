// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/installation.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

QString firstExisting(const QStringList &candidates)
{
    for (const QString &candidate : candidates)
        if (QFileInfo::exists(candidate))
            return QFileInfo(candidate).absoluteFilePath();
    return {};
}

/// The folders in which a program may stand: the named one alone when one is named.
QStringList programFolders()
{
    if (const QString named = qEnvironmentVariable("SOHOA_BIN"); !named.isEmpty())
        return {named};
    const QString here = QCoreApplication::applicationDirPath();
    return {here, here + u"/../libexec/sohoa"_s, QStringLiteral(SOHOA_LIBEXEC_DIR)};
}

} // namespace

QString programPath(const QString &name)
{
    QStringList candidates;
    for (const QString &folder : programFolders())
        candidates.append(folder + u'/' + name);
    return firstExisting(candidates);
}

QString resourcePath(const QString &relative)
{
    if (const QString named = qEnvironmentVariable("SOHOA_RESOURCES"); !named.isEmpty())
        return firstExisting({named + u'/' + relative});
    QStringList folders{QCoreApplication::applicationDirPath() + u"/../share/sohoa"_s,
                        QStringLiteral(SOHOA_DATA_DIR)};
    // Empty in a package: see SOHOA_RUN_FROM_TREE.
    if (const QString tree = QStringLiteral(SOHOA_SOURCE_RESOURCES); !tree.isEmpty())
        folders.append(tree);
    for (QString &folder : folders)
        folder += u'/' + relative;
    return firstExisting(folders);
}

QString saneModuleFolder()
{
    QStringList candidates;
    for (const QString &folder : programFolders())
        candidates.append(folder + u"/sane"_s);
    candidates.append(QStringLiteral(SOHOA_SANE_DIR));
    return firstExisting(candidates);
}

} // namespace sohoa
