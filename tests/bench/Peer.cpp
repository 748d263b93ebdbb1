// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Peer.h"

#include "BenchRoom.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>
#include <unistd.h>

namespace winnow::bench {
namespace {

std::string quoted(const std::string& text)
{
    std::string out = "\"";
    for (const char c : text)
        out += c == '"' ? "\"\"" : std::string(1, c);
    return out + '"';
}

std::string authorsOf(const Record& record)
{
    std::string names;
    for (const Author& author : record.authors)
        names += (names.empty() ? "" : " and ") + author.family + (author.given.empty() ? "" : ", " + author.given);
    return names;
}

void writeCsv(const std::string& path, const std::vector<Record>& records)
{
    std::ofstream out(path);
    out << "ID,ENTRYTYPE,title,author,year,journal,volume,number,pages,doi,abstract\n";
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Record& r = records[i];
        out << 'r' << i << ",article";
        for (const std::string& field : {r.title, authorsOf(r), r.year ? std::to_string(r.year) : std::string(),
                                         r.journal, r.volume, r.issue, r.pages, r.doi, r.abstract})
            out << ',' << quoted(field);
        out << '\n';
    }
}

/// The ids on a line, "r0;r17", as one cluster; what is no id of ours is left out.
void takeLine(const std::string& line, std::vector<std::uint32_t>& cluster)
{
    std::istringstream ids(line);
    std::optional<std::uint32_t> first;
    for (std::string id; std::getline(ids, id, ';');) {
        const std::size_t number = id.starts_with('r') ? std::strtoul(id.c_str() + 1, nullptr, 10) : cluster.size();
        if (number >= cluster.size())
            continue;
        first = first.value_or(std::uint32_t(number));
        cluster[number] = *first;
    }
}

} // namespace

std::optional<PeerResult> askPeer(const std::string& command, const LabelledSet& set)
{
    const auto path = std::filesystem::temp_directory_path() / ("winnow-peer-" + std::to_string(::getpid()) + ".csv");
    writeCsv(path, set.records);
    PeerResult result;
    result.cluster.resize(set.records.size());
    std::iota(result.cluster.begin(), result.cluster.end(), 0U);
    const Stopwatch watch;
    FILE* pipe = ::popen((command + ' ' + path.string()).c_str(), "r");
    std::string line;
    for (int c = pipe ? std::fgetc(pipe) : EOF; c != EOF; c = std::fgetc(pipe)) {
        if (c == '\n') {
            takeLine(line, result.cluster);
            line.clear();
        } else {
            line += char(c);
        }
    }
    const bool worked = pipe && ::pclose(pipe) == 0;
    result.seconds = watch.seconds();
    std::filesystem::remove(path);
    if (worked)
        return result;
    std::fprintf(stderr, "peer skipped: \"%s\" did not work\n", command.c_str());
    return std::nullopt;
}

} // namespace winnow::bench
