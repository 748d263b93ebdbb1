// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FullDisk.h"

#include <atomic>
#include <mutex>

#include <sqlite3.h>

namespace winnow::test {
namespace {

std::atomic<bool> noRoom{false};
sqlite3_vfs watched;
sqlite3_vfs* real = nullptr;
std::mutex mutex;
sqlite3_io_methods logMethods;
const sqlite3_io_methods* realMethods = nullptr;

int writeIfRoom(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at)
{
    return noRoom ? SQLITE_FULL : realMethods->xWrite(file, bytes, count, at);
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    const int code = real->xOpen(real, name, file, flags, outFlags);
    if (code == SQLITE_OK && (flags & SQLITE_OPEN_WAL) && file->pMethods) {
        const std::lock_guard lock(mutex);
        if (!realMethods) {
            realMethods = file->pMethods;
            logMethods = *realMethods;
            logMethods.xWrite = writeIfRoom;
        }
        file->pMethods = &logMethods;
    }
    return code;
}

} // namespace

void watchDisk()
{
    real = sqlite3_vfs_find(nullptr);
    watched = *real;
    watched.zName = "watched";
    watched.xOpen = open;
    sqlite3_vfs_register(&watched, 1);
}

void setDiskFull(bool full)
{
    noRoom = full;
}

} // namespace winnow::test
