// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/domain/page.h"
#include "core/jobs/page_helper_pool.h"

#include <QEventLoop>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <map>
#include <vector>

namespace sohoa {

/// The page pipeline alone, without a store: files are unpacked into pages and every page is cleaned and read, in
/// whatever order the helpers finish; the outcome is in the order of the files.
/// Threads: one thread with an event loop.
class ConvertRun {
public:
    struct Settings {
        QString language = QStringLiteral("vie");
        Dpi dpi = 0; ///< For files that do not say.
        LayerProfile profile = LayerProfile::Archive;
        int jobs = 0; ///< Helpers at once; 0: as many as cores.
    };
    struct ConvertedPage {
        Page page;
        QString layerFile;             ///< Below the run's own folder; goes with it.
        QMap<QString, double> timings; ///< Processor milliseconds by stage.
    };
    struct FailedItem {
        QString item; ///< Path, with the page number where only a page of it failed.
        Error error;
    };

    ConvertRun(const PageHelperPool::Config &pool, Settings settings);

    /// Blocks in an event loop until all is done. `progress` is told pages read and pages known so far.
    void run(const QStringList &paths, const std::function<void(int, int)> &progress);

    /// In the order of the files; pages that failed are not among them.
    std::vector<ConvertedPage> pages() const;
    const std::vector<FailedItem> &failures() const { return m_failures; }
    bool isReady() const { return m_folder.isValid(); }

private:
    using Place = std::pair<size_t, size_t>; ///< File, page within it.

    void unpacked(size_t file, const QString &path, const QString &folder, Result<ExpandResult> result);
    void read(const Place &place, const QString &path, const QString &folder, const ExpandedPage &unpacked);
    void finishedOne();

    const SystemClock m_clock;
    const Settings m_settings;
    PageHelperPool m_pool;
    QTemporaryDir m_folder;
    QEventLoop m_loop;
    std::function<void(int, int)> m_progress;
    std::map<Place, ConvertedPage> m_pages;
    std::vector<FailedItem> m_failures;
    int m_filesOpen = 0;
    int m_pagesKnown = 0;
    int m_pagesDone = 0;
};

} // namespace sohoa
