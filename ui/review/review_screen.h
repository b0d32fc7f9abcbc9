// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/dossier_list_model.h"
#include "ui/models/page_list_model.h"
#include "ui/review/dossier_data.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QAction;
class QLabel;
class QListView;

namespace sohoa::ui {

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
    const PageListModel &pages() const { return m_pages; }
    PageView &pageView() { return *m_view; }
    DossierForm &form() { return *m_form; }
    void focusList();

private:
    QWidget *makeLists();
    QWidget *makePage();
    void makeActions();
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
    void refreshLater();
    void adaptActions();

    void tag(const DossierTags &tags);
    void approve();
    void approveWith(const QMap<QString, QString> &reasons);
    void reopen();
    void rotate(int degrees);
    void exclude();
    void split();
    void mergeWithPrevious();
    void goToDossier(int step);
    void goToNextToReview();
    void goToPage(int step);
    /// Does `work` in the engine and reads everything anew.
    template <class Work> void change(Work work);

    Desk &m_desk;
    DossierListModel m_dossiers;
    PageListModel m_pages;
    QListView *m_dossierList;
    QListView *m_pageList;
    QLabel *m_empty;
    QLabel *m_pageTitle;
    PageView *m_view;
    DossierForm *m_form;
    QAction *m_rotate = nullptr;
    QAction *m_exclude = nullptr;
    QAction *m_split = nullptr;
    QAction *m_merge = nullptr;
    std::optional<DossierData> m_data;
    DossierId m_current;
    PageId m_page;
    PageId m_wantedPage; ///< To be shown once the dossier has been read.
    bool m_focusDoubtful = false;
    bool m_updating = false; ///< The lists change because the data do, not because the clerk chose.
    QTimer m_refresh;
};

} // namespace sohoa::ui
