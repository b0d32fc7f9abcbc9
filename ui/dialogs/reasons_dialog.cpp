// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/reasons_dialog.h"

#include "ui/errors/sentences.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

ReasonsDialog::ReasonsDialog(const std::vector<Finding> &warnings, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Approve with a reason"));
    auto *layout = new QVBoxLayout(this);
    auto *intro = new QLabel(tr("These warnings stay with the dossier together with your reasons."));
    intro->setWordWrap(true);
    layout->addWidget(intro);

    auto *list = new QWidget;
    auto *lines = new QVBoxLayout(list);
    lines->setContentsMargins(0, 0, 6, 0);
    for (const Finding &warning : warnings) {
        const bool known =
            std::ranges::any_of(m_lines, [&](const Line &line) { return line.rule == warning.rule; });
        auto *sentence = new QLabel(ruleSentence(warning));
        sentence->setWordWrap(true);
        setRole(sentence, "heading");
        lines->addWidget(sentence);
        if (known)
            continue; // One reason a rule: it holds for each place the rule has named.
        auto *reason = new QComboBox;
        reason->setEditable(true);
        reason->addItems({QString(), tr("Compared with the paper: correct"),
                          tr("The paper itself is like this (faint, torn, old form)"),
                          tr("Not needed in this case"), tr("Confirmed by the issuing agency")});
        reason->setAccessibleName(tr("Reason: %1").arg(ruleSentence(warning)));
        reason->lineEdit()->setPlaceholderText(tr("Reason"));
        connect(reason, &QComboBox::editTextChanged, this, &ReasonsDialog::checkComplete);
        lines->addWidget(reason);
        lines->addSpacing(8);
        m_lines.push_back({warning.rule, reason});
    }
    lines->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(list);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    layout->addWidget(scroll);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_approve = buttons->addButton(tr("&Approve"), QDialogButtonBox::AcceptRole);
    setRole(m_approve, "primary");
    auto *forAll = buttons->addButton(tr("&First reason for all"), QDialogButtonBox::ActionRole);
    forAll->setVisible(m_lines.size() > 1);
    connect(forAll, &QPushButton::clicked, this, [this] {
        for (const Line &line : m_lines)
            line.reason->setEditText(m_lines.front().reason->currentText());
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(560, std::min(520, 150 + 90 * static_cast<int>(m_lines.size())));
    checkComplete();
    if (!m_lines.empty())
        m_lines.front().reason->setFocus();
}

QMap<QString, QString> ReasonsDialog::reasons() const
{
    QMap<QString, QString> reasons;
    for (const Line &line : m_lines)
        reasons.insert(line.rule, line.reason->currentText().trimmed());
    return reasons;
}

void ReasonsDialog::checkComplete()
{
    m_approve->setEnabled(std::ranges::none_of(
        m_lines, [](const Line &line) { return line.reason->currentText().trimmed().isEmpty(); }));
}

} // namespace sohoa::ui
