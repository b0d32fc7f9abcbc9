// SPDX-License-Identifier: GPL-3.0-or-later
// What the clerk does to a dossier; what is shown of it is in review_screen.cpp.
#include "ui/errors/sentences.h"
#include "ui/review/dossier_form.h"
#include "ui/review/doubts.h"
#include "ui/review/review_screen.h"
#include "ui/shell/desk.h"

#include <QListView>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

/// What a tag did, in the clerk's words.
QString deedOf(const DossierTags &tags)
{
    QString field = tags.procedureCode ? u"procedure"_s : u"validity"_s;
    if (!tags.fields.isEmpty())
        field = tags.fields.firstKey();
    return ReviewScreen::tr("“%1” set").arg(fieldLabel(field));
}

Result<std::vector<DossierId>> nothingMade(const Result<void> &done)
{
    return done.map([] { return std::vector<DossierId>(); });
}

} // namespace

void ReviewScreen::tag(const DossierTags &tags)
{
    if (!m_data)
        return;
    const DossierId id = m_data->dossier.id;
    m_history.perform(
        deedOf(tags), {id},
        [id, tags](Station &station) -> Result<std::vector<DossierId>> {
            return station.tag(id, tags).map([](const Dossier &) { return std::vector<DossierId>(); });
        },
        [this, id](const Result<void> &done) {
            if (!done) {
                const QString field = done.error().args.value(u"field"_s);
                m_desk.report(
                    done.error(),
                    field.isEmpty() ? std::function<void()>() : [this, field] { m_form->focusField(field); });
                return;
            }
            m_desk.clearReport();
            if (id == m_current)
                readData();
        });
}

void ReviewScreen::settle(const Doubt &doubt, const QString &answer)
{
    if (!m_data || doubt.dossier != m_current)
        return;
    m_form->commitAll();
    std::vector<DossierId> touched{m_current};
    if (doubt.kind == DoubtKind::Boundary && answer == u"join") {
        const int place = m_dossiers.indexOf(m_current).row();
        if (place < 1)
            return;
        m_current = m_dossiers.row(m_dossiers.index(place - 1))->id;
        touched.insert(touched.begin(), m_current);
    }
    m_focusDoubtful = true;
    m_history.perform(
        tr("question answered"), std::move(touched),
        [doubt, answer](Station &station) -> Result<std::vector<DossierId>> {
            // Undo must know of the dossier that dividing makes.
            const auto page = doubt.kind == DoubtKind::Separator ? PageId::fromString(answer) : std::nullopt;
            if (page)
                return station.split(doubt.dossier, *page).map([](const DossierId &made) {
                    return std::vector{made};
                });
            return nothingMade(station.settleDoubt(doubt, answer));
        },
        [this](const Result<void> &done) {
            if (!done) {
                m_focusDoubtful = false;
                m_desk.report(done.error());
            } else {
                m_desk.clearReport();
            }
            readDossiers();
        });
}

