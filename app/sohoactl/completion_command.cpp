// SPDX-License-Identifier: GPL-3.0-or-later
// The commands for a shell and for the manual page, out of the very table by which they are run.
#include "app/sohoactl/command.h"
#include "app/sohoactl/text.h"

#include <QMap>
#include <QRegularExpression>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// An option as a usage line names it.
struct UsageOption {
    QString name; ///< "--mode"
    bool takesValue = false;
    QStringList choices; ///< What may follow, when that is a choice of few words.
};

std::vector<UsageOption> optionsOf(const QString &usage)
{
    static const QRegularExpression option(
        u"(?<![\\w-])(--?[a-z][a-z0-9-]*)(?: ([^\\s\\[\\]|-][^\\s\\]|]*(?:\\|(?!-)[^\\s\\]|]+)*))?"_s);
    // "--limit KB|off": a value in capitals stands for anything, so it is no choice.
    static const QRegularExpression choice(u"^[a-z0-9]+(\\|[a-z0-9]+)+$"_s);
    std::vector<UsageOption> options;
    for (auto match = option.globalMatch(usage); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const QString value = found.captured(2);
        if (std::ranges::find(options, found.captured(1), &UsageOption::name) != options.end())
            continue;
        options.push_back({found.captured(1), !value.isEmpty(),
                           choice.match(value).hasMatch() ? value.split(u'|') : QStringList()});
    }
    return options;
}

/// A `case` branch: what is offered behind the words of one command.
QString branchOf(const QString &pattern, const std::vector<UsageOption> &options, const QStringList &more)
{
    QString values;
    QStringList words;
    for (const UsageOption &option : options) {
        words.append(option.name);
        if (!option.choices.isEmpty())
            values +=
                u"        %1) _sohoactl_offer '%2'; return ;;\n"_s.arg(option.name, option.choices.join(u' '));
        else if (option.takesValue)
            values += u"        %1) return ;;\n"_s.arg(option.name);
    }
    QString branch = u"    %1)\n"_s.arg(pattern);
    if (!values.isEmpty())
        branch += u"        case $before in\n"_s + values + u"        esac\n"_s;
    return branch + u"        words='%1'\n        ;;\n"_s.arg((words + more).join(u' '));
}

QString bashCompletion(const std::vector<Command> &commands)
{
    QMap<QString, QStringList> seconds; // "batch" → "close"
    for (const Command &command : commands) {
        QStringList &known = seconds[command.name.section(u' ', 0, 0)];
        if (command.name.contains(u' '))
            known.append(command.name.section(u' ', 1));
    }
    QString branches =
        branchOf(u"' '"_s, optionsOf(globalUsage()), QStringList(seconds.keys()) + QStringList{u"help"_s});
    // The first branch that fits is taken: "sync limits" must stand before "sync".
    for (const bool two : {true, false})
        for (const Command &command : commands)
            if (command.name.contains(u' ') == two)
                branches += branchOf(u"'%1 '*"_s.arg(command.name), optionsOf(command.usage), {});
    QString second;
    for (auto it = seconds.cbegin(); it != seconds.cend(); ++it)
        if (!it->isEmpty())
            second += u"    '%1') words+=' %2' ;;\n"_s.arg(it.key(), it->join(u' '));
    // Words are told apart by hand, since the functions of bash-completion are not there in every shell. Where
    // nothing is offered, "-o default" offers files.
    return uR"(# bash completion for sohoactl, written by "sohoactl completion bash".
_sohoactl_offer()
{
    mapfile -t COMPREPLY < <(compgen -W "$1" -- "${COMP_WORDS[COMP_CWORD]}")
}

_sohoactl()
{
    local before=${COMP_WORDS[COMP_CWORD - 1]} words='' i
    local -a given=()
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        --store | --lang) i=$((i + 1)) ;;
        -*) ;;
        *) given+=("${COMP_WORDS[i]}") ;;
        esac
    done
    case "${given[*]:0:2} " in
%1    esac
    case "${given[*]}" in
%2    esac
    _sohoactl_offer "$words"
}
complete -o default -F _sohoactl sohoactl
)"_s.arg(branches, second);
}

/// As roff wants it: a hyphen that may be copied, and no line that looks like a request.
QString roff(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    return text.startsWith(u'.') || text.startsWith(u'\'') ? u"\\&"_s + text : text;
}

QString manualCommands(const std::vector<Command> &commands)
{
    QString text;
    for (const Command &command : commands)
        text += u".TP\n\\fB%1\\fR %2\n%3\n"_s.arg(roff(command.name), roff(command.usage), roff(command.does));
    return text;
}

ExitStatus completion(CommandLine &line)
{
    const auto arguments = Arguments::parse(line.arguments, {});
    if (!arguments)
        return failedWith(line, arguments.error());
    const QString form = arguments->operands().value(0);
    if (arguments->operands().size() != 1 || (form != u"bash" && form != u"man"))
        return line.console.wrongUsage(Text::tr("Name what is wanted: bash or man."));
    const QString text = form == u"bash" ? bashCompletion(allCommands()) : manualCommands(allCommands());
    line.console.say(text.chopped(1)); // Its last line is ended by the console.
    return ExitStatus::Done;
}

} // namespace

std::vector<Command> completionCommands()
{
    return {{u"completion"_s, u"bash|man"_s,
             Text::tr("The commands and their options for bash, or as a part of the manual page."), completion}};
}

} // namespace sohoa
