// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Reader.h"

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::store {

// What charts count of many records at once: one scan of the narrow table each, some 200 ms for a million records.

/// One journal whatever the case, the points and a leading "The" of its name; 0: none. Stored with each record: a
/// change of it needs a migration.
[[nodiscard]] qint64 journalKey(std::string_view name);

/// Year and journal of a report, as its own record has them, edits applied.
struct ReportFacet {
    qint64 report = 0;
    int year = 0; ///< 0: none
    qint64 journal = 0;
};
/// Every report of the live imports, by number.
void visitFacets(Reader& reader, const std::function<void(const ReportFacet&)>& visit);
/// The name of its journal as a record (or an edit of it) spells it.
[[nodiscard]] std::string journalOf(Reader& reader, qint64 record);

/// Two people may have made the same source apart, each with a number of its own: the first of that name stands for
/// all of them.
[[nodiscard]] std::map<qint64, qint64> firstOfName(const std::vector<Source>& sources);

/// The sources that a report came from, first of their names, in order of their numbers.
using SourceSet = std::vector<qint64>;
/// How many reports each set of sources found.
[[nodiscard]] std::map<SourceSet, qint64> countBySources(Reader& reader);
/// The reports that exactly these sources found, by number.
[[nodiscard]] std::vector<qint64> reportsOfSources(Reader& reader, const SourceSet& sources);
/// A report of more than one record.
struct SharedReport {
    qint64 report = 0;
    SourceSet sources;
    std::map<qint64, qint64> entries; ///< by source, each with its own number: distinct accessions (rules.md A1)
};
void visitShared(Reader& reader, const std::function<void(const SharedReport&)>& visit);

/// Reports whose votes at a stage the viewer may know (rules.md C1): voted on by the viewer, or opened. Sorted.
[[nodiscard]] std::vector<qint64> knownReports(Reader& reader, Stage stage);
/// When a person's standing vote was cast, by report, as far as the viewer may see: the stamp of the vote.
[[nodiscard]] std::map<qint64, qint64> voteStamps(Reader& reader, ReviewerId reviewer, Stage stage);
/// Reports that carry a label at either stage, as far as the viewer may see. Sorted.
[[nodiscard]] std::vector<qint64> labelledReports(Reader& reader, LabelId label);

} // namespace winnow::store
