// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisition/page_encoder.h"
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

/// Brings the pages of one PageSource to safety: each becomes a durable file and then, by `keep`, a row of the
/// store; only then is the source asked for the next sheet.
///
/// A page that cannot be made safe (full disk) stops the source: pages that were told of before are safe, the
/// sheet on the glass is not, and ended() says why. Threads: the thread of its source.
class PageIntake : public QObject {
    Q_OBJECT
public:
    /// Writes the row of a page whose file is durable; the page exists when this returns without error.
    using Keep = std::function<Result<void>(const Page &page)>;

    /// Files go to `spoolFolder` as "<page id>.<ending>". Pages get id, master, size, dpi, source and time; `keep`
    /// knows the rest.
    PageIntake(std::unique_ptr<PageSource> source, QString spoolFolder, const Clock &clock, Keep keep);
    ~PageIntake() override;

    void start(const ScanWish &wish);
    void cancel();

Q_SIGNALS:
    void pageCaptured(const sohoa::PageId &id);
    /// Exactly once, last.
    void ended(const std::optional<sohoa::Error> &error);

private:
    void beginPage(const PageGeometry &geometry);
    void takeRows(const QByteArray &bytes);
    void endPage(int rowCount, bool complete);
    void sourceEnded(const std::optional<Error> &error);
    /// The first failure counts; the source is told to stop and ends by itself.
    void stopWith(const Error &error);
    Result<void> finishPage(bool complete);

    std::unique_ptr<PageSource> m_source;
    const QString m_spoolFolder;
    const Clock &m_clock;
    const Keep m_keep;
    QString m_sourceName;

    std::optional<DurableFile> m_file;
    std::unique_ptr<PageEncoder> m_encoder;
    PageGeometry m_geometry;
    PageId m_page;
    std::optional<Error> m_failure;
};

} // namespace sohoa
