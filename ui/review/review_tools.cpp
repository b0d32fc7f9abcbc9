// SPDX-License-Identifier: GPL-3.0-or-later
// The tools of the Review screen: what can be done, by which key, and when.
#include "ui/review/crop_mode.h"
#include "ui/review/dossier_form.h"
#include "ui/review/page_view.h"
#include "ui/review/review_screen.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int groupGap = 5; ///< The bar must fit a window of 1366 pixels between the lists and the form.

QToolButton *toolFor(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setIconSize({20, 20});
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

QAction *ReviewScreen::addAction(const QString &iconName, const QString &text, const QKeySequence &key,
                                 std::function<void()> work)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(key.isEmpty() ? text : u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, std::move(work));
    QWidget::addAction(action);
    return action;
}

QWidget *ReviewScreen::makePage()
{
    auto *card = new QFrame;
    setRole(card, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 6, 1, 1);
    layout->setSpacing(6);
    layout->addWidget(makeTools());
    layout->addWidget(m_crop);
    layout->addWidget(m_view, 1);
    return card;
}

QWidget *ReviewScreen::makeTools()
{
    auto *bar = new QWidget;
    auto *tools = new QHBoxLayout(bar);
    tools->setContentsMargins(12, 0, 8, 0);
    tools->setSpacing(0);
    tools->addWidget(m_pageTitle, 1);
    const auto addTools = [tools](const std::vector<QAction *> &actions) {
        for (QAction *action : actions)
            tools->addWidget(toolFor(action));
        tools->addSpacing(groupGap);
    };
    makeActions();
    makeHistoryActions();
    addTools({m_undo, m_redo});
    addTools(
        {addAction(u"go-previous"_s, tr("Previous page"), Qt::CTRL | Qt::Key_PageUp, [this] { goToPage(-1); }),
         addAction(u"go-next"_s, tr("Next page"), Qt::CTRL | Qt::Key_PageDown, [this] { goToPage(1); })});
    addTools({addAction(u"zoom-smaller"_s, tr("Smaller"), QKeySequence::ZoomOut,
                        [this] { m_view->zoomBy(1 / PageView::zoomStep); }),
              addAction(u"zoom-larger"_s, tr("Larger"), QKeySequence::ZoomIn,
                        [this] { m_view->zoomBy(PageView::zoomStep); }),
              addAction(u"fit-width"_s, tr("Fit the width"), Qt::CTRL | Qt::Key_1,
                        [this] { m_view->setFit(PageView::Fit::Width); }),
              addAction(u"fit-page"_s, tr("Whole page"), Qt::CTRL | Qt::Key_0,
                        [this] { m_view->setFit(PageView::Fit::Page); })});
    auto *raw = makeIconButton(u"compare-raw"_s, tr("Hold to see the raw scan (F11)"));
    raw->setObjectName(u"compare"_s);
    connect(raw, &QToolButton::pressed, this, [this] { compare(true); });
    connect(raw, &QToolButton::released, this, [this] { compare(false); });
    tools->addWidget(raw);
    tools->addSpacing(groupGap);
    addTools({m_rotate, m_cropPage, m_exclude, m_split, m_merge});

    auto *menu = new QMenu(this);
    menu->addActions({m_earlier, m_later, m_toPrevious, m_toNext});
    menu->addSeparator();
    menu->addAction(m_nextDoubt);
    auto *more = makeIconButton(u"more"_s, tr("More to do with the page"));
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    tools->addWidget(more);
    return bar;
}

