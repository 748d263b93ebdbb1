// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Clock.h"
#include "services/Dialogs.h"
#include "services/Icons.h"
#include "services/Keys.h"
#include "services/Settings.h"
#include "services/Theme.h"

namespace winnow::ui {

/// What main makes once and the window works with. All outlive the window.
struct Services {
    const Clock& clock;
    Theme& theme;
    Icons& icons;
    Keys& keys;
    Settings& settings;
    Dialogs* dialogs = nullptr; ///< none: real ones over the window
};

} // namespace winnow::ui
