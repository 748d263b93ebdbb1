// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LabelledSet.h"

#include "BenchRoom.h"
#include "formats/Read.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <unordered_map>

namespace winnow::bench {
namespace {

struct Keep final : formats::ReadSink {
    bool record(Record&& record, const RawSpan&) override
    {
        records.push_back(std::move(record));
        return true;
    }
    void unreadable(Unreadable&& entry) override { giveUp("cannot read: " + entry.text); }
    bool progress(qint64) override { return true; }
    std::vector<Record> records;
};

std::vector<Record> readAll(const std::string& path)
{
    const QString file = QString::fromStdString(path);
    const auto detected = formats::detect(file);
    Keep sink;
    if (!detected || !formats::readFile(file, *detected, sink))
        giveUp("cannot read " + path);
    return std::move(sink.records);
}

std::vector<std::uint32_t> readGroups(const std::string& path, const std::vector<Record>& records)
{
    std::unordered_map<std::string, std::uint32_t> numberOf;
    std::vector<std::uint32_t> group(records.size());
    for (std::uint32_t i = 0; i < records.size(); ++i) {
        numberOf[records[i].sourceId] = i;
        group[i] = i;
    }
    std::ifstream file(path);
    std::string line;
    std::getline(file, line); // merged_ids
    while (std::getline(file, line)) {
        std::erase_if(line, [](char c) { return c == '"' || c == '\r'; });
        std::istringstream ids(line);
        std::uint32_t first = 0;
        bool any = false;
        for (std::string id; std::getline(ids, id, ';'); any = true) {
            const auto found = numberOf.find(id);
            if (found == numberOf.end())
                giveUp("no record " + id);
            if (!any)
                first = found->second;
            group[found->second] = first;
        }
    }
    return group;
}

std::uint64_t pairsIn(std::uint64_t n)
{
    return n * (n - 1) / 2;
}

} // namespace

LabelledSet readSet(const std::string& folder)
{
    const std::filesystem::path path(folder);
    LabelledSet set;
    set.name = path.filename();
    if (exists(path / "groups.csv")) {
        set.records = readAll(path / "records.csv");
        set.group = readGroups(path / "groups.csv", set.records);
        return set;
    }
    set.records = readAll(path / "records.xml");
    for (const Record& record : set.records) {
        bool marked = false;
        for (const auto& [tag, text] : record.extra)
            marked = marked || (tag == "caption" && text == "Duplicate");
        set.marked.push_back(marked);
    }
    return set;
}

Outcome outcomeOf(const std::vector<std::uint32_t>& group, const std::vector<std::uint32_t>& cluster)
{
    std::map<std::uint32_t, std::uint64_t> groups;
    std::map<std::uint32_t, std::uint64_t> clusters;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint64_t> both;
    for (std::size_t i = 0; i < group.size(); ++i) {
        ++groups[group[i]];
        ++clusters[cluster[i]];
        ++both[{group[i], cluster[i]}];
    }
    Outcome outcome;
    std::uint64_t joined = 0;
    for (const auto& [_, n] : groups)
        outcome.truePairs += pairsIn(n);
    for (const auto& [_, n] : clusters)
        joined += pairsIn(n);
    for (const auto& [_, n] : both)
        outcome.found += pairsIn(n);
    outcome.wrong = joined - outcome.found;
    return outcome;
}

std::string described(const Record& r)
{
    const std::string authors = r.authors.empty() ? "–" : displayName(r.authors.front());
    return r.title.substr(0, 160) + " | " + authors + " | " + std::to_string(r.year) + " | " + r.journal.substr(0, 60)
        + ' ' + r.volume + '(' + r.issue + "):" + r.pages + ' ' + r.doi + " [" + r.sourceId + ']';
}

} // namespace winnow::bench
