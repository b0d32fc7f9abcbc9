// SPDX-License-Identifier: GPL-3.0-or-later
// What the Settings screen reads and does; how it looks is in settings_screen.cpp.
#include "core/base/durable_file.h"
#include "ui/errors/sentences.h"
#include "ui/settings/sending_limits.h"
#include "ui/settings/settings_screen.h"
#include "ui/shell/desk.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestTable = 16 << 20;

} // namespace

void SettingsScreen::readAll()
{
    const StationConfig &config = m_desk.engine().config();
    m_agency->setText(config.agency);
    m_operator->setText(config.actor);
    QStringList agencies;
    for (const Agency &agency : m_desk.engine().catalogue().agencies())
        if (agency.level == u"commune" && agency.existedOn(QDate::currentDate()))
            agencies.append(u"UBND %1%2"_s.arg(agency.name.left(1).toLower(), agency.name.mid(1)));
    auto *completer = new QCompleter(agencies, m_agency);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_agency->setCompleter(completer);
    m_catalogueNote->setText(tr("%n procedure(s) are known.", nullptr,
                                static_cast<int>(m_desk.engine().catalogue().procedures().size())));
    m_desk.engine().ask(
        this, [](Station &station) { return station.campaign(); },
        [this](const Result<Campaign> &campaign) {
            if (campaign)
                showCampaign(*campaign);
            else
                m_desk.report(campaign.error());
        });
    m_limits->read();
    readTargets();
}

void SettingsScreen::readTargets()
{
    m_desk.engine().ask(
        this, [](Station &station) { return station.targets(); },
        [this](const Result<std::vector<TargetSettings>> &targets) {
            if (!targets) {
                m_desk.report(targets.error());
                return;
            }
            m_targets->clear();
            for (const TargetSettings &target : *targets) {
                auto *item = new QListWidgetItem(u"%1 – %2"_s.arg(target.name, target.url), m_targets);
                item->setData(Qt::UserRole, target.name);
                item->setToolTip(target.url);
            }
            m_removeTarget->setEnabled(false);
        });
}

void SettingsScreen::showCampaign(const Campaign &campaign)
{
    const QScopedValueRollback showing(m_showing, true);
    m_campaign = campaign;
    m_quota->setValue(campaign.quotaADay);
    m_percent->setValue(campaign.targetPercent);
    m_total->setValue(campaign.wholeNumber().value_or(0));
    m_total->setEnabled(campaign.totals.isEmpty());
    m_totalsNote->setText(campaign.totals.isEmpty() ? QString()
                                                    : tr("The sum of %n procedure(s) from a table.", nullptr,
                                                         static_cast<int>(campaign.totals.size())));
    m_totalsNote->setVisible(!campaign.totals.isEmpty());
    m_hasDeadline->setChecked(campaign.deadline.has_value());
    m_deadline->setEnabled(campaign.deadline.has_value());
    m_deadline->setDate(campaign.deadline.value_or(QDate::currentDate().addDays(99)));
}

void SettingsScreen::saveDesk()
{
    const DeskIdentity identity{m_agency->text().simplified(), m_operator->text().simplified()};
    const StationConfig &config = m_desk.engine().config();
    if (!m_desk.engine().isOpen() || (identity.agency == config.agency && identity.operatorName == config.actor))
        return;
    m_desk.engine().ask(
        this, [identity](Station &station) { return station.setDesk(identity); },
        [this](const Result<void> &saved) {
            if (!saved) {
                m_desk.report(saved.error());
                return;
            }
            m_deskNote->setText(tr("Saved."));
            m_desk.engine().announce();
        });
}

