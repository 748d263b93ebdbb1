// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "domain/Record.h"
#include "project/Online.h"
#include "project/Project.h"

#include <map>
#include <vector>

namespace winnow {

/// One empty field of one record, and what a service says.
struct Filled {
    RecordId record;
    Field field = Field::Abstract;
    std::string text;
    QString service; ///< "PubMed"

    bool operator==(const Filled&) const = default;
};

/// What can be filled, before anything is changed.
struct FillPlan {
    std::vector<Filled> fields;
    qint64 lookedAt = 0; ///< records that lack something and have an identifier to ask by, or were found by title
    qint64 byTitle = 0; ///< those of them that had none, and whose title is one work's for certain
    qint64 without = 0; ///< records that lack something, have no identifier, and were not found by title
    QStringList troubles; ///< a service that could not be asked to the end, as sentences

    [[nodiscard]] std::map<Field, qint64> byField() const;
    [[nodiscard]] std::map<QString, qint64> byService() const;
};

/// Missing abstracts and identifiers (DOI, PMID, PMCID, trial number), from PubMed, Europe PMC, Crossref and OpenAlex
/// in this order. A record without any identifier is looked for by its title first, in Crossref and Europe PMC, and
/// counts as found only where it is one work for certain (SameWork.h). What is filled are changes, so that find,
/// duplicates and exports see them; a field that holds anything is never touched. For threads of jobs; blocks.
class Filling {
public:
    explicit Filling(Project& project) : m_project(project) { }

    /// Asks the services, changes nothing. One that fails is told of, and the next one asked. Errors: SearchStopped.
    Result<FillPlan> plan(Online& online, const JobContext& job) const;
    /// All of it as one step, with where each text is from. What was filled or edited meanwhile is left alone. Answers
    /// how many fields were filled. Errors: those of writing.
    Result<qint64> fill(const FillPlan& plan, const JobContext& job);
    /// Which fields of a record were filled, and from where.
    [[nodiscard]] Result<std::map<Field, QString>> filled(RecordId record) const;

private:
    Project& m_project;
};

} // namespace winnow
