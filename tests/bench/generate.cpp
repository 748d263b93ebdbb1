// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// winnow_generate --records N [--seed S] [--format ris|nbib] [--overlap-with SEED] [--overlap 0.08] --out FILE
// Writes an export file of imagined records: the same arguments give the same file, byte for byte.
#include "BenchRecords.h"
#include "BenchRoom.h"

#include <cstdio>

int main(int argc, char** argv)
{
    using namespace winnow::bench;
    const Arguments arguments(argc, argv);
    const std::string out = arguments.text("out");
    const std::string format = arguments.text("format", "ris");
    if (out.empty() || (format != "ris" && format != "nbib")) {
        std::fputs("winnow_generate --records N [--seed S] [--format ris|nbib] [--overlap-with SEED] [--overlap 0.08] "
                   "--out FILE\n",
                   stderr);
        return 2;
    }
    FileRequest request;
    request.records = std::uint64_t(arguments.number("records", 10000));
    request.seed = std::uint64_t(arguments.number("seed", 1));
    request.overlapWith = std::uint64_t(arguments.number("overlap-with", 0));
    request.overlap = arguments.fraction("overlap", 0.08);
    request.shape = format == "ris" ? Shape::Ris : Shape::Nbib;
    const std::int64_t bytes = writeFile(out, request);
    if (bytes < 0) {
        std::fprintf(stderr, "winnow_generate: %s cannot be written.\n", out.c_str());
        return 1;
    }
    std::printf("{\"out\":\"%s\",\"records\":%llu,\"bytes\":%lld}\n", out.c_str(),
                static_cast<unsigned long long>(request.records), static_cast<long long>(bytes));
    return 0;
}
