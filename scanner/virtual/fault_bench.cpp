// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/virtual/fault_bench.h"

#include <unistd.h>

#include <fstream>
#include <sstream>

namespace sohoa::virtual_scanner {
namespace {

/// sane_open has no page; its rules are counted under this number.
constexpr int AtOpen = 0;

} // namespace

std::optional<FaultBench> FaultBench::load(const std::filesystem::path &scenario)
{
    FaultBench bench;
    std::error_code error;
    if (!std::filesystem::is_regular_file(scenario, error))
        return bench;
    std::ifstream file(scenario, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    auto parsed = Scenario::parse(text.str());
    if (!parsed)
        return std::nullopt;
    bench.m_keeps = true;
    bench.m_scenario = std::move(*parsed);
    bench.m_stateFile = scenario;
    bench.m_stateFile += "-state";
    bench.m_state = FeederState::read(bench.m_stateFile);
    return bench;
}

void FaultBench::keep() const
{
    if (m_keeps)
        m_state.write(m_stateFile);
}

bool FaultBench::isDue(std::size_t rule, int page) const
{
    const Rule &candidate = m_scenario.rules[rule];
    const auto happened = m_state.happened.find({rule, page});
    return candidate.times == Rule::Always || happened == m_state.happened.end() ||
           happened->second < candidate.times;
}

template <class Accept> const Rule *FaultBench::firstDue(int page, Accept accept) const
{
    for (std::size_t i = 0; i < m_scenario.rules.size(); ++i) {
        if (accept(m_scenario.rules[i]) && isDue(i, page))
            return &m_scenario.rules[i];
    }
    return nullptr;
}

bool FaultBench::isPresent()
{
    if (m_state.missing == 0)
        return true;
    --m_state.missing;
    keep();
    return false;
}

const Rule *FaultBench::openingStop()
{
    const Rule *rule = firstDue(AtOpen, [](const Rule &candidate) { return candidate.atOpen; });
    if (rule)
        happens(*rule, AtOpen);
    return rule;
}

const Rule *FaultBench::dueStop(int page) const
{
    return firstDue(page, [page](const Rule &candidate) {
        return candidate.concerns(page) && isCounted(candidate.fault) && candidate.fault != Fault::DoubleFeed;
    });
}

const Rule *FaultBench::dueDoubleFeed(int page) const
{
    return firstDue(page, [page](const Rule &candidate) {
        return candidate.concerns(page) && candidate.fault == Fault::DoubleFeed;
    });
}

PageShape FaultBench::shapeOf(int page) const
{
    PageShape shape;
    for (const Rule &rule : m_scenario.rules) {
        if (!rule.concerns(page))
            continue;
        switch (rule.fault) {
        case Fault::Short:
            shape.cutAt = rule.at;
            break;
        case Fault::Long:
            shape.extraRows = rule.number;
            break;
        case Fault::Dpi:
            shape.dpi = rule.number;
            break;
        case Fault::UnknownLength:
            shape.unknownLength = true;
            break;
        case Fault::ThreePass:
            shape.threePass = true;
            break;
        case Fault::Slow:
            shape.waitMs = rule.number;
            shape.waitAt = rule.at;
            break;
        default:
            break;
        }
    }
    return shape;
}

void FaultBench::happens(const Rule &rule, int page)
{
    const auto index = static_cast<std::size_t>(&rule - m_scenario.rules.data());
    ++m_state.happened[{index, page}];
    if (rule.fault == Fault::Gone || rule.fault == Fault::Rename)
        m_state.missing = rule.number;
    if (rule.fault == Fault::Rename)
        m_state.name = rule.name;
    keep();
}

void FaultBench::delivered(std::size_t position)
{
    m_state.position = position;
    keep();
}

void FaultBench::ranEmpty()
{
    m_state.position = 0;
    m_state.happened.clear();
    keep();
}

void hang()
{
    for (;;)
        ::pause();
}

} // namespace sohoa::virtual_scanner
