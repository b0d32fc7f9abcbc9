// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/intake_run.h"
#include "app/sohoactl/watch_command.h"

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

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
    return {{u"import"_s, u"PATH… [--batch NAME] [--one-dossier] [--dpi N]"_s,
             Text::tr("The same from images and PDFs."), importFiles},
            {u"watch"_s, u"FOLDER [--batch NAME] [--once] [--settle SECONDS] [--dpi N]"_s,
             Text::tr("Takes the files in that a copier drops into a folder, each when it is whole."),
             watchFolder}};
}

} // namespace sohoa
