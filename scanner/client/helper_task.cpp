// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/client/helper_task.h"

namespace sohoa {

using namespace Qt::StringLiterals;

HelperTask::HelperTask(QObject *keeper, const HelperConfig &config, Result<SaneEnvironment> environment,
                       scan::Request request, Collect collect, Finish finish)
    : m_keeper(keeper)
    , m_config(config)
    , m_environment(std::move(environment))
    , m_request(std::move(request))
    , m_collect(std::move(collect))
    , m_finish(std::move(finish))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        this->finish(Error{ErrorCode::HelperHung, {}, u"no answer after %1 ms"_s.arg(m_limit.interval())});
    });
    QMetaObject::invokeMethod(this, &HelperTask::begin, Qt::QueuedConnection);
}

HelperTask::~HelperTask()
{
    delete m_helper;
}

void HelperTask::cancel()
{
    finish(Error{ErrorCode::Cancelled});
}

void HelperTask::begin()
{
    if (!m_finish)
        return;
    if (!m_environment) {
        finish(m_environment.error());
        return;
    }
    m_helper = new HelperProcess(m_config, std::move(*m_environment));
    connect(m_helper, &HelperProcess::event, this, &HelperTask::take);
    connect(m_helper, &HelperProcess::failed, this, [this](const Error &error) { finish(error); });
    m_limit.start(m_config.listLimit);
    m_helper->start();
    if (m_helper)
        m_helper->send(m_request);
}

void HelperTask::take(scan::Event &event)
{
    if (const auto *failed = std::get_if<scan::Failed>(&event)) {
        finish(failed->error);
        return;
    }
    const auto last = m_collect(event);
    if (!last)
        finish(Error{ErrorCode::HelperProtocol, {}, u"an answer to another question"_s});
    else if (*last)
        finish(std::nullopt);
}

void HelperTask::finish(std::optional<Error> error)
{
    const Finish answer = std::exchange(m_finish, nullptr);
    m_limit.stop();
    if (HelperProcess *helper = std::exchange(m_helper, nullptr)) {
        helper->disconnect(this);
        helper->setParent(m_keeper);
        connect(helper, &HelperProcess::gone, helper, &QObject::deleteLater);
        helper->retire();
    }
    if (answer)
        answer(std::move(error));
}

} // namespace sohoa
