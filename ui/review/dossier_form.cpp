// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/dossier_form.h"

#include "ui/errors/sentences.h"
#include "ui/models/dossier_list_model.h"
#include "ui/review/doubt_card.h"
#include "ui/review/field_row.h"
#include "ui/review/lights.h"
#include "ui/review/procedure_chooser.h"
#include "ui/review/validity_editor.h"
#include "ui/style/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

QListWidget *makeList(const QString &name)
{
    auto *list = new QListWidget;
    list->setWordWrap(true);
    list->setAccessibleName(name);
    list->setIconSize({16, 16});
    list->setSpacing(1);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    return list;
}

Tone toneOf(const Finding &finding)
{
    if (!finding.overrideReason.isEmpty() || finding.severity == Severity::Info)
        return Tone::Neutral;
    return finding.severity == Severity::Blocking ? Tone::Block : Tone::Warn;
}

} // namespace

DossierForm::DossierForm(QWidget *parent)
    : QFrame(parent)
    , m_question(new DoubtCard)
    , m_procedure(new ProcedureChooser)
    , m_validity(new ValidityEditor)
    , m_lights(new LightsBar)
    , m_tabs(new QTabWidget)
    , m_findings(makeList(tr("Findings")))
    , m_components(makeList(tr("Components")))
    , m_approve(new QPushButton(tr("&Approve (Ctrl+Enter)")))
    , m_reopen(new QPushButton(tr("Re&open")))
    , m_state(makeLabel({}, "dim"))
{
    setRole(this, "card");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(m_question);
    layout->addWidget(makeFields());
    layout->addWidget(m_lights);
    layout->addWidget(makeFindings(), 1);

    auto *end = new QHBoxLayout;
    m_state->setObjectName(u"dossierState"_s);
    m_approve->setObjectName(u"approve"_s);
    m_reopen->setObjectName(u"reopen"_s);
    setRole(m_approve, "primary");
    m_approve->setAutoDefault(true); // Enter approves when the caret has come here.
    end->addWidget(m_state, 1);
    end->addWidget(m_reopen);
    end->addWidget(m_approve);
    layout->addLayout(end);
    connect(m_question, &DoubtCard::answered, this, &DossierForm::answered);
    connect(m_question, &DoubtCard::entered, this, &DossierForm::questionEntered);
    connect(m_approve, &QPushButton::clicked, this, &DossierForm::approveWanted);
    connect(m_reopen, &QPushButton::clicked, this, &DossierForm::reopenWanted);
    clear();
}

QWidget *DossierForm::makeFields()
{
    auto *fields = new QWidget;
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int place = 0;
    auto *label = new QLabel(fieldLabel(u"procedure"_s));
    label->setBuddy(m_procedure);
    grid->addWidget(label, place, 0);
    grid->addWidget(m_procedure, place++, 1);
    connect(m_procedure, &ProcedureChooser::chosen, this, [this](const QString &code) {
        DossierTags tags;
        tags.procedureCode = code;
        Q_EMIT tagged(tags);
    });
    connect(m_procedure, &ProcedureChooser::confirmed, this, &DossierForm::goOn);
    for (const QString &field : summaryFields()) {
        auto *row = new FieldRow(field, this);
        grid->addWidget(row->label(), place, 0);
        grid->addWidget(row->editor(), place++, 1);
        connect(row, &FieldRow::entered, this, &DossierForm::fieldEntered);
        connect(row, &FieldRow::entered, this, [this, row] { m_lastRow = row; });
        connect(row, &FieldRow::changed, this,
                [this](const QString &id, const QString &value, const FieldPlace &from) {
                    DossierTags tags;
                    tags.fields.insert(id, value);
                    if (!from.page.isNull())
                        tags.places.insert(id, from);
                    Q_EMIT tagged(tags);
                });
        connect(row->editor(), &QLineEdit::returnPressed, this, [this, row] {
            row->confirm();
            goOn();
        });
        m_rows.push_back(row);
    }
    auto *validity = new QLabel(fieldLabel(u"validity"_s));
    validity->setBuddy(m_validity->focusTarget());
    grid->addWidget(validity, place, 0, Qt::AlignTop);
    grid->addWidget(m_validity, place++, 1);
    validity->setContentsMargins(0, 5, 0, 0);
    connect(m_validity, &ValidityEditor::changed, this, [this](const QString &text) {
        DossierTags tags;
        tags.validity = text;
        Q_EMIT tagged(tags);
    });
    return fields;
}

