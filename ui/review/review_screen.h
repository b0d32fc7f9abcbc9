// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/dossier_list_model.h"
#include "ui/models/page_list_model.h"
#include "ui/review/dossier_data.h"
#include "ui/review/page_words.h"
#include "ui/review/review_history.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QLabel;
class QListView;

namespace sohoa::ui {

class CropMode;
class Desk;
class DossierForm;
class PageView;

/// Kiểm tra: dossiers and their pages at the left, the page in the middle, what is known of it at the right.
class ReviewScreen final : public QWidget {
    Q_OBJECT
public:
    explicit ReviewScreen(Desk &desk, QWidget *parent = nullptr);

    /// Shows that dossier, and the page in it when one is named.
    void showDossier(const DossierId &dossier, const PageId &page = {});
    const std::optional<DossierData> &data() const { return m_data; }
    const DossierListModel &dossiers() const { return m_dossiers; }
    DossierListModel &dossiers() { return m_dossiers; }
    PageListModel &pages() { return m_pages; }
    ReviewHistory &history() { return m_history; }
    PageView &pageView() { return *m_view; }
    DossierForm &form() { return *m_form; }
    CropMode &cropMode() { return *m_crop; }
    void focusList();
    /// The field of the dossier that is shown next: what a repository finds fault with.
    void focusWhenShown(const QString &field) { m_focusField = field; }
    /// The caret goes to the first thing that wants a look; while the dossier is still being read, then.
    void focusForm();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;

private:
    QWidget *makeLists();
    QWidget *makePage();
    QWidget *makeTools();
    void makeActions();
    void makeHistoryActions();
    QAction *addAction(const QString &iconName, const QString &text, const QKeySequence &key,
                       std::function<void()> work);

    void readDossiers();
    void readData();
    void showData(DossierData data);
    void showNothing();
    void chooseDossier(const QModelIndex &index);
    void choosePage(const QModelIndex &index);
    void showPage(const QModelIndex &index);
    void lightUp(const QString &field);
    void readWords(const PageRow &page);
    void takeWord(const Word &word);
    /// Reads just there, as what the field expects, and puts the text into it.
    void takeBox(const PixelBox &box);
    void crop();
    void cropPage(const PageId &page, int degrees, const std::optional<PixelBox> &box);
    void showQuestion(const Doubt &doubt);
    /// While `on`, the raw scan is shown in place of the clean page.
    void compare(bool on);
    void refreshLater();
    void adaptActions();

    void tag(const DossierTags &tags);
    void settle(const Doubt &doubt, const QString &answer);
    void approve();
    void approveWith(const QMap<QString, QString> &reasons);
    void reopen();
    void rotate(int degrees);
    void exclude();
    void split();
    void mergeWithPrevious();
    void movePage(const PageId &page, const DossierId &to, std::optional<int> position);
    void shiftPage(int step);
    void movePageToDossier(int step);
    void goToDossier(int step);
    void goToNextToReview();
    void goToPage(int step);
    /// The next thing that wants a look: in this dossier, then in the next one of the batch.
    void goToNextDoubt();
    void goToNextDoubtfulDossier();
    /// Does `work` in the engine, remembered under `text`, and reads everything anew. `work` answers with dossiers
    /// that it made.
    void change(const QString &text, std::vector<DossierId> touched,
                std::function<Result<std::vector<DossierId>>(Station &)> work);

    Desk &m_desk;
    ReviewHistory m_history;
    DossierListModel m_dossiers;
    PageListModel m_pages;
    QListView *m_dossierList;
    QListView *m_pageList;
    QLabel *m_empty;
    QLabel *m_pageTitle;
    PageView *m_view;
    CropMode *m_crop;
    DossierForm *m_form;
    QAction *m_rotate = nullptr;
    QAction *m_cropPage = nullptr;
    QAction *m_exclude = nullptr;
    QAction *m_split = nullptr;
    QAction *m_merge = nullptr;
    QAction *m_earlier = nullptr;
    QAction *m_later = nullptr;
    QAction *m_toPrevious = nullptr;
    QAction *m_toNext = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_nextDoubt = nullptr;
    std::optional<DossierData> m_data;
    DossierId m_current;
    PageId m_page;
    PageId m_wantedPage; ///< To be shown once the dossier has been read.
    QString m_wordsOf;   ///< Page and version whose words the view has.
    int m_boxesRead = 0; ///< Which drawn box is the latest.
    bool m_focusDoubtful = false;
    QString m_focusField; ///< To be focused once the dossier is shown.
    bool m_comparing = false;
    bool m_updating = false; ///< The lists change because the data do, not because the clerk chose.
    QTimer m_refresh;
};

} // namespace sohoa::ui
