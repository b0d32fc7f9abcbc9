// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/catalogue.h"
#include "core/domain/dossier.h"
#include "core/recognition/page_text.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sohoa {

/// Whom a page speaks of, wherever it does: folded names that begin with a known family name, in order. Left out
/// are names that stand alone on a line (signatures), those that an office follows ("…, Chủ tịch") and streets.
QStringList personsOn(const Catalogue &catalogue, const PageText &text);

/// Personal numbers on a page: runs of twelve or nine digits, without blanks and dots.
QSet<QString> idsOn(const PageText &text);

/// Whether two folded names are one name read twice: at most a third of the letters of one word differ.
bool isSameName(const QString &one, const QString &other);

/// A name as the dossier writes it.
struct Spelling {
    QString text;     ///< With the marks that most of the readings have, each word with a capital.
    double share = 0; ///< Of the readings that have them, weighed by their confidence, 0..1.
    int pages = 0;    ///< How many pages have them.
    double best = 0;  ///< Confidence of the surest of these readings, 0..1.
};

/// How the pages spell a folded name: capitals lose marks easily and every reading may lose some, but not all lose
/// the same. Nothing when no page has it.
std::optional<Spelling> spellingOf(const QString &foldedName, const std::vector<const PageText *> &pages);

/// What running text says behind a name: "Ông Vũ Công Quyết, sinh năm 1997, số định danh cá nhân 0200…".
struct ValuesBehindName {
    std::optional<FieldValue> id;
    std::optional<FieldValue> birthDate;
};

/// From the first mention that is followed by such a value before anybody else is named.
ValuesBehindName valuesBehindName(const Catalogue &catalogue, const QString &foldedName,
                                  const std::vector<const PageText *> &pages);

/// A row of a list of persons: name and personal number on one line.
struct ListedPerson {
    FieldValue name;
    FieldValue id;
};

/// The first person of the first list of two or more.
std::optional<ListedPerson> firstListed(const Catalogue &catalogue, const std::vector<const PageText *> &pages);

/// A name of which the last word was not read where it was taken from.
struct LongerName {
    QString folded;
    bool certain = false; ///< Two pages or more have it so, and more than have it without.
};

/// The name with one more word, when as many pages have it so as without or more. Nothing otherwise.
std::optional<LongerName> longerName(const QString &foldedName, const std::vector<const PageText *> &pages);

} // namespace sohoa
