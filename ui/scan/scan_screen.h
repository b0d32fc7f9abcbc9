// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station_types.h"
#include "ui/models/page_list_model.h"
#include "ui/scan/desk_dossier.h"
#include "ui/scan/intake.h"
#include "ui/scan/scan_guide.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace sohoa::ui {

class Desk;
class FolderWatch;
class ScannerPanel;

/// Quét: the scanner at the left, the pages as they arrive at the right.
class ScanScreen final : public QWidget {
    Q_OBJECT
public:
    explicit ScanScreen(Desk &desk, QWidget *parent = nullptr);

    Intake &intake() { return m_intake; }
    const PageListModel &pages() const { return m_pages; }

    /// F5: scans, or stops what is running.
    void toggleScan();
    void focusScan();
    void importFiles(const QStringList &paths);
    /// The state in words, as shown.
    QString stateText() const;

Q_SIGNALS:
    /// The clerk wants to see this page in its dossier.
    void pageActivated(const sohoa::DossierId &dossier, const sohoa::PageId &page);
    void reviewWanted();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeControls();
    QWidget *makePages();
    Intake::Sheet sheet() const;
    void readPages();
    void readChangedPages();
    void showBatches();
    void showSheet();
    void showSheetLine();
    void showState();
    /// The state line and the hint below it.
    void showIdle(int captured, int read, int dossiers);
    void showControls(int dossiers);
    void goOn();
    /// The rest of the batch sheet, in a dialog.
    void editSheet();
    /// What was changed on the sheet of a batch that exists.
    void saveSheet();
    void resumeStack(const StackRun &stack);
    void addPage(const Page &page);

    Desk &m_desk;
    Intake m_intake;
    DeskDossier m_deskDossier;
    ScanPrompt *m_prompt;
    ScanGuide m_guide;
    PageListModel m_pages;
    ScannerPanel *m_scanner;
    QComboBox *m_batchName;
    QSpinBox *m_expected;
    QToolButton *m_editSheet;
    QLabel *m_sheetLine;
    FolderWatch *m_watch;
    BatchDetails m_sheet; ///< As last read or edited; without the count, which stands beside.
    QCheckBox *m_oneDossier;
    QPushButton *m_scan;
    QPushButton *m_import;
    QListView *m_list;
    QLabel *m_state;
    QLabel *m_hint;
    QLabel *m_fed;
    QLabel *m_captured;
    QLabel *m_read;
    QLabel *m_awaited;
    QProgressBar *m_progress;
    QPushButton *m_review;
    QSet<PageId> m_changedPages;
    QTimer m_changeTimer;
    BatchId m_sheetOf; ///< Whose sheet the fields show.
    bool m_wasReady = false;
};

} // namespace sohoa::ui
