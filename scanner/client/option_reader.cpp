// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/client/option_reader.h"

#include "scanner/client/helper_task.h"

#include <iterator>

namespace sohoa {

OptionReader::OptionReader(HelperConfig config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
{
}

OptionReader::~OptionReader() = default;

void OptionReader::read(const QString &device, Answer answer, const std::vector<Setting> &after)
{
    cancel();
    const auto options = std::make_shared<std::vector<Option>>();
    m_task = std::make_unique<HelperTask>(
        this, m_config, SaneEnvironment::forDevice(m_config, device), scan::ReadOptions{device, after},
        [options](scan::Event &event) -> std::optional<bool> {
            auto *part = std::get_if<scan::OptionsRead>(&event);
            if (!part)
                return std::nullopt;
            std::ranges::move(part->options, std::back_inserter(*options));
            return part->last;
        },
        [options, answer = std::move(answer)](std::optional<Error> error) {
            if (error)
                answer(fail(std::move(*error)));
            else
                answer(std::move(*options));
        });
}

void OptionReader::cancel()
{
    if (const auto task = std::move(m_task))
        task->cancel();
}

} // namespace sohoa
