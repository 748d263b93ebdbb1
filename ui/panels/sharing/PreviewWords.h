// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Sharing.h"

#include <QStringList>

namespace winnow::ui {

/// What a file from a coauthor would change here, in plain words.
struct PreviewWords {
    QString head; ///< what it is, from whom and from when
    QStringList brings; ///< one line a person, one an import; empty if nothing is new
    QStringList warnings; ///< what to think about before bringing it in
    QString foot; ///< what stays as it is
};

[[nodiscard]] PreviewWords wordsOf(const BundlePreview& preview);
/// "from Ben, 24 Nov 2026 10:42": where a bring-in came from, for lists.
[[nodiscard]] QString originOf(const BundleInfo& info);

} // namespace winnow::ui
