// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/CountingVfs.h"

#include <atomic>
#include <map>
#include <mutex>

#include <sqlite3.h>

namespace winnow::test {
namespace {

std::atomic<int> syncs{0};
sqlite3_vfs counting;
sqlite3_vfs* real = nullptr;
std::mutex mutex;
// The methods that files had, by the changed copy that they were given.
sqlite3_io_methods walMethods;
const sqlite3_io_methods* realMethods = nullptr;

int countedSync(sqlite3_file* file, int flags)
{
    ++syncs;
    return realMethods->xSync(file, flags);
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    const int code = real->xOpen(real, name, file, flags, outFlags);
    if (code == SQLITE_OK && (flags & SQLITE_OPEN_WAL) && file->pMethods) {
        const std::lock_guard lock(mutex);
        if (!realMethods) {
            realMethods = file->pMethods;
            walMethods = *realMethods;
            walMethods.xSync = countedSync;
        }
        file->pMethods = &walMethods;
    }
    return code;
}

} // namespace

void countSyncs()
{
    real = sqlite3_vfs_find(nullptr);
    counting = *real;
    counting.zName = "counting";
    counting.xOpen = open;
    sqlite3_vfs_register(&counting, 1);
}

int walSyncs()
{
    return syncs;
}

} // namespace winnow::test
