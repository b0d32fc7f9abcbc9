// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/device_words.h"
#include "scanner/api/scan_plan.h"

#include <array>
#include <charconv>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> refused(const QString &option, const QString &value, const QString &why)
{
    return fail(ErrorCode::OptionRefused, why, {{u"option"_s, option}, {u"value"_s, value}});
}

QStringList wordsOf(const Option *option)
{
    const auto *words = option ? std::get_if<QStringList>(&option->constraint) : nullptr;
    return words ? *words : QStringList();
}

/// "300 dpi" -> 300: some devices give their resolutions as words.
std::optional<int> leadingNumber(const QString &word)
{
    const QByteArray text = word.toLatin1().trimmed();
    int number = 0;
    const auto parsed = std::from_chars(text.cbegin(), text.cend(), number);
    return parsed.ec == std::errc() ? std::optional<int>(number) : std::nullopt;
}

/// Gathers one plan; each step reads the options and adds its settings.
class Resolver {
public:
    Resolver(const std::vector<Option> &options, const ScanWish &wish)
        : m_options(options)
        , m_wish(wish)
    {
    }

    Result<ScanPlan> plan(const std::vector<Setting> &extra)
    {
        if (auto sources = chooseSource(); !sources)
            return fail(sources.error());
        if (auto sides = chooseSides(); !sides)
            return fail(sides.error());
        if (auto mode = chooseMode(); !mode)
            return fail(mode.error());
        if (auto resolution = chooseResolution(); !resolution)
            return fail(resolution.error());
        chooseArea();
        if (auto added = addExtra(extra); !added)
            return fail(added.error());
        concludeFeeding();
        return std::move(m_plan);
    }

private:
    const Option *find(QStringView name) const { return findOption(m_options, name); }
    const Option *settable(QStringView name) const
    {
        const Option *option = find(name);
        return option && option->settable() ? option : nullptr;
    }
    void add(const Option &option, OptionValue value, bool wished = true)
    {
        m_plan.settings.push_back({option.name, std::move(value), wished});
    }
    void adjusted(const QString &option, const QString &wished, const QString &got)
    {
        if (wished != got)
            m_plan.adjustments.push_back({option, wished, got});
    }

    Result<void> chooseSource();
    QString sourceLike(const SourceKind &wanted, const QStringList &words) const;
    Result<void> chooseSides();
    Result<void> chooseMode();
    Result<void> chooseResolution();
    void chooseArea();
    Result<void> addExtra(const std::vector<Setting> &extra);
    void concludeFeeding();

    const std::vector<Option> &m_options;
    const ScanWish &m_wish;
    ScanPlan m_plan;
    QString m_source; ///< The device's word for where the paper lies; empty when it has no such option.
};

QString Resolver::sourceLike(const SourceKind &wanted, const QStringList &words) const
{
    const auto first = [&words](auto fits) {
        const auto it =
            std::ranges::find_if(words, [&fits](const QString &word) { return fits(sourceKind(word)); });
        return it == words.end() ? QString() : *it;
    };
    const auto oneSide = [](const SourceKind &kind) { return kind.feeder && !kind.duplex && !kind.back; };
    const auto twoSides = [](const SourceKind &kind) { return kind.duplex; };
    const auto glass = [](const SourceKind &kind) { return kind.flatbed; };
    if (wanted.flatbed)
        return first(glass);
    if (!wanted.feeder)
        return {};
    if (wanted.duplex || m_wish.duplex) {
        const QString word = first(twoSides);
        return word.isEmpty() && !wanted.duplex ? first(oneSide) : word;
    }
    return first(oneSide);
}

