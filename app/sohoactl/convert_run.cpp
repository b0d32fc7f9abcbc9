// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/convert_run.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

ConvertRun::ConvertRun(const PageHelperPool::Config &pool, Settings settings)
    : m_settings(std::move(settings))
    , m_pool(pool)
{
}

void ConvertRun::run(const QStringList &paths, const std::function<void(int, int)> &progress)
{
    m_progress = progress;
    m_filesOpen = static_cast<int>(paths.size());
    for (size_t file = 0; file < static_cast<size_t>(paths.size()); ++file) {
        const QString path = paths[static_cast<qsizetype>(file)];
        const QString folder = m_folder.filePath(QString::number(file));
        if (!QDir().mkpath(folder)) {
            unpacked(file, path, folder, fail(ErrorCode::FileUnwritable, u"mkdir"_s, {{u"path"_s, folder}}));
            continue;
        }
        ExpandRequest request;
        request.input = QFileInfo(path).absoluteFilePath();
        request.dpi = m_settings.dpi;
        request.folder = folder;
        m_pool.expandFile(request, [this, file, path, folder](Result<ExpandResult> result) {
            unpacked(file, path, folder, std::move(result));
        });
    }
    if (m_filesOpen > 0)
        m_loop.exec();
}

void ConvertRun::unpacked(size_t file, const QString &path, const QString &folder, Result<ExpandResult> result)
{
    --m_filesOpen;
    if (!result) {
        m_failures.push_back({path, result.error()});
        return finishedOne();
    }
    m_pagesKnown += static_cast<int>(result->pages.size());
    for (size_t i = 0; i < result->pages.size(); ++i)
        read({file, i}, path, folder, result->pages[i]);
    finishedOne();
}

void ConvertRun::read(const Place &place, const QString &path, const QString &folder, const ExpandedPage &unpacked)
{
    ConvertedPage converted;
    converted.page.id = PageId::make(m_clock);
    converted.page.source = path;
    converted.page.dpi = unpacked.dpi;
    converted.page.width = unpacked.width;
    converted.page.height = unpacked.height;
    converted.page.state = PageState::Recognized;
    converted.layerFile = folder + u'/' + unpacked.file + u".layers"_s;
    PageRequest request;
    request.master = folder + u'/' + unpacked.file;
    request.dpi = unpacked.dpi;
    request.language = m_settings.language;
    request.layersTo = converted.layerFile;
    request.profile = m_settings.profile;
    m_pool.readPage(request, Urgency::Normal,
                    [this, place, path, converted = std::move(converted)](Result<PageResult> result) mutable {
                        ++m_pagesDone;
                        if (result) {
                            converted.page.reading = std::move(result->reading);
                            converted.timings = std::move(result->timings);
                            m_pages.emplace(place, std::move(converted));
                        } else {
                            m_failures.push_back({u"%1 (%2)"_s.arg(path).arg(place.second + 1), result.error()});
                        }
                        m_progress(m_pagesDone, m_pagesKnown);
                        finishedOne();
                    });
}

void ConvertRun::finishedOne()
{
    if (m_filesOpen == 0 && m_pagesDone == m_pagesKnown)
        m_loop.quit();
}

std::vector<ConvertRun::ConvertedPage> ConvertRun::pages() const
{
    std::vector<ConvertedPage> ordered;
    for (const auto &[place, converted] : m_pages) {
        ordered.push_back(converted);
        ordered.back().page.sequence = static_cast<int>(ordered.size()) - 1;
    }
    return ordered;
}

} // namespace sohoa
