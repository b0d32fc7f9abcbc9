// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/client/sane_environment.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxConfigBytes = qint64{1024} * 1024;

/// Where SANE would look without us, never ending in a colon: that would add the current directory.
QStringList usersFolders(const QProcessEnvironment &environment)
{
    const QString variable = environment.value(u"SANE_CONFIG_DIR"_s);
    QStringList folders;
    for (const QString &folder : variable.split(u':', Qt::SkipEmptyParts))
        folders.append(QFileInfo(folder).absoluteFilePath()); // The helper's current directory is another one.
    if (variable.isEmpty() || variable.endsWith(u':'))
        folders.append(u"/etc/sane.d"_s);
    return folders;
}

Result<void> writeConfig(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        return fail(ErrorCode::FileUnwritable, file.errorString(), {{u"path"_s, path}});
    return {};
}

Result<void> makeFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        return fail(ErrorCode::FileUnwritable, u"mkdir"_s, {{u"path"_s, path}});
    return {};
}

Result<void> writeVirtualScanners(const QString &folder, const std::vector<VirtualScanner> &scanners)
{
    QByteArray lines;
    for (const VirtualScanner &scanner : scanners)
        lines += "device " + scanner.name.toUtf8() + ' ' + QFile::encodeName(scanner.folder) + '\n';
    return lines.isEmpty() ? Result<void>() : writeConfig(folder + u"/sohoa.conf"_s, lines);
}

/// The backends that would be listed without us: the first dll.conf, and the files of the first dll.d.
Result<QByteArray> usersBackends(const QStringList &folders)
{
    QByteArray backends;
    for (const QString &folder : folders) {
        if (!QFile::exists(folder + u"/dll.conf"_s))
            continue;
        auto content = readFile(folder + u"/dll.conf"_s, maxConfigBytes);
        if (!content)
            return content;
        backends = *content + '\n';
        break;
    }
    for (const QString &folder : folders) {
        const QDir more(folder + u"/dll.d"_s);
        if (!more.exists())
            continue;
        for (const QString &name :
             more.entryList(QDir::Files)) { // Hidden and backup files are not read by SANE either.
            auto content = readFile(more.filePath(name), maxConfigBytes);
            if (!content)
                return content;
            backends += *content + '\n';
        }
        break;
    }
    return backends;
}

void extendModules(QProcessEnvironment &environment, const QString &folder)
{
    if (folder.isEmpty())
        return;
    const QString before = environment.value(u"LD_LIBRARY_PATH"_s);
    environment.insert(u"LD_LIBRARY_PATH"_s, before.isEmpty() ? folder : folder + u':' + before);
}

} // namespace

Result<SaneEnvironment> SaneEnvironment::withBackends(const HelperConfig &config, const QByteArray &backends)
{
    SaneEnvironment made;
    made.m_variables = config.environment;
    made.m_variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    extendModules(made.m_variables, config.saneModuleFolder);
    QStringList folders = usersFolders(config.environment);
    if (!backends.isEmpty()) {
        made.m_folder = std::make_unique<QTemporaryDir>(QDir::tempPath() + u"/sohoa-sane-XXXXXX"_s);
        const QString own = made.m_folder->path();
        if (!made.m_folder->isValid())
            return fail(ErrorCode::FileUnwritable, made.m_folder->errorString(), {{u"path"_s, own}});
        if (auto written = writeConfig(own + u"/dll.conf"_s, backends); !written)
            return fail(written.error());
        // Empty, but found first: otherwise SANE adds the backends of /etc/sane.d/dll.d to ours.
        if (auto folder = makeFolder(own + u"/dll.d"_s); !folder)
            return fail(folder.error());
        if (auto written = writeVirtualScanners(own, config.virtualScanners); !written)
            return fail(written.error());
        folders.prepend(own);
    }
    made.m_variables.insert(u"SANE_CONFIG_DIR"_s, folders.join(u':'));
    return made;
}

Result<SaneEnvironment> SaneEnvironment::forDevice(const HelperConfig &config, const QString &device)
{
    if (device.isEmpty())
        return fail(ErrorCode::DeviceNotFound, u"no name"_s);
    static const QRegularExpression backendName(u"^[A-Za-z0-9_-]+$"_s);
    const QString backend = device.section(u':', 0, 0);
    // What names no backend may still be an alias of the user's dll.aliases: then all of his backends are needed.
    if (!backendName.match(backend).hasMatch())
        return forListing(config);
    return withBackends(config, backend.toLatin1() + '\n');
}

Result<SaneEnvironment> SaneEnvironment::forListing(const HelperConfig &config)
{
    if (config.virtualScanners.empty())
        return withBackends(config, {});
    const auto backends = usersBackends(usersFolders(config.environment));
    if (!backends)
        return fail(backends.error());
    return withBackends(config, *backends + "sohoa\n");
}

} // namespace sohoa
