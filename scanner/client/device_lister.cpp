// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/client/device_lister.h"

#include "scanner/client/helper_task.h"

namespace sohoa {

DeviceLister::DeviceLister(HelperConfig config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
{
}

DeviceLister::~DeviceLister() = default;

void DeviceLister::list(Answer answer, bool localOnly)
{
    cancel();
    const auto found = std::make_shared<std::vector<Device>>();
    m_task = std::make_unique<HelperTask>(
        this, m_config, SaneEnvironment::forListing(m_config), scan::ListDevices{localOnly},
        [found](scan::Event &event) -> std::optional<bool> {
            auto *devices = std::get_if<scan::DevicesFound>(&event);
            if (!devices)
                return std::nullopt;
            *found = std::move(devices->devices);
            return true;
        },
        [found, answer = std::move(answer)](std::optional<Error> error) {
            if (error)
                answer(fail(std::move(*error)));
            else
                answer(std::move(*found));
        });
}

void DeviceLister::cancel()
{
    if (const auto task = std::move(m_task))
        task->cancel();
}

} // namespace sohoa
