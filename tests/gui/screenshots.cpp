// SPDX-License-Identifier: GPL-3.0-or-later
// Drives the real window in practice mode and saves pictures of its screens; started by packaging/screenshots.
//   sohoa_screenshots LANGUAGE light|dark FOLDER
#include "app/sohoa/application.h"
#include "ui/help/help_window.h"
#include "ui/language/language.h"
#include "ui/queue/queue_screen.h"
#include "ui/review/dossier_form.h"
#include "ui/review/page_view.h"
#include "ui/review/review_screen.h"
#include "ui/scan/scan_screen.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cstdio>

using namespace sohoa;
using namespace sohoa::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int waitMs = 240'000;
constexpr int settleMs = 700; ///< For thumbnails and animations; a picture, not a test.

/// Gives the usual reason, so that the pictures show approved dossiers.
class ReasonGiver final : public Asker {
public:
    void reasons(QWidget *, const std::vector<Finding> &warnings,
                 std::function<void(QMap<QString, QString>)> then) override
    {
        QMap<QString, QString> reasons;
        for (const Finding &warning : warnings)
            reasons.insert(warning.rule, u"Đã đối chiếu bản giấy: đúng"_s);
        then(reasons);
    }
    void files(QWidget *, std::function<void(QStringList)>) override {}
    void table(QWidget *, std::function<void(QString)>) override {}
    void saveFile(QWidget *, const QString &, std::function<void(QString)>) override {}
    void folder(QWidget *, std::function<void(QString)>) override {}
    void target(QWidget *, std::function<void(TargetSettings)>) override {}
    void confirm(QWidget *, const QString &, const QString &, std::function<void()> then) override { then(); }
    void tell(QWidget *, const QString &, const QString &) override {}
};

class Photographer {
public:
    Photographer(MainWindow &window, const QString &language, bool dark, QString folder)
        : m_window(window)
        , m_language(language)
        , m_folder(std::move(folder))
        , m_suffix(language + (dark ? u"_dark.png"_s : u".png"_s))
    {
    }

    void take(const QString &name)
    {
        QTest::qWait(settleMs);
        const QString path = u"%1/%2_%3"_s.arg(m_folder, name, m_suffix);
        if (!m_window.grab().save(path))
            qFatal("cannot write %s", qPrintable(path));
    }
    void await(const char *what, const std::function<bool()> &happened)
    {
        if (!QTest::qWaitFor(happened, waitMs))
            qFatal("waited in vain: %s", what);
    }
    template <class Widget> Widget &find(const QString &name) { return *m_window.findChild<Widget *>(name); }

    void run()
    {
        auto &scanButton = find<QPushButton>(u"scan"_s);
        await("a scanner", [&] { return scanButton.isEnabled(); });
        ScanScreen &scan = m_window.scanScreen();
        find<QSpinBox>(u"pagesExpected"_s).setValue(8);
        find<QToolButton>(u"editSheet"_s).click();
        find<QLineEdit>(u"sheetPlace"_s).setText(m_language == u"vi" ? u"Kệ 3, tầng 2"_s : u"Shelf 3, board 2"_s);
        find<QDialog>(u"batchSheet"_s).accept();
        // No window manager gives the window back what the dialog had.
        m_window.activateWindow();
        if (!QTest::qWaitForWindowActive(&m_window))
            qFatal("the window is not active");
        find<QComboBox>(u"batchName"_s)
            .setEditText(m_language == u"vi" ? u"Hộp 12 – Hộ tịch 2022"_s : u"Box 12 – civil status 2022"_s);
        scan.toggleScan();
        await("pages", [&] { return scan.pages().rowCount() >= 4; });
        take(u"scan"_s);
        await("the end of the stack", [&] { return !scan.intake().isRunning(); });
        await("the reading", [&] {
            const auto &rows = scan.pages().rows();
            return std::ranges::all_of(rows,
                                       [](const PageRow &row) { return row.state == PageState::Recognized; });
        });
        ReviewScreen &review = m_window.reviewScreen();
        await("dossiers", [&] { return review.dossiers().rowCount() > 0; });
        take(u"scanned"_s);
        m_window.showScreen(MainWindow::Screen::Review);
        await("the page", [&] { return review.data().has_value() && review.pageView().hasPicture(); });
        review.form().focusField(u"person_name"_s);
        take(u"review"_s);

        QTest::keyClick(&m_window, Qt::Key_Return, Qt::ControlModifier);
        await("an approved dossier", [&] {
            return std::ranges::any_of(review.dossiers().rows(), [](const DossierSummary &dossier) {
                return dossier.state == DossierState::Approved;
            });
        });
        m_window.showScreen(MainWindow::Screen::Queue);
        auto &queueButton = find<QPushButton>(u"queue"_s);
        await("something to queue", [&] { return queueButton.isEnabled(); });
        queueButton.click();
        auto &sendButton = find<QPushButton>(u"send"_s);
        await("something to send", [&] { return sendButton.isEnabled(); });
        sendButton.click();
        await("a receipt", [&] {
            return std::ranges::any_of(m_window.queueScreen().model().rows(), [](const OutboxRow &row) {
                return row.dossier.state == DossierState::Accepted;
            });
        });
        take(u"queue"_s);
        m_window.showScreen(MainWindow::Screen::Search);
        find<QLineEdit>(u"query"_s).setText(u"khai sinh"_s);
        take(u"search"_s);
        m_window.showScreen(MainWindow::Screen::Settings);
        find<QSpinBox>(u"total"_s).setValue(12);
        find<QLineEdit>(u"deskAgency"_s).setText(u"UBND xã Hoa Lâm Thượng"_s);
        Q_EMIT find<QLineEdit>(u"deskAgency"_s).editingFinished();
        Q_EMIT find<QSpinBox>(u"total"_s).editingFinished();
        take(u"settings"_s);
        m_window.showScreen(MainWindow::Screen::Progress);
        take(u"progress"_s);
        m_window.findChild<QWidget *>(u"helpButton"_s)->setFocus();
        m_window.showScreen(MainWindow::Screen::Review);
        QTest::keyClick(&m_window, Qt::Key_F1);
        m_window.help().grab().save(m_folder + u"/help_"_s + m_suffix);
    }

private:
    MainWindow &m_window;
    QString m_language;
    QString m_folder;
    QString m_suffix;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4 || !installTranslations(application, arguments[1])) {
        std::fputs("sohoa_screenshots vi|en light|dark FOLDER\n", stderr);
        return 2;
    }
    const bool dark = arguments[2] == u"dark";
    applyTheme(application, dark ? Theme::Dark : Theme::Light);
    QTemporaryDir store;
    WindowOptions options;
    options.practice = true;
    options.storeFolder = store.filePath(u"store"_s);
    options.preferencesFile = store.filePath(u"window.ini"_s);
    options.language = arguments[1];
    WindowApplication work(options, std::make_unique<ReasonGiver>());
    work.window().resize(1366, 720); // What is left of 1366 by 768 beside a panel.
    work.window().show();
    work.start();
    Photographer(work.window(), arguments[1], dark, arguments[3]).run();
    WindowOptions fresh = options; // A desk that nobody has set up yet.
    fresh.practice = false;
    fresh.storeFolder = store.filePath(u"new"_s);
    WindowApplication first(fresh, std::make_unique<ReasonGiver>());
    first.window().resize(1366, 720);
    first.window().show();
    first.start();
    Photographer camera(first.window(), arguments[1], dark, arguments[3]);
    camera.await("the welcome", [&] { return first.window().isWelcoming(); });
    camera.take(u"welcome"_s);
    return 0;
}
