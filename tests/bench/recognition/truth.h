// SPDX-License-Identifier: GPL-3.0-or-later
/// A corpus of scanned dossiers with its truth: DIR/<dossier>/dossier.json, DIR/stacks.json, images beside them.
#pragma once

#include "core/domain/page.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace sohoa::bench {

struct TruePaper {
    QString title;
    QStringList files; ///< "D01/002.jpg"
    bool result = false;
};

struct TrueDossier {
    QString name;
    QString code;
    QString procedure;
    QString result;
    /// By our summary keys, dates in ISO form; empty ones left out.
    QMap<QString, QString> values;
    std::vector<TruePaper> papers;
    QStringList files;           ///< All pages in order, blank ones too.
    QMap<QString, bool> legible; ///< By summary key: printed, on a page that is neither faded nor hidden.
};

struct TrueStack {
    QString name;
    QStringList files;
    std::vector<QStringList> dossiers;
};

std::vector<TrueDossier> loadDossiers(const QString &folder);
std::vector<TrueStack> loadStacks(const QString &folder);

/// Readings of page images, kept as JSON in a cache so that a page is read once.
class Readings {
public:
    Readings(QString corpus, QString cache)
        : m_corpus(std::move(corpus))
        , m_cache(std::move(cache))
    {
    }
    /// The page of "D01/002.jpg"; always with the same id.
    Page page(const QString &file);

private:
    QString m_corpus;
    QString m_cache;
    QMap<QString, Page> m_pages;
};

} // namespace sohoa::bench
