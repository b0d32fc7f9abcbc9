// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/dates.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace sohoa {

/// A file as one look into a folder shows it.
struct SeenFile {
    QString name;
    qint64 bytes = 0;
    Instant changed; ///< Its time of change; of the folder's own clock, which need not be ours.
    bool operator==(const SeenFile &) const = default;
};

/// Says which files of a watched folder are whole and whose turn it is. Copiers and network shares write slowly
/// and under all sorts of temporary names; nothing tells when they are done but that a file stays as it is.
///
/// Files come in natural order of their names ("page 2" before "page 10"), as copiers number them. One that is
/// still growing holds up those behind it, unless it has not changed for `stale`. Pure: time is what it is told.
class FolderQueue {
public:
    struct Limits {
        std::chrono::milliseconds settle{4'000};  ///< Unchanged for so long: whole.
        std::chrono::milliseconds stale{600'000}; ///< A temporary file that is as old as this holds up nobody.
    };

    explicit FolderQueue(const Limits &limits)
        : m_limits(limits)
    {
    }

    /// Takes note of what lies in the folder at `now`; gives the files to be taken, first one first.
    QStringList ready(std::vector<SeenFile> files, Instant now);
    /// Since when the file has been as it is; `now` when it was never seen.
    Instant unchangedSince(const QString &name, Instant now) const;
    /// Files are on their way (also one that stale() would ignore is not).
    bool isWaiting() const { return m_waiting; }

    /// Whether a name is that of a picture or PDF.
    static bool isDocument(const QString &name);
    /// A file that is being written under a name of its own: "scan.pdf.part", "~$x", ".x.swp"; never taken itself.
    static bool isTemporary(const QString &name);

private:
    struct Sighting {
        SeenFile file;
        Instant since;
    };

    Limits m_limits;
    QHash<QString, Sighting> m_seen;
    bool m_waiting = false;
};

} // namespace sohoa
