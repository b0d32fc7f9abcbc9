// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/prepared_store.h"

#include "tests/support/desk.h"

#include <QDirIterator>
#include <QFileInfo>

#include <memory>

namespace sohoa::test {

using namespace Qt::StringLiterals;

namespace {

/// Lives to the end of the program, for its folder goes with it.
const Desk &preparedDesk()
{
    static const auto desk = [] {
        auto made = std::make_unique<Desk>();
        made->wish.mode = u"gray"_s; // Legible all the same, and read in half the time.
        made->wish.dpi = 200;
        const IntakeSummary scanned = made->scan(resourcePath(u"practice/stack1"_s), u"Luyện tập"_s);
        REQUIRE_FALSE(scanned.error.has_value());
        made->station.reset();
        return made;
    }();
    return *desk;
}

} // namespace

void copyPreparedStore(const QString &folder)
{
    const QString from = preparedDesk().folder.filePath(u"kho"_s);
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString target = folder + files.next().mid(from.size());
        REQUIRE(QDir().mkpath(QFileInfo(target).absolutePath()));
        REQUIRE(QFile::copy(files.filePath(), target));
    }
}

} // namespace sohoa::test
