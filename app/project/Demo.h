// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "base/Progress.h"
#include "base/Result.h"

#include <QString>

namespace winnow {

/// Writes the example review (resources/example) into a new project, through the use cases only: what people would do
/// by hand. Errors: those of Project::create; Cancelled; BadInput (file and line) if the example does not fit itself.
/// When it fails no project is left behind.
Result<void> writeExample(const QString& path, const Clock& clock, const JobContext& job);

} // namespace winnow
