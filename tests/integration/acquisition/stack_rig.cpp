// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/acquisition/stack_rig.h"

#include "core/base/durable_file.h"
#include "core/base/installation.h"
#include "core/workflow/catalogue_service.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <allheaders.h>

namespace sohoa::test {

namespace {

constexpr int patienceMs = 60'000;

StationContext contextIn(const QString &folder, const Clock &clock)
{
    StationConfig config;
    config.storeFolder = folder + u"/kho"_s;
    config.pageHelperProgram = folder + u"/không có"_s;
    auto store = Store::open(config.storeFolder, clock);
    REQUIRE_OK(store);
    auto catalogue = loadCatalogue(resourcePath(u"catalogue"_s), **store);
    REQUIRE_OK(catalogue);
    return {config, clock, std::move(*store), std::move(*catalogue)};
}

/// Dark cells like a code: no two numbers alike.
void writeNumberedPage(const QString &path, int number)
{
    constexpr int cell = 8;
    Pix *page = pixCreate(8 * cell, 10 * cell, 8);
    pixSetAll(page);
    unsigned bits = static_cast<unsigned>(number) * 2654435761U;
    for (int i = 0; i < 48; ++i) {
        bits = bits * 1664525U + 1013904223U;
        if ((bits >> 24) % 2 == 0)
            pixRasterop(page, (1 + i % 6) * cell, (1 + i / 6) * cell, cell, cell, PIX_CLR, nullptr, 0, 0);
    }
    pixSetResolution(page, 72, 72);
    REQUIRE(pixWrite(path.toUtf8().constData(), page, IFF_PNG) == 0);
    pixDestroy(&page);
}

} // namespace

StackRig::StackRig()
    : m_folder(QDir::tempPath() + u"/chồng giấy XXXXXX"_s)
    , m_context(contextIn(m_folder.path(), m_clock))
    , m_reading(m_context)
    , m_intake(m_context, m_reading)
{
    m_config.helperProgram = programPath(u"sohoa-scan-helper"_s);
    m_config.saneModuleFolder = saneModuleFolder();
    m_config.grace = std::chrono::milliseconds(100);
    QObject::connect(&m_intake, &IntakeService::ended, &m_intake,
                     [this](const IntakeSummary &summary) { m_ended = summary; });
}

QString StackRig::stack(const QString &name, int pages, const QByteArray &scenario, int firstPattern)
{
    const QString folder = m_folder.filePath(name);
    REQUIRE(QDir().mkpath(folder));
    for (int page = 0; page < pages; ++page)
        writeNumberedPage(folder + u"/%1.png"_s.arg(page + 1), firstPattern + page);
    REQUIRE_OK(writeDurably(folder + u"/scenario"_s, scenario + '\n'));
    QFile::remove(folder + u"/scenario-state"_s);
    return folder;
}

ScanWish StackRig::wish(const QString &stack, bool duplex) const
{
    ScanWish wish;
    wish.device = u"sohoa:"_s + stack;
    wish.mode = u"gray"_s;
    wish.dpi = 72;
    wish.duplex = duplex;
    return wish;
}

void StackRig::makeTraceable()
{
    const QString script = m_folder.filePath(u"trợ lý.sh"_s);
    const QByteArray pid = m_folder.filePath(u"pid"_s).toUtf8();
    REQUIRE_OK(writeDurably(script, "#!/bin/sh\necho $$ > \"" + pid + "\"\nexec \"" +
                                        m_config.helperProgram.toUtf8() + "\"\n"));
    REQUIRE(QFile::setPermissions(script, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    m_config.helperProgram = script;
}

std::optional<qint64> StackRig::helperPid() const
{
    const auto pid = readFile(m_folder.filePath(u"pid"_s), 100);
    return pid && pid->toLongLong() > 1 ? std::optional(pid->toLongLong()) : std::nullopt;
}

BatchId StackRig::newBatch()
{
    Batch batch;
    batch.id = BatchId::make(m_clock);
    batch.name = u"Lô %1"_s.arg(++m_batches);
    batch.createdAt = m_clock.now();
    REQUIRE_OK(m_context.store->batches().create(batch));
    return batch.id;
}

std::unique_ptr<RemotePageSource> StackRig::source(std::optional<int> nextPage) const
{
    auto source = std::make_unique<RemotePageSource>(m_config);
    if (nextPage)
        source->setExtraSettings({{u"next-page"_s, *nextPage}});
    return source;
}

IntakeSummary StackRig::scan(const BatchId &batch, const ScanWish &wish, const IntakeOptions &options)
{
    m_ended.reset();
    REQUIRE_OK(m_intake.startScan(source({}), wish, batch, options));
    return waitForEnd();
}

IntakeSummary StackRig::resume(const BatchId &batch, const ScanWish &wish, const IntakeOptions &options)
{
    const auto open = openStack(batch);
    REQUIRE(open);
    const int sheet = open->nextSheet;
    return resumeFromPage(wish.duplex ? 2 * sheet - 1 : sheet, batch, wish, options);
}

IntakeSummary StackRig::resumeFromPage(int page, const BatchId &batch, const ScanWish &wish,
                                       const IntakeOptions &options)
{
    m_ended.reset();
    REQUIRE_OK(m_intake.resumeScan(source(page), wish, batch, options));
    return waitForEnd();
}

IntakeSummary StackRig::scanAgain(const BatchId &batch, const ScanWish &wish, const IntakeOptions &options)
{
    m_ended.reset();
    REQUIRE_OK(m_intake.resumeScan(source({}), wish, batch, options));
    return waitForEnd();
}

IntakeSummary StackRig::waitForEnd()
{
    QEventLoop loop;
    QTimer limit;
    limit.setSingleShot(true);
    limit.start(patienceMs);
    while (!m_ended && limit.isActive())
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    REQUIRE(m_ended);
    return *m_ended;
}

std::vector<Page> StackRig::pages(const BatchId &batch)
{
    const auto pages = m_context.store->pages().ofBatch(batch);
    REQUIRE_OK(pages);
    return *pages;
}

QStringList StackRig::masters(const BatchId &batch)
{
    QStringList hashes;
    for (const Page &page : pages(batch))
        if (!page.excluded)
            hashes.append(page.masterSha256);
    return hashes;
}

std::optional<StackRun> StackRig::openStack(const BatchId &batch)
{
    const auto open = m_context.store->stacks().openOf(batch);
    REQUIRE_OK(open);
    return *open;
}

} // namespace sohoa::test