Result<void> Resolver::chooseSource()
{
    const Option *option = find(u"source");
    const QStringList words = wordsOf(option);
    if (words.isEmpty()) {
        if (!m_wish.source.isEmpty())
            return refused(u"source"_s, m_wish.source, u"the device has no choice of sources"_s);
        return {};
    }
    const QString current = toText(option->value);
    if (m_wish.source.isEmpty()) {
        m_source = sourceLike({.feeder = true}, words);
        if (m_source.isEmpty() && !m_wish.duplex)
            m_source = sourceLike({.flatbed = true}, words);
        if (m_source.isEmpty())
            m_source = current;
    } else {
        const auto legal = legalValue(*option, m_wish.source);
        if (legal)
            m_source = std::get<QString>(*legal);
        // One word may be asked for on many devices: "ADF" is another's "Automatic Document Feeder".
        const SourceKind wanted = sourceKind(m_wish.source);
        const bool otherSide = legal && m_wish.duplex && wanted.feeder && !wanted.duplex;
        if (const QString like = sourceLike(wanted, words); !like.isEmpty() && (!legal || otherSide))
            m_source = like;
        if (m_source.isEmpty())
            return refused(u"source"_s, m_wish.source, u"the device has: "_s + words.join(u", "));
        adjusted(option->name, m_wish.source, m_source);
    }
    if (option->settable())
        add(*option, m_source);
    else if (!m_source.isEmpty() && m_source != current && !m_wish.source.isEmpty())
        return refused(u"source"_s, m_wish.source, u"the source cannot be set"_s);
    else
        m_source = current;
    return {};
}

Result<void> Resolver::chooseSides()
{
    const SourceKind kind = sourceKind(m_source);
    m_plan.duplex = kind.duplex;
    if (kind.duplex || kind.flatbed) {
        if (m_wish.duplex && !kind.duplex)
            return refused(u"duplex"_s, u"true"_s, u"the flatbed has no back side"_s);
        return {};
    }
    // An option that is inactive now may wake up with the source: it is planned all the same when it is needed.
    for (const auto name : {u"adf-mode", u"duplex"}) {
        const Option *option = find(QStringView(name));
        if (!option || (!m_wish.duplex && !option->settable()) || !option->capabilities.softSelect)
            continue;
        if (option->type == OptionType::Bool) {
            add(*option, m_wish.duplex);
            m_plan.duplex = m_wish.duplex;
            return {};
        }
        for (const QString &word : wordsOf(option)) {
            if (sourceKind(word).duplex == m_wish.duplex) {
                add(*option, word);
                m_plan.duplex = m_wish.duplex;
                return {};
            }
        }
    }
    if (m_wish.duplex)
        return refused(u"duplex"_s, u"true"_s, u"the device cannot scan both sides"_s);
    return {};
}

Result<void> Resolver::chooseMode()
{
    const auto wanted = colorMode(m_wish.mode);
    if (!wanted)
        return fail(ErrorCode::UsageError, u"no such mode"_s, {{u"reason"_s, u"mode "_s + m_wish.mode}});
    // What loses least comes first.
    using Order = std::array<ColorMode, 3>;
    const Order order = *wanted == ColorMode::Color ? Order{ColorMode::Color, ColorMode::Gray, ColorMode::Lineart}
                        : *wanted == ColorMode::Gray
                            ? Order{ColorMode::Gray, ColorMode::Color, ColorMode::Lineart}
                            : Order{ColorMode::Lineart, ColorMode::Gray, ColorMode::Color};
    const Option *mode = settable(u"mode");
    const Option *depth = settable(u"depth");
    const auto depthOf = [depth](int bits) {
        const auto legal =
            depth && depth->type == OptionType::Int ? legalValue(*depth, bits) : Result<OptionValue>();
        return legal && std::holds_alternative<int>(*legal) ? std::optional<int>(std::get<int>(*legal))
                                                            : std::nullopt;
    };
    ColorMode got = *wanted;
    if (mode) {
        QString word;
        for (const ColorMode candidate : order) {
            word = modeWord(wordsOf(mode), candidate);
            if (!word.isEmpty()) {
                got = candidate;
                break;
            }
        }
        const bool asWished = got == *wanted && !word.isEmpty();
        // Gray of one bit is lineart.
        const bool oneBitGray = *wanted == ColorMode::Lineart && got == ColorMode::Gray && depthOf(1) == 1;
        if (word.isEmpty())
            adjusted(mode->name, m_wish.mode, toText(mode->value));
        else
            add(*mode, word);
        if (!word.isEmpty() && !asWished && !oneBitGray)
            adjusted(mode->name, m_wish.mode, word);
    }
    if (got == ColorMode::Lineart && mode)
        return {};
    if (const auto bits = depthOf(*wanted == ColorMode::Lineart && got != ColorMode::Color ? 1 : 8))
        add(*depth, *bits);
    return {};
}