void SettingsScreen::saveCampaign()
{
    if (m_showing || !m_desk.engine().isOpen())
        return;
    Campaign campaign = m_campaign;
    campaign.quotaADay = m_quota->value();
    campaign.targetPercent = m_percent->value();
    if (campaign.totals.isEmpty())
        campaign.total = m_total->value() > 0 ? std::optional(m_total->value()) : std::nullopt;
    campaign.deadline = m_hasDeadline->isChecked() ? std::optional(m_deadline->date()) : std::nullopt;
    if (campaign == m_campaign)
        return;
    m_campaign = campaign;
    m_desk.engine().ask(
        this, [campaign](Station &station) { return station.setCampaign(campaign); },
        [this](const Result<void> &saved) {
            if (!saved)
                m_desk.report(saved.error());
        });
}

void SettingsScreen::importTotals()
{
    m_desk.asker().table(this, [this](const QString &path) {
        m_desk.engine().ask(
            this,
            [path, campaign = m_campaign](Station &station) mutable -> Result<Campaign> {
                const auto bytes = readFile(path, largestTable);
                if (!bytes)
                    return fail(bytes.error());
                const auto totals = totalsFromCsv(*bytes, QFileInfo(path).fileName());
                if (!totals)
                    return fail(totals.error());
                campaign.totals = *totals;
                if (auto saved = station.setCampaign(campaign); !saved)
                    return fail(saved.error());
                return campaign;
            },
            [this](const Result<Campaign> &campaign) {
                if (campaign)
                    showCampaign(*campaign);
                else
                    m_desk.report(campaign.error());
            });
    });
}

void SettingsScreen::importProcedures()
{
    m_desk.asker().table(this, [this](const QString &path) {
        m_desk.engine().ask(
            this, [path](Station &station) { return station.importProcedures(path); },
            [this](const Result<int> &count) {
                if (count)
                    m_desk.engine().announce(); // The count follows, and the list of procedures in Review.
                else
                    m_desk.report(count.error());
            });
    });
}

void SettingsScreen::addTarget()
{
    m_desk.asker().target(this, [this](const TargetSettings &target) {
        m_desk.engine().ask(
            this, [target](Station &station) { return station.addTarget(target); },
            [this](const Result<void> &added) {
                if (!added)
                    m_desk.report(added.error());
                readTargets();
                Q_EMIT targetsChanged();
            });
    });
}

void SettingsScreen::removeTarget()
{
    const QListWidgetItem *item = m_targets->currentItem();
    if (!item)
        return;
    const QString name = item->data(Qt::UserRole).toString();
    m_desk.asker().confirm(this, tr("Remove the target “%1”? What was sent there stays there.").arg(name),
                           tr("Remove"), [this, name] {
                               m_desk.engine().ask(
                                   this, [name](Station &station) { return station.removeTarget(name); },
                                   [this](const Result<void> &removed) {
                                       if (!removed)
                                           m_desk.report(removed.error());
                                       readTargets();
                                       Q_EMIT targetsChanged();
                                   });
                           });
}

void SettingsScreen::checkStore()
{
    m_careNote->setText(tr("Checking every file and row…"));
    m_desk.engine().ask(
        this, [](Station &station) { return station.fsck(false); },
        [this](const Result<std::vector<StoreFinding>> &findings) {
            if (!findings) {
                m_careNote->clear();
                m_desk.report(findings.error());
                return;
            }
            m_careNote->setText(findings->empty()
                                    ? tr("Everything is in order.")
                                    : tr("%n thing(s) are wrong. Ask for help, and send the list that “sohoactl "
                                         "fsck” gives.",
                                         nullptr, static_cast<int>(findings->size())));
        });
}

void SettingsScreen::backUp()
{
    m_desk.asker().folder(this, [this](const QString &folder) {
        m_careNote->setText(tr("Copying…"));
        m_desk.engine().ask(
            this, [folder](Station &station) { return station.backup(folder); },
            [this, folder](const Result<void> &done) {
                m_careNote->setText(done ? tr("Copied to %1.").arg(folder) : QString());
                if (!done)
                    m_desk.report(done.error());
            });
    });
}

void SettingsScreen::givePreferences()
{
    Q_EMIT preferencesChanged(
        {m_language->currentData().toString(), static_cast<Theme>(m_theme->currentData().toInt())});
}

} // namespace sohoa::ui