void ReviewScreen::makeActions()
{
    m_rotate =
        addAction(u"turn-right"_s, tr("Turn the page to the right"), Qt::CTRL | Qt::Key_R, [this] { rotate(90); });
    m_cropPage = addAction(u"transform-crop"_s, tr("Crop the page"), Qt::CTRL | Qt::Key_G, [this] { crop(); });
    m_exclude = addAction(u"leave-out"_s, tr("Leave the page out, or take it back"), Qt::CTRL | Qt::Key_Delete,
                          [this] { exclude(); });
    m_split = addAction(u"split-here"_s, tr("A new dossier begins with this page"), Qt::CTRL | Qt::Key_T,
                        [this] { split(); });
    m_merge = addAction(u"merge-before"_s, tr("Append the dossier to the one before"), Qt::CTRL | Qt::Key_M,
                        [this] { mergeWithPrevious(); });
    m_earlier = addAction(u"go-previous"_s, tr("Move the page one place earlier"), Qt::ALT | Qt::Key_Up,
                          [this] { shiftPage(-1); });
    m_later = addAction(u"go-next"_s, tr("Move the page one place later"), Qt::ALT | Qt::Key_Down,
                        [this] { shiftPage(1); });
    m_toPrevious = addAction(u"go-up"_s, tr("Move the page to the dossier before"),
                             Qt::ALT | Qt::SHIFT | Qt::Key_Up, [this] { movePageToDossier(-1); });
    m_toNext = addAction(u"go-down"_s, tr("Move the page to the dossier after"),
                         Qt::ALT | Qt::SHIFT | Qt::Key_Down, [this] { movePageToDossier(1); });
    m_nextDoubt = addAction(u"sign-warn"_s, tr("Next doubtful thing"), Qt::Key_F9, [this] { goToNextDoubt(); });
    addAction(u"go-down"_s, tr("Next dossier"), Qt::CTRL | Qt::Key_Down, [this] { goToDossier(1); });
    addAction(u"go-up"_s, tr("Previous dossier"), Qt::CTRL | Qt::Key_Up, [this] { goToDossier(-1); });
    auto *approveAction =
        addAction(u"dialog-ok"_s, tr("Approve"), Qt::CTRL | Qt::Key_Return, [this] { approve(); });
    approveAction->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
}

void ReviewScreen::makeHistoryActions()
{
    QUndoStack &stack = m_history.stack();
    m_undo = addAction(u"edit-undo"_s, tr("Undo"), QKeySequence::Undo, [&stack] { stack.undo(); });
    m_redo = addAction(u"edit-redo"_s, tr("Do again"), QKeySequence::Redo, [&stack] { stack.redo(); });
    const auto show = [this, &stack] {
        const auto tell = [](QAction *action, bool possible, const QString &words) {
            action->setEnabled(possible);
            action->setToolTip(u"%1 (%2)"_s.arg(words, action->shortcut().toString(QKeySequence::NativeText)));
        };
        tell(m_undo, stack.canUndo(), stack.canUndo() ? tr("Undo: %1").arg(stack.undoText()) : tr("Undo"));
        tell(m_redo, stack.canRedo(), stack.canRedo() ? tr("Do again: %1").arg(stack.redoText()) : tr("Do again"));
    };
    connect(&stack, &QUndoStack::indexChanged, this, show);
    connect(&stack, &QUndoStack::cleanChanged, this, show);
    show();
}

void ReviewScreen::adaptActions()
{
    const bool editable = m_data && m_data->isEditable();
    const int row = m_pages.indexOf(m_page).row();
    m_rotate->setEnabled(editable && row >= 0);
    m_exclude->setEnabled(editable && row >= 0);
    const PageRow *page = m_pages.row(m_pages.indexOf(m_page));
    m_cropPage->setEnabled(editable && page && page->state == PageState::Recognized);
    m_split->setEnabled(editable && row > 0);
    m_earlier->setEnabled(editable && row > 0);
    m_later->setEnabled(editable && row >= 0 && row + 1 < m_pages.rowCount());
    m_pages.setMovable(editable);
    const int place = m_dossiers.indexOf(m_current).row();
    const auto takesPages = [this](int at) {
        const DossierSummary *dossier = m_dossiers.row(m_dossiers.index(at));
        return dossier && dossier->state == DossierState::Review;
    };
    m_merge->setEnabled(editable && place > 0 && takesPages(place - 1));
    m_toPrevious->setEnabled(editable && row >= 0 && place > 0 && takesPages(place - 1));
    m_toNext->setEnabled(editable && row >= 0 && takesPages(place + 1));
}

} // namespace sohoa::ui
