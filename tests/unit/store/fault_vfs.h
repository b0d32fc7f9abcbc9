// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <memory>
#include <vector>

namespace sohoa::test {

/// A disk that fails on request: SQLite's default file layer, whose Nth write or sync and every later one fail.
/// Connections opened while it lives go through it; they must be closed before it goes.
class FaultyDisk {
public:
    FaultyDisk()
    {
        s_disk = this;
        m_system = sqlite3_vfs_find(nullptr);
        m_vfs = *m_system;
        m_vfs.zName = "faulty";
        m_vfs.xOpen = open;
        sqlite3_vfs_register(&m_vfs, 1);
    }
    FaultyDisk(const FaultyDisk &) = delete;
    FaultyDisk &operator=(const FaultyDisk &) = delete;
    ~FaultyDisk()
    {
        sqlite3_vfs_unregister(&m_vfs);
        s_disk = nullptr;
    }

    /// From now on, the `count`th write or sync fails with `code`, and all after it. 0: none.
    void failFrom(int count, int code)
    {
        m_countdown = count;
        m_code = code;
        m_failed = false;
    }
    bool hasFailed() const { return m_failed; }

private:
    /// SQLite's methods of one kind of file with ours before them. First member: what a file points to.
    struct Methods {
        sqlite3_io_methods ours;
        const sqlite3_io_methods *system;
    };

    static const sqlite3_io_methods *systemOf(sqlite3_file *file)
    {
        return reinterpret_cast<const Methods *>(file->pMethods)->system;
    }

    static int open(sqlite3_vfs * /*vfs*/, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        const int code = s_disk->m_system->xOpen(s_disk->m_system, name, file, flags, outFlags);
        if (code == SQLITE_OK && file->pMethods)
            file->pMethods = &s_disk->wrapped(file->pMethods)->ours;
        return code;
    }
    static int write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
    {
        const int code = s_disk->next();
        return code == SQLITE_OK ? systemOf(file)->xWrite(file, bytes, size, offset) : code;
    }
    static int sync(sqlite3_file *file, int flags)
    {
        const int code = s_disk->next();
        return code == SQLITE_OK ? systemOf(file)->xSync(file, flags) : code;
    }

    int next()
    {
        if (m_countdown > 0 && (m_countdown == 1 || --m_countdown == 0)) {
            m_failed = true;
            return m_code;
        }
        return SQLITE_OK;
    }

    Methods *wrapped(const sqlite3_io_methods *system)
    {
        for (const auto &known : m_methods)
            if (known->system == system)
                return known.get();
        m_methods.push_back(std::make_unique<Methods>(Methods{*system, system}));
        m_methods.back()->ours.xWrite = write;
        m_methods.back()->ours.xSync = sync;
        return m_methods.back().get();
    }

    static inline FaultyDisk *s_disk = nullptr;
    sqlite3_vfs *m_system = nullptr;
    sqlite3_vfs m_vfs{};
    std::vector<std::unique_ptr<Methods>> m_methods;
    int m_countdown = 0;
    int m_code = SQLITE_OK;
    bool m_failed = false;
};

} // namespace sohoa::test
