// SPDX-License-Identifier: GPL-3.0-or-later
// What the clerk does to a dossier; what is shown of it is in review_screen.cpp.
#include "ui/review/dossier_form.h"
#include "ui/review/review_screen.h"
#include "ui/shell/desk.h"

#include <QListView>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

void ReviewScreen::tag(const DossierTags &tags)
{
    if (!m_data)
        return;
    const DossierId id = m_data->dossier.id;
    m_desk.engine().ask(
        this,
        [id, tags](Station &station) -> Result<DossierData> {
            if (auto tagged = station.tag(id, tags); !tagged)
                return fail(tagged.error());
            return readDossier(station, id);
        },
        [this, id](Result<DossierData> data) {
            if (!data) {
                const QString field = data.error().args.value(u"field"_s);
                m_desk.report(
                    data.error(),
                    field.isEmpty() ? std::function<void()>() : [this, field] { m_form->focusField(field); });
                return;
            }
            m_desk.clearReport();
            if (id == m_current)
                showData(std::move(*data));
        });
}

void ReviewScreen::approve()
{
    if (!m_data || !m_data->isEditable())
        return;
    m_form->commitAll();
    // What was typed last must be in the store before its findings are asked for.
    const DossierId id = m_current;
    m_desk.engine().ask(
        this, [id](Station &station) { return station.check(id); },
        [this, id](Result<DossierCheck> check) {
            if (id != m_current)
                return;
            if (!check) {
                m_desk.report(check.error());
                return;
            }
            std::vector<Finding> warnings;
            for (const Finding &finding : check->findings)
                if (finding.severity != Severity::Info && finding.overrideReason.isEmpty() && mayOverride(finding))
                    warnings.push_back(finding);
            // A dossier that is blocked anyway is not worth a question.
            if (warnings.empty() || !blockingFindings(check->findings).empty())
                approveWith({});
            else
                m_desk.asker().reasons(this, warnings,
                                       [this](const QMap<QString, QString> &reasons) { approveWith(reasons); });
        });
}

void ReviewScreen::approveWith(const QMap<QString, QString> &reasons)
{
    const DossierId id = m_current;
    m_form->setBusy(true);
    m_desk.engine().ask(
        this, [id, reasons](Station &station) { return station.approve(id, reasons); },
        [this](const Result<void> &approved) {
            m_form->setBusy(false);
            if (!approved) {
                m_desk.report(approved.error());
                readData();
                return;
            }
            m_desk.clearReport();
            m_focusDoubtful = true;
            goToNextToReview();
            readDossiers();
        });
}

template <class Work> void ReviewScreen::change(Work work)
{
    m_desk.engine().ask(this, std::move(work), [this](const auto &done) {
        if (!done)
            m_desk.report(done.error());
        else
            m_desk.clearReport();
        readDossiers();
    });
}

void ReviewScreen::reopen()
{
    change([id = m_current](Station &station) { return station.reopen(id); });
}

void ReviewScreen::rotate(int degrees)
{
    change([page = m_page, degrees](Station &station) { return station.rotatePage(page, degrees); });
}

void ReviewScreen::exclude()
{
    const PageRow *page = m_pages.row(m_pages.indexOf(m_page));
    if (page)
        change([id = page->id, out = !page->excluded](Station &station) { return station.excludePage(id, out); });
}

void ReviewScreen::split()
{
    change([id = m_current, page = m_page](Station &station) { return station.split(id, page); });
}

void ReviewScreen::mergeWithPrevious()
{
    const int place = m_dossiers.indexOf(m_current).row();
    if (place < 1)
        return;
    const DossierId before = m_dossiers.row(m_dossiers.index(place - 1))->id;
    const DossierId merged = m_current;
    m_current = before;
    change([before, merged](Station &station) { return station.merge(before, {merged}); });
}

void ReviewScreen::goToDossier(int step)
{
    const int row = m_dossiers.indexOf(m_current).row() + step;
    if (row >= 0 && row < m_dossiers.rowCount())
        m_dossierList->setCurrentIndex(m_dossiers.index(row));
}

void ReviewScreen::goToNextToReview()
{
    const int here = m_dossiers.indexOf(m_current).row();
    const int count = m_dossiers.rowCount();
    for (int step = 1; step < count; ++step) {
        const QModelIndex index = m_dossiers.index((here + step) % count);
        if (m_dossiers.row(index)->state == DossierState::Review) {
            m_dossierList->setCurrentIndex(index);
            return;
        }
    }
}

void ReviewScreen::goToPage(int step)
{
    const int row = m_pages.indexOf(m_page).row() + step;
    if (row >= 0 && row < m_pages.rowCount())
        m_pageList->setCurrentIndex(m_pages.index(row));
}

} // namespace sohoa::ui
