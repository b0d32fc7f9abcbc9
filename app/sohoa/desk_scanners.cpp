// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoa/desk_scanners.h"

#include "core/base/text.h"
#include "scanner/client/remote_page_source.h"

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

const QLatin1String virtualPrefix("sohoa:");

/// Resolutions that make sense for papers; a range of a driver offers hundreds.
constexpr Dpi usualResolutions[] = {200, 300, 400, 600};

std::vector<Dpi> resolutionsOf(const Option &option)
{
    std::vector<Dpi> resolutions;
    const auto take = [&](double dpi) {
        if (dpi >= usualResolutions[0] && dpi <= 1200)
            resolutions.push_back(qRound(dpi));
    };
    if (const auto *list = std::get_if<std::vector<int>>(&option.constraint))
        for (const int dpi : *list)
            take(dpi);
    else if (const auto *numbers = std::get_if<std::vector<double>>(&option.constraint))
        for (const double dpi : *numbers)
            take(dpi);
    else if (const auto *range = std::get_if<Range<int>>(&option.constraint)) {
        for (const Dpi dpi : usualResolutions)
            if (dpi >= range->min && dpi <= range->max)
                take(dpi);
    } else if (const auto *fine = std::get_if<Range<double>>(&option.constraint)) {
        for (const Dpi dpi : usualResolutions)
            if (dpi >= fine->min && dpi <= fine->max)
                take(dpi);
    }
    return resolutions;
}

bool isFeeder(const QString &source)
{
    const QString folded = foldMarks(source);
    return folded.contains(u"adf"_s) || folded.contains(u"feeder"_s);
}

} // namespace

ui::ScannerChoices choicesOf(const std::vector<Option> &options)
{
    ui::ScannerChoices choices;
    if (const Option *source = findOption(options, u"source"))
        if (const auto *words = std::get_if<QStringList>(&source->constraint))
            choices.sources = *words;
    const auto feeder = std::ranges::find_if(choices.sources, isFeeder);
    if (feeder != choices.sources.end())
        choices.feeder = *feeder;
    if (const Option *resolution = findOption(options, u"resolution"))
        choices.resolutions = resolutionsOf(*resolution);
    // resolve() is the judge of what a device can: asked for both sides, it says yes or no.
    ScanWish both;
    both.duplex = true;
    const auto plan = resolve(options, both);
    choices.duplex = plan && plan->duplex;
    return choices;
}

DeskScanners::DeskScanners(HelperConfig config, ProfileFolders profiles, bool onlyVirtual, QObject *parent)
    : ui::Scanners(parent)
    , m_config(std::move(config))
    , m_profiles(std::move(profiles))
    , m_onlyVirtual(onlyVirtual)
    , m_lister(m_config)
    , m_reader(m_config)
    , m_planner(m_config)
{
}

void DeskScanners::list(std::function<void(Result<std::vector<Device>>)> answer)
{
    m_lister.list(
        [answer = std::move(answer), onlyVirtual = m_onlyVirtual](Result<std::vector<Device>> devices) {
            if (devices && onlyVirtual)
                std::erase_if(*devices,
                              [](const Device &device) { return !device.name.startsWith(virtualPrefix); });
            answer(std::move(devices));
        },
        m_onlyVirtual);
}

void DeskScanners::describe(const QString &device, std::function<void(Result<ui::ScannerChoices>)> answer)
{
    m_reader.read(device, [answer = std::move(answer)](const Result<std::vector<Option>> &options) {
        if (options)
            answer(choicesOf(*options));
        else
            answer(fail(options.error()));
    });
}

void DeskScanners::plan(const ui::ScanOrder &order, std::function<void(Result<ScanPlan>)> answer)
{
    m_planner.plan(order.wish, order.extra, std::move(answer));
}

void DeskScanners::options(const QString &device, const std::vector<Setting> &after,
                           std::function<void(Result<std::vector<Option>>)> answer)
{
    m_reader.read(device, std::move(answer), after);
}

DeskScanners::Source DeskScanners::source(const ui::ScanOrder &order)
{
    return [config = m_config, extra = order.extra]() -> std::unique_ptr<PageSource> {
        auto source = std::make_unique<RemotePageSource>(config);
        source->setExtraSettings(extra);
        return source;
    };
}

} // namespace sohoa
