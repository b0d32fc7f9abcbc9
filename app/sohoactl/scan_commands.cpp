// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/composition.h"
#include "app/sohoactl/intake_run.h"
#include "app/sohoactl/stack_report.h"
#include "scanner/client/remote_page_source.h"

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Takes = OptionSpec::Takes;

/// The options that say how a page is scanned and kept.
std::vector<OptionSpec> wishOptions()
{
    return {{u"device"_s},
            {u"source"_s},
            {u"mode"_s},
            {u"dpi"_s, Takes::One, true, 50, 2400},
            {u"quality"_s, Takes::One, true, 1, 100},
            {u"lossless"_s, Takes::Nothing}};
}

Result<ScanWish> wishFrom(const Arguments &arguments)
{
    ScanWish wish;
    wish.device = arguments.value(u"device"_s);
    wish.source = arguments.value(u"source"_s);
    wish.mode = arguments.value(u"mode"_s, u"color"_s);
    wish.dpi = arguments.number(u"dpi"_s).value_or(300);
    if (wish.device.isEmpty())
        return usageError(Text::tr("scan needs --device, as “sohoactl devices” shows it."));
    if (!QStringList{u"color"_s, u"gray"_s, u"lineart"_s}.contains(wish.mode))
        return usageError(Text::tr("--mode is color, gray or lineart."));
    return wish;
}

MasterFormat mastersFrom(const Arguments &arguments)
{
    MasterFormat masters;
    masters.lossless = arguments.has(u"lossless"_s);
    masters.jpegQuality = arguments.number(u"quality"_s).value_or(MasterFormat::defaultQuality);
    return masters;
}

std::unique_ptr<PageSource> sourceFor(CommandLine &line)
{
    auto source = std::make_unique<RemotePageSource>(helperConfig(practiceScanners()));
    QObject::connect(source.get(), &RemotePageSource::adjusted, source.get(),
                     [&line](const std::vector<Adjustment> &adjustments) {
                         for (const Adjustment &adjustment : adjustments)
                             line.console.warn(Text::tr("The scanner takes %2 for %1 instead of %3.")
                                                   .arg(adjustment.option, adjustment.got, adjustment.wished));
                     });
    return source;
}

/// Whether the stack that stands open in the batch is what the command goes on with: the same command given again
/// after a fault must not need a word more.
bool goesOnWith(const std::optional<StackRun> &open, const Arguments &arguments, const ScanWish &wish)
{
    if (!open || arguments.has(u"new-stack"_s))
        return false;
    if (open->twoPass != arguments.has(u"two-pass"_s))
        return arguments.has(u"resume"_s);
    // The backs may come through another feeder.
    return arguments.has(u"resume"_s) || open->twoPass || open->device == wish.device;
}

Result<IntakeOptions> optionsFrom(const Arguments &arguments)
{
    IntakeOptions options;
    options.expectedPages = arguments.number(u"expect"_s);
    options.masters = mastersFrom(arguments);
    options.pageByPage = arguments.has(u"pages"_s);
    options.twoPass = arguments.has(u"two-pass"_s);
    const auto order = passOrderFromString(arguments.value(u"backs"_s, toString(PassOrder::Reversed)));
    if (!order)
        return usageError(Text::tr("--backs is reversed (the stack was turned over as it lay) or same."));
    options.backOrder = *order;
    if (options.twoPass && (arguments.has(u"duplex"_s) || options.pageByPage))
        return usageError(Text::tr("--two-pass is for feeders that read one side: not with --duplex or --pages."));
    return options;
}

