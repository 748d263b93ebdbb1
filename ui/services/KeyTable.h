// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Keys.h"

#include <QString>

/// The table behind Keys: what each action is called, which keys it has in each preset, and where keys stand.
namespace winnow::ui::keyTable {

enum class Where { Reader, Pairs, Both };

struct Row {
    Action action;
    const char* word; ///< in settings; stable
    const char* keys; ///< QKeySequence's portable text, several with blanks between
    const char* rayyan; ///< where the Rayyan preset differs, else null
    Where where;
    bool repeats;
    const char* name; ///< context "Keys"
};

[[nodiscard]] const Row& row(Action action);
[[nodiscard]] std::vector<Action> actions();
[[nodiscard]] std::vector<QKeySequence> presetKeys(Action action, bool rayyan);

[[nodiscard]] std::optional<Action> parse(const QString& word);
/// Keys as written in settings and in the table; what is no key is left out.
[[nodiscard]] std::vector<QKeySequence> sequences(const QString& written);
[[nodiscard]] QString written(const std::vector<QKeySequence>& keys);

/// The Qt::Key that a US keyboard has at a physical place, letters and the digit row only; 0 for any other place.
/// Scan codes are the platform's: X11 and Wayland number places from 8 up, Windows as the kernel does.
[[nodiscard]] int keyAtPlace(quint32 nativeScanCode);

} // namespace winnow::ui::keyTable
