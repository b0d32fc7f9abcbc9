// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <memory>

static void initResources()
{
    Q_INIT_RESOURCE(sohoa_translations); // The linker drops a static library's resources that nobody names.
}

namespace sohoa::ui {

using namespace Qt::StringLiterals;

const QStringList &languages()
{
    static const QStringList all{u"vi"_s, u"en"_s};
    return all;
}

bool installTranslations(QCoreApplication &application, const QString &language)
{
    if (!languages().contains(language))
        return false;
    initResources();
    // Those of the language before; a translator that dies is taken out by itself.
    qDeleteAll(application.findChildren<QTranslator *>(Qt::FindDirectChildrenOnly));
    QLocale::setDefault(language == u"vi" ? QLocale(QLocale::Vietnamese, QLocale::Vietnam)
                                          : QLocale(QLocale::English, QLocale::UnitedKingdom));
    // English needs no qtbase; its own file holds the plural forms alone.
    QStringList files{u"sohoa_"_s + language};
    if (language == u"vi")
        files.append(u"qtbase_vi"_s);
    for (const QString &file : files) {
        auto translator = std::make_unique<QTranslator>();
        if (!translator->load(u":/i18n/"_s + file + u".qm"_s))
            return false;
        translator->setParent(&application);
        QCoreApplication::installTranslator(translator.release());
    }
    return true;
}

} // namespace sohoa::ui
