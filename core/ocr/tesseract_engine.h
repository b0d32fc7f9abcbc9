// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ocr/ocr_engine.h"

#include <memory>

namespace tesseract {
class TessBaseAPI;
}

namespace sohoa {

/// Tesseract's LSTM reader. The model is loaded at the first page. OMP_THREAD_LIMIT=1 must stand in the
/// environment before the process starts: Tesseract's own threads cost four times the time on two cores.
class TesseractEngine final : public OcrEngine {
public:
    /// `language` is the model's name ("vie"). `dataFolder` holds "<language>.traineddata"; empty: Tesseract's own
    /// (TESSDATA_PREFIX or what it was built with).
    explicit TesseractEngine(QString language, QString dataFolder = {});
    ~TesseractEngine() override;

    Result<OcrText> read(const PageImage &gray, Dpi dpi, const OcrLimits &limits,
                         const std::stop_token &stop) override;
    Result<OcrText> readZone(const PageImage &gray, Dpi dpi, ZoneKind kind, const OcrLimits &limits,
                             const std::stop_token &stop) override;
    const QString &language() const { return m_language; }

private:
    Result<void> load();
    /// Words as the engine finds them with the settings that stand.
    Result<std::vector<Word>> recognize(const PageImage &gray, Dpi dpi, const OcrLimits &limits,
                                        const std::stop_token &stop);

    QString m_language;
    QString m_dataFolder;
    std::unique_ptr<tesseract::TessBaseAPI> m_api;
};

/// Tesseract's own version and our way of using it.
QString ocrVersion();

} // namespace sohoa
