// SPDX-License-Identifier: GPL-3.0-or-later
// What the Review screen shows of a page, and what is taken from it by hand.
#include "ui/review/crop_mode.h"
#include "ui/review/dossier_form.h"
#include "ui/review/field_row.h"
#include "ui/review/page_view.h"
#include "ui/review/review_screen.h"
#include "ui/shell/desk.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QToolTip>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int compareKey = Qt::Key_F11;

/// What is expected in a field: how its place on the page is best read.
ZoneKind zoneKindOf(const QString &field)
{
    if (field.endsWith(u"_date"_s))
        return ZoneKind::Date;
    if (field == u"personal_id"_s)
        return ZoneKind::Digits;
    return field == u"abstract"_s ? ZoneKind::Text : ZoneKind::Line;
}

} // namespace

void ReviewScreen::choosePage(const QModelIndex &index)
{
    if (!m_updating)
        showPage(index);
}

void ReviewScreen::showPage(const QModelIndex &index)
{
    const PageRow *page = m_pages.row(index);
    if (!page)
        return;
    if (page->id != m_page) {
        m_crop->end();
        m_view->setHighlight({});
    }
    m_page = page->id;
    readWords(*page);
    const QStringList flags = pageFlags(*page);
    const QString words = tr("Page %1 of %2").arg(page->number).arg(m_pages.rowCount()) +
                          (flags.isEmpty() ? QString() : u" · "_s + flags.join(u", "_s));
    m_pageTitle->setText(
        u"%1/%2"_s.arg(page->number).arg(m_pages.rowCount())); // Beside the tools there is no room.
    m_pageTitle->setToolTip(words);
    m_pageTitle->setAccessibleName(words);
    if (page->state != PageState::Recognized)
        m_desk.engine().ask(
            this,
            [id = page->id](Station &station) -> Result<bool> {
                station.prefer(id);
                return true;
            },
            [](const Result<bool> &) {});
    m_desk.images().page(
        page->picture, this, [this, id = page->id, size = page->size](const PagePicturePtr &picture) {
            if (id == m_page)
                m_view->setPicture(picture, size, tr("The picture of this page cannot be shown."));
        });
    if (const PageRow *next = m_pages.row(m_pages.index(index.row() + 1)))
        m_desk.images().prefetch(next->picture);
    adaptActions();
}

void ReviewScreen::lightUp(const QString &field)
{
    if (!m_data)
        return;
    const FieldValue value = m_data->dossier.fields.value(field);
    if (value.page.isNull() || value.box.isEmpty()) {
        m_view->setHighlight({});
        return;
    }
    if (const QModelIndex index = m_pages.indexOf(value.page); index.isValid() && value.page != m_page)
        m_pageList->setCurrentIndex(index);
    m_view->setHighlight(value.box);
}

void ReviewScreen::readWords(const PageRow &page)
{
    const QString wanted = page.id.toString() + page.picture.key();
    if (m_wordsOf == wanted)
        return;
    m_wordsOf = wanted;
    m_view->setWords({});
    m_desk.engine().ask(
        this, [id = page.id](Station &station) { return station.page(id); },
        [this, wanted](Result<Page> read) {
            if (read && read->reading && wanted == m_wordsOf)
                m_view->setWords(std::move(read->reading->words));
        });
}

void ReviewScreen::takeWord(const Word &word)
{
    m_form->take({word.text, word.box}, m_page);
}

void ReviewScreen::takeBox(const PixelBox &box)
{
    const FieldRow *row = m_form->takingRow();
    if (!row || !m_data || !m_data->isEditable())
        return;
    const int number = ++m_boxesRead;
    m_view->setReading(box);
    m_desk.engine().askLater<ZoneText>(
        this,
        [page = m_page, box, kind = zoneKindOf(row->field())](Station &station,
                                                              std::function<void(Result<ZoneText>)> answer) {
            station.readZone(page, box, kind, std::move(answer));
        },
        [this, number, page = m_page, box](const Result<ZoneText> &read) {
            if (number != m_boxesRead || page != m_page)
                return;
            m_view->setReading({});
            // What the page's own reading has there is better than nothing.
            TakenText taken =
                read && !read->text.isEmpty() ? TakenText{read->text, read->box} : textIn(m_view->words(), box);
            if (taken.box.isEmpty())
                taken.box = box;
            if (taken.isEmpty())
                QToolTip::showText(QCursor::pos(), tr("No text was read here."), m_view);
            else
                m_form->take(taken, page);
        });
}

void ReviewScreen::crop()
{
    const PageRow *page = m_pages.row(m_pages.indexOf(m_page));
    if (page && !m_crop->isOn())
        m_crop->begin(page->id, page->master, page->picture);
    else
        m_crop->end();
}

void ReviewScreen::showQuestion(const Doubt &doubt)
{
    if (const QModelIndex index = m_pages.indexOf(doubt.page); index.isValid() && doubt.page != m_page)
        m_pageList->setCurrentIndex(index);
    m_view->setHighlight(doubt.box);
}

void ReviewScreen::compare(bool on)
{
    const PageRow *page = m_pages.row(m_pages.indexOf(m_page));
    if (!on || !page) {
        m_comparing = false;
        m_view->setComparison(nullptr);
        return;
    }
    m_comparing = true;
    m_desk.images().page(page->master, this, [this, id = page->id](const PagePicturePtr &picture) {
        if (m_comparing && id == m_page)
            m_view->setComparison(picture);
    });
}

void ReviewScreen::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == compareKey) {
        if (!event->isAutoRepeat())
            compare(true);
        return;
    }
    QWidget::keyPressEvent(event);
}

void ReviewScreen::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == compareKey) {
        if (!event->isAutoRepeat())
            compare(false);
        return;
    }
    QWidget::keyReleaseEvent(event);
}

} // namespace sohoa::ui
