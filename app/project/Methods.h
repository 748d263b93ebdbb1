// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Methods.h"
#include "project/Project.h"

namespace winnow {

/// What words::methodsSection() tells of a review as it stands, and of one that is being set up.
[[nodiscard]] MethodsFacts methodsFacts(const Review& review);
[[nodiscard]] MethodsFacts methodsFacts(const NewReview& review);

} // namespace winnow
