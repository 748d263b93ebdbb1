// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace winnow::test {

/// Puts a layer over SQLite's default file system, for all connections opened from now on, in which the disk can be
/// full: then no write to a write-ahead log finds room, as on a real one.
void watchDisk();
void setDiskFull(bool full);

} // namespace winnow::test
