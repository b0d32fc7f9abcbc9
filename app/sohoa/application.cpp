// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoa/application.h"

#include "app/common/composition.h"
#include "app/common/practice_repository.h"

#include <QDir>

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
        if (const auto fetching = station.startSync(practiceTarget); !fetching)
            return fail(fetching.error());
    return written;
}

} // namespace

WindowApplication::WindowApplication(const WindowOptions &options)
    : WindowApplication(options, std::make_unique<ui::DialogAsker>())
{
}

WindowApplication::WindowApplication(const WindowOptions &options, std::unique_ptr<ui::Asker> asker)
    : m_asker(std::move(asker))
{
    const QString folder = !options.storeFolder.isEmpty() ? options.storeFolder
                           : options.practice             ? practiceStoreFolder()
                                                          : defaultStoreFolder();
    m_scanners = std::make_unique<DeskScanners>(
        helperConfig(options.practice ? practiceScanners() : std::vector<VirtualScanner>()), options.practice);
    m_engine = std::make_unique<ui::Engine>([config = stationConfig(folder), practice = options.practice,
                                             clock = &m_clock]() -> Result<std::unique_ptr<Station>> {
        auto station = Station::open(config, *clock);
        if (station && practice)
            if (const auto added = addPracticeTarget(**station); !added)
                return fail(added.error());
        return station;
    });
    m_window = std::make_unique<ui::MainWindow>(*m_engine, *m_scanners, *m_asker,
                                                ui::MainWindow::Options{options.practice});
    if (options.practice)
        QObject::connect(m_engine.get(), &ui::Engine::syncEnded, m_window.get(), [this] {
            m_engine->ask(
                m_window.get(), [clock = &m_clock](Station &station) { return answerAsProvince(station, *clock); },
                [this](const Result<int> &answered) {
                    if (!answered)
                        m_window->desk().report(answered.error());
                });
        });
}

void WindowApplication::start()
{
    m_engine->start();
}

} // namespace sohoa
