// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace winnow {
struct ImportReport;
}

namespace winnow::ui {

/// How an import ended: what came in, what was here already, what could not be read, what came with it.
[[nodiscard]] QString importSentence(const ImportReport& report);

} // namespace winnow::ui
