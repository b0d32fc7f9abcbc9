// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/scanner/scanner_rig.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

namespace sohoa::test {

namespace {

constexpr auto testConf = "number_of_devices 2\n"
                          "geometry_max 60.0\nbr_x 50.0\nbr_y 50.0\n"
                          "resolution 72.0\nresolution_min 1.0\nresolution_max 1200.0\nresolution_quant 1.0\n"
                          "mode Gray\ndepth 8\ntest-picture \"Color pattern\"\n";

void writeScript(const QString &path, const QByteArray &lines)
{
    REQUIRE_OK(writeDurably(path, "#!/bin/sh\n" + lines));
    REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QByteArray quoted(const QString &path)
{
    return '"' + path.toUtf8() + '"';
}

} // namespace

bool waitUntil(const std::function<bool()> &condition, int msecs)
{
    QEventLoop loop;
    QTimer limit;
    limit.setSingleShot(true);
    limit.start(msecs);
    while (!condition() && limit.isActive())
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    return condition();
}

ScannerRig::ScannerRig()
    : m_folder(QDir::tempPath() + u"/máy quét XXXXXX"_s)
{
    REQUIRE_OK(writeDurably(path(u"dll.conf"_s), "test\n"));
    REQUIRE_OK(writeDurably(path(u"test.conf"_s), testConf));
    m_config.helperProgram = qEnvironmentVariable("SOHOA_BIN") + u"/sohoa-scan-helper"_s;
    m_config.environment.insert(u"SANE_CONFIG_DIR"_s, m_folder.path());
    m_config.grace = std::chrono::milliseconds(200);
}

HelperConfig ScannerRig::traceable()
{
    const QByteArray real = quoted(m_config.helperProgram);
    return scripted("echo $$ > " + quoted(path(u"pid"_s)) + "\nexec " + real + '\n');
}

qint64 ScannerRig::helperPid() const
{
    const auto pid = readFile(path(u"pid"_s), 100);
    REQUIRE_OK(pid);
    REQUIRE(pid->toLongLong() > 1);
    return pid->toLongLong();
}

HelperConfig ScannerRig::scripted(const QByteArray &lines)
{
    HelperConfig config = m_config;
    config.helperProgram = path(u"trợ lý.sh"_s);
    writeScript(config.helperProgram, lines);
    return config;
}

HelperConfig ScannerRig::saying(const QByteArray &bytes)
{
    REQUIRE_OK(writeDurably(path(u"said"_s), bytes));
    return scripted("cat " + quoted(path(u"said"_s)) + "\nexec cat > /dev/null\n");
}

Recorder::Recorder(PageSource &source)
    : m_source(source)
{
    QObject::connect(&source, &PageSource::pageStarted, [this](const PageGeometry &geometry) {
        CHECK_FALSE(inPage);
        inPage = true;
        pages.push_back({geometry, {}});
    });
    QObject::connect(&source, &PageSource::rows, [this](const QByteArray &bytes) {
        CHECK(inPage);
        pages.back().bytes += bytes;
        rowBytes += bytes.size();
    });
    QObject::connect(&source, &PageSource::pageEnded, [this](int rowCount, bool complete) {
        CHECK(inPage);
        inPage = false;
        pages.back().rowCount = rowCount;
        pages.back().complete = complete;
        if (goOn)
            m_source.next();
    });
    QObject::connect(&source, &PageSource::ended, [this](const std::optional<Error> &why) {
        ++ends;
        error = why;
    });
    if (const auto *remote = qobject_cast<RemotePageSource *>(&source))
        QObject::connect(remote, &RemotePageSource::adjusted,
                         [this](const std::vector<Adjustment> &made) { adjustments = made; });
}

bool Recorder::waitForEnd(int msecs)
{
    return waitUntil([this] { return ends > 0; }, msecs);
}

bool Recorder::waitForRows(int msecs)
{
    return waitUntil([this] { return rowBytes > 0 || ends > 0; }, msecs) && ends == 0;
}

bool Recorder::waitForPage(int msecs)
{
    return waitUntil([this] { return (!pages.empty() && !inPage) || ends > 0; }, msecs) && ends == 0;
}

std::optional<ErrorCode> Recorder::code() const
{
    return error ? std::optional<ErrorCode>(error->code) : std::nullopt;
}

ScanWish testWish(const QString &mode, const QString &source)
{
    ScanWish wish;
    wish.device = u"test:0"_s;
    wish.source = source;
    wish.mode = mode;
    wish.dpi = 72;
    return wish;
}

} // namespace sohoa::test
