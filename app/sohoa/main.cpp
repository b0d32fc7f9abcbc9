// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoa/application.h"
#include "ui/language/language.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

/// The language is needed before anything is said, so before the arguments are read in earnest.
QString wantedLanguage(const QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == u"--lang" && i + 1 < arguments.size())
            return arguments[i + 1];
        if (arguments[i].startsWith(u"--lang="_s))
            return arguments[i].mid(7);
    }
    return sohoa::ui::readPreferences(sohoa::ui::preferencesFile()).language;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"Sohoa"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SOHOA_VERSION));
    QGuiApplication::setDesktopFileName(u"sohoa"_s);

    const QString language = wantedLanguage(QCoreApplication::arguments());
    const bool understood = sohoa::ui::installTranslations(application, language);
    if (!understood)
        sohoa::ui::installTranslations(application, sohoa::ui::languages().front());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Main", "Scanning and digitization workstation."));
    const QCommandLineOption practice(
        u"practice"_s,
        QCoreApplication::translate("Main", "Practise with a store of its own and a virtual scanner."));
    const QCommandLineOption store(u"store"_s, QCoreApplication::translate("Main", "The folder of the store."),
                                   u"DIR"_s);
    const QCommandLineOption lang(u"lang"_s, QCoreApplication::translate("Main", "The language: vi or en."),
                                  u"vi|en"_s);
    parser.addOptions({practice, store, lang});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(application);
    if (!understood) {
        std::fputs(qPrintable(QCoreApplication::translate("Main",
                                                          "This language is not spoken here. Choose vi or en.\n")),
                   stderr);
        return 2;
    }

    sohoa::ui::applyTheme(application, sohoa::ui::readPreferences(sohoa::ui::preferencesFile()).theme);
    sohoa::WindowOptions options;
    options.storeFolder = parser.value(store);
    options.language = language;
    options.practice = parser.isSet(practice);
    sohoa::WindowApplication work(options);
    work.window().show();
    work.start();
    return QApplication::exec();
}
