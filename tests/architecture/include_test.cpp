// SPDX-License-Identifier: GPL-3.0-or-later
// Debian puts all Qt modules below one include folder, and all of our headers are found from the top of the tree:
// the linker alone cannot guard the layers, so the #include lines are read.
#include "tests/support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

struct Include {
    QString file; ///< Relative to the top of the tree.
    QString target;
};

std::vector<Include> includesBelow(const QString &folder)
{
    static const QRegularExpression line(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s,
                                         QRegularExpression::MultilineOption);
    const QDir top(QStringLiteral(SOHOA_SOURCE_DIR));
    std::vector<Include> includes;
    QDirIterator files(top.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (auto match = line.globalMatch(text); match.hasNext();)
            includes.push_back({top.relativeFilePath(file.fileName()), match.next().captured(1)});
    }
    return includes;
}

/// No file below `folder` (but those below `except`) may include what matches.
void forbid(const QString &folder, const QString &pattern, const QStringList &except = {})
{
    const QRegularExpression forbidden(u"^(?:"_s + pattern + u")"_s);
    const auto includes = includesBelow(folder);
    REQUIRE_FALSE(includes.empty());
    for (const Include &include : includes) {
        const bool allowed = std::any_of(except.begin(), except.end(),
                                         [&](const QString &place) { return include.file.startsWith(place); });
        INFO(include.file.toStdString() << " includes " << include.target.toStdString());
        CHECK((allowed || !forbidden.match(include.target).hasMatch()));
    }
}

const QString guiHeaders = u"QtGui|QtWidgets|QtSql|QWidget|QGui|QApplication|QImage|QPixmap|QPainter|QIcon|QColor|"
                           "QFont|QSql|QLabel|QDialog|QMainWindow"_s;

} // namespace

TEST_CASE("core knows no screen and no scanner", "[architecture]")
{
    forbid(u"core"_s, guiHeaders + u"|ui/|app/|scanner/|sane/"_s);
}

TEST_CASE("The network is only in core/sync", "[architecture]")
{
    forbid(u"core"_s, u"QtNetwork|QNetwork|QSsl|QTcp|QHttp"_s, {u"core/sync/"_s});
}

TEST_CASE("Libraries of pages stay where they belong", "[architecture]")
{
    forbid(u"core"_s, u"leptonica|allheaders"_s,
           {u"core/imaging/"_s, u"core/ocr/"_s, u"core/codes/"_s, u"core/layers/"_s, u"core/jbig2/"_s,
            u"core/page_helper/"_s});
    forbid(u"core"_s, u"tesseract/"_s, {u"core/ocr/tesseract_engine"_s});
    forbid(u"core"_s, u"SQLiteCpp|sqlite3"_s, {u"core/store/"_s});
    forbid(u"core"_s, u"qpdf/"_s, {u"core/pdf/"_s, u"core/signature/"_s, u"core/page_helper/"_s});
}

TEST_CASE("Within core, base and domain are the floor", "[architecture]")
{
    forbid(u"core/base"_s, u"core/(?!base/)"_s);
    forbid(u"core/domain"_s, u"core/(?!base/|domain/)"_s);
    for (const auto &module : {u"catalogue"_s, u"imaging"_s, u"ocr"_s, u"codes"_s, u"pdf"_s, u"store"_s, u"sync"_s,
                               u"package"_s, u"recognition"_s, u"quality"_s})
        forbid(u"core/"_s + module, u"core/(?:jobs|acquisition|workflow|page_helper)/"_s);
}

TEST_CASE("SANE is only in the helper and the virtual backend", "[architecture]")
{
    forbid(u"scanner"_s, u"sane/"_s, {u"scanner/helper/"_s, u"scanner/virtual/"_s});
    forbid(u"scanner"_s, guiHeaders + u"|ui/|app/|core/(?!base/|domain/)"_s);
}

#ifdef SOHOA_WITH_APP
TEST_CASE("The window stands on core and on what scanners offer, not on drivers or tables", "[architecture]")
{
    forbid(u"ui"_s, u"app/|core/store/|core/sync/|core/pdf/|core/jobs/|scanner/(?!api/)|sane/"_s);
}
#endif
