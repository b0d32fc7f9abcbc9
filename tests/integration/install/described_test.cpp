// SPDX-License-Identifier: GPL-3.0-or-later
// What is installed beside the programs says the same as the programs themselves.
#include "core/base/durable_file.h"
#include "core/base/installation.h"
#include "tests/support/catch.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStringList>

using namespace sohoa;
using namespace Qt::StringLiterals;

namespace {

constexpr int answerMs = 120'000;
constexpr qint64 largestFile = 1 << 20;

struct Said {
    int status = -1;
    QString out;
    QString err;
};

Said run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(answerMs));
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString made(const QString &name)
{
    const auto bytes = readFile(QStringLiteral(SOHOA_MADE) + u'/' + name, largestFile);
    REQUIRE(bytes);
    return QString::fromUtf8(*bytes);
}

/// What a person reads who calls man.
QString asPage(const QString &file)
{
    const Said page =
        run(u"groff"_s, {u"-man"_s, u"-Tutf8"_s, u"-Kutf8"_s, u"-ww"_s, u"-P-cbou"_s, u"-rLL=500n"_s, file});
    CHECK(page.status == 0);
    CHECK(page.err == QString());
    return page.out;
}

/// The lines "  NAME USAGE" of the help.
QStringList helpLines()
{
    const Said help = run(programPath(u"sohoactl"_s), {u"--lang"_s, u"en"_s, u"help"_s});
    REQUIRE(help.status == 0);
    static const QRegularExpression entry(u"^  (\\w.*)$"_s, QRegularExpression::MultilineOption);
    QStringList lines;
    for (auto match = entry.globalMatch(help.out); match.hasNext();)
        lines.append(match.next().captured(1).trimmed());
    lines.removeIf([](const QString &line) { return line.startsWith(u"sohoactl "); });
    REQUIRE(lines.size() > 40);
    return lines;
}

/// What bash offers when Tab is pressed behind `words`, the last of which is being written.
QStringList offered(const QStringList &words)
{
    const QString script = uR"(
        source "$1"; shift
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        _sohoactl
        printf '%s\n' "${COMPREPLY[@]}")"_s;
    const Said bash =
        run(u"bash"_s, QStringList{u"--norc"_s, u"-c"_s, script, u"bash"_s,
                                   QStringLiteral(SOHOA_MADE) + u"/completions/sohoactl"_s, u"sohoactl"_s} +
                           words);
    CHECK(bash.err == QString());
    return bash.out.split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

TEST_CASE("The manual page of sohoactl has every command of the help, word for word")
{
    const QString page = asPage(QStringLiteral(SOHOA_MADE) + u"/sohoactl.1"_s).simplified();
    for (const QString &line : helpLines()) {
        INFO(line.toStdString());
        CHECK(page.contains(line.simplified()));
    }
    CHECK_FALSE(page.contains(u'@'));
}

TEST_CASE("The manual page of sohoa has every option of the window")
{
    const Said help = run(programPath(u"sohoa"_s), {u"--lang"_s, u"en"_s, u"--help"_s});
    REQUIRE(help.status == 0);
    const QString page = asPage(QStringLiteral(SOHOA_PACKAGING) + u"/sohoa.1"_s);
    static const QRegularExpression option(u"--[a-z-]+"_s);
    int options = 0;
    for (auto match = option.globalMatch(help.out); match.hasNext(); ++options) {
        const QString name = match.next().captured();
        INFO(name.toStdString());
        CHECK(page.contains(name));
    }
    CHECK(options >= 6);
}

TEST_CASE("bash offers the commands, their second words, options and choices")
{
    const QStringList first = offered({u""_s});
    for (const QString &line : helpLines()) {
        const QString name = line.section(u' ', 0, 0);
        INFO(name.toStdString());
        CHECK(first.contains(name));
    }
    CHECK(first.contains(u"--store"_s));
    CHECK(offered({u"--json"_s, u"appr"_s}) == QStringList{u"approve"_s});
    CHECK(offered({u"--lang"_s, u""_s}) == QStringList{u"vi"_s, u"en"_s});
    CHECK(offered({u"--lang"_s, u"en"_s, u"sea"_s}) == QStringList{u"search"_s});
    CHECK(offered({u"batch"_s, u""_s}) == QStringList{u"close"_s});
    CHECK(offered({u"rescan"_s, u"--mode"_s, u"gray"_s}) == QStringList{u"gray"_s});
    CHECK(offered({u"sync"_s, u"--w"_s}) == QStringList{u"--watch"_s});
    // Of two commands that begin alike the longer is meant; where files are wanted bash itself offers them.
    CHECK(offered({u"sync"_s, u"limits"_s, u"--"_s}) == QStringList{u"--limit"_s, u"--hours"_s});
    CHECK(offered({u"export"_s, u"--to"_s, u""_s}).isEmpty());
    CHECK(offered({u"backup"_s, u""_s}).isEmpty());
}

TEST_CASE("Every option that a usage names is offered behind its command")
{
    static const QRegularExpression option(u"(?<![\\w-])--[a-z][a-z0-9-]*"_s);
    int options = 0;
    for (const QString &line : helpLines()) {
        const QStringList words = line.split(u' ');
        const bool isTwo = words.size() > 1 && QRegularExpression(u"^[a-z]+$"_s).match(words[1]).hasMatch();
        QStringList before = words.mid(0, isTwo ? 2 : 1);
        QStringList wanted;
        for (auto match = option.globalMatch(line); match.hasNext();)
            wanted.append(match.next().captured());
        if (wanted.isEmpty())
            continue;
        const QStringList given = offered(before + QStringList{u"--"_s});
        for (const QString &name : wanted) {
            INFO(line.toStdString() << ": " << name.toStdString());
            CHECK(given.contains(name));
            ++options;
        }
    }
    CHECK(options > 60);
}

TEST_CASE("Only what is asked for is completed")
{
    CHECK(run(programPath(u"sohoactl"_s), {u"completion"_s, u"zsh"_s}).status == 2);
    CHECK(run(programPath(u"sohoactl"_s), {u"completion"_s}).status == 2);
    CHECK(made(u"completions/sohoactl"_s) ==
          run(programPath(u"sohoactl"_s), {u"--lang"_s, u"en"_s, u"completion"_s, u"bash"_s}).out);
}

TEST_CASE("The desktop's files are sound")
{
    const QString folder = QStringLiteral(SOHOA_PACKAGING);
    const Said desktop = run(u"desktop-file-validate"_s, {folder + u"/sohoa.desktop"_s});
    CHECK((desktop.out + desktop.err) == QString());
    CHECK(desktop.status == 0);
    const Said metainfo =
        run(u"appstreamcli"_s, {u"validate"_s, u"--no-net"_s, folder + u"/sohoa.metainfo.xml"_s});
    INFO(metainfo.out.toStdString());
    CHECK(metainfo.status == 0);
}
