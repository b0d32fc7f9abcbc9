// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/arguments.h"

#include "app/sohoactl/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

Result<void> checkNumber(const OptionSpec &option, const QString &value)
{
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (!isNumber || number < option.least || number > option.most)
        return usageError(Text::tr("--%1 takes a whole number from %2 to %3, not “%4”.")
                              .arg(option.name)
                              .arg(option.least)
                              .arg(option.most)
                              .arg(value));
    return {};
}

} // namespace

tl::unexpected<Error> usageError(const QString &reason)
{
    return fail(ErrorCode::UsageError, reason, {{u"reason"_s, reason}});
}

Result<Arguments> Arguments::parse(const QStringList &arguments, const std::vector<OptionSpec> &options)
{
    Arguments parsed;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (optionsEnded || !argument.startsWith(u'-') || argument == u"-") {
            parsed.m_operands.append(argument);
            continue;
        }
        if (argument == u"--") {
            optionsEnded = true;
            continue;
        }
        const QString bare = argument.mid(argument.startsWith(u"--") ? 2 : 1);
        const QString name = bare.section(u'=', 0, 0);
        const auto option = std::ranges::find(options, name, &OptionSpec::name);
        if (option == options.end())
            return usageError(Text::tr("There is no option %1 here.").arg(argument.section(u'=', 0, 0)));
        if (option->takes == OptionSpec::Takes::Nothing) {
            if (bare.contains(u'='))
                return usageError(Text::tr("--%1 takes no value.").arg(name));
            parsed.m_values[name] = {};
            continue;
        }
        QString value;
        if (bare.contains(u'='))
            value = bare.section(u'=', 1);
        else if (++i < arguments.size())
            value = arguments[i];
        else
            return usageError(Text::tr("--%1 needs a value.").arg(name));
        if (option->isNumber) {
            if (auto checked = checkNumber(*option, value); !checked)
                return fail(checked.error());
        }
        if (option->takes == OptionSpec::Takes::One && parsed.m_values.contains(name))
            return usageError(Text::tr("--%1 is given twice.").arg(name));
        parsed.m_values[name].append(value);
    }
    return parsed;
}

QString Arguments::value(const QString &name, const QString &otherwise) const
{
    const auto found = m_values.constFind(name);
    return found == m_values.cend() || found->isEmpty() ? otherwise : found->front();
}

std::optional<int> Arguments::number(const QString &name) const
{
    const auto found = m_values.constFind(name);
    return found == m_values.cend() ? std::nullopt : std::optional(found->front().toInt());
}

} // namespace sohoa
