// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "project/Online.h"
#include "project/Project.h"
#include "sources/Unpaywall.h"

#include <QDate>

#include <optional>
#include <vector>

namespace winnow {

/// Where the full text of a report may be read without paying.
struct FreeText {
    sources::FreePlace place;
    QString source; ///< "Unpaywall", "Europe PMC"
    QDate seen;

    bool operator==(const FreeText&) const = default;
    /// Its licence lets the reader keep a copy.
    [[nodiscard]] bool mayBeFetched() const { return sources::allowsCopies(place.licence) && !place.pdf.isEmpty(); }
};

struct FreeTextsReport {
    qint64 asked = 0; ///< reports sought for retrieval that have a DOI or PMID
    std::vector<std::pair<RecordId, FreeText>> found;
    std::vector<RecordId> missing; ///< of all that are sought; for the library
    QStringList troubles;
};

/// What fetching came to.
struct FetchedTexts {
    std::vector<std::pair<RecordId, QString>> files;
    qint64 notAllowed = 0; ///< may be read at their place, and not copied
    std::vector<RecordId> failed; ///< what stood there was no PDF, or could not be got
};

/// Open-access full texts of the reports that are sought for retrieval: looked for in Unpaywall and Europe PMC (and PMC
/// through it); fetched only where the licence allows it; what is found nowhere is a list for the library.
class FreeTexts {
public:
    explicit FreeTexts(Project& project) : m_project(project) { }

    /// What is found is noted in one step. Errors: SearchStopped, those of writing.
    Result<FreeTextsReport> look(Online& online, const JobContext& job);
    /// As it was last noted. None: nowhere.
    [[nodiscard]] Result<std::optional<FreeText>> of(RecordId report) const;
    /// What is noted of the reports that are sought, and those of which nothing is.
    [[nodiscard]] Result<FreeTextsReport> noted() const;
    /// Fetches PDFs into a folder. Those that were fetched are received, if `receive`. Errors: SearchStopped,
    /// FileNotWritable, those of writing.
    Result<FetchedTexts> fetch(Online& online, const QString& folder, bool receive, const JobContext& job);
    /// "number,title,authors,year,journal,doi,pmid", one line for each of these.
    [[nodiscard]] Result<QByteArray> listForLibrary(const std::vector<RecordId>& reports) const;

private:
    Project& m_project;
};

} // namespace winnow
