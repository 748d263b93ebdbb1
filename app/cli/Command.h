// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <memory>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace winnow::cli {

class Context;

/// One command: says its options, then runs once with what they hold.
class Command {
public:
    virtual ~Command() = default;
    virtual void addOptions(CLI::App& app) = 0;
    /// Known when the options are: drawing needs fonts.
    [[nodiscard]] virtual bool draws() const { return false; }
    /// What it answers goes through the context; an Error becomes one line on standard error and exit code 1.
    [[nodiscard]] virtual Result<void> run(Context& context) = 0;
};

struct CommandSpec {
    const char* name;
    const char* summary; ///< what it does, as a half sentence for the list of commands
    std::unique_ptr<Command> (*make)();
};

/// All commands, in the order of a review. How to add one: a cmd_ file, a line in registry.cpp, a line in CMake.
[[nodiscard]] std::span<const CommandSpec> registry();
/// nullptr: no such command.
[[nodiscard]] const CommandSpec* findCommand(std::string_view name);

} // namespace winnow::cli
