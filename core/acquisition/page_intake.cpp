// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/page_intake.h"

#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

PageIntake::PageIntake(std::unique_ptr<PageSource> source, QString spoolFolder, const Clock &clock, Keep keep)
    : m_source(std::move(source))
    , m_spoolFolder(std::move(spoolFolder))
    , m_clock(clock)
    , m_keep(std::move(keep))
{
    connect(m_source.get(), &PageSource::sideFed, this, [this](const SheetSide &side) {
        m_duplex = side.duplex;
        ++m_fed;
        Q_EMIT counted();
    });
    connect(m_source.get(), &PageSource::paperAwaited, this, &PageIntake::paperAwaited);
    connect(m_source.get(), &PageSource::pageStarted, this, &PageIntake::beginPage);
    connect(m_source.get(), &PageSource::rows, this, &PageIntake::takeRows);
    connect(m_source.get(), &PageSource::pageEnded, this, &PageIntake::endPage);
    connect(m_source.get(), &PageSource::ended, this, &PageIntake::sourceEnded);
}

PageIntake::~PageIntake() = default;

void PageIntake::start(const ScanWish &wish, const FeedPlace &place)
{
    m_sourceName = wish.device;
    m_pagesWished = wish.maxPages;
    m_watch.emplace(place);
    m_nextSheet = place.nextSheet;
    m_sheet = 0;
    m_fed = m_scanned = 0;
    m_duplex = m_halfOpen = m_inPage = m_writing = false;
    m_endAwaitsPage.reset();
    m_failure.reset();
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
    const QString path =
        m_spoolFolder + u'/' + m_page.toString() + u'.' + PageEncoder::extension(geometry.format, m_format);
    const auto begun =
        m_writer.begin(geometry, path, m_format, [this, page = m_page](Result<WrittenPage> written) {
            auto answer = std::make_shared<Result<WrittenPage>>(std::move(written));
            QMetaObject::invokeMethod(
                this,
                [this, page, answer] {
                    if (m_page == page)
                        pageWritten(std::move(*answer));
                },
                Qt::QueuedConnection);
        });
    if (!begun)
        return stopWith(begun.error());
    m_inPage = true;
}

void PageIntake::takeRows(const QByteArray &bytes)
{
    if (!m_failure)
        m_writer.append(bytes);
}

void PageIntake::endPage(int rowCount, bool complete)
{
    if (m_failure || !m_inPage)
        return;
    ++m_scanned;
    Q_EMIT counted();
    m_rowCount = rowCount;
    m_complete = complete;
    m_writing = true;
    m_writer.finish();
}

void PageIntake::pageWritten(Result<WrittenPage> written)
{
    if (m_failure || !m_inPage)
        return;
    m_inPage = m_writing = false;
    if (!written)
        stopWith(written.error());
    else if (auto kept = keepPage(*std::move(written)); !kept)
        stopWith(kept.error());
    if (const auto end = std::exchange(m_endAwaitsPage, std::nullopt))
        sourceEnded(*end);
    else if (!m_failure)
        m_source->next();
}

QStringList PageIntake::suspicions(const WrittenPage &written) const
{
    QStringList reasons;
    const bool asAnnounced = !m_geometry.height || m_rowCount == *m_geometry.height;
    if (written.rowsSeen != m_rowCount || !asAnnounced || (!m_complete && !m_geometry.height))
        reasons.append(u"short"_s);
    else if (!m_complete) // Every row that was announced came, and more.
        reasons.append(u"long"_s);
    if (written.endsTorn)
        reasons.append(u"torn"_s);
    return reasons;
}

Result<void> PageIntake::keepPage(WrittenPage written)
{
    CapturedSide side;
    side.back = m_geometry.back;
    side.print = written.print;
    side.finding = m_watch->look({m_page, 0, side.back, written.sha256, written.print});
    countSheet(side.back, side.finding);
    if (side.finding.kind == RefedWatch::Kind::SameFront) {
        Q_EMIT frontSeenAgain(side.finding.like->page);
        return {}; // The file is dropped: every bit of it is there.
    }
    side.sheet = m_sheet;
    Page &page = side.page;
    page.id = m_page;
    page.source = m_sourceName;
    page.masterFile = m_page.toString() + u'.' + PageEncoder::extension(m_geometry.format, m_format);
    page.masterSha256 = written.sha256;
    page.width = written.width;
    page.height = written.height;
    page.dpi = m_geometry.dpi;
    page.capturedAt = m_clock.now();
    page.suspect = suspicions(written);
    if (side.finding.kind == RefedWatch::Kind::Refed)
        page.suspect.append(u"refed"_s);
    if (auto committed = written.file.commit(); !committed)
        return committed;
    if (auto kept = m_keep(side); !kept)
        return kept;
    Q_EMIT pageCaptured(m_page);
    return {};
}

void PageIntake::countSheet(bool back, const RefedWatch::Finding &finding)
{
    m_halfOpen = m_duplex && !back;
    if (back)
        return;
    // A sheet that is there already takes no number of its own; the half sheet has the one that is next.
    if (finding.kind == RefedWatch::Kind::Refed)
        m_sheet = finding.like->sheet;
    else
        m_sheet = m_nextSheet++;
}

Error PageIntake::withSheet(Error error) const
{
    error.args.insert(u"sheet"_s, QString::number(nextSheet()));
    error.args.insert(u"last"_s, QString::number(nextSheet() - 1));
    return error;
}

void PageIntake::stopWith(const Error &error)
{
    if (m_failure)
        return;
    m_failure = error;
    m_inPage = m_writing = false;
    m_writer.drop();
    m_source->cancel();
}

void PageIntake::sourceEnded(const std::optional<Error> &error)
{
    if (m_writing) {
        m_endAwaitsPage = error;
        return;
    }
    m_inPage = false;
    m_writer.drop();
    std::optional<Error> why = m_failure ? m_failure : error;
    const bool stoppedAsWished = m_pagesWished && m_scanned >= *m_pagesWished;
    // An empty feeder between the two sides of a sheet: the driver has taken a fault for the end of the paper.
    if (!why && m_halfOpen && !stoppedAsWished)
        why = Error{ErrorCode::PageIncomplete, {}, u"the feeder ended behind a front"_s};
    Q_EMIT ended(why ? std::optional(withSheet(*why)) : std::nullopt);
}

} // namespace sohoa
