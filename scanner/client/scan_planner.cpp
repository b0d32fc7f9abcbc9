// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/client/scan_planner.h"

#include "scanner/client/helper_task.h"

namespace sohoa {

ScanPlanner::ScanPlanner(HelperConfig config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
{
}

ScanPlanner::~ScanPlanner() = default;

void ScanPlanner::plan(const ScanWish &wish, const std::vector<Setting> &extra, Answer answer)
{
    cancel();
    const auto plan = std::make_shared<ScanPlan>();
    m_task = std::make_unique<HelperTask>(
        this, m_config, SaneEnvironment::forDevice(m_config, wish.device), scan::PlanScan{wish, extra},
        [plan](scan::Event &event) -> std::optional<bool> {
            auto *planned = std::get_if<scan::Planned>(&event);
            if (!planned)
                return std::nullopt;
            *plan = std::move(planned->plan);
            return true;
        },
        [plan, answer = std::move(answer)](std::optional<Error> error) {
            if (error)
                answer(fail(std::move(*error)));
            else
                answer(std::move(*plan));
        });
}

void ScanPlanner::cancel()
{
    if (const auto task = std::move(m_task))
        task->cancel();
}

} // namespace sohoa
