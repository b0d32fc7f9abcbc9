// SPDX-License-Identifier: GPL-3.0-or-later
// store_bench fill STORE RESOURCES [DOSSIERS]
// store_bench measure STORE RESOURCES [QUERIES]
//
// fill makes a store of a whole campaign (575,373 dossiers with about 2.5 million pages of rows and their texts,
// unless told otherwise) in the folder STORE; RESOURCES is the source's resources folder. measure prints what such
// a store weighs and how long start, lists, review, reports and searches take on it.
#include <QCoreApplication>

#include "campaign.h"
#include "measure.h"
#include <cstdio>

using namespace sohoa;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString task = arguments.value(0);
    if (arguments.size() < 3 || (task != u"fill" && task != u"measure")) {
        std::fprintf(stderr, "store_bench fill STORE RESOURCES [DOSSIERS]\n"
                             "store_bench measure STORE RESOURCES [QUERIES]\n");
        return 2;
    }
    constexpr int wholeCampaign = 575'373;
    constexpr int queriesOfAKind = 200;
    const int number = arguments.value(3).toInt();
    const auto done = task == u"fill"
                          ? bench::fillCampaign(arguments[1], arguments[2] + QStringLiteral("/catalogue"),
                                                number > 0 ? number : wholeCampaign,
                                                [](int dossiers) {
                                                    if (dossiers % 10'000 == 0)
                                                        std::fprintf(stderr, "%d dossiers\n", dossiers);
                                                })
                          : bench::measureStore(arguments[1], arguments[2], number > 0 ? number : queriesOfAKind);
    if (!done) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(logLine(done.error())));
        return 1;
    }
    return 0;
}
