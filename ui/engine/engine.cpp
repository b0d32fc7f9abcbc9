// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/engine/engine.h"

namespace sohoa::ui {

Engine::Engine(Factory factory, QObject *parent)
    : QObject(parent)
    , m_factory(std::move(factory))
    , m_inside(new QObject)
{
    m_thread.setObjectName(QStringLiteral("sohoa-engine"));
    m_inside->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_inside, &QObject::deleteLater);
    m_thread.start();
}

Engine::~Engine()
{
    post([this] {
        if (m_station) {
            m_station->disconnect(this);
            m_station->cancelIntake();
            m_station->stopSync();
        }
        m_station.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

void Engine::start()
{
    post([this] { open(); });
}

void Engine::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_inside, std::move(job), Qt::QueuedConnection);
}

void Engine::deliver(std::function<void()> answer)
{
    QMetaObject::invokeMethod(this, std::move(answer), Qt::QueuedConnection);
}

void Engine::open()
{
    auto station = m_factory();
    if (!station) {
        m_openError = station.error();
        deliver([this, error = station.error()] { Q_EMIT openFailed(error); });
        return;
    }
    m_station = std::move(*station);
    forwardSignals();
    tellOpened();
}

void Engine::announce()
{
    post([this] {
        if (m_station)
            tellOpened();
    });
}

void Engine::tellOpened()
{
    deliver([this, config = m_station->config(), catalogue = m_station->catalogue()] {
        m_config = config;
        m_catalogue = std::make_unique<const Catalogue>(catalogue);
        Q_EMIT opened();
    });
}

void Engine::forwardSignals()
{
    Station *station = m_station.get();
    connect(station, &Station::pageCaptured, this, &Engine::pageCaptured);
    connect(station, &Station::pageChanged, this, &Engine::pageChanged);
    connect(station, &Station::intakeProgress, this, &Engine::intakeProgress);
    connect(station, &Station::paperAwaited, this, &Engine::paperAwaited);
    connect(station, &Station::nextPageAwaited, this, &Engine::nextPageAwaited);
    connect(station, &Station::flipAwaited, this, &Engine::flipAwaited);
    connect(station, &Station::folderFileTaken, this, &Engine::folderFileTaken);
    connect(station, &Station::folderFileFailed, this, &Engine::folderFileFailed);
    connect(station, &Station::folderSettled, this, &Engine::folderSettled);
    connect(station, &Station::intakeEnded, this, &Engine::intakeEnded);
    connect(station, &Station::dossiersChanged, this, &Engine::dossiersChanged);
    connect(station, &Station::dossierSigned, this, &Engine::dossierSigned);
    connect(station, &Station::signingEnded, this, &Engine::signingEnded);
    connect(station, &Station::outboxChanged, this, &Engine::outboxChanged);
    connect(station, &Station::syncEnded, this, &Engine::syncEnded);
    connect(station, &Station::idle, this, &Engine::idle);
    connect(station, &Station::failed, this, &Engine::failed);
}

} // namespace sohoa::ui
