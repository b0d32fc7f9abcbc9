// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/option.h"

#include <limits>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> refused(const Option &option, const OptionValue &wanted)
{
    return fail(ErrorCode::OptionRefused, u"no legal value near it"_s,
                {{u"option"_s, option.name}, {u"value"_s, toText(wanted)}});
}

template <class T> std::optional<T> nearest(const std::vector<T> &list, T wanted)
{
    std::optional<T> best;
    double bestDistance = 0;
    for (const T candidate : list) {
        const double distance = std::abs(static_cast<double>(candidate) - static_cast<double>(wanted));
        // Of two equally near the larger: too much detail harms less than too little.
        if (!best || distance < bestDistance || (distance <= bestDistance && candidate > *best)) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}

template <class T> std::optional<T> constrained(const OptionConstraint &constraint, T wanted)
{
    if (const auto *range = std::get_if<Range<T>>(&constraint))
        return snapped(*range, wanted);
    if (const auto *list = std::get_if<std::vector<T>>(&constraint))
        return nearest(*list, wanted);
    return wanted;
}

std::optional<double> number(const OptionValue &value)
{
    if (const auto *whole = std::get_if<int>(&value))
        return *whole;
    if (const auto *real = std::get_if<double>(&value); real && std::isfinite(*real))
        return *real;
    return std::nullopt;
}

template <class T> T asNumber(double value)
{
    if constexpr (std::is_same_v<T, int>)
        return static_cast<int>(std::round(std::clamp(value, static_cast<double>(std::numeric_limits<int>::min()),
                                                      static_cast<double>(std::numeric_limits<int>::max()))));
    else
        return value;
}

template <class T> Result<OptionValue> legalNumbers(const Option &option, const OptionValue &wanted)
{
    std::vector<double> numbers;
    if (const auto *whole = std::get_if<std::vector<int>>(&wanted))
        numbers.assign(whole->begin(), whole->end());
    else if (const auto *real = std::get_if<std::vector<double>>(&wanted))
        numbers = *real;
    else if (const auto single = number(wanted))
        numbers.push_back(*single);
    if (numbers.size() != static_cast<size_t>(std::max(option.length, 1)))
        return refused(option, wanted);
    std::vector<T> legal;
    legal.reserve(numbers.size());
    for (const double wish : numbers) {
        const auto value =
            std::isfinite(wish) ? constrained<T>(option.constraint, asNumber<T>(wish)) : std::nullopt;
        if (!value)
            return refused(option, wanted);
        legal.push_back(*value);
    }
    if (option.length > 1)
        return OptionValue(std::move(legal));
    return OptionValue(legal.front());
}

Result<OptionValue> legalBool(const Option &option, const OptionValue &wanted)
{
    if (std::holds_alternative<bool>(wanted) && option.length <= 1)
        return wanted;
    if (const auto *array = std::get_if<std::vector<int>>(&wanted);
        array && option.length > 1 && array->size() == static_cast<size_t>(option.length))
        return wanted;
    return refused(option, wanted);
}

Result<OptionValue> legalWord(const Option &option, const OptionValue &wanted)
{
    const auto *word = std::get_if<QString>(&wanted);
    if (!word)
        return refused(option, wanted);
    const auto *list = std::get_if<QStringList>(&option.constraint);
    if (!list) {
        const bool fits = word->toUtf8().size() < option.length && !word->contains(QChar(u'\0'));
        return fits ? Result<OptionValue>(wanted) : refused(option, wanted);
    }
    if (list->contains(*word))
        return wanted;
    for (const QString &candidate : *list) {
        if (candidate.compare(*word, Qt::CaseInsensitive) == 0)
            return OptionValue(candidate);
    }
    return refused(option, wanted);
}

} // namespace

const Option *findOption(const std::vector<Option> &options, QStringView name)
{
    const auto it = std::ranges::find_if(options, [name](const Option &option) { return option.name == name; });
    return it == options.end() ? nullptr : &*it;
}

Result<OptionValue> legalValue(const Option &option, const OptionValue &wanted)
{
    switch (option.type) {
    case OptionType::Bool:
        return legalBool(option, wanted);
    case OptionType::Int:
        return legalNumbers<int>(option, wanted);
    case OptionType::Fixed:
        return legalNumbers<double>(option, wanted);
    case OptionType::String:
        return legalWord(option, wanted);
    case OptionType::Button:
        return OptionValue();
    case OptionType::Group:
        return refused(option, wanted);
    }
    Q_UNREACHABLE();
}

QString toText(const OptionValue &value)
{
    struct Text {
        QString operator()(std::monostate) const { return {}; }
        QString operator()(bool on) const { return on ? u"true"_s : u"false"_s; }
        QString operator()(int whole) const { return QString::number(whole); }
        QString operator()(double real) const { return QString::number(real); }
        QString operator()(const QString &word) const { return word; }
        QString operator()(const std::vector<int> &list) const { return u"%1 values"_s.arg(list.size()); }
        QString operator()(const std::vector<double> &list) const { return u"%1 values"_s.arg(list.size()); }
    };
    return std::visit(Text{}, value);
}

} // namespace sohoa
