// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoa/application.h"

#include "app/common/composition.h"
#include "app/common/practice_repository.h"
#include "ui/language/language.h"
#include "ui/scan/scan_screen.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QDir>
#include <QProcess>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String practiceTarget("luyen-tap"); // "Practice" in Vietnamese; names of targets are ASCII.

QString practiceRepository(const Station &station)
{
    return station.config().storeFolder + u"-repository"_s;
}

/// In practice the hand-over goes to a folder beside the store, ready from the beginning.
Result<void> addPracticeTarget(Station &station)
{
    const auto targets = station.targets();
    if (!targets)
        return fail(targets.error());
    if (!targets->empty())
        return {};
    const QString folder = practiceRepository(station);
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::FileUnwritable, u"mkdir"_s, {{u"path"_s, folder}});
    TargetSettings target;
    target.name = practiceTarget;
    target.url = u"folder:"_s + folder;
    return station.addTarget(target);
}

/// Plays the province: answers what was handed over, and fetches the receipts.
Result<int> answerAsProvince(Station &station, const Clock &clock)
{
    auto written = answerHandOvers(practiceRepository(station), station.config().packageSchema, clock);
    if (written && *written > 0)
        if (const auto fetching = station.startSync({.target = practiceTarget}); !fetching)
            return fail(fetching.error());
    return written;
}

} // namespace

WindowApplication::WindowApplication(const WindowOptions &options)
    : WindowApplication(options, std::make_unique<ui::DialogAsker>())
{
}

WindowApplication::WindowApplication(const WindowOptions &options, std::unique_ptr<ui::Asker> asker)
    : m_options(options)
    , m_asker(std::move(asker))
{
    if (m_options.preferencesFile.isEmpty())
        m_options.preferencesFile = ui::preferencesFile();
    m_preferences = ui::readPreferences(m_options.preferencesFile);
    if (!m_options.language.isEmpty())
        m_preferences.language = m_options.language;
    const QString folder = !options.storeFolder.isEmpty() ? options.storeFolder
                           : options.practice             ? practiceStoreFolder()
                                                          : defaultStoreFolder();
    m_scanners =
        std::make_unique<DeskScanners>(helperConfig(!options.practice ? std::vector<VirtualScanner>()
                                                    : options.virtualScanners.empty() ? practiceScanners()
                                                                                      : options.virtualScanners),
                                       profileFolders(), options.practice);
    m_engine = std::make_unique<ui::Engine>([config = stationConfig(folder), practice = options.practice,
                                             clock = &m_clock]() -> Result<std::unique_ptr<Station>> {
        auto station = Station::open(config, *clock);
        if (station && practice)
            if (const auto added = addPracticeTarget(**station); !added)
                return fail(added.error());
        return station;
    });
    makeWindow();
}

void WindowApplication::makeWindow()
{
    m_window = std::make_unique<ui::MainWindow>(*m_engine, *m_scanners, *m_asker,
                                                ui::MainWindow::Options{m_options.practice, m_preferences});
    // Queued: the window that asks is the one that goes.
    QObject::connect(
        m_window.get(), &ui::MainWindow::preferencesChanged, m_engine.get(),
        [this](const ui::Preferences &preferences) { setPreferences(preferences); }, Qt::QueuedConnection);
    QObject::connect(m_window.get(), &ui::MainWindow::practiceWanted, m_engine.get(), [this] { startPractice(); });
    if (m_options.practice)
        QObject::connect(m_engine.get(), &ui::Engine::syncEnded, m_window.get(), [this] {
            m_engine->ask(
                m_window.get(), [clock = &m_clock](Station &station) { return answerAsProvince(station, *clock); },
                [this](const Result<int> &answered) {
                    if (!answered)
                        m_window->desk().report(answered.error());
                });
        });
}

void WindowApplication::setPreferences(const ui::Preferences &preferences)
{
    if (m_window->scanScreen().intake().isRunning() || preferences == m_preferences)
        return;
    m_preferences = preferences;
    if (!ui::writePreferences(m_options.preferencesFile, preferences))
        m_window->desk().report(
            fail(ErrorCode::FileUnwritable, u"preferences"_s, {{u"path"_s, m_options.preferencesFile}}).value());
    ui::installTranslations(*qApp, preferences.language);
    ui::applyTheme(*qApp, preferences.theme);
    const std::unique_ptr<ui::MainWindow> before = std::move(m_window);
    makeWindow();
    m_window->restoreGeometry(before->saveGeometry());
    m_window->desk().setBatch(before->desk().batch());
    m_window->showScreen(before->screen());
    m_window->show(); // Before the other goes: the program ends with its last window.
    m_engine->announce();
}

void WindowApplication::startPractice()
{
    const QString program = QCoreApplication::applicationFilePath();
    if (!QProcess::startDetached(program, {u"--practice"_s, u"--lang"_s, m_preferences.language}))
        m_window->desk().report(fail(ErrorCode::HelperMissing, u"practice"_s, {{u"program"_s, program}}).value());
}

void WindowApplication::start()
{
    m_engine->start();
}

} // namespace sohoa
