// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Searches.h"
#include "sources/Titles.h"

#include <map>
#include <vector>

namespace winnow {

/// A record that somebody names: by DOI, PMID, number of PubMed Central or ClinicalTrials.gov, or title.
struct Seed {
    enum class Kind { Doi, Pmid, Nct, Pmcid, Title };
    Kind kind = Kind::Title;
    QString text; ///< normalised: "10.1/a", "123", "PMC123", "NCT01234567"; a title as written

    bool operator==(const Seed&) const = default;
};

/// One to a line; a line of nothing but identifiers may hold several. Links and labels ("PMID: 12") are understood.
[[nodiscard]] std::vector<Seed> seedsIn(const QString& text);

/// What came of a title that is nobody's for certain: a person chooses.
struct OpenTitle {
    QString title;
    std::vector<sources::TitleMatch> matches; ///< best first; none: nothing is like it

    bool operator==(const OpenTitle&) const = default;
};

struct SeedsReport {
    qint64 asked = 0; ///< seeds, each once
    qint64 records = 0; ///< came in
    std::vector<std::pair<Seed, RecordId>> here; ///< in the review before
    std::vector<Seed> missing; ///< nobody has them
    std::vector<OpenTitle> open;
    std::vector<SearchReport> searches; ///< one for each service that was asked
};

/// Records that the team knows of: added by hand, other methods (rules.md A3). Each service that delivers some is a
/// search in the log, an import and a step. For threads of jobs; blocks.
class Seeds {
public:
    Seeds(Project& project, Online& online) : m_project(project), m_online(online) { }

    /// PMIDs come from PubMed, numbers of PubMed Central from Europe PMC, trials from ClinicalTrials.gov, DOIs from
    /// OpenAlex and those it lacks from Crossref; a title that Crossref has word for word becomes its DOI. Errors: as
    /// Searches::search; what came before one has come in.
    Result<SeedsReport> add(const std::vector<Seed>& seeds, const JobContext& job);

private:
    Result<void> readTitles(std::vector<Seed>& seeds, SeedsReport& report, const JobContext& job);
    /// Those of them that the service did not have.
    Result<std::vector<Seed>> fetch(const char* service, const std::vector<Seed>& seeds, SeedsReport& report,
                                    const JobContext& job);

    Project& m_project;
    Online& m_online;
};

} // namespace winnow
