// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/composition.h"
#include "app/sohoactl/command.h"
#include "app/sohoactl/text.h"
#include "ui/language/language.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <csignal>
#include <memory>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Options that may stand anywhere on the line.
struct GlobalOptions {
    bool json = false;
    bool quiet = false;
    bool help = false;
    bool version = false;
    QString language = u"vi"_s;
    QString store;
    QStringList rest;
};

/// `--lang` takes the language of the program (vi, en); another value belongs to the command (convert's --lang
/// vie).
Result<GlobalOptions> takeGlobal(const QStringList &arguments)
{
    GlobalOptions global;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString name = arguments[i].section(u'=', 0, 0);
        if (name == u"--") {
            global.rest += arguments.mid(i);
            break;
        }
        const bool inlineValue = arguments[i].contains(u'=');
        const QString value = inlineValue ? arguments[i].section(u'=', 1) : arguments.value(i + 1);
        if (name == u"--json") {
            global.json = true;
        } else if (name == u"--quiet") {
            global.quiet = true;
        } else if (name == u"--help" || name == u"-h") {
            global.help = true;
        } else if (name == u"--version") {
            global.version = true;
        } else if (name == u"--store" || (name == u"--lang" && (value == u"vi" || value == u"en"))) {
            if (value.isEmpty())
                return usageError(Text::tr("%1 needs a value.").arg(name));
            (name == u"--store" ? global.store : global.language) = value;
            i += inlineValue ? 0 : 1;
        } else {
            global.rest.append(arguments[i]);
        }
    }
    return global;
}

void showHelp(CommandLine &line, const std::vector<Command> &commands)
{
    line.console.say(Text::tr("Sohoa from the command line: scan, read, tag, approve and send dossiers."));
    line.console.say(u"\n  sohoactl %1 COMMAND …\n"_s.arg(globalUsage()));
    for (const Command &command : commands)
        line.console.say(u"  %1 %2\n      %3"_s.arg(command.name, command.usage, command.does));
}

int run(QCoreApplication &application)
{
    CommandLine line;
    const auto global = takeGlobal(application.arguments().mid(1));
    ui::installTranslations(application, global ? global->language : u"vi"_s);
    if (!global)
        return static_cast<int>(failedWith(line, global.error()));
    line.console.setQuiet(global->quiet);
    line.storeFolder = global->store.isEmpty() ? defaultStoreFolder() : global->store;
    const std::vector<Command> commands = allCommands();
    if (global->version) {
        line.console.say(u"sohoactl "_s + QCoreApplication::applicationVersion());
        return 0;
    }
    const QString name = global->rest.value(0);
    if (global->help || name == u"help") {
        showHelp(line, commands);
        return 0;
    }
    line.console.setJson(global->json);
    if (name.isEmpty())
        return static_cast<int>(line.console.wrongUsage(Text::tr("Which command?")));
    // Two words name a command ("batch close") or one does.
    for (const qsizetype words : {qsizetype{2}, qsizetype{1}}) {
        const QString wanted = global->rest.mid(0, words).join(u' ');
        const auto command = std::ranges::find(commands, wanted, &Command::name);
        if (command == commands.end() || global->rest.size() < words)
            continue;
        line.arguments = global->rest.mid(words);
        return static_cast<int>(command->run(line));
    }
    return static_cast<int>(line.console.wrongUsage(Text::tr("There is no command “%1”.").arg(name)));
}

/// A report as PDF needs letters, and so Qt's graphics; everything else does without.
bool needsLetters(int argc, char *argv[])
{
    return std::any_of(argv + std::min(1, argc), argv + argc, [](const char *argument) {
        return qstrcmp(argument, "pdf") == 0 || qstrcmp(argument, "--format=pdf") == 0;
    });
}

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char *argv[])
{
    if (!needsLetters(argc, argv))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen"); // No window is opened: a server without a screen will do.
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace
} // namespace sohoa

int main(int argc, char *argv[])
{
    // Output into a pipe that is closed ("| head") is no reason to lose a page.
    std::signal(SIGPIPE, SIG_IGN);
    // Standard error is for the user; what happens inside is told when QT_LOGGING_RULES asks for it.
    QLoggingCategory::setFilterRules(QStringLiteral("sohoa.*.debug=false\nsohoa.*.info=false"));
    const auto application = sohoa::makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("sohoactl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SOHOA_VERSION));
    return sohoa::run(*application);
}
