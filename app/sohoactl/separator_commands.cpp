// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/command.h"
#include "app/sohoactl/text.h"
#include "core/base/durable_file.h"
#include "core/base/installation.h"
#include "core/catalogue/catalogue.h"
#include "core/codes/separator_sheets.h"

#include <QFileInfo>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostListBytes = qint64{1} << 20;
constexpr int mostReusable = 500;

Result<std::vector<SeparatorSheet>> sheetsFor(const Arguments &arguments)
{
    if (!arguments.has(u"codes"_s))
        return std::vector<SeparatorSheet>(static_cast<size_t>(arguments.number(u"count"_s).value_or(1)));
    const QString path = arguments.value(u"codes"_s);
    const auto bytes = readFile(path, mostListBytes);
    if (!bytes)
        return fail(bytes.error());
    return parseSeparatorCodes(*bytes, QFileInfo(path).fileName());
}

ExitStatus separators(CommandLine &line)
{
    const auto arguments = Arguments::parse(
        line.arguments, {{u"codes"_s}, {u"o"_s}, {u"count"_s, OptionSpec::Takes::One, true, 1, mostReusable}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (!arguments->has(u"o"_s) || !arguments->operands().isEmpty())
        return line.console.wrongUsage(Text::tr("Name the PDF to write with -o."));
    auto sheets = sheetsFor(*arguments);
    if (!sheets)
        return failedWith(line, sheets.error());
    // The names of procedures are for people only: sheets are printed without a catalogue as well.
    if (const auto catalogue = Catalogue::load(resourcePath(u"catalogue"_s))) {
        for (SeparatorSheet &sheet : *sheets) {
            if (const Procedure *procedure = catalogue->procedure(sheet.procedureCode))
                sheet.procedureName = procedure->name;
        }
    }
    const auto pdf = separatorSheetsPdf(*sheets);
    if (!pdf)
        return failedWith(line, pdf.error());
    const QString output = arguments->value(u"o"_s);
    if (const auto written = writeDurably(output, *pdf); !written)
        return failedWith(line, written.error());
    const auto pages = static_cast<qint64>(sheets->size());
    line.console.tell({{u"file"_s, output}, {u"pages"_s, pages}});
    line.console.say(Text::tr("%1: %2 separator sheets.").arg(output).arg(pages));
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> separatorCommands()
{
    return {{u"separators"_s, u"[--codes FILE] [--count N] -o OUT.pdf"_s,
             Text::tr("Separator sheets to print: one for each dossier code in FILE, or re-usable ones."),
             separators}};
}

} // namespace sohoa
