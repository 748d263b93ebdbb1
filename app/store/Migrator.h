// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Database.h"

namespace winnow::store {

/// `user_version` of files that this program writes.
[[nodiscard]] int latestVersion();

enum class FileState { Fresh, Current, Older, Newer, Foreign };
/// Throws StoreError.
[[nodiscard]] FileState stateOfFile(Database& db);

/// Runs the migrations that the file lacks, each in a transaction of its own. A fresh file is made by running them all,
/// so that new and migrated files cannot differ.
void migrate(Database& db);
/// The same as far as one version: what a file of that version looks like.
void migrateTo(Database& db, int last);

} // namespace winnow::store
