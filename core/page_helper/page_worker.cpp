// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/page_helper/page_worker.h"

#include "core/base/durable_file.h"
#include "core/codes/code_reader.h"
#include "core/codes/page_look.h"
#include "core/codes/patch_sheet.h"
#include "core/imaging/crop.h"
#include "core/imaging/deskew.h"
#include "core/imaging/image_file.h"
#include "core/imaging/reading.h"
#include "core/layers/layering.h"
#include "core/ocr/tesseract_engine.h"
#include "core/page_helper/page_facts.h"
#include "core/page_helper/page_reader.h"
#include "core/page_helper/stage_clock.h"
#include "core/page_helper/straight_page.h"
#include "core/page_helper/zone_reader.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Good to look at and for the layers of the PDF; the master is kept beside it.
constexpr int cleanQuality = 80;
/// Statistic of the letters' shapes below which they say nothing at all.
constexpr double hint = 3.0;

/// The quarter turn of a QR code, which is always printed upright on our papers; nothing when it lies askew.
std::optional<int> turnOfCodes(const std::vector<Barcode> &codes)
{
    for (const Barcode &code : codes) {
        const int turn = ((code.angle + 45) / 90 * 90) % 360;
        const int off = std::abs(code.angle - (code.angle + 45) / 90 * 90);
        if (code.format == "QRCode"_L1 && off <= 15)
            return turn;
    }
    return std::nullopt;
}

} // namespace

/// One page on its way.
class PageWorker::Job {
public:
    Job(PageWorker &worker, const PageRequest &request, const std::stop_token &stop)
        : m_worker(worker)
        , m_request(request)
        , m_stop(stop)
    {
    }

    Result<PageResult> run()
    {
        auto done = lookAt(m_request.rotation)
                        .and_then([this] { return readText(); })
                        .and_then([this] { return findFaults(); })
                        .and_then([this] { return writeClean(); })
                        .and_then([this] { return writeLayers(); });
        if (!done)
            return fail(std::move(done).error());
        describe();
        return std::move(m_result);
    }

private:
    /// Master to straight page and codes. `rotation` -1: found out.
    Result<void> lookAt(int rotation)
    {
        auto master = loadMaster(m_request.master, m_request.dpi);
        if (!master)
            return fail(std::move(master).error());
        m_clock.lap(u"decode"_s);
        if (auto done = measure(*master, m_request.switches, m_stop); !done)
            return done;
        m_clock.lap(u"measure"_s);
        if (rotation >= 0 || !m_request.switches.orientation) {
            m_sure = true;
            rotation = std::max(rotation, 0);
        } else {
            const OrientationMeasure &letters = master->orientation;
            m_sure = letters.sure;
            m_axisKnown = letters.linesAcross || letters.linesUpDown;
            const double up = std::abs(letters.upright);
            const double side = std::abs(letters.sideways);
            const bool hinted = std::max(up, side) >= std::max(hint, 2 * std::min(up, side));
            // Weak letters turn nothing end for end; lines that run up and down must lie one way or the other.
            rotation = m_sure || letters.linesUpDown || hinted ? letters.rotation : 0;
        }
        auto page = straighten(*master, rotation, m_request.switches, m_request.crop, m_stop);
        if (!page)
            return fail(std::move(page).error());
        m_page = std::move(*page);
        m_master = std::move(*master);
        m_clock.lap(u"clean"_s);
        auto codes = readCodes(m_page.gray);
        if (!codes)
            return fail(std::move(codes).error());
        m_codes = std::move(*codes);
        m_clock.lap(u"codes"_s);
        if (const auto turn = turnOfCodes(m_codes); turn && !m_sure) {
            m_sure = true;
            if (*turn != 0)
                return lookAt((rotation + *turn) % 360);
        }
        return {};
    }

    Result<void> readText()
    {
        auto blank = measureBlank(m_page);
        if (!blank)
            return fail(std::move(blank).error());
        if (!m_codes.empty() || !m_request.switches.blank)
            blank->blankness = Blankness::Written;
        m_blankness = *blank;
        m_blank = blank->blankness == Blankness::Empty;
        m_clock.lap(u"blank"_s);
        if (!m_request.ocr || m_blank)
            return {};
        PageReader reader(m_worker.engineFor(m_request.language), m_deadline, m_stop);
        using Doubts = PageReader::Doubts;
        const Doubts doubts = m_sure ? Doubts::None : m_axisKnown ? Doubts::UpDown : Doubts::All;
        auto outcome = reader.read(m_page, *blank, doubts);
        m_clock.lap(u"ocr"_s);
        if (!outcome && outcome.error().code == ErrorCode::PageTimeout) {
            m_unread = true; // Cleaned it is worth keeping; the clerk is told.
            return {};
        }
        if (!outcome)
            return fail(std::move(outcome).error());
        if (outcome->turn != 0) {
            m_sure = true;
            return lookAt((m_page.rotation + outcome->turn) % 360).and_then([this] { return readText(); });
        }
        m_sure = m_sure || outcome->upright;
        m_blank = outcome->blank;
        m_text = std::move(outcome->text);
        return {};
    }