QWidget *DossierForm::makeFindings()
{
    m_findings->setObjectName(u"findings"_s);
    m_components->setObjectName(u"components"_s);
    m_tabs->addTab(m_findings, tr("Findings"));
    m_tabs->addTab(m_components, tr("Components"));
    m_tabs->setDocumentMode(true);
    const auto findingChosen = [this](const QListWidgetItem *item) {
        goToFinding(item->data(Qt::UserRole).toInt());
    };
    connect(m_findings, &QListWidget::itemClicked, this, findingChosen);
    connect(m_findings, &QListWidget::itemActivated, this, findingChosen);
    const auto componentChosen = [this](const QListWidgetItem *item) {
        const auto &components = m_data.check.components;
        const auto place = static_cast<size_t>(item->data(Qt::UserRole).toInt());
        if (place < components.size() && !components[place].pages.empty())
            Q_EMIT pageWanted(components[place].pages.front());
    };
    connect(m_components, &QListWidget::itemClicked, this, componentChosen);
    connect(m_components, &QListWidget::itemActivated, this, componentChosen);
    return m_tabs;
}

void DossierForm::setCatalogue(const Catalogue &catalogue)
{
    m_procedure->setCatalogue(catalogue);
    m_question->setCatalogue(catalogue);
}

void DossierForm::show(const DossierData &from)
{
    m_data = from;
    setEnabled(true);
    const bool editable = from.isEditable() && !m_busy;
    m_procedure->setChoice(from.dossier.procedure);
    m_procedure->setEditable(editable);
    for (FieldRow *row : m_rows) {
        row->setValue(from.dossier.fields.value(row->field()));
        row->setEditable(editable);
    }
    m_validity->setValidity(from.dossier.validity);
    m_validity->setEditable(editable);
    m_lights->setLights(from.check.lights);
    showQuestion();
    showFindings(from);
    showComponents(from);
    const DossierState state = from.dossier.state;
    m_approve->setVisible(state == DossierState::Review || state == DossierState::Draft);
    m_approve->setEnabled(editable);
    m_approve->setText(m_busy ? tr("Approving…") : tr("&Approve (Ctrl+Enter)"));
    m_reopen->setVisible(mayChange(state, DossierState::Review) && state != DossierState::Draft);
    m_reopen->setEnabled(!m_busy);
    m_state->setText(state == DossierState::Review
                         ? (from.dossier.revision > 1 ? tr("Revision %1").arg(from.dossier.revision) : QString())
                         : stateName(state));
}

void DossierForm::clear()
{
    m_data = {};
    m_question->clear();
    m_procedure->setChoice({});
    for (FieldRow *row : m_rows)
        row->setValue({});
    m_validity->setValidity({});
    m_lights->clear();
    m_findings->clear();
    m_components->clear();
    m_state->clear();
    m_reopen->hide();
    setEnabled(false);
}

void DossierForm::showQuestion()
{
    const auto doubts = formDoubts(m_data);
    if (doubts.empty() || !doubts.front().question || m_busy) {
        m_question->clear();
        return;
    }
    m_question->show(*doubts.front().question, [this](const PageId &id) {
        const PageRow *page = m_data.page(id);
        return page ? page->number : 1;
    });
}

void DossierForm::setBusy(bool busy)
{
    m_busy = busy;
    if (!m_data.dossier.id.isNull())
        show(DossierData(m_data));
}

void DossierForm::showFindings(const DossierData &from)
{
    m_findings->clear();
    int open = 0;
    for (size_t i = 0; i < from.check.findings.size(); ++i) {
        const Finding &finding = from.check.findings[i];
        const Tone tone = toneOf(finding);
        open += tone == Tone::Neutral ? 0 : 1;
        QString text = ruleSentence(finding);
        if (finding.page)
            if (const PageRow *page = from.page(*finding.page))
                text += tr(" (page %1)").arg(page->number);
        if (!finding.overrideReason.isEmpty())
            text += u'\n' + tr("Overruled: %1").arg(finding.overrideReason);
        auto *item = new QListWidgetItem(icon(toneIconName(tone), toneColor(tone, palette())), text, m_findings);
        item->setData(Qt::UserRole, static_cast<int>(i));
        item->setToolTip(finding.rule + u" · "_s + severityName(finding.severity));
        item->setData(Qt::AccessibleDescriptionRole, severityName(finding.severity));
    }
    if (from.check.findings.empty())
        new QListWidgetItem(icon(u"sign-ok"_s, toneColor(Tone::Ok, palette())), tr("Everything is in order."),
                            m_findings);
    m_tabs->setTabText(0, open > 0 ? tr("Findings (%1)").arg(open) : tr("Findings"));
}

