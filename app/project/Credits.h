// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace winnow {

/// What the terms of the services by which records are found, completed and read freely want to be said (those that are
/// searched: Searches::databases()). Each once, whatever the number of ways on which a service is asked.
[[nodiscard]] QStringList creditsOfFinding();

} // namespace winnow
