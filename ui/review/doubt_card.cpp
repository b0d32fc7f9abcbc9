// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/doubt_card.h"

#include "ui/style/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

bool isQuestion(const Doubt &doubt)
{
    return doubt.kind == DoubtKind::Boundary || doubt.kind == DoubtKind::Separator ||
           doubt.kind == DoubtKind::Type;
}

DoubtCard::DoubtCard(QWidget *parent)
    : QFrame(parent)
    , m_question(new QLabel)
    , m_type(new QComboBox)
    , m_first(new QPushButton)
    , m_second(new QPushButton)
{
    setObjectName(u"doubtCard"_s);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(6);
    m_question->setWordWrap(true);
    m_question->setObjectName(u"doubtQuestion"_s);
    layout->addWidget(m_question);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(6);
    m_type->setObjectName(u"doubtType"_s);
    m_type->setEditable(true);
    m_type->setInsertPolicy(QComboBox::NoInsert);
    m_type->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_type->setAccessibleName(tr("Kind of paper"));
    m_type->lineEdit()->setPlaceholderText(tr("Type a part of its title"));
    m_type->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_type->completer()->setFilterMode(Qt::MatchContains);
    m_type->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    m_first->setObjectName(u"doubtYes"_s);
    m_second->setObjectName(u"doubtNo"_s);
    answers->addWidget(m_type, 1);
    answers->addWidget(m_first);
    answers->addWidget(m_second);
    layout->addLayout(answers);
    for (QPushButton *button : {m_first, m_second}) {
        button->setAutoDefault(true); // Enter presses the one that has the caret.
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this,
                [this, button] { answer(button->property("answer").toString()); });
    }
    m_type->installEventFilter(this);
    m_type->lineEdit()->installEventFilter(this);
    connect(m_type->lineEdit(), &QLineEdit::returnPressed, this,
            [this] { answer(m_type->currentData().toString()); });
    clear();
}

void DoubtCard::setCatalogue(const Catalogue &catalogue)
{
    m_type->clear();
    for (const DocumentType &type : catalogue.documentTypes())
        m_type->addItem(type.title, type.id);
}

void DoubtCard::show(const Doubt &doubt, const std::function<int(const PageId &)> &pageNumber)
{
    m_doubt = doubt;
    QPalette colors = palette();
    colors.setColor(QPalette::Window, toneBackground(Tone::Warn, palette()));
    setPalette(colors);
    m_type->setVisible(doubt.kind == DoubtKind::Type);
    m_second->setVisible(doubt.kind != DoubtKind::Type);
    switch (doubt.kind) {
    case DoubtKind::Boundary:
        showBoundary();
        break;
    case DoubtKind::Separator:
        showSeparator(pageNumber);
        break;
    case DoubtKind::Type:
        showType(pageNumber);
        break;
    case DoubtKind::Procedure:
    case DoubtKind::Field:
        return clear();
    }
    setVisible(true);
}

void DoubtCard::showBoundary()
{
    m_question->setText(
        tr("Does a new dossier really begin here? (%1 % sure)").arg(qRound(m_doubt.confidence * 100)));
    offer(m_first, tr("&Yes, it begins here"), u"keep"_s);
    offer(m_second, tr("&No, to the one before"), u"join"_s);
}

void DoubtCard::showSeparator(const std::function<int(const PageId &)> &pageNumber)
{
    m_question->setText(m_doubt.reason == u"owners"
                            ? tr("The papers speak of two owners. Are these two dossiers?")
                            : tr("This dossier is much longer than the others. Is a separator missing?"));
    const QString keep = u"keep"_s;
    QString page = m_doubt.value == keep ? m_doubt.alternatives.value(0) : m_doubt.value;
    const auto id = PageId::fromString(page);
    const QString part = id ? tr("&Divide at page %1").arg(pageNumber(*id)) : QString();
    const bool keepFirst = m_doubt.value == keep;
    offer(keepFirst ? m_first : m_second, tr("&Keep it whole"), keep);
    offer(keepFirst ? m_second : m_first, part, page);
    (keepFirst ? m_second : m_first)->setVisible(id.has_value());
}

void DoubtCard::showType(const std::function<int(const PageId &)> &pageNumber)
{
    m_question->setText(m_doubt.value.isEmpty() ? tr("What is the paper on page %1?").arg(pageNumber(m_doubt.page))
                                                : tr("Is this what the paper on page %1 is? (%2 % sure)")
                                                      .arg(pageNumber(m_doubt.page))
                                                      .arg(qRound(m_doubt.confidence * 100)));
    m_type->setCurrentIndex(m_doubt.value.isEmpty() ? -1 : m_type->findData(m_doubt.value));
    if (m_type->currentIndex() < 0)
        m_type->setEditText({});
    m_type->lineEdit()->setCursorPosition(0);
    m_first->setText(tr("&Confirm"));
    m_first->setProperty("answer", QString());
    m_first->setVisible(true);
}

void DoubtCard::offer(QPushButton *button, const QString &words, const QString &answer)
{
    button->setText(words);
    button->setProperty("answer", answer);
    button->setVisible(true);
}

void DoubtCard::answer(const QString &answer)
{
    QString given = answer;
    if (m_doubt.kind == DoubtKind::Type) {
        // What stands there in words, for a list keeps its last choice while something else is typed.
        const int row = m_type->findText(m_type->currentText(), Qt::MatchFixedString);
        given = row < 0 ? QString() : m_type->itemData(row).toString();
    }
    if (!given.isEmpty())
        Q_EMIT answered(m_doubt, given);
    else
        m_type->setFocus();
}

void DoubtCard::clear()
{
    m_doubt = {};
    hide();
}

void DoubtCard::focusAnswer()
{
    if (m_doubt.kind == DoubtKind::Type && m_doubt.value.isEmpty())
        m_type->setFocus();
    else
        m_first->setFocus();
}

bool DoubtCard::hasAnswerFocus() const
{
    return m_first->hasFocus() || m_second->hasFocus() || m_type->hasFocus() || m_type->lineEdit()->hasFocus();
}

bool DoubtCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && isVisible())
        Q_EMIT entered(m_doubt);
    return QFrame::eventFilter(watched, event);
}

} // namespace sohoa::ui