void DossierForm::showComponents(const DossierData &from)
{
    m_components->clear();
    int present = 0;
    int required = 0;
    for (size_t i = 0; i < from.check.components.size(); ++i) {
        const ComponentStatus &component = from.check.components[i];
        required += component.required ? 1 : 0;
        present += component.required && component.present ? 1 : 0;
        QString text = component.name;
        QStringList pages;
        for (const PageId &id : component.pages)
            if (const PageRow *page = from.page(id))
                pages.append(QString::number(page->number));
        if (component.present && !pages.isEmpty())
            text += u" – "_s + tr("page %1").arg(pages.join(u", "_s));
        else if (!component.present)
            text += u" – "_s + (component.required ? tr("missing") : tr("if it applies"));
        const Tone tone = component.present ? Tone::Ok : component.required ? Tone::Block : Tone::Neutral;
        const QString sign = component.present    ? u"sign-ok"_s
                             : component.required ? u"sign-block"_s
                                                  : u"sign-open"_s;
        auto *item = new QListWidgetItem(icon(sign, toneColor(tone, palette())), text, m_components);
        item->setData(Qt::UserRole, static_cast<int>(i));
        item->setToolTip(text);
    }
    if (from.check.components.empty())
        new QListWidgetItem(tr("Choose the procedure to see what it asks for."), m_components);
    m_tabs->setTabText(1,
                       required > 0 ? tr("Components (%1 of %2)").arg(present).arg(required) : tr("Components"));
}

void DossierForm::goToFinding(int row)
{
    if (row < 0 || static_cast<size_t>(row) >= m_data.check.findings.size())
        return;
    const Finding &finding = m_data.check.findings[static_cast<size_t>(row)];
    if (finding.page)
        Q_EMIT pageWanted(*finding.page);
    if (!finding.field.isEmpty())
        focusField(finding.field);
    else if (finding.rule.startsWith(u"FULL-01"_s))
        m_procedure->setFocus();
    else if (finding.rule.startsWith(u"LIVE-"_s) && !finding.page)
        m_validity->focusTarget()->setFocus();
    else if (finding.rule.startsWith(u"FULL-03"_s))
        m_tabs->setCurrentIndex(1);
}

FieldRow *DossierForm::row(const QString &field) const
{
    const auto found = std::ranges::find(m_rows, field, &FieldRow::field);
    return found == m_rows.end() ? nullptr : *found;
}

void DossierForm::focusField(const QString &field)
{
    if (const FieldRow *found = row(field)) {
        found->editor()->setFocus();
        found->editor()->selectAll();
    }
}

void DossierForm::focusDoubt(const FormDoubt &doubt)
{
    switch (doubt.place) {
    case FormDoubt::Place::Question:
        m_question->focusAnswer();
        break;
    case FormDoubt::Place::Procedure:
        m_procedure->setFocus();
        break;
    case FormDoubt::Place::Field:
        focusField(doubt.field);
        break;
    case FormDoubt::Place::Validity:
        m_validity->focusTarget()->setFocus();
        break;
    }
}

int DossierForm::placeOf(const FormDoubt &doubt) const
{
    switch (doubt.place) {
    case FormDoubt::Place::Question:
        return 0;
    case FormDoubt::Place::Procedure:
        return 1;
    case FormDoubt::Place::Field:
        return 2 + static_cast<int>(std::ranges::find(m_rows, doubt.field, &FieldRow::field) - m_rows.begin());
    case FormDoubt::Place::Validity:
        break;
    }
    return 2 + static_cast<int>(m_rows.size());
}

int DossierForm::placeOfFocus() const
{
    const QWidget *focus = focusWidget();
    if (!focus || !focus->hasFocus())
        return -1;
    if (m_question->hasAnswerFocus())
        return 0;
    if (focus == m_procedure || m_procedure->isAncestorOf(focus))
        return 1;
    for (size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i]->editor() == focus)
            return 2 + static_cast<int>(i);
    return m_validity->isAncestorOf(focus) ? 2 + static_cast<int>(m_rows.size()) : -1;
}

void DossierForm::focusFirstDoubtful()
{
    const auto doubts = formDoubts(m_data);
    if (doubts.empty())
        m_approve->setFocus();
    else
        focusDoubt(doubts.front());
}

bool DossierForm::focusNextDoubtful()
{
    const int here = placeOfFocus();
    auto doubts = formDoubts(m_data);
    std::erase_if(doubts, [this, here](const FormDoubt &doubt) {
        const FieldRow *field = doubt.place == FormDoubt::Place::Field ? row(doubt.field) : nullptr;
        return placeOf(doubt) == here || (field && field->isGiven());
    });
    if (doubts.empty())
        return false;
    const auto after =
        std::ranges::find_if(doubts, [this, here](const FormDoubt &doubt) { return placeOf(doubt) > here; });
    focusDoubt(after == doubts.end() ? doubts.front() : *after);
    return true;
}

void DossierForm::goOn()
{
    if (!focusNextDoubtful())
        m_approve->setFocus();
}

void DossierForm::take(const TakenText &taken, const PageId &page)
{
    if (!m_lastRow || !isEnabled())
        return;
    m_lastRow->take(taken, page);
    m_lastRow->editor()->setFocus();
}

void DossierForm::commitAll()
{
    for (FieldRow *row : m_rows)
        row->commit();
}

} // namespace sohoa::ui
