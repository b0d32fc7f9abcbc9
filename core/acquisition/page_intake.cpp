// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/page_intake.h"

#include <QCryptographicHash>
#include <QFile>

#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

PageIntake::PageIntake(std::unique_ptr<PageSource> source, QString spoolFolder, const Clock &clock, Keep keep)
    : m_source(std::move(source))
    , m_spoolFolder(std::move(spoolFolder))
    , m_clock(clock)
    , m_keep(std::move(keep))
{
    connect(m_source.get(), &PageSource::pageStarted, this, &PageIntake::beginPage);
    connect(m_source.get(), &PageSource::rows, this, &PageIntake::takeRows);
    connect(m_source.get(), &PageSource::pageEnded, this, &PageIntake::endPage);
    connect(m_source.get(), &PageSource::ended, this, &PageIntake::sourceEnded);
}

PageIntake::~PageIntake() = default;

void PageIntake::start(const ScanWish &wish)
{
    m_sourceName = wish.device;
    m_source->start(wish);
}

void PageIntake::cancel()
{
    m_source->cancel();
}

void PageIntake::beginPage(const PageGeometry &geometry)
{
    if (m_failure)
        return;
    m_geometry = geometry;
    m_page = PageId::make(m_clock);
    const QString name = m_page.toString() + u'.' + PageEncoder::extension(geometry.format);
    auto file = DurableFile::create(m_spoolFolder + u'/' + name);
    if (!file)
        return stopWith(file.error());
    m_file.emplace(std::move(*file));
    auto encoder = PageEncoder::create(geometry, *m_file);
    if (!encoder)
        return stopWith(encoder.error());
    m_encoder = std::move(*encoder);
}

void PageIntake::takeRows(const QByteArray &bytes)
{
    if (m_failure || !m_encoder)
        return;
    if (auto written = m_encoder->write(bytes); !written)
        stopWith(written.error());
}

void PageIntake::endPage(int rowCount, bool complete)
{
    if (m_failure || !m_encoder)
        return;
    const bool whole =
        complete && rowCount == m_encoder->rowsSeen() && (!m_geometry.height || rowCount == *m_geometry.height);
    if (auto finished = finishPage(whole); !finished)
        return stopWith(finished.error());
    Q_EMIT pageCaptured(m_page);
    m_source->next();
}

Result<void> PageIntake::finishPage(bool complete)
{
    if (auto finished = m_encoder->finish(); !finished)
        return finished;
    Page page;
    page.id = m_page;
    page.source = m_sourceName;
    page.masterFile = m_page.toString() + u'.' + PageEncoder::extension(m_geometry.format);
    page.width = m_encoder->width();
    page.height = m_encoder->height();
    page.dpi = m_geometry.dpi;
    page.capturedAt = m_clock.now();
    if (!complete)
        page.suspect.append(u"short"_s);
    m_encoder.reset();
    if (auto committed = std::exchange(m_file, std::nullopt)->commit(); !committed)
        return committed;

    const QString path = m_spoolFolder + u'/' + page.masterFile;
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::FileUnreadable, file.errorString(), {{u"path"_s, path}});
    page.masterSha256 = QString::fromLatin1(hash.result().toHex());
    return m_keep(page);
}

void PageIntake::stopWith(const Error &error)
{
    if (m_failure)
        return;
    m_failure = error;
    m_encoder.reset();
    m_file.reset();
    m_source->cancel();
}

void PageIntake::sourceEnded(const std::optional<Error> &error)
{
    m_encoder.reset();
    m_file.reset();
    Q_EMIT ended(m_failure ? m_failure : error);
}

} // namespace sohoa
