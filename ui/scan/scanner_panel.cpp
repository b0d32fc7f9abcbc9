// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scanner_panel.h"

#include "core/base/text.h"
#include "ui/errors/adjustment_sentences.h"
#include "ui/scan/options_dialog.h"
#include "ui/shell/desk.h"
#include "ui/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

const std::vector<Dpi> usualResolutions{200, 300, 400, 600};
constexpr Dpi usualDpi = 300;

bool isGlass(const QString &source)
{
    const QString folded = foldMarks(source);
    return folded.contains(u"flatbed"_s) || folded.contains(u"glass"_s) || folded.contains(u"platen"_s);
}

/// Drivers say "ADF Duplex", "Automatic Document Feeder", "Flatbed": the clerk reads their own language.
QString sourceText(const QString &source)
{
    const QString folded = foldMarks(source);
    const bool duplex = folded.contains(u"duplex"_s);
    if (isGlass(source))
        return ScannerPanel::tr("Glass");
    if (folded.contains(u"adf"_s) || folded.contains(u"feeder"_s))
        return duplex ? ScannerPanel::tr("Feeder, both sides") : ScannerPanel::tr("Feeder");
    return source;
}

QString deviceText(const Device &device)
{
    static const QLatin1String practice("sohoa:practice-");
    if (device.name.startsWith(practice))
        return ScannerPanel::tr("Practice stack %1").arg(device.name.mid(practice.size()));
    const QString text = collapseBlanks(device.vendor + u' ' + device.model);
    return text.isEmpty() ? device.name : text;
}

} // namespace

