// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/validity_editor.h"

#include "core/base/dates.h"
#include "ui/errors/sentences.h"
#include "ui/style/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

/// What the editor shows for a validity, in the words of parseValidity().
QString textOf(const Validity &validity)
{
    switch (validity.status) {
    case ValidityStatus::Unknown:
        return u"unknown"_s;
    case ValidityStatus::Revoked:
        return u"revoked"_s;
    case ValidityStatus::Replaced:
        return u"expired"_s;
    case ValidityStatus::InForce:
    case ValidityStatus::Expired:
        break;
    }
    switch (validity.basis) {
    case ValidityBasis::Months:
        return u"months:%1"_s.arg(validity.months);
    case ValidityBasis::Until:
        if (validity.until)
            return u"until:"_s + validity.until->toString(Qt::ISODate);
        break;
    case ValidityBasis::Event:
        return u"event:"_s + validity.event;
    case ValidityBasis::Indefinite:
        return u"indefinite"_s;
    case ValidityBasis::None:
        break;
    }
    return validity.status == ValidityStatus::Expired ? u"expired"_s : u"indefinite"_s;
}

} // namespace

ValidityEditor::ValidityEditor(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox)
    , m_details(new QStackedWidget)
    , m_until(new QLineEdit)
    , m_months(new QSpinBox)
    , m_event(new QLineEdit)
    , m_outcome(makeLabel({}, "small"))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_kind, 1);
    line->addWidget(m_details, 1);
    layout->addLayout(line);
    layout->addWidget(m_outcome);

    m_kind->setObjectName(u"validity"_s);
    m_kind->setAccessibleName(tr("Validity"));
    m_kind->addItem(tr("Not known yet"), u"unknown"_s);
    m_kind->addItem(tr("Without end"), u"indefinite"_s);
    m_kind->addItem(tr("Until a date"), u"until"_s);
    m_kind->addItem(tr("Months from issue"), u"months"_s);
    m_kind->addItem(tr("Until an event"), u"event"_s);
    m_kind->addItem(tr("Expired or replaced"), u"expired"_s);
    m_kind->addItem(tr("Revoked"), u"revoked"_s);
    m_details->addWidget(new QWidget);
    m_details->addWidget(m_until);
    m_details->addWidget(m_months);
    m_details->addWidget(m_event);
    m_until->setPlaceholderText(tr("dd/mm/yyyy"));
    m_until->setAccessibleName(tr("Last day in force"));
    m_months->setRange(1, 600);
    m_months->setValue(6);
    m_months->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_months->setAccessibleName(tr("Months"));
    m_event->setPlaceholderText(tr("what ends it"));
    m_event->setAccessibleName(tr("What ends it"));

    connect(m_kind, &QComboBox::activated, this, &ValidityEditor::choose);
    connect(m_until, &QLineEdit::editingFinished, this, &ValidityEditor::give);
    connect(m_months, &QSpinBox::editingFinished, this, &ValidityEditor::give);
    connect(m_event, &QLineEdit::editingFinished, this, &ValidityEditor::give);
    setValidity({});
}

void ValidityEditor::setValidity(const Validity &validity)
{
    m_outcome->setText(validityText(validity));
    m_outcome->setVisible(validity.status != ValidityStatus::Unknown);
    m_known = textOf(validity);
    const qsizetype colon = m_known.indexOf(u':');
    const QString kind = colon < 0 ? m_known : m_known.left(colon);
    m_kind->setCurrentIndex(m_kind->findData(kind));
    m_details->setCurrentIndex(kind == u"until" ? 1 : kind == u"months" ? 2 : kind == u"event" ? 3 : 0);
    if (validity.until && !m_until->hasFocus())
        m_until->setText(validity.until->toString(u"dd/MM/yyyy"_s));
    if (validity.months > 0 && !m_months->hasFocus())
        m_months->setValue(validity.months);
    if (!validity.event.isEmpty() && !m_event->hasFocus())
        m_event->setText(validity.event);
}

void ValidityEditor::setEditable(bool editable)
{
    m_kind->setEnabled(editable);
    m_details->setEnabled(editable);
}

QWidget *ValidityEditor::focusTarget() const
{
    return m_kind;
}

QString ValidityEditor::text() const
{
    const QString kind = m_kind->currentData().toString();
    if (kind == u"until") {
        const auto date = PartialDate::parse(m_until->text().trimmed());
        return date && date->date() ? u"until:"_s + date->toIso() : QString();
    }
    if (kind == u"months")
        return u"months:%1"_s.arg(m_months->value());
    if (kind == u"event") {
        const QString event = m_event->text().trimmed();
        return event.isEmpty() ? QString() : u"event:"_s + event;
    }
    return kind;
}

void ValidityEditor::choose()
{
    const QString kind = m_kind->currentData().toString();
    const int page = kind == u"until" ? 1 : kind == u"months" ? 2 : kind == u"event" ? 3 : 0;
    m_details->setCurrentIndex(page);
    if (page == 1 || page == 3)
        m_details->currentWidget()->setFocus();
    give();
}

void ValidityEditor::give()
{
    const QString now = text();
    if (now.isEmpty() || now == m_known)
        return;
    m_known = now;
    Q_EMIT changed(now);
}

} // namespace sohoa::ui
