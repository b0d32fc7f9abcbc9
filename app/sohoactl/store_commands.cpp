// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/composition.h"
#include "app/sohoactl/command.h"
#include "app/sohoactl/signature_view.h"
#include "app/sohoactl/text.h"
#include "core/package/package_inspection.h"
#include "core/pdf/pdf_inspection.h"
#include "core/signature/signature_inspection.h"

#include <QJsonArray>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Takes = OptionSpec::Takes;

ExitStatus proceduresImport(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name one CSV file."));
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto count = (*station)->importProcedures(arguments->operands().front());
    if (!count)
        return failedWith(line, count.error());
    line.console.tell({{u"imported"_s, *count}});
    line.console.say(Text::tr("%1 procedures imported.").arg(*count));
    return ExitStatus::Done;
}

ExitStatus proceduresList(CommandLine &line)
{
    if (const auto arguments = Arguments::parse(line.arguments, {}); !arguments)
        return failedWith(line, arguments.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    for (const Procedure &procedure : (*station)->catalogue().procedures()) {
        QJsonArray components;
        for (const ProcedureComponent &component : procedure.components)
            components.append(QJsonObject{{u"name"_s, component.name}, {u"required"_s, component.required()}});
        line.console.tell({{u"code"_s, procedure.code},
                           {u"name"_s, procedure.name},
                           {u"field"_s, procedure.field},
                           {u"validity_rule"_s, procedure.validityRule},
                           {u"components"_s, components}});
        line.console.say(u"%1  %2  (%3)"_s.arg(procedure.code, procedure.name, procedure.field));
    }
    return ExitStatus::Done;
}

void tell(CommandLine &line, const StoreFinding &finding)
{
    line.console.tell({{u"kind"_s, finding.kind},
                       {u"place"_s, finding.place},
                       {u"what"_s, finding.detail},
                       {u"repaired"_s, finding.repaired}});
    line.console.say(u"%1  %2  %3%4"_s.arg(finding.kind, finding.place, finding.detail,
                                           finding.repaired ? Text::tr(" (mended)") : QString()));
}

ExitStatus fsck(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"repair"_s, Takes::Nothing}});
    if (!arguments)
        return failedWith(line, arguments.error());
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto findings = (*station)->fsck(arguments->has(u"repair"_s));
    if (!findings)
        return failedWith(line, findings.error());
    int open = 0;
    for (const StoreFinding &finding : *findings) {
        open += finding.repaired ? 0 : 1;
        tell(line, finding);
    }
    if (findings->empty())
        line.console.say(Text::tr("The store is in order."));
    return open == 0 ? ExitStatus::Done : ExitStatus::Failed;
}

ExitStatus backup(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the folder for the copy."));
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    if (const auto done = (*station)->backup(arguments->operands().front()); !done)
        return failedWith(line, done.error());
    line.console.say(Text::tr("The store is copied to %1.").arg(arguments->operands().front()));
    return ExitStatus::Done;
}

ExitStatus restore(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"even-damaged"_s, Takes::Nothing}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the folder of the backup."));
    const QString backup = arguments->operands().front();
    const auto done =
        Station::restoreStore(backup, line.storeFolder, SystemClock(), arguments->has(u"even-damaged"_s));
    if (!done)
        return failedWith(line, done.error());
    for (const StoreFinding &finding : done->findings)
        tell(line, finding);
    line.console.tell({{u"restored"_s, done->restored},
                       {u"files"_s, done->files},
                       {u"bytes"_s, done->bytes},
                       {u"kept"_s, done->keptIn}});
    if (!done->restored) {
        line.console.say(Text::tr("The backup is damaged, so the store was left as it is. Take another backup, or "
                                  "restore this one all the same with --even-damaged."));
        return ExitStatus::Failed;
    }
    line.console.say(Text::tr("The store is as %1 has it (files: %2).").arg(backup).arg(done->files));
    if (!done->keptIn.isEmpty())
        line.console.say(Text::tr("What it held before is kept in %1.").arg(done->keptIn));
    return done->findings.empty() ? ExitStatus::Done : ExitStatus::InPart;
}

