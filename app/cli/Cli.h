// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace winnow::cli {

/// Whether the program's first word asks for a command (or for help or the version) rather than for the window.
/// Looks at the word only, so that it can be asked before any Qt application exists.
[[nodiscard]] bool isCommand(const char* word);

/// Runs `winnow COMMAND …` and returns the exit code: 0 done, 1 it could not be done, 2 the command line is wrong,
/// 130 cancelled by Ctrl-C. Makes its own Qt application, one that needs no display; there must be none yet.
[[nodiscard]] int runCommand(int argc, char** argv);

} // namespace winnow::cli
