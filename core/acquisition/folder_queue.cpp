// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/folder_queue.h"

#include "core/acquisition/natural_order.h"

#include <algorithm>
#include <array>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array documentEndings{u".jpg", u".jpeg", u".png", u".tif",  u".tiff", u".pnm",
                                     u".ppm", u".pgm",  u".pbm", u".webp", u".pdf"};
/// As browsers, copiers, synchronizers and rsync name what is not whole yet.
constexpr std::array temporaryEndings{u".part",     u".partial", u".tmp", u".temp", u".crdownload",
                                      u".filepart", u".writing", u".swp", u"~"};

template <class Endings> bool endsWithOne(const QString &name, const Endings &endings)
{
    return std::ranges::any_of(
        endings, [&](const char16_t *ending) { return name.endsWith(QStringView(ending), Qt::CaseInsensitive); });
}

/// The name that a temporary one will become, as far as it shows: by it the file has its place in the order.
QString futureName(QString name)
{
    if (name.startsWith(u'.') || name.startsWith(u'~'))
        name.remove(0, 1);
    for (const char16_t *ending : temporaryEndings)
        if (name.endsWith(QStringView(ending), Qt::CaseInsensitive))
            return name.chopped(QStringView(ending).size());
    return name;
}

} // namespace

bool FolderQueue::isDocument(const QString &name)
{
    return !isTemporary(name) && endsWithOne(name, documentEndings);
}

bool FolderQueue::isTemporary(const QString &name)
{
    return name.startsWith(u'.') || name.startsWith(u"~$") || endsWithOne(name, temporaryEndings);
}

QStringList FolderQueue::ready(std::vector<SeenFile> files, Instant now)
{
    std::erase_if(files, [](const SeenFile &file) { return !isDocument(file.name) && !isTemporary(file.name); });
    std::ranges::sort(files, [](const SeenFile &a, const SeenFile &b) {
        const QString left = futureName(a.name);
        const QString right = futureName(b.name);
        return left != right ? naturalLess(left, right) : a.name < b.name;
    });

    QHash<QString, Sighting> seen;
    QStringList ready;
    m_waiting = false;
    for (const SeenFile &file : files) {
        const auto before = m_seen.constFind(file.name);
        const bool same = before != m_seen.cend() && before->file == file;
        const Sighting sighting{file, same ? before->since : now};
        seen.insert(file.name, sighting);
        const std::chrono::milliseconds unchanged(now.msecs - sighting.since.msecs);
        const bool temporary = isTemporary(file.name);
        if (temporary && (unchanged >= m_limits.stale || !isDocument(futureName(file.name))))
            continue;
        // An empty file is one that somebody has just begun.
        const bool whole = !temporary && file.bytes > 0 && unchanged >= m_limits.settle;
        if (whole && !m_waiting)
            ready.append(file.name);
        else
            m_waiting = true;
    }
    m_seen = std::move(seen);
    return ready;
}

Instant FolderQueue::unchangedSince(const QString &name, Instant now) const
{
    const auto seen = m_seen.constFind(name);
    return seen == m_seen.cend() ? now : seen->since;
}

} // namespace sohoa