ScannerPanel::ScannerPanel(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_device(new QComboBox)
    , m_refresh(makeIconButton(u"view-refresh"_s, tr("Look for scanners again")))
    , m_profile(new QComboBox)
    , m_source(new QComboBox)
    , m_mode(new QComboBox)
    , m_dpi(new QComboBox)
    , m_duplex(new QCheckBox(tr("&Both sides")))
    , m_wait(new QCheckBox(tr("Start when &paper is laid in")))
    , m_options(new QPushButton(tr("All options…")))
    , m_note(makeLabel({}, "small"))
{
    m_device->setObjectName(u"device"_s);
    m_device->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_profile->setObjectName(u"profile"_s);
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_mode->addItem(tr("Colour"), u"color"_s);
    m_mode->addItem(tr("Grey"), u"gray"_s);
    m_mode->addItem(tr("Black and white"), u"lineart"_s);
    m_note->setObjectName(u"scannerNote"_s);
    m_note->setWordWrap(true);
    m_note->hide();

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto addRow = [&](const QString &text, QComboBox *box) {
        auto *label = new QLabel(text);
        label->setBuddy(box);
        m_labels[box] = label;
        grid->addWidget(label, row, 0);
        grid->addWidget(box, row, 1, 1, box == m_device ? 1 : 2);
        ++row;
    };
    addRow(tr("S&canner"), m_device);
    grid->addWidget(m_refresh, 0, 2);
    addRow(tr("&Profile"), m_profile);
    addRow(tr("So&urce"), m_source);
    addRow(tr("Co&lour"), m_mode);
    addRow(tr("&Resolution"), m_dpi);
    grid->addWidget(m_duplex, row++, 1, 1, 2);
    m_duplex->setObjectName(u"bothSides"_s);
    m_source->setObjectName(u"source"_s);
    m_wait->setObjectName(u"waitForPaper"_s);
    m_options->setObjectName(u"allOptions"_s);
    auto *last = new QHBoxLayout; // Not in the grid's columns, which it would widen at the lists' cost.
    last->addWidget(m_wait, 1);
    last->addWidget(m_options);
    grid->addLayout(last, row++, 0, 1, 3);
    grid->addWidget(m_note, row++, 0, 1, 3);
    showChoices({});
    listProfiles();

    connect(m_profile, &QComboBox::currentIndexChanged, this, &ScannerPanel::describe);
    connect(m_options, &QPushButton::clicked, this, &ScannerPanel::showOptions);
    connect(m_source, &QComboBox::currentIndexChanged, this, &ScannerPanel::adaptDuplex);
    connect(m_refresh, &QToolButton::clicked, this, &ScannerPanel::refresh);
    connect(m_device, &QComboBox::currentIndexChanged, this, &ScannerPanel::describe);
}

void ScannerPanel::refresh()
{
    m_refresh->setEnabled(false);
    m_note->setText(tr("Looking for scanners…"));
    m_note->show();
    m_known.clear();
    setReady(false);
    listProfiles();
    QPointer<ScannerPanel> here(this);
    m_desk.scanners().list([here](Result<std::vector<Device>> devices) {
        ScannerPanel *panel = here.data();
        if (!panel)
            return;
        panel->m_refresh->setEnabled(true);
        panel->m_note->hide();
        if (!devices) {
            panel->m_desk.report(devices.error(), [here] {
                if (here)
                    here->refresh();
            });
            panel->showDevices({});
            return;
        }
        panel->showDevices(*devices);
    });
}

void ScannerPanel::showDevices(const std::vector<Device> &devices)
{
    const QString chosen = m_device->currentData().toString();
    {
        const QSignalBlocker quiet(m_device);
        m_device->clear();
        for (const Device &device : devices) {
            m_device->addItem(deviceText(device), device.name);
            m_device->setItemData(m_device->count() - 1, device.name, Qt::ToolTipRole);
        }
        m_device->setCurrentIndex(std::max(m_device->findData(chosen), devices.empty() ? -1 : 0));
    }
    if (devices.empty()) {
        m_note->setText(tr("No scanner was found. Switch it on and look again, or import files."));
        m_note->show();
    }
    describe();
}

void ScannerPanel::describe()
{
    const QString device = m_device->currentData().toString();
    if (device.isEmpty()) {
        setReady(false);
        return;
    }
    if (const auto known = m_known.find(device); known != m_known.end()) {
        showChoices(known->second);
        useProfile();
        return;
    }
    setReady(false);
    QPointer<ScannerPanel> here(this);
    m_desk.scanners().describe(device, [here, device](Result<ScannerChoices> choices) {
        ScannerPanel *panel = here.data();
        if (!panel || panel->m_device->currentData().toString() != device)
            return;
        if (!choices) {
            panel->m_desk.report(choices.error(), [here] {
                if (here)
                    here->refresh();
            });
            return;
        }
        panel->m_known[device] = *choices;
        panel->showChoices(*choices);
        panel->useProfile();
    });
}

void ScannerPanel::listProfiles()
{
    const QString chosen = profile() ? profile()->id : QString();
    const auto listing = m_desk.scanners().profiles();
    if (!listing.faults.empty())
        m_desk.report(listing.faults.front());
    m_profiles = listing.profiles;
    const QSignalBlocker quiet(m_profile);
    m_profile->clear();
    m_profile->addItem(tr("Set by hand"), -1);
    for (size_t i = 0; i < m_profiles.size(); ++i) {
        const ScanProfile &one = m_profiles[i].profile;
        m_profile->addItem(one.name(QLocale().name().left(2)), static_cast<int>(i));
        m_profile->setItemData(m_profile->count() - 1, m_profile->itemText(m_profile->count() - 1),
                               Qt::ToolTipRole);
        if (one.id == chosen)
            m_profile->setCurrentIndex(m_profile->count() - 1);
    }
}

const ScanProfile *ScannerPanel::profile() const
{
    const int place = m_profile->currentIndex() < 0 ? -1 : m_profile->currentData().toInt();
    return place < 0 ? nullptr : &m_profiles[static_cast<size_t>(place)].profile;
}

void ScannerPanel::useProfile()
{
    m_adjustments.clear();
    m_note->hide();
    const ScanProfile *chosen = profile();
    for (QWidget *byHand : {static_cast<QWidget *>(m_source), static_cast<QWidget *>(m_mode),
                            static_cast<QWidget *>(m_dpi), static_cast<QWidget *>(m_duplex)})
        byHand->setVisible(!chosen);
    for (QWidget *byHand :
         {static_cast<QWidget *>(m_source), static_cast<QWidget *>(m_mode), static_cast<QWidget *>(m_dpi)})
        m_labels.at(byHand)->setVisible(!chosen);
    if (!chosen) {
        setReady(true);
        return;
    }
    setReady(false);
    m_note->setText(tr("Asking the scanner…"));
    m_note->show();
    QPointer<ScannerPanel> here(this);
    const QString device = m_device->currentData().toString();
    m_desk.scanners().plan(order(), [here, device, id = chosen->id](const Result<ScanPlan> &plan) {
        ScannerPanel *panel = here.data();
        const ScanProfile *wanted = panel ? panel->profile() : nullptr;
        if (!wanted || wanted->id != id || panel->m_device->currentData().toString() != device)
            return;
        if (plan) {
            panel->showAdjustments(plan->adjustments);
            panel->setReady(true);
            return;
        }
        if (plan.error().code == ErrorCode::Cancelled)
            return;
        panel->m_note->hide();
        panel->m_desk.report(plan.error(), [here] {
            if (here)
                here->refresh();
        });
    });
}

void ScannerPanel::showAdjustments(const std::vector<Adjustment> &adjustments)
{
    m_adjustments = adjustments;
    QStringList lines;
    for (const Adjustment &adjustment : adjustments)
        lines.append(u"• "_s + adjustmentSentence(adjustment));
    m_note->setText(lines.join(u'\n'));
    m_note->setVisible(!lines.isEmpty());
}

void ScannerPanel::agreed(std::function<void()> then)
{
    QStringList grave;
    for (const Adjustment &adjustment : m_adjustments)
        if (adjustment.grave)
            grave.append(adjustmentSentence(adjustment));
    if (grave.isEmpty())
        then();
    else
        m_desk.asker().confirm(
            this, tr("With this scanner something of the papers may be missing:\n%1").arg(grave.join(u'\n')),
            tr("Scan all the same"), std::move(then));
}

void ScannerPanel::showChoices(const ScannerChoices &choices)
{
    m_source->clear();
    for (const QString &source : choices.sources) {
        m_source->addItem(sourceText(source), source);
        m_source->setItemData(m_source->count() - 1, source, Qt::ToolTipRole);
    }
    m_source->setCurrentIndex(std::max(0, m_source->findData(choices.feeder)));
    m_source->setEnabled(m_source->count() > 1);
    const Dpi wished = m_dpi->currentData().isValid() ? m_dpi->currentData().toInt() : usualDpi;
    m_dpi->clear();
    for (const Dpi dpi : choices.resolutions.empty() ? usualResolutions : choices.resolutions)
        m_dpi->addItem(tr("%1 dpi").arg(dpi), dpi);
    int best = 0;
    for (int i = 0; i < m_dpi->count(); ++i)
        if (std::abs(m_dpi->itemData(i).toInt() - wished) < std::abs(m_dpi->itemData(best).toInt() - wished))
            best = i;
    m_dpi->setCurrentIndex(best);
    adaptDuplex();
}

const ScannerChoices *ScannerPanel::choices() const
{
    const auto known = m_known.find(m_device->currentData().toString());
    return known == m_known.end() ? nullptr : &known->second;
}

void ScannerPanel::adaptDuplex()
{
    const ScannerChoices *device = choices();
    const bool glass = isGlass(m_source->currentData().toString());
    const bool turnsSheets = device && device->duplex;
    m_duplex->setText(turnsSheets ? tr("&Both sides") : tr("&Both sides, in two passes"));
    m_duplex->setToolTip(turnsSheets
                             ? QString()
                             : tr("This feeder reads one side: first all fronts, then the stack is turned over "
                                  "for the backs."));
    m_duplex->setEnabled(device && !glass && (turnsSheets || !device->feeder.isEmpty()));
    if (!m_duplex->isEnabled())
        m_duplex->setChecked(false);
    m_wait->setEnabled(!glass);
}

void ScannerPanel::showOptions()
{
    const QString device = m_device->currentData().toString();
    auto *dialog = new OptionsDialog(m_desk, order(), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, device] {
        if (!dialog->profileName().isEmpty()) {
            keepProfile(dialog->profileName(), dialog->settings());
            return;
        }
        m_profile->setCurrentIndex(0); // Otherwise than the profile says: by hand.
        m_extra[device] = dialog->settings();
        showAdjustments({});
    });
    dialog->open();
}

