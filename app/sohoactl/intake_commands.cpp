// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/composition.h"
#include "app/sohoactl/command.h"
#include "app/sohoactl/profile_scan.h"
#include "app/sohoactl/text.h"
#include "scanner/client/remote_page_source.h"
#include "ui/errors/sentences.h"

#include <QEventLoop>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Starts an intake, waits until everything is read and sorted, and shows what came of it.
class IntakeRun : public QObject {
public:
    IntakeRun(CommandLine &line, Station &station)
        : m_line(line)
        , m_station(station)
    {
        connect(&station, &Station::intakeProgress, this, [this](const IntakeProgress &now) { show(now); });
        connect(&station, &Station::pageChanged, this, [this] { show(m_progress); });
        connect(&station, &Station::intakeEnded, this, [this](const IntakeSummary &ended) { m_summary = ended; });
        connect(&station, &Station::idle, &m_loop, &QEventLoop::quit);
        connect(&station, &Station::failed, this, [this](const Error &error) {
            m_line.console.failedItem(Text::tr("while reading"), error);
            if (error.code == ErrorCode::HelperMissing)
                m_loop.quit();
        });
    }

    /// `started` is the answer of Station's start call.
    ExitStatus finish(const Result<void> &started)
    {
        if (!started)
            return failedWith(m_line, started.error());
        m_loop.exec();
        m_line.console.endProgress();
        return showOutcome();
    }

private:
    void show(const IntakeProgress &now)
    {
        m_progress = now;
        const int read = m_progress.captured - std::min(m_station.pagesWaiting(), m_progress.captured);
        m_line.console.progress(m_progress.total
                                    ? Text::tr("%1 of %2 pages stored, %3 read")
                                          .arg(m_progress.captured)
                                          .arg(*m_progress.total)
                                          .arg(read)
                                    : Text::tr("%1 pages stored, %2 read").arg(m_progress.captured).arg(read));
    }

    ExitStatus showOutcome()
    {
        std::vector<DossierId> dossiers;
        for (const PageId &id : m_summary.pages) {
            const auto page = m_station.page(id);
            if (!page) {
                m_line.console.failedItem(id.toString(), page.error());
                continue;
            }
            showPage(m_line, *page);
            if (page->dossier && std::ranges::find(dossiers, *page->dossier) == dossiers.end())
                dossiers.push_back(*page->dossier);
        }
        for (const DossierId &id : dossiers)
            showDossier(m_line, m_station, id);
        for (const FileFailure &failure : m_summary.failures)
            m_line.console.failedItem(failure.path, failure.error);
        const int stored = static_cast<int>(m_summary.pages.size());
        m_line.console.say(Text::tr("%1 pages, %2 dossiers to review.").arg(stored).arg(dossiers.size()));
        if (m_summary.error) {
            const ExitStatus status = failedWith(m_line, *m_summary.error);
            return stored > 0 ? ExitStatus::InPart : status;
        }
        if (m_summary.expected && *m_summary.expected != stored) {
            m_line.console.warn(
                Text::tr("%1 pages were expected, %2 were stored. Count the sheets and feed what is missing.")
                    .arg(*m_summary.expected)
                    .arg(stored));
            return ExitStatus::InPart;
        }
        if (!m_summary.failures.empty())
            return stored > 0 ? ExitStatus::InPart : ExitStatus::Failed;
        return ExitStatus::Done;
    }

    CommandLine &m_line;
    Station &m_station;
    QEventLoop m_loop;
    IntakeProgress m_progress;
    IntakeSummary m_summary;
};

ExitStatus scanStack(CommandLine &line)
{
    using Takes = OptionSpec::Takes;
    std::vector<OptionSpec> specs = profileScanOptions();
    specs.insert(specs.end(), {{u"device"_s},
                               {u"source"_s},
                               {u"mode"_s},
                               {u"dpi"_s, Takes::One, true, 50, 2400},
                               {u"duplex"_s, Takes::Nothing},
                               {u"batch"_s},
                               {u"expect"_s, Takes::One, true, 1, 100'000},
                               {u"max-pages"_s, Takes::One, true, 1, 100'000}});
    const auto arguments = Arguments::parse(line.arguments, specs);
    if (!arguments)
        return failedWith(line, arguments.error());
    const bool named = arguments->has(u"device"_s) || arguments->has(u"profile"_s);
    if (!named || !arguments->operands().isEmpty())
        return line.console.wrongUsage(Text::tr("scan needs --device, as “sohoactl devices” shows it."));
    ScanWish wish;
    wish.device = arguments->value(u"device"_s);
    wish.source = arguments->value(u"source"_s);
    wish.mode = arguments->value(u"mode"_s, u"color"_s);
    if (!QStringList{u"color"_s, u"gray"_s, u"lineart"_s}.contains(wish.mode))
        return line.console.wrongUsage(Text::tr("--mode is color, gray or lineart."));
    wish.dpi = arguments->number(u"dpi"_s).value_or(300);
    wish.duplex = arguments->has(u"duplex"_s);
    wish.maxPages = arguments->number(u"max-pages"_s);
    std::optional<ProfileScan> profile;
    if (arguments->has(u"profile"_s)) {
        auto found = profileScan(line, *arguments);
        if (!found)
            return failedWith(line, found.error());
        profile = std::move(*found);
        wish = profile->wish;
    }

    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto batch = (*station)->openBatch(arguments->value(u"batch"_s));
    if (!batch)
        return failedWith(line, batch.error());
    auto source = std::make_unique<RemotePageSource>(helperConfig(practiceScanners()));
    if (profile)
        source->setExtraSettings(profile->extra);
    else
        QObject::connect(
            source.get(), &RemotePageSource::adjusted, source.get(),
            [&line](const std::vector<Adjustment> &adjustments) { tellAdjustments(line, adjustments); });
    IntakeOptions options;
    options.expectedPages = arguments->number(u"expect"_s);
    IntakeRun run(line, **station);
    return run.finish((*station)->startScan(std::move(source), wish, batch->id, options));
}

ExitStatus importFiles(CommandLine &line)
{
    using Takes = OptionSpec::Takes;
    const auto arguments = Arguments::parse(
        line.arguments,
        {{u"batch"_s}, {u"one-dossier"_s, Takes::Nothing}, {u"dpi"_s, Takes::One, true, 50, 2400}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().isEmpty())
        return line.console.wrongUsage(Text::tr("Name the files or folders to take in."));
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto batch = (*station)->openBatch(arguments->value(u"batch"_s));
    if (!batch)
        return failedWith(line, batch.error());
    IntakeOptions options;
    options.oneDossier = arguments->has(u"one-dossier"_s);
    options.dpi = arguments->number(u"dpi"_s);
    IntakeRun run(line, **station);
    return run.finish((*station)->startImport(arguments->operands(), batch->id, options));
}

} // namespace

std::vector<Command> intakeCommands()
{
    return {{u"scan"_s,
             u"--device D [--profile P [--accept-changes]] [--source S] [--mode color|gray|lineart] [--dpi N] "
             u"[--duplex] [--batch NAME] [--expect N] "
             "[--max-pages N]"_s,
             Text::tr("Scans until the feeder is empty and makes dossiers of the pages."), scanStack},
            {u"import"_s, u"PATH… [--batch NAME] [--one-dossier] [--dpi N]"_s,
             Text::tr("The same from images and PDFs."), importFiles}};
}

} // namespace sohoa