ExitStatus scanStack(CommandLine &line)
{
    std::vector<OptionSpec> specs = wishOptions();
    specs.insert(specs.end(), {{u"duplex"_s, Takes::Nothing},
                               {u"batch"_s},
                               {u"expect"_s, Takes::One, true, 1, 100'000},
                               {u"max-pages"_s, Takes::One, true, 1, 100'000},
                               {u"resume"_s, Takes::Nothing},
                               {u"new-stack"_s, Takes::Nothing},
                               {u"two-pass"_s, Takes::Nothing},
                               {u"backs"_s},
                               {u"wait"_s, Takes::Nothing},
                               {u"pages"_s, Takes::One, true, 1, 100'000}});
    const auto arguments = Arguments::parse(line.arguments, specs);
    if (!arguments)
        return failedWith(line, arguments.error());
    if (!arguments->operands().isEmpty())
        return line.console.wrongUsage(Text::tr("scan needs --device, as “sohoactl devices” shows it."));
    auto wish = wishFrom(*arguments);
    const auto options = optionsFrom(*arguments);
    if (!wish || !options)
        return failedWith(line, !wish ? wish.error() : options.error());
    wish->duplex = arguments->has(u"duplex"_s);
    wish->maxPages = arguments->number(u"max-pages"_s);
    wish->waitForPaper = arguments->has(u"wait"_s);

    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto batch = (*station)->openBatch(arguments->value(u"batch"_s));
    if (!batch)
        return failedWith(line, batch.error());
    const auto open = (*station)->openStack(batch->id);
    if (!open)
        return failedWith(line, open.error());
    IntakeRun run(line, **station);
    if (const auto pages = arguments->number(u"pages"_s))
        run.setGlassPages(*pages);
    if (goesOnWith(*open, *arguments, *wish)) {
        if ((*open)->state != StackState::Flip)
            line.console.warn(Text::tr("Going on with the stack that was stopped, from sheet %1 on (--new-stack: "
                                       "this is another one).")
                                  .arg((*open)->nextSheet));
        return run.finish((*station)->resumeScan(sourceFor(line), *wish, batch->id, *options));
    }
    if (arguments->has(u"resume"_s))
        return run.finish(fail(ErrorCode::NothingToDo, u"no stack was stopped"_s));
    return run.finish((*station)->startScan(sourceFor(line), *wish, batch->id, *options));
}

ExitStatus rescanPage(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, wishOptions());
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the page to scan again, and --device."));
    const auto wish = wishFrom(*arguments);
    const auto page = idOf<PageId>(arguments->operands().front());
    if (!wish || !page)
        return failedWith(line, !wish ? wish.error() : page.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    IntakeOptions options;
    options.masters = mastersFrom(*arguments);
    IntakeRun run(line, **station);
    return run.finish((*station)->rescanPage(sourceFor(line), *wish, *page, options));
}

ExitStatus confirmPage(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the page."));
    const auto page = idOf<PageId>(arguments->operands().front());
    if (!page)
        return failedWith(line, page.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    if (const auto confirmed = (*station)->confirmPage(*page); !confirmed)
        return failedWith(line, confirmed.error());
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> scanCommands()
{
    return {
        {u"scan"_s,
         u"--device D [--source S] [--mode color|gray|lineart] [--dpi N] [--duplex] [--batch NAME] [--expect N] "
         "[--max-pages N] [--resume|--new-stack] [--two-pass [--backs reversed|same]] [--wait] [--pages N] "
         "[--quality N|--lossless]"_s,
         Text::tr(
             "Scans until the feeder is empty and makes dossiers of the pages. After a fault the same command "
             "goes on where the stack stopped."),
         scanStack},
        {u"rescan"_s, u"PAGE --device D [--source S] [--mode color|gray|lineart] [--dpi N]"_s,
         Text::tr("Scans a page once more and puts it in the place of the old one, which is kept but left out."),
         rescanPage},
        {u"confirm"_s, u"PAGE"_s, Text::tr("A page that looked as if it was fed twice is right as it is."),
         confirmPage},
        {u"stacks"_s, u"[--batch NAME]"_s, Text::tr("What was fed, scanned, stored and expected, stack by stack."),
         listStacks}};
}

} // namespace sohoa
