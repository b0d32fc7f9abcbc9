// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dossier.h"
#include "core/workflow/station_types.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QWidget;

namespace sohoa::ui {

/// Every question the window asks a person. Answers come by `then`, which is not called when the person backs
/// out. An interface, so that tests answer without a dialog. Never blocks.
class Asker {
public:
    Asker() = default;
    Asker(const Asker &) = delete;
    Asker &operator=(const Asker &) = delete;
    virtual ~Asker() = default;

    /// A reason for each of the warnings: rule id to reason.
    virtual void reasons(QWidget *parent, const std::vector<Finding> &warnings,
                         std::function<void(QMap<QString, QString>)> then) = 0;
    /// Pictures and PDFs to take in.
    virtual void files(QWidget *parent, std::function<void(QStringList)> then) = 0;
    /// One table (CSV) to read.
    virtual void table(QWidget *parent, std::function<void(QString)> then) = 0;
    /// Where to write; `name` is proposed.
    virtual void saveFile(QWidget *parent, const QString &name, std::function<void(QString)> then) = 0;
    /// A folder that is there.
    virtual void folder(QWidget *parent, std::function<void(QString)> then) = 0;
    virtual void target(QWidget *parent, std::function<void(TargetSettings)> then) = 0;
    /// `action` is the word on the button that goes ahead.
    virtual void confirm(QWidget *parent, const QString &question, const QString &action,
                         std::function<void()> then) = 0;
    /// Something that is read and closed.
    virtual void tell(QWidget *parent, const QString &text, const QString &detail) = 0;
};

/// Asks with window-modal dialogs.
class DialogAsker final : public Asker {
public:
    void reasons(QWidget *parent, const std::vector<Finding> &warnings,
                 std::function<void(QMap<QString, QString>)> then) override;
    void files(QWidget *parent, std::function<void(QStringList)> then) override;
    void table(QWidget *parent, std::function<void(QString)> then) override;
    void saveFile(QWidget *parent, const QString &name, std::function<void(QString)> then) override;
    void folder(QWidget *parent, std::function<void(QString)> then) override;
    void target(QWidget *parent, std::function<void(TargetSettings)> then) override;
    void confirm(QWidget *parent, const QString &question, const QString &action,
                 std::function<void()> then) override;
    void tell(QWidget *parent, const QString &text, const QString &detail) override;
};

} // namespace sohoa::ui
