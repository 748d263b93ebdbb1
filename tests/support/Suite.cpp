// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Suite.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <string>

namespace winnow::test {

namespace {

std::map<std::string, RunSuite>& suites()
{
    static std::map<std::string, RunSuite> entered;
    return entered;
}

int whatThereIs(const char* program)
{
    std::fprintf(stderr, "%s SUITE [CASE …], where SUITE is one of:\n", program);
    for (const auto& [name, run] : suites())
        std::fprintf(stderr, "    %s\n", name.c_str());
    return 2;
}

} // namespace

Suite::Suite(const char* sourceFile, RunSuite run)
{
    suites()[std::filesystem::path(sourceFile).stem().string()] = run;
}

} // namespace winnow::test

int main(int argc, char** argv)
{
    using namespace winnow::test;
    const auto chosen = argc > 1 ? suites().find(argv[1]) : suites().end();
    if (chosen == suites().end())
        return whatThereIs(argv[0]);
    argv[1] = argv[0]; // the suite sees a command line of its own
    return chosen->second(argc - 1, argv + 1);
}
