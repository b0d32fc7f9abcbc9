// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/folder_watch.h"

#include "ui/errors/sentences.h"
#include "ui/shell/desk.h"
#include "ui/style/theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <utility>

namespace sohoa::ui {

using namespace Qt::StringLiterals;

FolderWatch::FolderWatch(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_button(new QPushButton)
    , m_state(makeLabel({}, "small"))
{
    m_button->setObjectName(u"watchFolder"_s);
    m_state->setObjectName(u"watchState"_s);
    m_state->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_state);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (isWatching())
            stop();
        else
            choose();
    });
    Engine &engine = desk.engine();
    connect(&desk, &Desk::batchesChanged, this, [this] {
        if (!std::exchange(m_takenUp, true))
            takeUp();
    });
    connect(&engine, &Engine::folderFileTaken, this, [this] {
        ++m_taken;
        show();
    });
    connect(&engine, &Engine::folderFileFailed, this, [this](const FileFailure &failure) {
        ++m_failed;
        m_desk.report(failure.error);
        show();
    });
    connect(&engine, &Engine::failed, this, [this] {
        if (!isWatching())
            return;
        m_desk.engine().ask(
            this, [](Station &station) -> Result<bool> { return station.isWatching(); },
            [this](const Result<bool> &watching) {
                if (watching && !*watching)
                    m_folder.clear(); // The folder is gone; the desk has been told.
                show();
            });
    });
    show();
}

void FolderWatch::choose()
{
    m_desk.asker().folder(this, [this](const QString &folder) { start(folder); });
}

void FolderWatch::start(const QString &folder)
{
    const BatchSummary *current = m_desk.currentBatch();
    const QString name = current && current->batch.state == BatchState::Open ? current->batch.name : QString();
    m_desk.engine().ask(
        this,
        [folder, name](Station &station) -> Result<Batch> {
            auto batch = station.openBatch(name);
            if (!batch)
                return batch;
            WatchOptions options;
            options.remember = true;
            options.explain = [](const Error &error) { return sentence(error); };
            if (auto started = station.watchFolder(folder, batch->id, options); !started)
                return fail(started.error());
            return batch;
        },
        [this, folder](const Result<Batch> &batch) {
            if (!batch) {
                m_desk.report(batch.error());
                return;
            }
            m_folder = folder;
            m_batch = batch->id;
            m_taken = m_failed = 0;
            m_desk.setBatch(batch->id);
            m_desk.refreshBatches();
            show();
        });
}

void FolderWatch::stop()
{
    m_folder.clear();
    show();
    m_desk.engine().ask(
        this,
        [](Station &station) -> Result<void> {
            station.stopWatching();
            return {};
        },
        [](const Result<void> &) {});
}

void FolderWatch::takeUp()
{
    m_desk.engine().ask(
        this,
        [](Station &station) {
            return station.watchedFolder().map(
                [&station](const QString &folder) { return std::pair(folder, station.isWatching()); });
        },
        [this](const Result<std::pair<QString, bool>> &known) {
            if (!known || known->first.isEmpty() || isWatching())
                return;
            if (!known->second) {
                start(known->first);
                return;
            }
            m_folder = known->first; // By the window before this one.
            show();
        });
}

void FolderWatch::show()
{
    m_button->setText(isWatching() ? tr("Stop &watching") : tr("&Watch a folder…"));
    m_button->setToolTip(tr("What a copier scans into the folder comes into the batch by itself."));
    m_button->setIcon(icon(isWatching() ? u"media-playback-stop"_s : u"folder"_s));
    m_state->setVisible(isWatching());
    const QString counts = m_failed > 0 ? tr("%n file(s) taken", nullptr, m_taken) + u", "_s +
                                              tr("%n put aside as damaged", nullptr, m_failed)
                                        : tr("%n file(s) taken", nullptr, m_taken);
    m_state->setText(tr("Watching “%1”: %2").arg(QDir(m_folder).dirName(), counts));
    m_state->setToolTip(m_folder);
}

} // namespace sohoa::ui
