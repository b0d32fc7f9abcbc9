// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/asker.h"
#include "ui/dialogs/reasons_dialog.h"
#include "ui/dialogs/target_dialog.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

void DialogAsker::reasons(QWidget *parent, const std::vector<Finding> &warnings,
                          std::function<void(QMap<QString, QString>)> then)
{
    auto *dialog = new ReasonsDialog(warnings, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent,
                     [dialog, then = std::move(then)] { then(dialog->reasons()); });
    dialog->open();
}

void DialogAsker::files(QWidget *parent, std::function<void(QStringList)> then)
{
    auto *dialog =
        new QFileDialog(parent, QCoreApplication::translate("DialogAsker", "Choose pictures and PDFs"), {},
                        QCoreApplication::translate("DialogAsker", "Pictures and PDFs") +
                            u" (*.jpg *.jpeg *.png *.tif *.tiff *.pnm *.pgm *.ppm *.pbm *.webp *.pdf)"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                     [then = std::move(then)](const QStringList &paths) { then(paths); });
    dialog->open();
}

void DialogAsker::table(QWidget *parent, std::function<void(QString)> then)
{
    auto *dialog = new QFileDialog(parent, QCoreApplication::translate("DialogAsker", "Choose a table"), {},
                                   QCoreApplication::translate("DialogAsker", "Tables") + u" (*.csv)"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(then));
    dialog->open();
}

void DialogAsker::saveFile(QWidget *parent, const QString &name, std::function<void(QString)> then)
{
    auto *dialog = new QFileDialog(parent, QCoreApplication::translate("DialogAsker", "Save as"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(then));
    dialog->open();
}

void DialogAsker::folder(QWidget *parent, std::function<void(QString)> then)
{
    auto *dialog = new QFileDialog(parent, QCoreApplication::translate("DialogAsker", "Choose a folder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(then));
    dialog->open();
}

void DialogAsker::target(QWidget *parent, std::function<void(TargetSettings)> then)
{
    auto *dialog = new TargetDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent,
                     [dialog, then = std::move(then)] { then(dialog->target()); });
    dialog->open();
}

void DialogAsker::confirm(QWidget *parent, const QString &question, const QString &action,
                          std::function<void()> then)
{
    auto *box = new QMessageBox(QMessageBox::Question, QCoreApplication::applicationName(), question,
                                QMessageBox::Cancel, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto *go = box->addButton(action, QMessageBox::AcceptRole);
    box->setDefaultButton(go);
    QObject::connect(box, &QMessageBox::buttonClicked, parent,
                     [go, then = std::move(then)](const QAbstractButton *clicked) {
                         if (clicked == go)
                             then();
                     });
    box->open();
}

void DialogAsker::tell(QWidget *parent, const QString &text, const QString &detail)
{
    auto *box = new QMessageBox(QMessageBox::Information, QCoreApplication::applicationName(), text,
                                QMessageBox::Ok, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(detail);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->open();
}

} // namespace sohoa::ui
