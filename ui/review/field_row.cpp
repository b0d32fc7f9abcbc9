// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/field_row.h"

#include "core/base/dates.h"
#include "core/base/text.h"
#include "ui/errors/sentences.h"
#include "ui/review/doubts.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double doubtful = 0.4; ///< The band of ACC-31.

bool isDate(const QString &field)
{
    return field.endsWith(u"_date"_s);
}

} // namespace

QString dateToStored(const QString &typed)
{
    const auto date = PartialDate::parse(typed.trimmed());
    return date ? date->toIso() : typed;
}

QString dateToShown(const QString &stored)
{
    const auto date = PartialDate::parse(stored);
    return date ? date->toDisplay() : stored;
}

FieldRow::FieldRow(const QString &field, QObject *parent)
    : QObject(parent)
    , m_field(field)
    , m_label(new QLabel(fieldLabel(field)))
    , m_editor(new QLineEdit)
    , m_mark(m_editor->addAction(QIcon(), QLineEdit::TrailingPosition))
{
    m_label->setBuddy(m_editor);
    m_editor->setObjectName(field);
    m_editor->setAccessibleName(fieldLabel(field));
    if (isDate(field))
        m_editor->setPlaceholderText(tr("dd/mm/yyyy"));
    m_editor->installEventFilter(this);
    connect(m_editor, &QLineEdit::editingFinished, this, &FieldRow::commit);
    showMark();
}

void FieldRow::setValue(const FieldValue &value)
{
    const bool typing = m_editor->hasFocus() && isChanged() && !m_given;
    m_value = value;
    m_given.reset();
    if (!typing) {
        m_place = {};
        const QString shown = isDate(m_field) ? dateToShown(value.value) : value.value;
        if (m_editor->text() != shown) {
            m_editor->setText(shown);
            m_editor->setCursorPosition(0);
        }
        m_editor->setToolTip(shown);
    }
    showMark();
}

void FieldRow::setEditable(bool editable)
{
    m_editor->setReadOnly(!editable);
}

bool FieldRow::isChanged() const
{
    const QString typed = collapseBlanks(toNfc(m_editor->text()));
    return (isDate(m_field) ? dateToStored(typed) : typed) != m_value.value;
}

void FieldRow::commit()
{
    if (m_editor->isReadOnly() || !isChanged())
        return;
    const QString typed = collapseBlanks(toNfc(m_editor->text()));
    give(isDate(m_field) ? dateToStored(typed) : typed);
}

void FieldRow::give(const QString &value)
{
    if (m_given == value) // Enter commits twice: by itself and when the caret leaves.
        return;
    m_given = value;
    Q_EMIT changed(m_field, value, value.isEmpty() ? FieldPlace() : m_place);
}

void FieldRow::take(const TakenText &taken, const PageId &page)
{
    if (m_editor->isReadOnly() || taken.isEmpty())
        return;
    const bool whole = m_editor->text().isEmpty() || m_editor->selectedText() == m_editor->text();
    const bool samePage = m_place.page == page;
    m_place = {page, whole || !samePage ? taken.box : united(m_place.box, taken.box)};
    const int caret = m_editor->cursorPosition();
    const bool afterWord =
        !whole && !m_editor->hasSelectedText() && caret > 0 && !m_editor->text().at(caret - 1).isSpace();
    m_editor->insert(afterWord ? u' ' + taken.text : taken.text);
}

void FieldRow::confirm()
{
    if (m_editor->isReadOnly())
        return;
    if (isChanged())
        commit();
    else if (!m_value.value.isEmpty() && m_value.origin != FieldOrigin::Clerk)
        give(m_value.value);
}

void FieldRow::showMark()
{
    const bool empty = m_value.value.isEmpty();
    Tone tone = Tone::Neutral;
    QString name = u"document-edit"_s;
    if (!empty) {
        if (m_value.origin == FieldOrigin::Clerk) {
            tone = Tone::Ok;
            name = u"sign-clerk"_s;
        } else if (m_value.confidence >= sureEnough) {
            tone = Tone::Ok;
            name = m_value.origin == FieldOrigin::Qr || m_value.origin == FieldOrigin::Barcode
                       ? u"view-barcode-qr"_s
                       : u"sign-ok"_s;
        } else {
            tone = m_value.confidence < doubtful ? Tone::Block : Tone::Warn;
            name = tone == Tone::Block ? u"sign-block"_s : u"sign-warn"_s;
        }
    }
    m_mark->setVisible(!empty);
    m_mark->setIcon(icon(name, toneColor(tone, m_editor->palette())));
    const QString origin = empty ? tr("empty") : originName(m_value.origin);
    const QString words = empty || m_value.origin == FieldOrigin::Clerk
                              ? origin
                              : tr("%1, %2 % sure", "origin of a value and how sure it is")
                                    .arg(origin)
                                    .arg(qRound(m_value.confidence * 100));
    m_mark->setToolTip(tone == Tone::Warn || tone == Tone::Block ? tr("%1: press Enter to confirm it").arg(words)
                                                                 : words);
    m_editor->setAccessibleDescription(words);
}

bool FieldRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT entered(m_field);
    if (event->type() == QEvent::ShortcutOverride && !isChanged()) {
        // With nothing typed, Ctrl+Z means the last deed, not the last letter.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sohoa::ui