void ScannerPanel::keepProfile(const QString &name, const std::vector<Setting> &settings)
{
    const ScanOrder now = order();
    ScanProfile kept;
    static const QRegularExpression strange(u"[^a-z0-9]+"_s);
    kept.id = foldMarks(name).toLower().replace(strange, u"-"_s);
    kept.names = {{u"vi"_s, name}};
    kept.source = isGlass(now.wish.source) ? u"flatbed"_s : u"feeder"_s;
    kept.duplex = now.wish.duplex;
    kept.mode = now.wish.mode;
    kept.dpi = now.wish.dpi;
    kept.master = now.masters;
    kept.options = settings;
    if (const ScanProfile *base = profile()) {
        kept = *base;
        kept.id = foldMarks(name).toLower().replace(strange, u"-"_s);
        kept.names = {{u"vi"_s, name}};
        kept.options = settings;
    }
    if (const auto saved = m_desk.scanners().saveProfile(kept); !saved) {
        m_desk.report(saved.error());
        return;
    }
    listProfiles();
    for (int i = 1; i < m_profile->count(); ++i)
        if (m_profiles[static_cast<size_t>(m_profile->itemData(i).toInt())].profile.id == kept.id)
            m_profile->setCurrentIndex(i);
}

void ScannerPanel::setReady(bool ready)
{
    m_ready = ready;
    Q_EMIT readyChanged();
}

ScanOrder ScannerPanel::order() const
{
    const QString device = m_device->currentData().toString();
    if (const ScanProfile *chosen = profile()) {
        ScanOrder order{wishOf(*chosen, device), chosen->options, chosen->master};
        order.wish.waitForPaper = m_wait->isChecked() && chosen->source != u"flatbed";
        order.pageByPage = chosen->source == u"flatbed";
        return order;
    }
    ScanWish wish;
    wish.device = device;
    wish.source = m_source->currentData().toString();
    wish.mode = m_mode->currentData().toString();
    wish.dpi = m_dpi->currentData().toInt();
    const ScannerChoices *known = choices();
    const bool turnsSheets = known && known->duplex;
    wish.duplex = m_duplex->isChecked() && turnsSheets;
    wish.waitForPaper = m_wait->isChecked() && m_wait->isEnabled();
    ScanOrder order{wish};
    order.twoPass = m_duplex->isChecked() && !turnsSheets;
    order.pageByPage = isGlass(wish.source);
    if (const auto extra = m_extra.find(device); extra != m_extra.end())
        order.extra = extra->second;
    return order;
}

} // namespace sohoa::ui