void ReviewScreen::cropPage(const PageId &page, int degrees, const std::optional<PixelBox> &box)
{
    change(tr("page cropped"), {m_current}, [page, degrees, box](Station &station) {
        if (degrees != 0)
            if (auto turned = station.rotatePage(page, degrees); !turned)
                return nothingMade(turned);
        return nothingMade(station.cropPage(page, box));
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
        [this, id, reasons](const Result<void> &approved) {
            m_form->setBusy(false);
            if (!approved) {
                m_desk.report(approved.error());
                readData();
                return;
            }
            m_desk.clearReport();
            m_history.remember(
                tr("Approved"), id, [id](Station &station) { return station.reopen(id); },
                [id, reasons](Station &station) { return station.approve(id, reasons); });
            m_focusDoubtful = true;
            goToNextToReview();
            readDossiers();
        });
}

void ReviewScreen::change(const QString &text, std::vector<DossierId> touched,
                          std::function<Result<std::vector<DossierId>>(Station &)> work)
{
    m_form->commitAll(); // What was typed belongs to the dossier as it is now.
    m_history.perform(text, std::move(touched), std::move(work), [this](const Result<void> &done) {
        if (!done)
            m_desk.report(done.error());
        else
            m_desk.clearReport();
        readDossiers();
    });
}

void ReviewScreen::reopen()
{
    m_desk.engine().ask(
        this, [id = m_current](Station &station) { return station.reopen(id); },
        [this](const Result<void> &done) {
            if (!done)
                m_desk.report(done.error());
            else
                m_desk.clearReport();
            readDossiers();
        });
}

void ReviewScreen::rotate(int degrees)
{
    change(tr("page turned"), {m_current},
           [page = m_page, degrees](Station &station) { return nothingMade(station.rotatePage(page, degrees)); });
}

void ReviewScreen::exclude()
{
    const PageRow *page = m_pages.row(m_pages.indexOf(m_page));
    if (!page)
        return;
    const bool out = !page->excluded;
    change(out ? tr("page left out") : tr("page taken back"), {m_current},
           [id = page->id, out](Station &station) { return nothingMade(station.excludePage(id, out)); });
}

void ReviewScreen::split()
{
    change(tr("dossier divided"), {m_current}, [id = m_current, page = m_page](Station &station) {
        return station.split(id, page).map([](const DossierId &made) { return std::vector{made}; });
    });
}

void ReviewScreen::mergeWithPrevious()
{
    const int place = m_dossiers.indexOf(m_current).row();
    if (place < 1)
        return;
    const DossierId before = m_dossiers.row(m_dossiers.index(place - 1))->id;
    const DossierId merged = m_current;
    m_current = before;
    change(tr("dossiers joined"), {before, merged},
           [before, merged](Station &station) { return nothingMade(station.merge(before, {merged})); });
}

void ReviewScreen::movePage(const PageId &page, const DossierId &to, std::optional<int> position)
{
    if (to == m_current && !position)
        return;
    std::vector<DossierId> touched{m_current};
    if (to != m_current)
        touched.push_back(to);
    if (to == m_current)
        m_wantedPage = page;
    change(tr("page moved"), std::move(touched),
           [page, to, position](Station &station) { return nothingMade(station.movePage(page, to, position)); });
}

void ReviewScreen::shiftPage(int step)
{
    const int position = m_pages.indexOf(m_page).row() + step;
    if (position >= 0 && position < m_pages.rowCount())
        movePage(m_page, m_current, position);
}

void ReviewScreen::movePageToDossier(int step)
{
    const int place = m_dossiers.indexOf(m_current).row() + step;
    if (const DossierSummary *other = m_dossiers.row(m_dossiers.index(place)))
        movePage(m_page, other->id, step > 0 ? std::optional(0) : std::nullopt);
}

void ReviewScreen::goToNextDoubt()
{
    m_form->commitAll();
    if (!m_form->focusNextDoubtful())
        goToNextDoubtfulDossier();
}

void ReviewScreen::goToNextDoubtfulDossier()
{
    std::vector<DossierId> order;
    const int here = m_dossiers.indexOf(m_current).row();
    const int count = m_dossiers.rowCount();
    for (int step = 1; step < count; ++step) {
        const DossierSummary *row = m_dossiers.row(m_dossiers.index((here + step) % count));
        if (row->state == DossierState::Review)
            order.push_back(row->id);
    }
    m_desk.engine().ask(
        this,
        [order = std::move(order)](Station &station) -> Result<std::optional<DossierId>> {
            for (const DossierId &id : order) {
                const auto data = readDossier(station, id);
                if (!data)
                    return fail(data.error());
                if (!formDoubts(*data).empty())
                    return std::optional(id);
            }
            return std::optional<DossierId>();
        },
        [this](const Result<std::optional<DossierId>> &found) {
            if (!found) {
                m_desk.report(found.error());
                return;
            }
            if (!*found) {
                m_form->focusFirstDoubtful(); // None anywhere: the button that approves.
                return;
            }
            m_focusDoubtful = true;
            showDossier(**found);
        });
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
