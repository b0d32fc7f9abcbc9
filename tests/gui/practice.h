// SPDX-License-Identifier: GPL-3.0-or-later
// A desk in practice mode, for tests that drive the real window.
#pragma once

#include "app/sohoa/application.h"
#include "tests/support/catch.h"
#include "ui/errors/error_bar.h"
#include "ui/language/language.h"
#include "ui/scan/scan_screen.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <functional>

namespace sohoa::test {

using namespace sohoa::ui;
using namespace Qt::StringLiterals;

// Reading a page takes a second, several under sanitizers and with other work on the machine.
inline constexpr int readingMs = 180'000;
inline constexpr int answerMs = 60'000;
// The bar is 100 ms on a quiet machine (measured by the bench); here only a freeze must be told from a slow,
// shared machine under sanitizers.
inline constexpr qint64 freezeMs = 1500;

/// Answers at once, and remembers what it was asked.
class WillingAsker final : public Asker {
public:
    void reasons(QWidget *, const std::vector<Finding> &warnings,
                 std::function<void(QMap<QString, QString>)> then) override
    {
        QMap<QString, QString> reasons;
        for (const Finding &warning : warnings)
            reasons.insert(warning.rule, u"Đã đối chiếu bản giấy"_s);
        asked += warnings.size();
        then(reasons);
    }
    void files(QWidget *, std::function<void(QStringList)>) override {}
    void table(QWidget *, std::function<void(QString)> then) override { then(nextFile); }
    void saveFile(QWidget *, const QString &, std::function<void(QString)> then) override { then(nextFile); }
    void folder(QWidget *, std::function<void(QString)> then) override { then(nextFile); }
    void target(QWidget *, std::function<void(TargetSettings)> then) override { then(nextTarget); }
    void confirm(QWidget *, const QString &, const QString &, std::function<void()> then) override
    {
        ++confirmed;
        then();
    }
    void tell(QWidget *, const QString &, const QString &) override {}

    size_t asked = 0;
    int confirmed = 0;
    TargetSettings nextTarget;
    QString nextFile;
};

/// What a practice desk begins with.
struct PracticeSetup {
    std::vector<VirtualScanner> scanners = {};           ///< Empty: the practice stacks that ship.
    std::function<void(const QString &store)> fill = {}; ///< Puts something into the store's folder before.
};

/// A desk in practice mode with a store of its own.
struct Practice {
    using Setup = PracticeSetup;

    explicit Practice(const Setup &setup = {})
        : folder(QDir::tempPath() + u"/sohoa luyện tập-XXXXXX"_s)
    {
        REQUIRE(folder.isValid());
        REQUIRE(installTranslations(*qApp, u"vi"_s));
        applyTheme(*qApp);
        auto willing = std::make_unique<WillingAsker>();
        asker = willing.get();
        WindowOptions options;
        options.practice = true;
        options.storeFolder = folder.filePath(u"kho"_s);
        options.preferencesFile = folder.filePath(u"window.ini"_s);
        options.virtualScanners = setup.scanners;
        if (setup.fill)
            setup.fill(options.storeFolder);
        work = std::make_unique<WindowApplication>(options, std::move(willing));
        window().show();
        REQUIRE(QTest::qWaitForWindowActive(&window()));
        work->start();
    }
    ~Practice()
    {
        work.reset();
        qDeleteAll(qApp->findChildren<QTranslator *>());
    }
    Practice(const Practice &) = delete;
    Practice &operator=(const Practice &) = delete;

    MainWindow &window() { return work->window(); }
    template <class Widget> Widget *find(const QString &name)
    {
        auto *widget = window().findChild<Widget *>(name);
        REQUIRE(widget);
        return widget;
    }
    /// The store is open and a scanner is there.
    void awaitScanner()
    {
        auto *scanButton = find<QPushButton>(u"scan"_s);
        REQUIRE(QTest::qWaitFor([scanButton] { return scanButton->isEnabled(); }, answerMs));
    }
    bool waitFor(const std::function<bool()> &happened, int ms = answerMs)
    {
        return QTest::qWaitFor(happened, ms);
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window(), key, modifiers);
    }
    std::string trouble()
    {
        return window().errorBar().error() ? logLine(*window().errorBar().error()).toStdString() : "none";
    }

    QTemporaryDir folder;
    WillingAsker *asker = nullptr;
    std::unique_ptr<WindowApplication> work;
};

inline bool allRead(const ScanScreen &scan)
{
    const auto &rows = scan.pages().rows();
    return !rows.empty() &&
           std::ranges::all_of(rows, [](const PageRow &row) { return row.state == PageState::Recognized; });
}

} // namespace sohoa::test
