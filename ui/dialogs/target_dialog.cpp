// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/target_dialog.h"

#include "ui/style/theme.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpressionValidator>
#include <QToolButton>
#include <QVBoxLayout>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

/// A line with a button that fills it.
QWidget *withBrowse(QLineEdit *edit, const QString &title, bool folder)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(edit);
    auto *browse = makeIconButton(u"document-open-folder"_s, title);
    layout->addWidget(browse);
    QObject::connect(browse, &QToolButton::clicked, edit, [edit, title, folder] {
        auto *dialog = new QFileDialog(edit->window(), title);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
        QObject::connect(dialog, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
        dialog->open();
    });
    return line;
}

} // namespace

TargetDialog::TargetDialog(QWidget *parent)
    : QDialog(parent)
    , m_isFolder(new QRadioButton(tr("A &folder or USB stick")))
    , m_isRepository(new QRadioButton(tr("The &repository, over the line")))
    , m_name(new QLineEdit)
    , m_folder(new QLineEdit)
    , m_address(new QLineEdit)
    , m_tokenFile(new QLineEdit)
    , m_caFile(new QLineEdit)
{
    setWindowTitle(tr("Add a target"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_isFolder);
    layout->addWidget(m_isRepository);
    m_isFolder->setChecked(true);

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    static const QRegularExpression names(u"[A-Za-z0-9_.-]{1,64}"_s);
    m_name->setValidator(new QRegularExpressionValidator(names, m_name));
    m_name->setPlaceholderText(tr("letters and digits, for example: kho-tinh"));
    auto *folderLine = withBrowse(m_folder, tr("Choose the folder"), true);
    auto *tokenLine = withBrowse(m_tokenFile, tr("Choose the key file"), false);
    auto *caLine = withBrowse(m_caFile, tr("Choose the certificate file"), false);
    form->addRow(tr("F&older"), folderLine);
    form->addRow(tr("&Address"), m_address);
    form->addRow(tr("&Key file"), tokenLine);
    form->addRow(tr("&Certificate file"), caLine);
    for (auto [line, edit] : {std::pair{folderLine, m_folder}, {tokenLine, m_tokenFile}, {caLine, m_caFile}})
        if (auto *label = qobject_cast<QLabel *>(form->labelForField(line)))
            label->setBuddy(edit);
    m_address->setPlaceholderText(u"https://"_s);
    layout->addLayout(form);
    layout->addStretch();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_add = buttons->addButton(tr("A&dd"), QDialogButtonBox::AcceptRole);
    setRole(m_add, "primary");
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);

    connect(m_isFolder, &QRadioButton::toggled, this, [this, form, folderLine, tokenLine, caLine] {
        const bool folder = m_isFolder->isChecked();
        form->setRowVisible(folderLine, folder);
        for (QWidget *line : {static_cast<QWidget *>(m_address), tokenLine, caLine})
            form->setRowVisible(line, !folder);
        adapt();
    });
    form->setRowVisible(m_address, false);
    form->setRowVisible(tokenLine, false);
    form->setRowVisible(caLine, false);
    for (QLineEdit *edit : {m_name, m_folder, m_address})
        connect(edit, &QLineEdit::textChanged, this, &TargetDialog::adapt);
    resize(520, 300);
    adapt();
    m_name->setFocus();
}

TargetSettings TargetDialog::target() const
{
    TargetSettings target;
    target.name = m_name->text().trimmed();
    if (m_isFolder->isChecked()) {
        target.url = u"folder:"_s + m_folder->text().trimmed();
        return target;
    }
    const QString address = m_address->text().trimmed();
    target.url = address.startsWith(u"tus+"_s) ? address : u"tus+"_s + address;
    target.tokenFile = m_tokenFile->text().trimmed();
    target.caFile = m_caFile->text().trimmed();
    return target;
}

void TargetDialog::adapt()
{
    const QLineEdit *place = m_isFolder->isChecked() ? m_folder : m_address;
    m_add->setEnabled(!m_name->text().trimmed().isEmpty() && !place->text().trimmed().isEmpty());
}

} // namespace sohoa::ui
