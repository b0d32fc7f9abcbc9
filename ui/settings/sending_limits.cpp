// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/sending_limits.h"

#include "core/workflow/station.h"
#include "ui/engine/engine.h"
#include "ui/shell/desk.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QTimeEdit>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto hourFormat = "HH:mm"_L1;
constexpr int afterOffice = 18; ///< Hours that are proposed: outside the office's own.
constexpr int beforeOffice = 7;
constexpr int leastKilobytes = 8; ///< As SyncSettings asks.
constexpr int mostKilobytes = 100'000;
constexpr int usualKilobytes = 200;

QTimeEdit *makeTime(const QString &name)
{
    auto *time = new QTimeEdit;
    time->setDisplayFormat(QString(hourFormat));
    time->setButtonSymbols(QAbstractSpinBox::NoButtons);
    time->setAccessibleName(name);
    return time;
}

} // namespace

SendingLimits::SendingLimits(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_hasHours(new QCheckBox(tr("Send only &from")))
    , m_from(makeTime(tr("Sending begins at")))
    , m_until(makeTime(tr("Sending ends at")))
    , m_hasLimit(new QCheckBox(tr("At &most")))
    , m_limit(new QSpinBox)
{
    m_hasHours->setObjectName(u"hasSendingHours"_s);
    m_from->setObjectName(u"sendingFrom"_s);
    m_until->setObjectName(u"sendingUntil"_s);
    m_hasLimit->setObjectName(u"hasSendingLimit"_s);
    m_limit->setObjectName(u"sendingLimit"_s);
    m_limit->setRange(leastKilobytes, mostKilobytes);
    m_limit->setSuffix(tr(" KB/s"));
    m_limit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_limit->setAccessibleName(tr("Most of the line that sending may take"));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->addWidget(m_hasHours, 0, 0);
    layout->addWidget(m_from, 0, 1);
    layout->addWidget(new QLabel(tr("to", "hours")), 0, 2);
    layout->addWidget(m_until, 0, 3);
    layout->addWidget(m_hasLimit, 1, 0);
    layout->addWidget(m_limit, 1, 1, 1, 3);
    layout->setColumnStretch(4, 1);
    show({});
    for (QCheckBox *box : {m_hasHours, m_hasLimit})
        connect(box, &QCheckBox::toggled, this, &SendingLimits::save);
    for (QTimeEdit *time : {m_from, m_until})
        connect(time, &QTimeEdit::editingFinished, this, &SendingLimits::save);
    connect(m_limit, &QSpinBox::editingFinished, this, &SendingLimits::save);
}

void SendingLimits::read()
{
    m_desk.engine().ask(
        this, [](Station &station) { return station.syncSettings(); },
        [this](const Result<SyncSettings> &settings) {
            if (settings)
                show(*settings);
            else
                m_desk.report(settings.error());
        });
}

void SendingLimits::show(const SyncSettings &settings)
{
    const QScopedValueRollback showing(m_showing, true);
    m_settings = settings;
    const QStringList hours = settings.hours.split(u'-');
    const bool hasHours = hours.size() == 2;
    m_hasHours->setChecked(hasHours);
    m_from->setTime(hasHours ? QTime::fromString(hours[0], QString(hourFormat)) : QTime(afterOffice, 0));
    m_until->setTime(hasHours ? QTime::fromString(hours[1], QString(hourFormat)) : QTime(beforeOffice, 0));
    m_hasLimit->setChecked(settings.kilobytesPerSecond.has_value());
    m_limit->setValue(settings.kilobytesPerSecond.value_or(usualKilobytes));
    m_from->setEnabled(hasHours);
    m_until->setEnabled(hasHours);
    m_limit->setEnabled(settings.kilobytesPerSecond.has_value());
}

void SendingLimits::save()
{
    if (m_showing || !m_desk.engine().isOpen())
        return;
    SyncSettings wanted;
    if (m_hasHours->isChecked())
        wanted.hours =
            m_from->time().toString(QString(hourFormat)) + u'-' + m_until->time().toString(QString(hourFormat));
    if (m_hasLimit->isChecked())
        wanted.kilobytesPerSecond = m_limit->value();
    if (wanted == m_settings)
        return;
    m_desk.engine().ask(
        this, [wanted](Station &station) { return station.setSyncSettings(wanted); },
        [this, wanted](const Result<void> &saved) {
            // What the store refuses is not left standing as if it held.
            show(saved ? wanted : m_settings);
            if (saved)
                m_desk.clearReport();
            else
                m_desk.report(saved.error());
        });
}

} // namespace sohoa::ui
