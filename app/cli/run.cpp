// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Clock.h"
#include "cli/Cli.h"
#include "cli/Command.h"
#include "cli/Context.h"
#include "cli/Interrupt.h"

#include <CLI/CLI.hpp>

#include <QGuiApplication>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <string>

namespace winnow::cli {
namespace {

enum ExitCode { Done = 0, Failed = 1, WrongUse = 2, Cancelled = 130 };

bool asksForHelp(std::string_view word)
{
    return word == "help" || word == "--help" || word == "-h";
}

/// What Qt has to say is not for whoever reads standard error.
void dropQtMessage(QtMsgType, const QMessageLogContext&, const QString&) { }

int listCommands()
{
    std::printf("winnow [FILE.winnow]      opens the window\nwinnow COMMAND …          does without one:\n\n");
    for (const CommandSpec& command : registry())
        std::printf("  %-12s %s\n", command.name, command.summary);
    std::printf("\n“winnow COMMAND --help” tells the options. Exit code 0: done, 1: it could not be done, "
                "2: the command line is wrong,\n130: cancelled by Ctrl-C.\n");
    return Done;
}

int wrongUse(const std::string& command, const CLI::ParseError& error)
{
    std::string message = error.what();
    std::replace(message.begin(), message.end(), '\n', ' ');
    std::fprintf(stderr, "winnow %s: %s; “winnow %s --help” tells the options.\n", command.c_str(), message.c_str(),
                 command.c_str());
    return WrongUse;
}

/// Drawing needs an application that knows fonts; neither needs a display.
std::unique_ptr<QCoreApplication> makeApplication(bool draws)
{
    static int argc = 1;
    static char name[] = "winnow";
    static char* argv[] = {name, nullptr};
    if (!draws)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

struct Common {
    bool json = false;
    bool progress = false;
};

int perform(Command& command, const Common& common)
{
    const auto application = makeApplication(command.draws());
    std::setlocale(LC_NUMERIC, "C"); // Qt takes the user's locale; numbers in files and answers are everybody's
    const SystemClock clock;
    Output out(stdout);
    ProgressLine progress(ProgressLine::modeFor(common.progress));
    const Interrupt interrupt;
    Context context(common.json, out, progress, interrupt.token(), clock);
    Result<void> result = command.run(context);
    const Result<void> written = out.finish();
    if (result && !written)
        result = Failure(written.error());
    if (result)
        return Done;
    const ErrorCode code = result.error().code;
    const bool stopped = code == ErrorCode::Cancelled || code == ErrorCode::SearchStopped;
    if (out.closedByReader() && stopped)
        return Done; // whoever read the answer has seen enough
    context.complain(result.error());
    return stopped ? Cancelled : Failed;
}

} // namespace

bool isCommand(const char* word)
{
    if (!word)
        return false;
    const std::string_view asked(word);
    return asksForHelp(asked) || asked == "--version" || findCommand(asked);
}

int runCommand(int argc, char** argv)
{
    qInstallMessageHandler(dropQtMessage);
    std::signal(SIGPIPE, SIG_IGN);
    const std::string word = argc > 1 ? argv[1] : "help";
    if (asksForHelp(word))
        return listCommands();
    if (word == "--version") {
        std::printf("winnow %s\n", WINNOW_VERSION);
        return Done;
    }
    const CommandSpec* spec = findCommand(word);
    if (!spec) {
        std::fprintf(stderr, "winnow: there is no command “%s”; “winnow help” lists them.\n", word.c_str());
        return WrongUse;
    }
    CLI::App app(std::string("winnow ") + spec->name + ": " + spec->summary, std::string("winnow ") + spec->name);
    Common common;
    app.add_flag("--json", common.json, "answer with one JSON object");
    app.add_flag("--progress", common.progress, "tell the progress in lines on standard error");
    const auto command = spec->make();
    command->addOptions(app);
    try {
        app.parse(argc - 1, argv + 1);
    } catch (const CLI::CallForHelp&) {
        std::fputs(app.help().c_str(), stdout);
        return Done;
    } catch (const CLI::ParseError& error) {
        return wrongUse(spec->name, error);
    }
    return perform(*command, common);
}

} // namespace winnow::cli
