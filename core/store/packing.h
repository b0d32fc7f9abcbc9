// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/page.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace sohoa {

/// The store's short form of texts and JSON: a byte that says how, the size as a varint, then raw deflate with a
/// dictionary of what papers of a one-stop shop say again and again. A page of text comes to a third of its bytes.
/// Empty stays empty. The same text always gives the same bytes.
QByteArray packBytes(const QByteArray &bytes);
/// Nothing when the bytes are none of packBytes()'.
std::optional<QByteArray> unpackBytes(const QByteArray &packed);

QByteArray packText(const QString &text);
std::optional<QString> unpackText(const QByteArray &packed);

/// Words column by column, each as the difference from the word before; their texts only when they are not what
/// `text` falls into at its blanks. Confidences are kept to two decimals.
QByteArray packWords(const std::vector<Word> &words, const QString &text);
/// `text` as it was given to packWords(). Nothing when the bytes are damaged.
std::optional<std::vector<Word>> unpackWords(const QByteArray &packed, const QString &text);

} // namespace sohoa