    Result<void> writeClean()
    {
        CleanFile &clean = m_result.clean;
        clean.width = m_page.image.width();
        clean.height = m_page.image.height();
        clean.dpi = m_page.dpi;
        clean.color = m_page.image.isColor();
        if (m_request.cleanTo.isEmpty())
            return {};
        const auto jpeg = encodeJpeg(m_page.image, m_page.dpi, cleanQuality);
        if (!jpeg)
            return fail(jpeg.error());
        clean.path = m_request.cleanTo;
        clean.bytes = jpeg->size();
        auto written = writeDurably(m_request.cleanTo, *jpeg);
        m_clock.lap(u"encode"_s);
        return written;
    }

    Result<void> findFaults()
    {
        if (!m_request.switches.faults)
            return {};
        auto faults = sohoa::findFaults(m_master, m_page, m_blank);
        if (!faults)
            return fail(std::move(faults).error());
        m_faults = std::move(*faults);
        m_clock.lap(u"faults"_s);
        return {};
    }

    Result<void> writeLayers()
    {
        if (m_request.layersTo.isEmpty())
            return {};
        const auto layers = makeLayerFile(m_page.image, m_page.dpi, m_request.profile, m_stop);
        if (!layers)
            return fail(layers.error());
        auto written = writeDurably(m_request.layersTo, *layers);
        m_clock.lap(u"layers"_s);
        return written;
    }

    void describe()
    {
        PageReading &reading = m_result.reading;
        m_result.id = m_request.id;
        m_result.timings = m_clock.laps();
        reading.width = m_page.image.width();
        reading.height = m_page.image.height();
        reading.dpi = m_page.dpi;
        reading.rotation = m_page.rotation;
        reading.skewDeg = m_page.skewDeg;
        reading.crop = m_page.crop;
        reading.blank = m_blank;
        reading.separator = separatorAmong(m_codes);
        if (!reading.separator && !m_blank && findPatchCode(m_page.gray, m_page.dpi))
            reading.separator = SeparatorKind::Patch;
        if (!m_sure && !m_blank)
            reading.suspect.append(u"orientation"_s);
        if (m_unread)
            reading.suspect.append(u"unread"_s);
        if (!m_blank)
            reading.look = lookOf(m_page.gray);
        reading.suspect += m_faults.reasons;
        reading.paper = paperOf(m_page);
        reading.stages = decisionsOf(m_master, m_page,
                                     {m_request.rotation >= 0, m_sure, m_codes, m_blankness, m_blank, m_faults},
                                     m_request.switches);
        reading.barcodes = std::move(m_codes);
        reading.text = std::move(m_text.text);
        reading.confidence = m_text.confidence;
        reading.words = std::move(m_text.words);
        reading.version = pageStagesVersion();
    }

    PageWorker &m_worker;
    const PageRequest &m_request;
    std::stop_token m_stop;
    StageClock m_clock;
    PageReader::Clock::time_point m_deadline =
        PageReader::Clock::now() + std::chrono::milliseconds(m_request.deadlineMs);
    MeasuredMaster m_master; ///< Without the full-size image.
    StraightPage m_page;
    BlankMeasure m_blankness;
    bool m_sure = false;      ///< Of the rotation.
    bool m_axisKnown = false; ///< Of the text lines: at most the ends are exchanged.
    bool m_blank = false;
    bool m_unread = false; ///< Time ran out.
    std::vector<Barcode> m_codes;
    PageFaults m_faults;
    OcrText m_text;
    PageResult m_result;
};

PageWorker::PageWorker(QString dataFolder)
    : m_dataFolder(std::move(dataFolder))
{
    setMsgSeverity(L_SEVERITY_NONE); // Leptonica's remarks name files; what matters is in our errors.
}

PageWorker::~PageWorker() = default;

OcrEngine &PageWorker::engineFor(const QString &language)
{
    if (!m_engine || m_language != language) {
        m_engine = std::make_unique<TesseractEngine>(language, m_dataFolder);
        m_language = language;
    }
    return *m_engine;
}

Result<PageResult> PageWorker::process(const PageRequest &request, const std::stop_token &stop)
{
    try {
        auto result = Job(*this, request, stop).run();
        if (!result && result.error().code == ErrorCode::ImageTooLarge)
            result.error().args.insert(u"path"_s, request.master);
        return result;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::ImageTooLarge, u"memory ran out"_s, {{u"path"_s, request.master}});
    }
}

Result<ZoneResult> PageWorker::process(const ZoneRequest &request, const std::stop_token &stop)
{
    try {
        return readZone(engineFor(request.language), request, stop);
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::ImageTooLarge, u"memory ran out"_s, {{u"path"_s, request.image}});
    }
}

QString pageStagesVersion()
{
    static const QString version =
        QStringList{QLatin1String(perspectiveVersion), QLatin1String(orientationVersion),
                    QLatin1String(paperVersion),       QLatin1String(deskewVersion),
                    QLatin1String(cropVersion),        QLatin1String(blankVersion),
                    QLatin1String(codesVersion),       QLatin1String(patchVersion),
                    QLatin1String(lookVersion),        QLatin1String(inkMaskVersion),
                    QLatin1String(faultsVersion),      QLatin1String(readingVersion),
                    QLatin1String(layersVersion),      ocrVersion()}
            .join(u' ');
    return version;
}

} // namespace sohoa
