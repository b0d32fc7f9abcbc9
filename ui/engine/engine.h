// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/station.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace sohoa::ui {

/// The Station in a thread of its own: nothing slow ever runs where the window is drawn.
///
/// Threads: an Engine lives in the thread of the window, and so come its signals and its answers. The Station is
/// made, used and destroyed in the engine's thread; only the work given to ask() sees it.
class Engine final : public QObject {
    Q_OBJECT
public:
    using Factory = std::function<Result<std::unique_ptr<Station>>()>;

    /// `factory` is called in the engine's thread, once start() was called.
    explicit Engine(Factory factory, QObject *parent = nullptr);
    /// Waits for the work in hand; a running scan is cancelled (two seconds at most).
    ~Engine() override;

    /// opened() or openFailed() follows. After a failure start() may be called again.
    void start();
    /// Reads configuration and catalogue of the open station anew and emits opened() again: after either changed,
    /// and for a window that came later. Nothing happens while no station is open.
    void announce();
    bool isOpen() const { return m_catalogue != nullptr; }

    /// The catalogue and settings of the open station. Only after opened().
    const Catalogue &catalogue() const { return *m_catalogue; }
    const StationConfig &config() const { return m_config; }

    /// `work` is called with the Station in the engine's thread and gives a Result; `then` gets it in this thread,
    /// unless `context` has died meanwhile. Work is done in the order in which it was asked for. When the station
    /// could not be opened, `then` gets that error.
    template <class Work, class Then> void ask(QObject *context, Work work, Then then)
    {
        using Answer = std::invoke_result_t<Work &, Station &>;
        auto parts = std::make_shared<std::pair<Work, Then>>(std::move(work), std::move(then));
        post([this, guard = QPointer<QObject>(context), parts] {
            auto answer =
                std::make_shared<Answer>(m_station ? parts->first(*m_station) : Answer(fail(m_openError)));
            deliver([guard, parts, answer] {
                if (guard)
                    parts->second(std::move(*answer));
            });
        });
    }

    /// As ask(), for what the station answers later: `work` also gets the function to answer with, which it calls
    /// once with a Result<Value> in the engine's thread.
    template <class Value, class Work, class Then> void askLater(QObject *context, Work work, Then then)
    {
        post([this, guard = QPointer<QObject>(context), work = std::move(work), then = std::move(then)] {
            std::function<void(Result<Value>)> answer = [this, guard, then](Result<Value> value) {
                deliver([guard, then, value = std::move(value)] {
                    if (guard)
                        then(value);
                });
            };
            if (m_station)
                work(*m_station, std::move(answer));
            else
                answer(fail(m_openError));
        });
    }

Q_SIGNALS:
    void opened();
    void openFailed(const sohoa::Error &error);

    // The Station's own signals, in the window's thread.
    void pageCaptured(const sohoa::Page &page);
    void pageChanged(const sohoa::PageId &page);
    void intakeProgress(const sohoa::IntakeProgress &progress);
    void paperAwaited();
    void nextPageAwaited(int pages);
    void flipAwaited(int fronts);
    void folderFileTaken(const sohoa::FileTaken &file);
    void folderFileFailed(const sohoa::FileFailure &failure);
    void folderSettled();
    void intakeEnded(const sohoa::IntakeSummary &summary);
    void dossiersChanged(const sohoa::BatchId &batch);
    void dossierSigned(const sohoa::DossierId &dossier);
    void signingEnded(const sohoa::SigningSummary &summary);
    void outboxChanged();
    void syncEnded(const std::optional<sohoa::Error> &error);
    void idle();
    void failed(const sohoa::Error &error);

private:
    void post(std::function<void()> job);
    void deliver(std::function<void()> answer);
    void open();
    void tellOpened();
    void forwardSignals();

    Factory m_factory;
    QThread m_thread;
    QObject *m_inside = nullptr;                    ///< Lives in m_thread: what jobs are posted to.
    std::unique_ptr<Station> m_station;             ///< Only touched in m_thread.
    Error m_openError{ErrorCode::Internal, {}, {}}; ///< Likewise.
    std::unique_ptr<const Catalogue> m_catalogue;
    StationConfig m_config;
};

} // namespace sohoa::ui
