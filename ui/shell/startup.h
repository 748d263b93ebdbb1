// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QApplication;

namespace winnow::ui {

class Settings;
class Theme;
class Keys;

/// Qt's own messages go nowhere: standard error belongs to the commands (screens and scripts read it).
void silenceQt();
/// Texts of the language that WINNOW_LANG, the settings or the system ask for, Qt's own included; also the locale of
/// numbers and dates, and which way the window reads. Numbers in C stay with a point.
void chooseLanguage(QApplication& application, const Settings& settings);
/// Colours, reading size and keys as they were left.
void recall(const Settings& settings, Theme& theme, Keys& keys);

} // namespace winnow::ui
