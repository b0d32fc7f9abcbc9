// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ocr/ocr_engine.h"

#include <algorithm>

namespace sohoa {

double legibleLetters(const OcrText &text)
{
    constexpr int leastLetters = 3;
    constexpr double leastConfidence = 0.75; ///< Words in pages read upside down rarely come above 0.6.
    double sum = 0;
    for (const Word &word : text.words) {
        const auto letters =
            std::count_if(word.text.begin(), word.text.end(), [](QChar c) { return c.isLetter(); });
        if (letters >= leastLetters && word.confidence >= leastConfidence)
            sum += double(letters) * word.confidence;
    }
    return sum;
}

void completeText(OcrText &text)
{
    text.text.clear();
    double sum = 0;
    int line = 0;
    bool first = true;
    for (const Word &word : text.words) {
        for (; line < word.line; ++line) {
            text.text += u'\n';
            first = true;
        }
        if (!first)
            text.text += u' ';
        text.text += word.text;
        first = false;
        sum += word.confidence;
    }
    text.confidence = text.words.empty() ? 0 : std::clamp(sum / double(text.words.size()), 0.0, 1.0);
}

} // namespace sohoa
