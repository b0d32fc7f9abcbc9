// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ocr/ocr_engine.h"
#include "core/page_helper/messages.h"

#include <memory>
#include <stop_token>

namespace sohoa {

/// The whole work on one page: master → upright, deskewed, cropped image; blank or not; codes; words. The reading
/// model is loaded at the first page and kept. One worker belongs to one thread; stop_token may be used from
/// another.
///
/// Geometry: a photograph is laid flat first (fact "perspective": its sheet's four corners become the image's);
/// then the master is turned back by `rotation`, then rotated by -`skew_deg` around its middle (the image grows so
/// that nothing is lost), then `crop` is cut out; what remains is the cleaned page to which all boxes refer.
class PageWorker {
public:
    /// `dataFolder`: where Tesseract's models lie; empty: where the system has them.
    explicit PageWorker(QString dataFolder = {});
    ~PageWorker();
    PageWorker(const PageWorker &) = delete;
    PageWorker &operator=(const PageWorker &) = delete;

    /// Errors: ImageUnreadable, ImageTooLarge, FileUnreadable (args: path), OcrUnavailable (args: language),
    /// PageTimeout, Cancelled, and those of DurableFile for the cleaned file.
    Result<PageResult> process(const PageRequest &request, const std::stop_token &stop);
    /// One place of a cleaned page. Errors: as readZone(); ImageTooLarge when memory runs out.
    Result<ZoneResult> process(const ZoneRequest &request, const std::stop_token &stop);

private:
    class Job;
    OcrEngine &engineFor(const QString &language);

    QString m_dataFolder;
    QString m_language;
    std::unique_ptr<OcrEngine> m_engine;
};

/// PageReading::version: names and versions of all stages.
QString pageStagesVersion();

} // namespace sohoa
