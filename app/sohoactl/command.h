// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sohoactl/arguments.h"
#include "app/sohoactl/console.h"
#include "app/sohoactl/text.h"
#include "core/workflow/station.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace sohoa {

/// What every command is given.
struct CommandLine {
    Console console;
    QString storeFolder;
    QStringList arguments; ///< Those after the command's name.
};

/// One command: `sohoactl <name> …`.
struct Command {
    QString name;
    QString usage; ///< "PATH… [--batch NAME]"
    QString does;  ///< One line for the help, in the user's language.
    std::function<ExitStatus(CommandLine &)> run;
};

/// Every command, in the order in which the help lists them.
std::vector<Command> allCommands();
/// The options that every command takes, written as a usage.
QString globalUsage();

// The groups of commands, one file each.
std::vector<Command> scannerCommands();
std::vector<Command> profileCommands();
std::vector<Command> scanCommands();
std::vector<Command> intakeCommands();
std::vector<Command> convertCommands();
std::vector<Command> dossierCommands();
std::vector<Command> correctionCommands();
std::vector<Command> recognitionCommands();
std::vector<Command> separatorCommands();
std::vector<Command> handoverCommands();
std::vector<Command> signatureCommands();
std::vector<Command> storeCommands();
std::vector<Command> vaultCommands();
std::vector<Command> reportCommands();
std::vector<Command> demoCommands();
std::vector<Command> supportCommands();
std::vector<Command> completionCommands();

/// Opens the station of this command line, or tells why not. Work that a killed run left is finished first.
Result<std::unique_ptr<Station>> openStation(CommandLine &line);

/// The id that an operand names, or UsageError.
template <class SomeId> Result<SomeId> idOf(const QString &text)
{
    if (const auto id = SomeId::fromString(text))
        return *id;
    return usageError(Text::tr("“%1” is no id.").arg(text));
}

/// WrongUsage for a UsageError, Failed for any other; says the sentence.
ExitStatus failedWith(CommandLine &line, const Error &error);

/// Says what several items came to: Done, InPart when some failed, Failed when all did.
ExitStatus statusOf(int failed, int all);

/// "draft, review 3, approved 1": how a person reads a dossier in one line; with --json the whole object.
void showDossier(CommandLine &line, Station &station, const DossierId &id);
void showPage(CommandLine &line, const Page &page);

} // namespace sohoa
