// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "ui/language/language.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QApplication>
#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTranslator>

using namespace sohoa;
using namespace Qt::StringLiterals;

TEST_CASE("Qt's own buttons and menus speak Vietnamese too", "[ui][translations]")
{
    REQUIRE(ui::installTranslations(*qApp, u"vi"_s));
    {
        using Box = QDialogButtonBox;
        Box box(Box::Cancel | Box::Save | Box::Close | Box::Discard | Box::Retry | Box::Yes | Box::No);
        CHECK(box.button(Box::Cancel)->text() == u"Hủy"_s);
        CHECK(box.button(Box::Save)->text() == u"Lưu"_s);
        CHECK(box.button(Box::Close)->text() == u"Đóng"_s);
        CHECK(box.button(Box::Retry)->text() == u"Thử lại"_s);
        CHECK(box.button(Box::Yes)->text() == u"&Có"_s);
        QLineEdit edit;
        const std::unique_ptr<QMenu> menu(edit.createStandardContextMenu());
        QStringList words;
        for (const QAction *action : menu->actions())
            words.append(action->text().section(u'\t', 0, 0));
        CHECK(words.contains(u"&Dán"_s));
        CHECK(words.contains(u"Chọn tất cả"_s));
    }
    for (QTranslator *translator : qApp->findChildren<QTranslator *>())
        delete translator;
}

TEST_CASE("Only the two languages are known", "[ui][translations]")
{
    CHECK_FALSE(ui::installTranslations(*qApp, u"fr"_s));
    REQUIRE(ui::installTranslations(*qApp, u"en"_s));
    CHECK(QCoreApplication::translate("sohoa::ui::MainWindow", "%n page(s)", nullptr, 1) == u"1 page"_s);
    CHECK(QCoreApplication::translate("sohoa::ui::MainWindow", "%n page(s)", nullptr, 3) == u"3 pages"_s);
    for (QTranslator *translator : qApp->findChildren<QTranslator *>())
        delete translator;
}

TEST_CASE("The text font has every Vietnamese letter, and the icons are there", "[ui][style]")
{
    ui::applyTheme(*qApp);
    const QFontMetrics metrics(QApplication::font());
    for (const QChar letter : u"ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĐƯỜ"_s)
        CHECK(metrics.inFont(letter));
    for (const QString &name : {u"document-scan"_s, u"document-send"_s, u"document-edit"_s, u"system-search"_s,
                                u"sign-ok"_s, u"sign-warn"_s, u"sign-block"_s, u"split-here"_s}) {
        INFO(name.toStdString());
        CHECK_FALSE(ui::icon(name).pixmap(22, 22).isNull());
    }
}
