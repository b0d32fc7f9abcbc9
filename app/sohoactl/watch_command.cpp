// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sohoactl/watch_command.h"

#include "app/sohoactl/interrupt.h"
#include "ui/errors/sentences.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QSocketNotifier>

#include <algorithm>

namespace sohoa {

using namespace Qt::StringLiterals;

namespace {

class WatchRun : public QObject {
public:
    WatchRun(CommandLine &line, Station &station, bool once)
        : m_line(line)
        , m_station(station)
    {
        connect(&station, &Station::folderFileTaken, this, [this](const FileTaken &file) {
            m_taken += file.pages;
            const QString name = QFileInfo(file.path).fileName();
            m_line.console.tell({{u"file"_s, name}, {u"pages"_s, file.pages}});
            m_line.console.say(file.pages > 0 ? Text::tr("%1: %2 pages").arg(name).arg(file.pages)
                                              : Text::tr("%1: was taken before").arg(name));
        });
        connect(&station, &Station::folderFileFailed, this, [this](const FileFailure &failure) {
            ++m_failed;
            m_line.console.tell({{u"file"_s, QFileInfo(failure.path).fileName()},
                                 {u"error"_s, static_cast<int>(failure.error.code)},
                                 {u"message"_s, sentence(failure.error)}});
            m_line.console.failedItem(failure.path, failure.error);
        });
        connect(&station, &Station::failed, this, [this](const Error &error) {
            m_line.console.failed(error);
            ++m_failed;
            end();
        });
        connect(&station, &Station::idle, this, &WatchRun::leaveWhenDone);
        if (once)
            connect(&station, &Station::folderSettled, this, &WatchRun::end);
        connect(&m_interrupt, &QSocketNotifier::activated, this, [this] {
            m_interrupt.setEnabled(false);
            end();
        });
    }

    ExitStatus run(const Result<void> &started)
    {
        if (!started)
            return failedWith(m_line, started.error());
        m_loop.exec();
        if (m_failed > 0)
            return m_taken > 0 ? ExitStatus::InPart : ExitStatus::Failed;
        return ExitStatus::Done;
    }

private:
    /// No more files; what is in is read and sorted first.
    void end()
    {
        m_station.stopWatching();
        QMetaObject::invokeMethod(this, &WatchRun::leaveWhenDone, Qt::QueuedConnection);
    }
    void leaveWhenDone()
    {
        if (!m_station.isWatching() && m_station.isIdle())
            m_loop.quit();
    }

    CommandLine &m_line;
    Station &m_station;
    QEventLoop m_loop;
    QSocketNotifier m_interrupt{interruptDescriptor(), QSocketNotifier::Read};
    int m_taken = 0;
    int m_failed = 0;
};

} // namespace

ExitStatus watchFolder(CommandLine &line)
{
    using Takes = OptionSpec::Takes;
    const auto arguments = Arguments::parse(line.arguments, {{u"batch"_s},
                                                             {u"once"_s, Takes::Nothing},
                                                             {u"settle"_s, Takes::One, true, 0, 3'600},
                                                             {u"dpi"_s, Takes::One, true, 50, 2400}});
    if (!arguments)
        return failedWith(line, arguments.error());
    if (arguments->operands().size() != 1)
        return line.console.wrongUsage(Text::tr("Name the folder to watch."));
    const auto station = openStation(line);
    if (!station)
        return failedWith(line, station.error());
    const auto batch = (*station)->openBatch(arguments->value(u"batch"_s));
    if (!batch)
        return failedWith(line, batch.error());
    WatchOptions options;
    options.intake.dpi = arguments->number(u"dpi"_s);
    options.explain = sentence;
    if (const auto settle = arguments->number(u"settle"_s)) {
        constexpr int msecs = 1'000;
        options.settleMs = *settle * msecs;
        options.pollMs = std::max(100, options.settleMs / 2);
        options.patienceMs = std::min(options.patienceMs, options.settleMs * 15);
    }
    WatchRun run(line, **station, arguments->has(u"once"_s));
    return run.run((*station)->watchFolder(arguments->operands().front(), batch->id, options));
}

} // namespace sohoa
