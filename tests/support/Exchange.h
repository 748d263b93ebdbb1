// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"
#include "store/Batches.h"
#include "store/Door.h"

namespace winnow::test {

/// All live changes of a project as they would travel.
[[nodiscard]] std::vector<store::PortableChange> changesOf(Project& project);
/// Brings changes in as one batch. Returns how many were new.
Result<qint64> bring(Project& project, const std::vector<store::PortableChange>& changes, const char* label = "test");
/// Sets the n-th batch of a project (from 1) dead or live.
Result<void> setBatch(Project& project, qint64 batch, bool live);
/// Number of changes, live or not, in a project's log.
[[nodiscard]] qint64 logSize(Project& project);

} // namespace winnow::test
