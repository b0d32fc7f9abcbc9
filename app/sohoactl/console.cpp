// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/console.h"

#include "app/sohoactl/text.h"
#include "ui/errors/sentences.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <unistd.h>

#include <cstdio>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcCommand, "sohoa.command", QtWarningMsg)

void write(std::FILE *to, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), to);
    std::fflush(to);
}

} // namespace

void Console::say(const QString &line)
{
    if (!m_json && !m_quiet)
        write(stdout, line + u'\n');
}

void Console::tell(const QJsonObject &object)
{
    if (m_json)
        write(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
}

void Console::progress(const QString &text)
{
    if (m_quiet)
        return;
    static const bool isTerminal = ::isatty(STDERR_FILENO) != 0;
    write(stderr, isTerminal ? u"\r\x1b[K"_s + text : text + u'\n');
    m_progressShown = isTerminal;
}

void Console::endProgress()
{
    if (m_progressShown)
        write(stderr, u"\n"_s);
    m_progressShown = false;
}

ExitStatus Console::failed(const Error &error)
{
    endProgress();
    qCInfo(lcCommand).noquote() << logLine(error);
    write(stderr, u"sohoactl: "_s + sentence(error) + u'\n');
    return ExitStatus::Failed;
}

void Console::failedItem(const QString &item, const Error &error)
{
    endProgress();
    qCInfo(lcCommand).noquote() << logLine(error);
    write(stderr, u"sohoactl: "_s + item + u": "_s + sentence(error) + u'\n');
}

void Console::warn(const QString &line)
{
    endProgress();
    write(stderr, u"sohoactl: "_s + line + u'\n');
}

ExitStatus Console::wrongUsage(const QString &why)
{
    endProgress();
    write(stderr, u"sohoactl: "_s + why + u'\n' + Text::tr("Try “sohoactl help”.") + u'\n');
    return ExitStatus::WrongUsage;
}

} // namespace sohoa
