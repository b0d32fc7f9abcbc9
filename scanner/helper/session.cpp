// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/helper/session.h"

#include "core/base/installation.h"
#include "scanner/helper/option_descriptor.h"
#include "scanner/helper/page_reader.h"
#include "scanner/helper/sane_status.h"

#include <cstdio>

namespace sohoa::scan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// How often a feeder is looked into while paper is awaited: soon enough for a person, and no strain on a device.
constexpr auto paperPollTime = 500ms;
} // namespace

namespace {

/// A list of quirks that cannot be read must not keep anybody from scanning.
Quirks quirksFor(const QString &device)
{
    const auto rows = readQuirks(resourcePath(u"profiles/quirks.json"_s));
    if (!rows) {
        std::fprintf(stderr, "quirks: %s\n", qPrintable(logLine(rows.error())));
        return {};
    }
    return quirksOf(*rows, device);
}

/// The options once these settings are made; what the device does not take is left out.
Result<std::vector<Option>> readAfter(SaneDevice &device, const std::vector<Setting> &settings)
{
    auto options = device.read();
    for (const Setting &setting : settings) {
        const Option *option = options ? findOption(*options, setting.option) : nullptr;
        const auto legal =
            option && option->settable() ? legalValue(*option, setting.value) : Result<OptionValue>();
        if (option && option->settable() && legal && device.set(*option, *legal))
            options = device.read();
    }
    return options;
}

} // namespace

void Session::run()
{
    m_events.send(Hello{});
    SANE_Int version = 0;
    // Users and passwords of saned are not asked for: without a callback such devices give "access denied".
    const SANE_Status status = sane_init(&version, nullptr);
    while (const auto request = m_inbox.wait()) {
        if (status != SANE_STATUS_GOOD)
            m_events.send(Failed{saneError("sane_init", status)});
        else
            std::visit([this](const auto &message) { answer(message); }, *request);
    }
    // No sane_exit: it unloads backends whose own threads may still be running, and several crash in it.
}

void Session::answer(const ListDevices &request)
{
    const SANE_Device **list = nullptr;
    const SANE_Status status = sane_get_devices(&list, request.localOnly ? SANE_TRUE : SANE_FALSE);
    if (status != SANE_STATUS_GOOD || !list) {
        m_events.send(Failed{saneError("sane_get_devices", status)});
        return;
    }
    DevicesFound found;
    for (; *list; ++list) {
        const SANE_Device &device = **list;
        found.devices.push_back({driverText(device.name), driverText(device.vendor), driverText(device.model),
                                 driverText(device.type)});
    }
    m_events.send(found);
}

void Session::answer(const ReadOptions &request)
{
    Result<std::vector<Option>> options;
    if (auto device = SaneDevice::open(request.device, m_gate); device)
        options = readAfter(**device, request.after);
    else
        options = fail(device.error());
    if (!options) {
        m_events.send(Failed{options.error()});
        return;
    }
    for (Option &option : *options)
        m_events.send(OptionsRead{{std::move(option)}, false});
    m_events.send(OptionsRead{{}, true});
}

void Session::answer(const StartScan &request)
{
    // The answer comes when the device has been closed: then, not before, the next scan can open it.
    if (const auto error = scan(request))
        m_events.send(Failed{*error});
    else
        m_events.send(ScanEnded{});
}

void Session::answer(const PlanScan &request)
{
    Result<ScanPlan> plan;
    if (const auto device = SaneDevice::open(request.wish.device, m_gate))
        plan = apply(**device, request.wish, request.extra, quirksFor(request.wish.device));
    else
        plan = fail(device.error());
    if (plan)
        m_events.send(Planned{std::move(*plan)});
    else
        m_events.send(Failed{plan.error()});
}

std::optional<Error> Session::scan(const StartScan &request)
{
    if (m_gate.cancelled())
        return Error{ErrorCode::Cancelled};
    const auto device = SaneDevice::open(request.wish.device, m_gate);
    if (!device)
        return device.error();
    const auto plan = apply(**device, request.wish, request.extra, quirksFor(request.wish.device));
    if (!plan)
        return plan.error();
    if (!plan->adjustments.empty())
        m_events.send(Adjusted{plan->adjustments});
    return feed(**device, *plan, request.wish);
}

std::optional<Error> Session::feed(SaneDevice &device, const ScanPlan &plan, const ScanWish &wish)
{
    for (int sheet = 1;; ++sheet) {
        PageReader reader(device, m_events, {sheet, {plan.duplex && sheet % 2 == 0, plan.duplex}, plan.dpi});
        auto page = reader.read();
        while (sheet == 1 && wish.waitForPaper && !page && page.error().code == ErrorCode::FeederEmpty) {
            m_events.send(PaperAwaited{});
            m_inbox.waitFor(paperPollTime);
            page = reader.read();
        }
        if (!page)
            return page.error();
        if (!*page)
            return std::nullopt;
        m_events.send(**page);
        // The sheet before must be safe: nothing is fed until that is said.
        const auto request = m_inbox.wait();
        if (!request || std::holds_alternative<Cancel>(*request))
            return Error{ErrorCode::Cancelled};
        if (!std::holds_alternative<NextPage>(*request))
            return Error{ErrorCode::HelperProtocol, {}, u"a request in the middle of a scan"_s};
        if (!plan.feeder || (wish.maxPages && sheet >= *wish.maxPages))
            return std::nullopt;
    }
}

} // namespace sohoa::scan
