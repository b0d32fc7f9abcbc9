// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/options_dialog.h"

#include "scanner/api/scan_plan.h"
#include "ui/shell/desk.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize dialogSize(560, 560);

QString unitText(OptionUnit unit)
{
    switch (unit) {
    case OptionUnit::Pixel:
        return u" px"_s;
    case OptionUnit::Bit:
        return u" bit"_s;
    case OptionUnit::Millimetre:
        return u" mm"_s;
    case OptionUnit::DotsPerInch:
        return u" dpi"_s;
    case OptionUnit::Percent:
        return u" %"_s;
    case OptionUnit::Microsecond:
        return u" µs"_s;
    case OptionUnit::None:
        break;
    }
    return {};
}

} // namespace

OptionsDialog::OptionsDialog(Desk &desk, const ScanOrder &order, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_order(order)
    , m_settings(order.extra)
    , m_area(new QScrollArea)
    , m_note(makeLabel(tr("Asking the scanner…"), "dim"))
{
    setObjectName(u"scannerOptions"_s);
    setWindowTitle(tr("All options of the scanner"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(dialogSize);
    auto *layout = new QVBoxLayout(this);
    m_note->setWordWrap(true);
    layout->addWidget(m_note);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    layout->addWidget(m_area, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    setRole(buttons->button(QDialogButtonBox::Ok), "primary");
    auto *reset = buttons->addButton(tr("As the scanner has it"), QDialogButtonBox::ResetRole);
    auto *save = buttons->addButton(tr("Keep as a profile…"), QDialogButtonBox::ActionRole);
    save->setObjectName(u"saveProfile"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &OptionsDialog::saveAsProfile);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_settings.clear();
        ask();
    });
    layout->addWidget(buttons);
    ask();
}

std::vector<Setting> OptionsDialog::settings() const
{
    return m_settings;
}

void OptionsDialog::ask()
{
    m_ready = false;
    // What source and colour the stack is scanned with decides which options sleep.
    std::vector<Setting> after = m_settings;
    if (!m_options.empty())
        if (const auto plan = resolve(m_options, m_order.wish, m_settings))
            after = plan->settings;
    const bool again = !m_options.empty();
    m_desk.scanners().options(
        m_order.wish.device, after,
        [here = QPointer<OptionsDialog>(this), again](const Result<std::vector<Option>> &options) {
            if (!here || (!options && options.error().code == ErrorCode::Cancelled))
                return;
            if (!options) {
                here->m_note->setText(tr("The scanner does not answer just now."));
                here->m_desk.report(options.error());
                return;
            }
            here->m_options = *options;
            if (again)
                here->showOptions(*options);
            else
                here->ask(); // Now that the options are known, as the stack finds them.
        });
}

void OptionsDialog::showOptions(const std::vector<Option> &options)
{
    const QString focused = focusWidget() ? focusWidget()->objectName() : QString();
    const int scrolled = m_area->verticalScrollBar()->value();
    auto *all = new QWidget;
    auto *layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(6);
    for (const OptionSection &section : panelOf(options)) {
        if (!section.title.isEmpty())
            layout->addWidget(makeLabel(section.title, "heading"));
        auto *form = new QFormLayout;
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        for (const OptionControl &control : section.controls) {
            QWidget *widget = controlFor(control);
            widget->setObjectName(u"option-"_s + control.option);
            widget->setToolTip(control.help);
            widget->setAccessibleName(control.label);
            widget->setAccessibleDescription(control.help);
            widget->setEnabled(control.enabled && !control.inProfile);
            auto *label = new QLabel(control.label);
            label->setWordWrap(true);
            label->setToolTip(control.help);
            label->setBuddy(widget);
            label->setEnabled(widget->isEnabled());
            form->addRow(label, widget);
        }
        layout->addLayout(form);
    }
    layout->addStretch(1);
    m_area->setWidget(all);
    m_area->verticalScrollBar()->setValue(scrolled);
    m_note->setText(tr("Grey ones rest with the settings as they are, or are set beside the Scan button."));
    if (auto *before = focused.isEmpty() ? nullptr : findChild<QWidget *>(focused))
        before->setFocus();
    m_ready = true;
}

QWidget *OptionsDialog::controlFor(const OptionControl &control)
{
    switch (control.kind) {
    case ControlKind::Switch:
        return switchFor(control);
    case ControlKind::Choice:
        return choiceFor(control);
    case ControlKind::Slider:
    case ControlKind::Number:
        return numberFor(control);
    case ControlKind::Text:
        return textFor(control);
    case ControlKind::Action: {
        auto *button = new QPushButton(tr("Do it"));
        connect(button, &QPushButton::clicked, this, [this, name = control.option] { set(name, true); });
        return button;
    }
    case ControlKind::Table:
    case ControlKind::Reading:
        break;
    }
    return new QLabel(toText(control.value) + unitText(control.unit));
}

QWidget *OptionsDialog::switchFor(const OptionControl &control)
{
    auto *box = new QCheckBox;
    const auto *on = std::get_if<bool>(&control.value);
    box->setChecked(on && *on);
    connect(box, &QCheckBox::clicked, this, [this, name = control.option](bool checked) { set(name, checked); });
    return box;
}

QWidget *OptionsDialog::choiceFor(const OptionControl &control)
{
    auto *box = new QComboBox;
    for (const OptionValue &choice : control.choices)
        box->addItem(toText(choice) + unitText(control.unit));
    const auto now = std::ranges::find(control.choices, control.value);
    box->setCurrentIndex(now == control.choices.end() ? -1 : static_cast<int>(now - control.choices.begin()));
    connect(box, &QComboBox::activated, this, [this, name = control.option, choices = control.choices](int index) {
        set(name, choices.at(static_cast<size_t>(index)));
    });
    return box;
}

QWidget *OptionsDialog::numberFor(const OptionControl &control)
{
    if (const auto *whole = std::get_if<int>(&control.value)) {
        auto *box = new QSpinBox;
        box->setRange(control.limited ? static_cast<int>(control.min) : std::numeric_limits<int>::min(),
                      control.limited ? static_cast<int>(control.max) : std::numeric_limits<int>::max());
        box->setSingleStep(std::max(1, static_cast<int>(control.step)));
        box->setSuffix(unitText(control.unit));
        box->setValue(*whole);
        connect(box, &QSpinBox::editingFinished, this, [this, box, name = control.option, before = *whole] {
            if (box->value() != before)
                set(name, box->value());
        });
        return box;
    }
    auto *box = new QDoubleSpinBox;
    const auto *value = std::get_if<double>(&control.value);
    box->setDecimals(2);
    box->setRange(control.limited ? control.min : -1e9, control.limited ? control.max : 1e9);
    box->setSingleStep(control.step > 0 ? control.step : 1);
    box->setSuffix(unitText(control.unit));
    box->setValue(value ? *value : 0);
    connect(box, &QDoubleSpinBox::editingFinished, this,
            [this, box, name = control.option, before = box->value()] {
                if (box->value() != before)
                    set(name, box->value());
            });
    return box;
}

QWidget *OptionsDialog::textFor(const OptionControl &control)
{
    auto *edit = new QLineEdit(toText(control.value));
    connect(edit, &QLineEdit::editingFinished, this, [this, edit, name = control.option] {
        if (edit->isModified())
            set(name, edit->text());
    });
    return edit;
}

void OptionsDialog::set(const QString &option, const OptionValue &value)
{
    std::erase_if(m_settings, [&option](const Setting &setting) { return setting.option == option; });
    m_settings.push_back({option, value});
    ask();
}

void OptionsDialog::saveAsProfile()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"profileName"_s);
    dialog->setWindowTitle(tr("Keep as a profile"));
    dialog->setLabelText(tr("Name of the profile"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) {
        m_profileName = name.simplified();
        if (!m_profileName.isEmpty())
            accept();
    });
    dialog->open();
}

} // namespace sohoa::ui
