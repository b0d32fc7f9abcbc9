// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisition/page_writer.h"
#include "core/acquisition/refed_watch.h"
#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/domain/page.h"
#include "core/domain/page_source.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace sohoa {

/// A side whose file is durable.
struct CapturedSide {
    Page page;
    int sheet = 1; ///< Counted from 1 in the stack; of a sheet that is there already, its number then.
    bool back = false;
    PagePrint print;
    RefedWatch::Finding finding; ///< Whether it is there already.
};

/// Brings the pages of one PageSource to safety: each becomes a durable file and then, by `keep`, a row of the
/// store; only then is the source asked for the next sheet.
///
/// Counts sheets, so that whatever ends the stack early is told with the sheet to put back first: args "sheet",
/// and "last" for the last one that is safe. A sheet counts when its pages do: in duplex, with its back.
///
/// A page that cannot be made safe (full disk) stops the source: pages that were told of before are safe, the
/// sheet on the glass is not, and ended() says why. Threads: the thread of its source.
class PageIntake : public QObject {
    Q_OBJECT
public:
    /// Writes the row of a page whose file is durable; the page exists when this returns without error.
    using Keep = std::function<Result<void>(const CapturedSide &side)>;

    /// Files go to `spoolFolder` as "<page id>.<ending>". Pages get id, master, size, dpi, source and time; `keep`
    /// knows the rest.
    PageIntake(std::unique_ptr<PageSource> source, QString spoolFolder, const Clock &clock, Keep keep);
    ~PageIntake() override;

    void setMasterFormat(const MasterFormat &format) { m_format = format; }
    /// May be called again after ended(): for the next page on the glass, or the next pass.
    void start(const ScanWish &wish, const FeedPlace &place = {});
    void cancel();

    /// Sides that left the stack since start(), as the driver told.
    int fed() const { return m_fed; }
    /// Pages that came to their end since start().
    int scanned() const { return m_scanned; }
    /// The sheet to put back first.
    int nextSheet() const { return m_halfOpen ? m_sheet : m_nextSheet; }
    /// A front is safe, its back has not come.
    bool hasHalfSheet() const { return m_halfOpen; }
    bool isDuplex() const { return m_duplex; }

Q_SIGNALS:
    /// fed() or scanned() has changed.
    void counted();
    void paperAwaited();
    void pageCaptured(const sohoa::PageId &id);
    /// The front of half a sheet has come again, the same to the bit: nothing was kept; its back is next.
    void frontSeenAgain(const sohoa::PageId &front);
    /// Exactly once after each start(), last.
    void ended(const std::optional<sohoa::Error> &error);

private:
    void beginPage(const PageGeometry &geometry);
    void takeRows(const QByteArray &bytes);
    void endPage(int rowCount, bool complete);
    void pageWritten(Result<WrittenPage> written);
    void sourceEnded(const std::optional<Error> &error);
    /// The first failure counts; the source is told to stop and ends by itself.
    void stopWith(const Error &error);
    Result<void> keepPage(WrittenPage written);
    QStringList suspicions(const WrittenPage &written) const;
    /// The sheet that the side belongs to, which is counted with it.
    void countSheet(bool back, const RefedWatch::Finding &finding);
    Error withSheet(Error error) const;

    std::unique_ptr<PageSource> m_source;
    const QString m_spoolFolder;
    const Clock &m_clock;
    const Keep m_keep;
    MasterFormat m_format;
    QString m_sourceName;

    std::optional<RefedWatch> m_watch;
    int m_fed = 0;
    int m_scanned = 0;
    int m_nextSheet = 1;
    int m_sheet = 0; ///< The one that the last side belongs to.
    bool m_duplex = false;
    bool m_halfOpen = false;
    std::optional<int> m_pagesWished;

    PageGeometry m_geometry;
    PageId m_page;
    int m_rowCount = 0;      ///< As the source told at the page's end.
    bool m_complete = false; ///< Likewise.
    bool m_inPage = false;
    bool m_writing = false; ///< The page has ended; its file has not.
    /// How the source ended while the last page was still being written: that page counts.
    std::optional<std::optional<Error>> m_endAwaitsPage;
    std::optional<Error> m_failure;
    PageWriter m_writer; ///< Last: its thread answers into this object.
};

} // namespace sohoa