Result<void> Resolver::chooseResolution()
{
    if (m_wish.dpi <= 0)
        return fail(ErrorCode::UsageError, u"no such resolution"_s, {{u"reason"_s, u"dpi %1"_s.arg(m_wish.dpi)}});
    m_plan.dpi = m_wish.dpi;
    const Option *option = settable(u"resolution");
    if (!option)
        option = settable(u"x-resolution");
    if (!option)
        return {};
    OptionValue wanted = m_wish.dpi;
    if (option->type == OptionType::String) {
        const QStringList words = wordsOf(option);
        const auto distance = [this](const QString &word) {
            const auto dpi = leadingNumber(word);
            return dpi ? std::abs(static_cast<double>(*dpi) - m_wish.dpi) : 1e9;
        };
        const auto best = std::ranges::min_element(words, {}, distance);
        if (best != words.end())
            wanted = *best;
    }
    const auto legal = legalValue(*option, wanted);
    if (!legal)
        return fail(legal.error());
    add(*option, *legal);
    const QString got = toText(*legal);
    m_plan.dpi = leadingNumber(got).value_or(m_wish.dpi);
    adjusted(option->name, QString::number(m_wish.dpi), got);
    const Option *vertical = settable(u"y-resolution");
    if (const auto same = vertical ? legalValue(*vertical, *legal) : Result<OptionValue>(); vertical && same) {
        add(*vertical, *same);
        adjusted(vertical->name, QString::number(m_wish.dpi), toText(*same));
    }
    return {};
}

void Resolver::chooseArea()
{
    const auto addExtreme = [this](QStringView name, bool largest) {
        const Option *option = settable(name);
        if (!option)
            return;
        if (const auto *whole = std::get_if<Range<int>>(&option->constraint))
            add(*option, largest ? snapped(*whole, whole->max) : whole->min, false);
        else if (const auto *real = std::get_if<Range<double>>(&option->constraint))
            add(*option, largest ? snapped(*real, real->max) : real->min, false);
    };
    // The size of the paper first: it sets how far the corners may go.
    addExtreme(u"page-width", true);
    addExtreme(u"page-height", true);
    addExtreme(u"tl-x", false);
    addExtreme(u"tl-y", false);
    addExtreme(u"br-x", true);
    addExtreme(u"br-y", true);
}

Result<void> Resolver::addExtra(const std::vector<Setting> &extra)
{
    for (const Setting &setting : extra) {
        const Option *option = find(setting.option);
        if (!option || !option->capabilities.softSelect)
            return refused(setting.option, toText(setting.value), u"the device has no such option to set"_s);
        auto legal = legalValue(*option, setting.value);
        if (!legal)
            return fail(legal.error());
        std::erase_if(m_plan.adjustments, [&](const Adjustment &old) { return old.option == setting.option; });
        adjusted(setting.option, toText(setting.value), toText(*legal));
        if (setting.option == u"source" && std::holds_alternative<QString>(*legal)) {
            m_source = std::get<QString>(*legal);
            m_plan.duplex = sourceKind(m_source).duplex;
        }
        if (setting.option == u"resolution")
            m_plan.dpi = leadingNumber(toText(*legal)).value_or(m_plan.dpi);
        const auto planned = std::ranges::find(m_plan.settings, setting.option, &Setting::option);
        if (planned == m_plan.settings.end())
            m_plan.settings.push_back({setting.option, std::move(*legal), setting.wished});
        else
            *planned = {setting.option, std::move(*legal), setting.wished};
    }
    return {};
}

void Resolver::concludeFeeding()
{
    if (!m_source.isEmpty()) {
        m_plan.feeder = sourceKind(m_source).feeder;
        return;
    }
    // Without a choice of sources the other options tell a sheet-fed scanner from a flatbed, which would go on
    // scanning the same page for ever.
    for (const auto name : {u"adf-mode", u"duplex", u"page-loaded", u"batch-scan", u"feeder-mode"})
        m_plan.feeder = m_plan.feeder || find(QStringView(name));
}

} // namespace

Result<ScanPlan> resolve(const std::vector<Option> &options, const ScanWish &wish,
                         const std::vector<Setting> &extra)
{
    const bool anything = std::ranges::any_of(
        options, [](const Option &option) { return option.type != OptionType::Group && !option.name.isEmpty(); });
    if (!anything)
        return fail(ErrorCode::DeviceUnsupported, u"the device has no options"_s);
    return Resolver(options, wish).plan(extra);
}

} // namespace sohoa