ExitStatus verifyPackage(CommandLine &line, const QString &path)
{
    const auto package = inspectPackage(path, stationConfig(line.storeFolder).packageSchema);
    if (!package)
        return failedWith(line, package.error());
    line.console.tell({{u"file"_s, path},
                       {u"package_id"_s, package->packageId},
                       {u"sha256"_s, package->sha256},
                       {u"violations"_s, QJsonArray::fromStringList(package->violations)}});
    line.console.say(u"%1  %2  sha256 %3"_s.arg(path, package->packageId, package->sha256));
    for (const QString &violation : package->violations)
        line.console.say(u"  "_s + violation);
    return package->violations.isEmpty() ? ExitStatus::Done : ExitStatus::Failed;
}

ExitStatus verify(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"ca"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name one PDF or package to verify."));
    const QString path = arguments->operands().front();
    if (path.endsWith(u".zip", Qt::CaseInsensitive))
        return verifyPackage(line, path);
    const auto pdf = inspectPdf(path);
    if (!pdf)
        return failedWith(line, pdf.error());
    const auto signatures =
        inspectSignatures(path, {.authoritiesFile = arguments->value(u"ca"_s), .now = SystemClock().now()});
    if (!signatures)
        return failedWith(line, signatures.error());
    QJsonArray violations;
    for (const PdfViolation &violation : pdf->violations)
        violations.append(QJsonObject{{u"rule"_s, violation.rule}, {u"detail"_s, violation.detail}});
    const bool isSigned = !signatures->empty();
    const QString claim = pdf->claimedPart == 0
                              ? Text::tr("no PDF/A")
                              : u"PDF/A-%1%2"_s.arg(pdf->claimedPart).arg(pdf->claimedConformance.toLower());
    line.console.tell({{u"file"_s, path},
                       {u"pages"_s, static_cast<int>(pdf->pages.size())},
                       {u"claim"_s, claim},
                       {u"violations"_s, violations},
                       {u"text"_s, pdf->hasText()},
                       {u"signed"_s, isSigned},
                       {u"signatures"_s, signaturesToJson(*signatures)},
                       {u"sha256"_s, pdf->sha256}});
    line.console.say(u"%1  %2  %3  %4  %5  sha256 %6"_s.arg(
        path, Text::tr("%1 pages").arg(pdf->pages.size()), claim,
        pdf->hasText() ? Text::tr("with text") : Text::tr("without text"),
        isSigned ? Text::tr("signed") : Text::tr("not signed"), pdf->sha256));
    for (const PdfViolation &violation : pdf->violations)
        line.console.say(u"  %1: %2"_s.arg(violation.rule, violation.detail));
    for (const QString &signature : signatureLines(*signatures))
        line.console.say(u"  "_s + signature);
    return pdf->violations.empty() && areSound(*signatures) ? ExitStatus::Done : ExitStatus::Failed;
}

} // namespace

std::vector<Command> storeCommands()
{
    return {
        {u"procedures import"_s, u"FILE.csv"_s, Text::tr("Takes procedures into the catalogue."),
         proceduresImport},
        {u"procedures list"_s, {}, Text::tr("Lists the procedures of the catalogue."), proceduresList},
        {u"fsck"_s, u"[--repair]"_s, Text::tr("Looks at every file, row and link of the store."), fsck},
        {u"backup"_s, u"DIR"_s, Text::tr("Copies the store while it is in use."), backup},
        {u"restore"_s, u"DIR [--even-damaged]"_s,
         Text::tr("Puts a backup in the place of the store; what the store held is kept."), restore},
        {u"verify"_s, u"FILE.pdf|FILE.zip [--ca AUTHORITIES.pem]"_s,
         Text::tr("Says what a PDF or a package is, and whether it is sound."), verify},
    };
}

} // namespace sohoa
