// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace winnow::test {

/// Puts a layer over SQLite's default file system, for all connections opened from now on, that counts how often a
/// write-ahead log is synced.
void countSyncs();
[[nodiscard]] int walSyncs();

} // namespace winnow::test
