// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ocr/tesseract_engine.h"

#include "core/base/text.h"
#include "core/ocr/reading_order.h"

#include <QFile>
#include <QRegularExpression>

#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

/// Set once, before the first page. Sources: own measurements over a corpus of Vietnamese office papers.
constexpr std::array<std::pair<const char *, const char *>, 4> settings{{
    // Forms with dotted lines are taken for tables and lost otherwise (word recall 94 → 97 %).
    {"textord_tabfind_find_tables", "0"},
    // Every doubtful line would be read a second time as white on black.
    {"tessedit_do_invert", "0"},
    {"invert_threshold", "0"},
    {"debug_file", "/dev/null"},
}};

constexpr auto whitelist = "tessedit_char_whitelist";

/// Signs that can stand in a value; empty: all.
const char *allowedIn(ZoneKind kind)
{
    switch (kind) {
    case ZoneKind::Digits:
        return "0123456789";
    case ZoneKind::Date:
        return "0123456789/-.";
    case ZoneKind::Text:
    case ZoneKind::Line:
        break;
    }
    return "";
}

bool stopRequested(void *stop, int)
{
    return static_cast<const std::stop_token *>(stop)->stop_requested();
}

QString wordText(const tesseract::ResultIterator &at)
{
    const std::unique_ptr<char[]> utf8(at.GetUTF8Text(tesseract::RIL_WORD));
    return utf8 ? toNfc(QString::fromUtf8(utf8.get()).simplified()) : QString();
}

std::vector<Word> wordsOf(tesseract::TessBaseAPI &api)
{
    std::vector<Word> words;
    const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
    if (!at)
        return words;
    int line = -1;
    bool newLine = true;
    do {
        newLine = newLine || at->IsAtBeginningOf(tesseract::RIL_TEXTLINE);
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        const QString text = at->Empty(tesseract::RIL_WORD) ? QString() : wordText(*at);
        if (text.isEmpty() || !at->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom))
            continue;
        line += newLine ? 1 : 0;
        newLine = false;
        const double confidence = double(at->Confidence(tesseract::RIL_WORD)) / 100.0;
        words.push_back({text, {left, top, right - left, bottom - top}, std::clamp(confidence, 0.0, 1.0), line});
    } while (at->Next(tesseract::RIL_WORD));
    return words;
}

} // namespace

TesseractEngine::TesseractEngine(QString language, QString dataFolder)
    : m_language(std::move(language))
    , m_dataFolder(std::move(dataFolder))
{
}

TesseractEngine::~TesseractEngine() = default;

Result<void> TesseractEngine::load()
{
    if (m_api)
        return {};
    const auto unavailable = [this](const QString &detail) {
        return fail(ErrorCode::OcrUnavailable, detail, {{u"language"_s, m_language}});
    };
    // A language is a file name to Tesseract: nothing else may come through.
    static const QRegularExpression name(u"^[A-Za-z_]+(\\+[A-Za-z_]+)*$"_s);
    if (!name.match(m_language).hasMatch())
        return unavailable(u"not a language"_s);
    auto api = std::make_unique<tesseract::TessBaseAPI>();
    const QByteArray folder = QFile::encodeName(m_dataFolder);
    if (api->Init(folder.isEmpty() ? nullptr : folder.constData(), m_language.toLatin1().constData(),
                  tesseract::OEM_LSTM_ONLY) != 0)
        return unavailable(u"Tesseract cannot load the language"_s);
    for (const auto &[key, value] : settings)
        api->SetVariable(key, value); // A name that another version lacks changes nothing.
    api->SetPageSegMode(tesseract::PSM_AUTO);
    m_api = std::move(api);
    return {};
}

Result<std::vector<Word>> TesseractEngine::recognize(const PageImage &gray, Dpi dpi, const OcrLimits &limits,
                                                     const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, u"ocr"_s);
    try {
        m_api->SetImage(gray.get());
        m_api->SetSourceResolution(dpi);
        tesseract::ETEXT_DESC monitor;
        std::stop_token watched = stop;
        monitor.cancel = stopRequested;
        monitor.cancel_this = &watched;
        monitor.set_deadline_msecs(limits.deadlineMs);
        const int status = m_api->Recognize(&monitor);
        // A page without anything like text is refused by layout analysis: nothing was read.
        std::vector<Word> words;
        const bool late = monitor.deadline_exceeded();
        if (status == 0 && !late)
            words = wordsOf(*m_api);
        m_api->Clear();
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, u"ocr"_s);
        if (late)
            return fail(ErrorCode::PageTimeout, u"reading took more than %1 ms"_s.arg(limits.deadlineMs));
        return words;
    } catch (const std::bad_alloc &) {
        m_api.reset();
        return fail(ErrorCode::ImageTooLarge, u"memory ran out while reading"_s);
    }
}

Result<OcrText> TesseractEngine::read(const PageImage &gray, Dpi dpi, const OcrLimits &limits,
                                      const std::stop_token &stop)
{
    if (auto loaded = load(); !loaded)
        return fail(std::move(loaded).error());
    auto words = recognize(gray, dpi, limits, stop);
    if (!words)
        return fail(std::move(words).error());
    OcrText result;
    result.words = std::move(*words);
    dropFrames(result.words);
    dropNoise(result.words);
    orderForReading(result.words);
    completeText(result);
    return result;
}

Result<OcrText> TesseractEngine::readZone(const PageImage &gray, Dpi dpi, ZoneKind kind, const OcrLimits &limits,
                                          const std::stop_token &stop)
{
    if (auto loaded = load(); !loaded)
        return fail(std::move(loaded).error());
    m_api->SetPageSegMode(kind == ZoneKind::Text ? tesseract::PSM_SINGLE_BLOCK : tesseract::PSM_SINGLE_LINE);
    m_api->SetVariable(whitelist, allowedIn(kind));
    auto words = recognize(gray, dpi, limits, stop);
    if (m_api) { // Memory may have run out.
        m_api->SetVariable(whitelist, allowedIn(ZoneKind::Text));
        m_api->SetPageSegMode(tesseract::PSM_AUTO);
    }
    if (!words)
        return fail(std::move(words).error());
    OcrText result;
    result.words = std::move(*words);
    completeText(result);
    return result;
}

QString ocrVersion()
{
    return u"tesseract-%1/2"_s.arg(QString::fromLatin1(tesseract::TessBaseAPI::Version()));
}

} // namespace sohoa
