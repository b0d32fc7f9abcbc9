// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <QObject>

#include <vector>

namespace sohoa::ui {

class Desk;

/// The one dossier of the citizen who waits at the desk: whatever is scanned until it is finished belongs to it,
/// be it the card on the glass or the papers from the feeder.
class DeskDossier final : public QObject {
    Q_OBJECT
public:
    explicit DeskDossier(Desk &desk, QObject *parent = nullptr);

    /// Pages of one more run.
    void add(const std::vector<PageId> &pages);
    bool isEmpty() const { return m_pages.empty(); }
    /// Waiting for the last pages to be read.
    bool isFinishing() const { return m_finishing; }
    /// Puts all pages into one dossier as soon as every one has been read; finished() follows.
    void finish();
    /// The next page begins another one; what was scanned stays as it is.
    void forget();

Q_SIGNALS:
    void changed();
    void finished(const sohoa::DossierId &dossier, const sohoa::PageId &firstPage);

private:
    void tryToFinish();

    Desk &m_desk;
    std::vector<PageId> m_pages;
    bool m_finishing = false;
    bool m_asking = false;
};

} // namespace sohoa::ui
