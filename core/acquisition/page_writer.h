// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisition/page_encoder.h"
#include "core/acquisition/page_print.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace sohoa {

/// A page that is encoded whole, in a file that has no name yet.
struct WrittenPage {
    DurableFile file; ///< To be committed; destroyed, it leaves nothing.
    QString sha256;   ///< Of its bytes, 64 lower-case hex digits.
    int width = 0;
    int height = 0;
    int rowsSeen = 0; ///< Rows that came, those beyond the announced height too.
    PagePrint print;
    bool endsTorn = false;
};

/// Encodes pages on a thread of its own, so that rows are taken from the scanner while those before are still
/// being compressed. What waits is bounded: append() holds its caller when a page's worth of rows is behind, and
/// through the caller the scanner.
///
/// Threads: called from one thread; answers come on the writer's own.
class PageWriter {
public:
    /// Once a page: when it is encoded whole, or as soon as it cannot be.
    /// Errors: DiskFull, FileUnwritable, FileUnreadable, PageIncomplete (not one row came), ImageTooLarge.
    using Answer = std::function<void(Result<WrittenPage>)>;

    PageWriter();
    /// Finishes nothing: pages that are not answered yet leave nothing behind.
    ~PageWriter();
    PageWriter(const PageWriter &) = delete;
    PageWriter &operator=(const PageWriter &) = delete;

    /// Begins a page in `path`. An unfinished page before it is dropped.
    /// Errors: DiskFull, FileUnwritable, ImageTooLarge, DeviceUnsupported.
    Result<void> begin(const PageGeometry &geometry, const QString &path, const MasterFormat &master,
                       Answer answer);
    void append(const QByteArray &rows);
    void finish();
    /// The page that was begun is given up; it is not answered, unless it has been already.
    void drop();

private:
    struct OpenPage;
    struct Task {
        std::shared_ptr<OpenPage> page;
        QByteArray rows;
        bool last = false;
    };
    void push(Task task);
    void work(const std::stop_token &stop);
    static void perform(const Task &task);

    std::shared_ptr<OpenPage> m_page;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Task> m_tasks;
    qsizetype m_waitingBytes = 0;
    std::jthread m_thread; ///< Last: the others must outlive it.
};

} // namespace sohoa
