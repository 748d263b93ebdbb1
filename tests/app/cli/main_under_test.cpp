// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Cli.h"

/// The command line without the window: what the tests run.
int main(int argc, char** argv)
{
    return winnow::cli::runCommand(argc, argv);
}
