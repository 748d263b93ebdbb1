// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How well and how fast duplicates are found: on labelled sets (sensitivity and precision over pairs, false joins with
// their titles, length of the queue) and on generated ones of any size.
//   bench_dedup --sets FOLDER,FOLDER … [--list false|missed|queue|all]
//   bench_dedup --generated 10k,100k,1M [--seed N] [--share 0.2] [--list …]
// With --peer COMMAND another program does the same (see Peer.h), and the ratio of times is told.

#include "BenchRoom.h"
#include "DuplicateMaker.h"
#include "LabelledSet.h"
#include "Peer.h"
#include "deduplication/Find.h"

#include <numeric>

using namespace winnow;
using namespace winnow::bench;
using namespace winnow::deduplication;

namespace {

std::uint32_t rootOf(std::vector<std::uint32_t>& parents, std::uint32_t i)
{
    while (parents[i] != i)
        i = parents[i] = parents[parents[i]];
    return i;
}

std::vector<std::uint32_t> partition(std::size_t records, const std::vector<FoundPair>& pairs)
{
    std::vector<std::uint32_t> parents(records);
    std::iota(parents.begin(), parents.end(), 0U);
    for (const FoundPair& pair : pairs)
        parents[rootOf(parents, pair.a)] = rootOf(parents, pair.b);
    for (std::uint32_t i = 0; i < parents.size(); ++i)
        parents[i] = rootOf(parents, i);
    return parents;
}

Found find(std::span<const Traits> traits)
{
    auto found = findDuplicates(traits, {}, certainScore, {});
    if (!found)
        giveUp("the search ended early");
    return std::move(*found);
}

std::vector<Traits> traitsOfAll(const std::vector<Record>& records)
{
    std::vector<Traits> traits;
    traits.reserve(records.size());
    for (const Record& record : records)
        traits.push_back(traitsOf(record));
    return traits;
}

void tell(const LabelledSet& set, const char* what, std::uint32_t a, std::uint32_t b, const Traits& left,
          const Traits& right)
{
    const Finding finding = judge(compare(left, right));
    std::fprintf(stderr, "%s (%s; score %.3f, rule %d, doubt %d)\n    %s\n    %s\n", what, set.name.c_str(),
                 finding.score, int(finding.rule), int(finding.doubt), described(set.records[a]).c_str(),
                 described(set.records[b]).c_str());
}

/// Pairs of the partition that the labels do not have ("false"), and the other way round ("missed").
void list(const LabelledSet& set, const std::vector<Traits>& traits, const std::vector<std::uint32_t>& cluster,
          const std::vector<std::uint32_t>& withQueue, const std::string& which)
{
    const bool all = which == "all";
    for (std::uint32_t a = 0; a < set.records.size(); ++a) {
        for (std::uint32_t b = a + 1; b < set.records.size(); ++b) {
            const bool same = set.group[a] == set.group[b];
            if (cluster[a] == cluster[b] && !same && (all || which == "false"))
                tell(set, "false join", a, b, traits[a], traits[b]);
            if (same && cluster[a] != cluster[b] && (all || which == "missed"))
                tell(set, withQueue[a] == withQueue[b] ? "queued" : "missed", a, b, traits[a], traits[b]);
        }
    }
}

/// What a person makes of the queue: joins what the labels call the same.
std::vector<FoundPair> judgedRight(const LabelledSet& set, const Found& found)
{
    std::vector<FoundPair> pairs = found.joined;
    for (const FoundPair& pair : found.doubtful) {
        if (set.group[pair.a] == set.group[pair.b])
            pairs.push_back(pair);
    }
    return pairs;
}

/// The same set to another program.
void measurePeer(const LabelledSet& set, const std::string& command, double ours)
{
    const auto peer = command.empty() ? std::nullopt : askPeer(command, set);
    if (!peer)
        return;
    const Outcome outcome = outcomeOf(set.group, peer->cluster);
    JsonLine("dedup_peer")
        .add("set", set.name)
        .add("records", static_cast<long long>(set.records.size()))
        .add("sensitivity", outcome.sensitivity())
        .add("precision", outcome.precision())
        .add("false_joins", static_cast<long long>(outcome.wrong))
        .add("seconds", peer->seconds)
        .add("times_ours", peer->seconds / ours)
        .print();
}

void measureMarks(const LabelledSet& set, const Found& found)
{
    const auto cluster = partition(set.records.size(), found.joined);
    std::vector<int> size(set.records.size());
    for (const std::uint32_t c : cluster)
        ++size[c];
    long long marked = 0, seen = 0, wrong = 0;
    for (std::size_t i = 0; i < set.records.size(); ++i) {
        const bool joined = size[cluster[i]] > 1;
        marked += set.marked[i];
        seen += set.marked[i] && joined;
        wrong += !set.marked[i] && joined;
        if (!set.marked[i] && joined)
            std::fprintf(stderr, "not marked, but joined (%s)\n    %s\n", set.name.c_str(),
                         described(set.records[i]).c_str());
        if (set.marked[i] && !joined)
            std::fprintf(stderr, "marked, but not joined (%s)\n    %s\n", set.name.c_str(),
                         described(set.records[i]).c_str());
    }
    JsonLine("dedup")
        .add("set", set.name)
        .add("records", static_cast<long long>(set.records.size()))
        .add("marked", marked)
        .add("sensitivity", double(seen) / double(std::max(1LL, marked)))
        .add("false_marks", wrong)
        .add("queue", static_cast<long long>(found.doubtful.size()))
        .print();
}

void measureSet(const std::string& folder, const std::string& which, const std::string& peer)
{
    const LabelledSet set = readSet(folder);
    const CoreTime watch;
    const auto traits = traitsOfAll(set.records);
    const Found found = find(traits);
    const double seconds = watch.seconds();
    if (!set.hasGroups())
        return measureMarks(set, found);
    const auto cluster = partition(set.records.size(), found.joined);
    const auto withQueue = partition(set.records.size(), judgedRight(set, found));
    const Outcome automatic = outcomeOf(set.group, cluster);
    const Outcome queued = outcomeOf(set.group, withQueue);
    list(set, traits, cluster, withQueue, which);
    if (which == "queue" || which == "all") {
        for (const FoundPair& pair : found.doubtful)
            tell(set, set.group[pair.a] == set.group[pair.b] ? "asks: same" : "asks: different", pair.a, pair.b,
                 traits[pair.a], traits[pair.b]);
    }
    JsonLine("dedup")
        .add("set", set.name)
        .add("records", static_cast<long long>(set.records.size()))
        .add("pairs", static_cast<long long>(automatic.truePairs))
        .add("sensitivity", automatic.sensitivity())
        .add("precision", automatic.precision())
        .add("false_joins", static_cast<long long>(automatic.wrong))
        .add("with_queue", queued.sensitivity())
        .add("queue", static_cast<long long>(found.doubtful.size()))
        .add("queue_share", double(found.doubtful.size()) / double(set.records.size()))
        .add("compared", static_cast<long long>(found.compared))
        .add("seconds", seconds)
        .print();
    measurePeer(set, peer, seconds);
}

void measureGenerated(std::uint64_t records, std::uint64_t seed, double share, const std::string& which,
                      const std::string& peer)
{
    const PeakMemory memory;
    LabelledSet set;
    set.name = "generated";
    std::vector<Traits> traits;
    traits.reserve(records);
    DuplicateMaker maker(seed, share);
    double folding = 0;
    const bool keep = which != "none" || !peer.empty();
    for (std::uint64_t i = 0; i < records; ++i) {
        const auto [record, document] = maker.next();
        set.group.push_back(document);
        const CoreTime watch;
        traits.push_back(traitsOf(record));
        folding += watch.seconds();
        if (keep)
            set.records.push_back(record);
    }
    const CoreTime watch;
    const Found found = find(traits);
    const double seconds = folding + watch.seconds();
    const auto cluster = partition(traits.size(), found.joined);
    const auto withQueue = partition(traits.size(), judgedRight(set, found));
    const Outcome automatic = outcomeOf(set.group, cluster);
    if (keep && which != "none")
        list(set, traits, cluster, withQueue, which);
    JsonLine("dedup")
        .add("set", "generated " + std::to_string(seed))
        .add("records", static_cast<long long>(records))
        .add("pairs", static_cast<long long>(automatic.truePairs))
        .add("sensitivity", automatic.sensitivity())
        .add("precision", automatic.precision())
        .add("false_joins", static_cast<long long>(automatic.wrong))
        .add("with_queue", outcomeOf(set.group, withQueue).sensitivity())
        .add("queue", static_cast<long long>(found.doubtful.size()))
        .add("queue_share", double(found.doubtful.size()) / double(records))
        .add("compared", static_cast<long long>(found.compared))
        .add("seconds", seconds)
        .add("us_per_record", seconds * 1e6 / double(records))
        .add("peak_mb", PeakMemory::megabytes())
        .print();
    measurePeer(set, peer, seconds);
}

} // namespace

int main(int argc, char** argv)
{
    const Arguments arguments(argc, argv);
    std::string folders = arguments.text("sets");
    const std::string which = arguments.text("list", arguments.text("sets").empty() ? "none" : "false");
    while (!folders.empty()) {
        const std::size_t comma = std::min(folders.find(','), folders.size());
        measureSet(folders.substr(0, comma), which, arguments.text("peer"));
        folders.erase(0, comma + 1);
    }
    if (arguments.text("sets").empty()) {
        for (const long long records : arguments.numbers("generated", "10k"))
            measureGenerated(std::uint64_t(records), std::uint64_t(arguments.number("seed", 1)),
                             arguments.fraction("share", 0.2), which, arguments.text("peer"));
    }
    return 0;
}
