// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/composition.h"

#include "core/base/installation.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

QString loginName()
{
    const passwd *entry = ::getpwuid(::getuid());
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(::getuid());
}

QString dataFolder(const QString &name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u'/' + name;
}

} // namespace

QString defaultStoreFolder()
{
    return dataFolder(u"sohoa"_s);
}

QString practiceStoreFolder()
{
    return dataFolder(u"sohoa-practice"_s);
}

StationConfig stationConfig(const QString &storeFolder)
{
    StationConfig config;
    config.storeFolder = QFileInfo(storeFolder).absoluteFilePath();
    config.catalogueFolder = resourcePath(u"catalogue"_s);
    config.packageSchema = resourcePath(u"schema/dossier.schema.json"_s);
    config.pageHelperProgram = programPath(u"sohoa-page-helper"_s);
    config.signHelperProgram = programPath(u"sohoa-sign-helper"_s);
    config.actor = loginName();
    config.stationName = QSysInfo::machineHostName();
    return config;
}

HelperConfig helperConfig(const std::vector<VirtualScanner> &virtualScanners)
{
    HelperConfig config;
    config.helperProgram = programPath(u"sohoa-scan-helper"_s);
    config.saneModuleFolder = saneModuleFolder();
    config.virtualScanners = virtualScanners;
    return config;
}

std::vector<VirtualScanner> practiceScanners()
{
    std::vector<VirtualScanner> scanners;
    const QDir folder(resourcePath(u"practice"_s));
    for (const QString &name : folder.entryList({u"stack*"_s}, QDir::Dirs, QDir::Name)) {
        const QString number = QString(name).remove(u"stack"_s);
        scanners.push_back({u"practice-"_s + number, folder.absoluteFilePath(name)});
    }
    return scanners;
}

} // namespace sohoa
