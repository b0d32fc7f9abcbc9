// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/api/device_words.h"
#include "scanner/api/plan_draft.h"

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

SourceKind kindOf(const PlanDraft &draft, const QString &word)
{
    const QString meaning = draft.quirks.sourceMeanings.value(word);
    if (meaning.isEmpty())
        return sourceKind(word);
    return {.feeder = meaning != u"flatbed", .duplex = meaning == u"duplex", .flatbed = meaning == u"flatbed"};
}

/// The words of ScanWish that stand for what every device calls otherwise.
bool isIntent(const QString &source)
{
    return source == u"feeder" || source == u"flatbed";
}

/// Gathers one plan; each step reads the options and adds its settings.
class Resolver {
public:
    Resolver(const std::vector<Option> &options, const ScanWish &wish, const Quirks &quirks)
        : m_draft{options, wish, quirks}
        , m_wish(wish)
    {
    }

    Result<ScanPlan> plan(const std::vector<Setting> &extra)
    {
        using Step = Result<void> (Resolver::*)();
        for (const Step step : {&Resolver::chooseSource, &Resolver::chooseSides, &Resolver::chooseMode,
                                &Resolver::chooseResolution}) {
            if (auto done = (this->*step)(); !done)
                return fail(done.error());
        }
        m_draft.plan.feeder = feeds();
        chooseArea(m_draft);
        chooseTone(m_draft);
        if (auto detection = chooseDoubleFeed(m_draft); !detection)
            return fail(detection.error());
        addQuirks();
        if (auto added = addExtra(extra); !added)
            return fail(added.error());
        m_draft.plan.feeder = feeds();
        return std::move(m_draft.plan);
    }

private:
    const Option *find(QStringView name) const { return m_draft.find(name); }
    const Option *settable(QStringView name) const { return m_draft.settable(name); }
    void add(const Option &option, OptionValue value) { m_draft.add(option, std::move(value)); }

    Result<void> chooseSource();
    QString sourceLike(const SourceKind &wanted, const QStringList &words) const;
    QString wishedSource(const Option &option, const QStringList &words);
    Result<void> chooseSides();
    Result<void> chooseMode();
    Result<void> chooseResolution();
    void addQuirks();
    Result<void> addExtra(const std::vector<Setting> &extra);
    bool feeds() const;

    PlanDraft m_draft;
    const ScanWish &m_wish;
    QString m_source; ///< The device's word for where the paper lies; empty when it has no such option.
};

