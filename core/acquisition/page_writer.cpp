// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisition/page_writer.h"

#include <QCryptographicHash>
#include <QFile>

#include <atomic>
#include <optional>
#include <utility>

namespace sohoa {

namespace {

/// About an A4 page in colour at 300 dpi.
constexpr qsizetype maxWaitingBytes = qsizetype{24} << 20;

Result<QString> sha256Of(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::FileUnreadable, file.errorString(), {{QStringLiteral("path"), path}});
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

struct PageWriter::OpenPage {
    OpenPage(DurableFile opened, const PageGeometry &geometry, Answer asked)
        : file(std::move(opened))
        , print(geometry)
        , answer(std::move(asked))
    {
    }

    DurableFile file;
    std::unique_ptr<PageEncoder> encoder;
    PagePrintMaker print;
    Answer answer;
    std::atomic<bool> over = false; ///< Dropped or failed: nothing more is done for it.

    void fail(Error error)
    {
        if (!over.exchange(true))
            answer(sohoa::fail(std::move(error)));
    }
};

PageWriter::PageWriter()
    : m_thread([this](const std::stop_token &stop) { work(stop); })
{
}

PageWriter::~PageWriter()
{
    drop();
    m_thread.request_stop();
    m_thread.join();
}

Result<void> PageWriter::begin(const PageGeometry &geometry, const QString &path, const MasterFormat &master,
                               Answer answer)
{
    drop();
    auto file = DurableFile::create(path);
    if (!file)
        return fail(file.error());
    auto page = std::make_shared<OpenPage>(std::move(*file), geometry, std::move(answer));
    auto encoder = PageEncoder::create(geometry, page->file, master);
    if (!encoder)
        return fail(encoder.error());
    page->encoder = std::move(*encoder);
    m_page = std::move(page);
    return {};
}

void PageWriter::append(const QByteArray &rows)
{
    if (m_page)
        push({m_page, rows, false});
}

void PageWriter::finish()
{
    if (auto page = std::exchange(m_page, nullptr))
        push({std::move(page), {}, true});
}

void PageWriter::drop()
{
    if (const auto page = std::exchange(m_page, nullptr))
        page->over = true;
}

void PageWriter::push(Task task)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waitingBytes < maxWaitingBytes; });
    m_waitingBytes += task.rows.size();
    m_tasks.push_back(std::move(task));
    m_changed.notify_all();
}

void PageWriter::work(const std::stop_token &stop)
{
    for (;;) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return !m_tasks.empty(); }) || stop.stop_requested())
                return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
        }
        perform(task);
        const std::scoped_lock lock(m_mutex);
        m_waitingBytes -= task.rows.size();
        m_changed.notify_all();
    }
}

void PageWriter::perform(const Task &task)
{
    OpenPage &page = *task.page;
    if (page.over)
        return;
    if (!task.last) {
        page.print.add(task.rows);
        if (auto written = page.encoder->write(task.rows); !written)
            page.fail(std::move(written).error());
        return;
    }
    if (auto finished = page.encoder->finish(); !finished)
        return page.fail(std::move(finished).error());
    auto sha256 = sha256Of(page.file.temporaryPath());
    if (!sha256)
        return page.fail(std::move(sha256).error());
    if (page.over.exchange(true))
        return;
    page.answer(WrittenPage{std::move(page.file), *std::move(sha256), page.encoder->width(),
                            page.encoder->height(), page.encoder->rowsSeen(), page.print.print(),
                            page.print.endsTorn()});
}

} // namespace sohoa
