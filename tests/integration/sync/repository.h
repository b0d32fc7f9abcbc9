// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/target_config.h"

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace sohoa::test {

/// The reference repository as a process of its own, with its data in a temporary folder.
class Repository {
public:
    /// Starts it and waits until it listens; throws with a sentence when it cannot.
    explicit Repository(QStringList arguments = {});
    Repository(const Repository &) = delete;
    Repository &operator=(const Repository &) = delete;
    ~Repository();

    /// As a power cut would end it.
    void killNow();
    /// The same data at the same address again.
    void startAgain();

    /// Target "kho".
    TargetConfig target() const;
    void fault(const QString &name);
    QJsonObject stats();
    qint64 stat(const QString &name) { return stats().value(name).toInteger(); }
    QString bag(const QString &package) const;

private:
    void launch();
    QByteArray ask(const QByteArray &verb, const QString &path, const QByteArray &body);

    QTemporaryDir m_folder;
    QStringList m_arguments;
    QProcess m_process;
    int m_port = 0;
};

} // namespace sohoa::test
