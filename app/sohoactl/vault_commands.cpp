// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/command.h"
#include "app/sohoactl/secret_prompt.h"
#include "app/sohoactl/text.h"
#include "core/security/vault.h"

#include <QJsonArray>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

using Takes = OptionSpec::Takes;

QString stateWord(VaultState state)
{
    switch (state) {
    case VaultState::None:
        return u"none"_s;
    case VaultState::Closed:
        return u"closed"_s;
    case VaultState::Open:
        return u"open"_s;
    case VaultState::Crashed:
        return u"crashed"_s;
    case VaultState::HalfMade:
        return u"half-made"_s;
    }
    Q_UNREACHABLE();
}

QString stateText(VaultState state)
{
    switch (state) {
    case VaultState::None:
        return Text::tr("This store is not protected.");
    case VaultState::Closed:
        return Text::tr("The vault is closed.");
    case VaultState::Open:
        return Text::tr("The vault is open.");
    case VaultState::Crashed:
        return Text::tr("The vault was open when the computer or its process ended. Open it again.");
    case VaultState::HalfMade:
        return Text::tr(
            "Protecting was interrupted after everything had been copied. Open the vault to finish it.");
    }
    Q_UNREACHABLE();
}

Result<SecretBytes> secretOf(const Arguments &arguments, const QString &option, const QString &question)
{
    return arguments.has(option) ? secretFromFile(arguments.value(option)) : askSecret(question);
}

ExitStatus outcome(CommandLine &line, const Result<void> &done)
{
    if (!done)
        return failedWith(line, done.error());
    const VaultState state = Vault(line.storeFolder).state();
    line.console.tell({{u"vault"_s, stateWord(state)}});
    line.console.say(stateText(state));
    return ExitStatus::Done;
}

void showRecoveryKey(CommandLine &line, const QString &key)
{
    line.console.tell({{u"recovery_key"_s, key}});
    line.console.say(Text::tr("Recovery key: %1").arg(key));
    line.console.say(Text::tr("Write it down and lock it away. It is shown only now; without it and without a "
                              "password nothing can be read any more."));
}

ExitStatus protect(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"password-file"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the person whose password opens the vault."));
    const auto password = secretOf(*arguments, u"password-file"_s, Text::tr("New password:"));
    if (!password)
        return failedWith(line, password.error());
    QString recoveryKey;
    const auto done = Vault(line.storeFolder).protect(arguments->operands().front(), *password, recoveryKey);
    if (done)
        showRecoveryKey(line, recoveryKey);
    return outcome(line, done);
}

ExitStatus open(CommandLine &line)
{
    const auto arguments =
        Arguments::parse(line.arguments, {{u"password-file"_s}, {u"recovery"_s, Takes::Nothing}});
    if (!arguments)
        return failedWith(line, arguments.error());
    const bool byRecovery = arguments->has(u"recovery"_s);
    if (arguments->operands().size() != (byRecovery ? 0 : 1))
        return line.console.wrongUsage(Text::tr("Name the person, or say --recovery."));
    const auto secret =
        secretOf(*arguments, u"password-file"_s, byRecovery ? Text::tr("Recovery key:") : Text::tr("Password:"));
    if (!secret)
        return failedWith(line, secret.error());
    Vault vault(line.storeFolder);
    return outcome(line, byRecovery ? vault.openWithRecovery(*secret)
                                    : vault.open(arguments->operands().front(), *secret));
}

ExitStatus close(CommandLine &line)
{
    if (const auto arguments = Arguments::parse(line.arguments, {}); !arguments)
        return failedWith(line, arguments.error());
    return outcome(line, Vault(line.storeFolder).close());
}

ExitStatus status(CommandLine &line)
{
    if (const auto arguments = Arguments::parse(line.arguments, {}); !arguments)
        return failedWith(line, arguments.error());
    const Vault vault(line.storeFolder);
    line.console.tell(
        {{u"vault"_s, stateWord(vault.state())}, {u"names"_s, QJsonArray::fromStringList(vault.names())}});
    line.console.say(stateText(vault.state()));
    for (const QString &name : vault.names())
        line.console.say(u"  "_s + name);
    return ExitStatus::Done;
}

ExitStatus password(CommandLine &line)
{
    const auto arguments = Arguments::parse(
        line.arguments,
        {{u"by"_s}, {u"recovery"_s, Takes::Nothing}, {u"password-file"_s}, {u"new-password-file"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the person who gets a password."));
    const QString name = arguments->operands().front();
    const bool byRecovery = arguments->has(u"recovery"_s);
    const auto old =
        secretOf(*arguments, u"password-file"_s, byRecovery ? Text::tr("Recovery key:") : Text::tr("Password:"));
    if (!old)
        return failedWith(line, old.error());
    const auto wanted = secretOf(*arguments, u"new-password-file"_s, Text::tr("New password:"));
    if (!wanted)
        return failedWith(line, wanted.error());
    Vault vault(line.storeFolder);
    const QString by = arguments->has(u"by"_s) ? arguments->value(u"by"_s) : name;
    return outcome(line, byRecovery ? vault.addNameByRecovery(*old, name, *wanted)
                                    : vault.addName(by, *old, name, *wanted));
}

ExitStatus remove(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the person who may no longer open the vault."));
    return outcome(line, Vault(line.storeFolder).removeName(arguments->operands().front()));
}

ExitStatus recovery(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {{u"password-file"_s}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the person, or say --recovery."));
    const auto secret = secretOf(*arguments, u"password-file"_s, Text::tr("Password:"));
    if (!secret)
        return failedWith(line, secret.error());
    const auto key = Vault(line.storeFolder).renewRecovery(arguments->operands().front(), *secret);
    if (!key)
        return failedWith(line, key.error());
    showRecoveryKey(line, *key);
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> vaultCommands()
{
    return {
        {u"vault status"_s, {}, Text::tr("Whether the store is protected, and who can open it."), status},
        {u"vault protect"_s, u"NAME [--password-file F]"_s,
         Text::tr("Encrypts the store on the disk from now on; shows the recovery key once."), protect},
        {u"vault open"_s, u"NAME [--password-file F] | --recovery [--password-file F]"_s,
         Text::tr("Opens the protected store."), open},
        {u"vault close"_s, {}, Text::tr("Closes the protected store."), close},
        {u"vault password"_s, u"NAME [--by NAME | --recovery] [--password-file F] [--new-password-file F]"_s,
         Text::tr("Changes a password, or lets another person open the vault."), password},
        {u"vault remove"_s, u"NAME"_s, Text::tr("Takes a person's password out of the vault."), remove},
        {u"vault recovery"_s, u"NAME [--password-file F]"_s,
         Text::tr("Makes a new recovery key; the old one opens nothing any more."), recovery},
    };
}

} // namespace sohoa
