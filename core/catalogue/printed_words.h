// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/document_type.h"

#include <QSet>
#include <QString>

#include <vector>

namespace sohoa {

/// The words that forms, titles and labels print, taken from the expressions that look for them: with them a word
/// that the optical reader spoilt is told again. For looking only; values are never changed with it. Thread-safe.
class PrintedWords {
public:
    PrintedWords() = default;
    PrintedWords(const std::vector<DocumentType> &types, const std::vector<FieldLabel> &labels,
                 const std::vector<Pattern> &patterns);

    /// The printed word of the same length that a folded word must have been: "CHUN6" was "CHUNG". Empty when the
    /// word is fine, when it could be a Vietnamese syllable as it stands, and when several could be meant.
    QString repaired(const QString &folded) const;

    /// Where a blank between two words was lost, as position in `word` (not folded): "TIẾPNHẬN", "HồngKhê". 0 when
    /// none was.
    qsizetype lostBlank(const QString &word) const;

private:
    void take(const QRegularExpression &expression);

    QSet<QString> m_words;
};

/// Whether folded letters can be one Vietnamese syllable.
bool isSyllable(const QString &folded);

} // namespace sohoa