QString Resolver::sourceLike(const SourceKind &wanted, const QStringList &words) const
{
    const auto first = [this, &words](auto fits) {
        const auto it = std::ranges::find_if(
            words, [this, &fits](const QString &word) { return fits(kindOf(m_draft, word)); });
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

/// The device's word for the source that was asked for by name or by meaning; empty when it has none.
QString Resolver::wishedSource(const Option &option, const QStringList &words)
{
    const SourceKind wanted = sourceKind(m_wish.source);
    if (isIntent(m_wish.source)) {
        QString like = sourceLike(wanted, words);
        if (like.isEmpty() && m_wish.yielding) {
            like = sourceLike({.feeder = !wanted.feeder, .flatbed = wanted.feeder}, words);
            m_draft.adjusted(option.name, m_wish.source, like, wanted.feeder);
        }
        return like;
    }
    QString found;
    const auto legal = legalValue(option, m_wish.source);
    if (legal)
        found = std::get<QString>(*legal);
    // One word may be asked for on many devices: "ADF" is another's "Automatic Document Feeder".
    const bool otherSide = legal && m_wish.duplex && wanted.feeder && !wanted.duplex;
    if (const QString like = sourceLike(wanted, words); !like.isEmpty() && (!legal || otherSide))
        found = like;
    if (!found.isEmpty())
        m_draft.adjusted(option.name, m_wish.source, found);
    return found;
}

Result<void> Resolver::chooseSource()
{
    const Option *option = find(u"source");
    const QStringList words = wordsOf(option);
    if (words.isEmpty()) {
        // Without a choice the device is one or the other, and feeds() knows which.
        const bool asMeant = isIntent(m_wish.source) && feeds() == (m_wish.source == u"feeder");
        if (m_wish.source.isEmpty() || asMeant)
            return {};
        if (!isIntent(m_wish.source) || !m_wish.yielding)
            return refused(u"source"_s, m_wish.source, u"the device has no choice of sources"_s);
        m_draft.adjusted(u"source"_s, m_wish.source, feeds() ? u"feeder"_s : u"flatbed"_s,
                         m_wish.source == u"feeder");
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
        m_source = wishedSource(*option, words);
        if (m_source.isEmpty())
            return refused(u"source"_s, m_wish.source, u"the device has: "_s + words.join(u", "));
    }
    if (option->settable())
        add(*option, m_source);
    else if (!m_source.isEmpty() && m_source != current && !m_wish.source.isEmpty() && !m_wish.yielding)
        return refused(u"source"_s, m_wish.source, u"the source cannot be set"_s);
    else
        m_source = current;
    return {};
}

Result<void> Resolver::chooseSides()
{
    const auto oneSided = [this](const QString &why) -> Result<void> {
        if (!m_wish.yielding)
            return refused(u"duplex"_s, u"true"_s, why);
        m_draft.adjusted(u"duplex"_s, u"true"_s, u"false"_s, true);
        return {};
    };
    const SourceKind kind = kindOf(m_draft, m_source);
    m_draft.plan.duplex = kind.duplex;
    if (kind.duplex || kind.flatbed) {
        if (m_wish.duplex && !kind.duplex)
            return oneSided(u"the flatbed has no back side"_s);
        return {};
    }
    // An option that is inactive now may wake up with the source: it is planned all the same when it is needed.
    for (const auto name : {u"adf-mode", u"duplex"}) {
        const Option *option = find(QStringView(name));
        if (!option || (!m_wish.duplex && !option->settable()) || !option->capabilities.softSelect)
            continue;
        if (option->type == OptionType::Bool) {
            add(*option, m_wish.duplex);
            m_draft.plan.duplex = m_wish.duplex;
            return {};
        }
        for (const QString &word : wordsOf(option)) {
            if (sourceKind(word).duplex == m_wish.duplex) {
                add(*option, word);
                m_draft.plan.duplex = m_wish.duplex;
                return {};
            }
        }
    }
    return m_wish.duplex ? oneSided(u"the device cannot scan both sides"_s) : Result<void>();
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
        // Colour and shades are lost with a mode that has less of them, never with one that has more.
        const bool grave = word.isEmpty() || *wanted == ColorMode::Color || got == ColorMode::Lineart;
        if (word.isEmpty())
            m_draft.adjusted(mode->name, m_wish.mode, toText(mode->value), grave);
        else
            add(*mode, word);
        if (!word.isEmpty() && !asWished && !oneBitGray)
            m_draft.adjusted(mode->name, m_wish.mode, word, grave);
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
    const int target = std::min(m_wish.dpi, m_draft.quirks.maxDpi.value_or(m_wish.dpi));
    m_draft.plan.dpi = target;
    const Option *option = settable(u"resolution");
    if (!option)
        option = settable(u"x-resolution");
    if (!option)
        return {};
    OptionValue wanted = target;
    if (option->type == OptionType::String) {
        const QStringList words = wordsOf(option);
        const auto distance = [target](const QString &word) {
            const auto dpi = leadingNumber(word);
            return dpi ? std::abs(static_cast<double>(*dpi) - target) : 1e9;
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
    m_draft.plan.dpi = leadingNumber(got).value_or(target);
    const bool coarse = m_draft.plan.dpi < m_wish.dpi;
    m_draft.adjusted(option->name, QString::number(m_wish.dpi), got, coarse);
    const Option *vertical = settable(u"y-resolution");
    if (const auto same = vertical ? legalValue(*vertical, *legal) : Result<OptionValue>(); vertical && same) {
        add(*vertical, *same);
        m_draft.adjusted(vertical->name, QString::number(m_wish.dpi), toText(*same), coarse);
    }
    return {};
}

void Resolver::addQuirks()
{
    for (const Setting &setting : m_draft.quirks.settings) {
        const Option *option = find(setting.option);
        const auto legal =
            option && option->capabilities.softSelect ? legalValue(*option, setting.value) : Result<OptionValue>();
        if (option && option->capabilities.softSelect && legal)
            m_draft.add(*option, *legal, false);
    }
}

Result<void> Resolver::addExtra(const std::vector<Setting> &extra)
{
    ScanPlan &plan = m_draft.plan;
    for (const Setting &setting : extra) {
        const Option *option = findOption(m_draft.options, setting.option);
        auto legal = option && option->capabilities.softSelect
                         ? legalValue(*option, setting.value)
                         : Result<OptionValue>(refused(setting.option, toText(setting.value),
                                                       u"the device has no such option to set"_s));
        if (!legal && !m_wish.yielding)
            return fail(legal.error());
        if (!legal) {
            m_draft.adjusted(setting.option, toText(setting.value), {});
            continue;
        }
        std::erase_if(plan.adjustments, [&](const Adjustment &old) { return old.option == setting.option; });
        m_draft.adjusted(setting.option, toText(setting.value), toText(*legal));
        if (setting.option == u"source" && std::holds_alternative<QString>(*legal)) {
            m_source = std::get<QString>(*legal);
            plan.duplex = kindOf(m_draft, m_source).duplex;
        }
        if (setting.option == u"resolution")
            plan.dpi = leadingNumber(toText(*legal)).value_or(plan.dpi);
        const auto planned = std::ranges::find(plan.settings, setting.option, &Setting::option);
        if (planned == plan.settings.end())
            plan.settings.push_back({setting.option, std::move(*legal), setting.wished});
        else
            *planned = {setting.option, std::move(*legal), setting.wished};
    }
    return {};
}

/// Whether sheets come until there are no more.
bool Resolver::feeds() const
{
    if (!m_source.isEmpty())
        return kindOf(m_draft, m_source).feeder;
    // Without a choice of sources the other options tell a sheet-fed scanner from a flatbed, which would go on
    // scanning the same page for ever.
    return std::ranges::any_of(
        std::initializer_list<QStringView>{u"adf-mode", u"duplex", u"page-loaded", u"batch-scan", u"feeder-mode"},
        [this](QStringView name) { return find(name) != nullptr; });
}

} // namespace

Result<ScanPlan> resolve(const std::vector<Option> &options, const ScanWish &wish,
                         const std::vector<Setting> &extra, const Quirks &quirks)
{
    const bool anything = std::ranges::any_of(
        options, [](const Option &option) { return option.type != OptionType::Group && !option.name.isEmpty(); });
    if (!anything)
        return fail(ErrorCode::DeviceUnsupported, u"the device has no options"_s);
    return Resolver(options, wish, quirks).plan(extra);
}

} // namespace sohoa
