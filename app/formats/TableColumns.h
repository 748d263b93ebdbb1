// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

struct NamedColumn;

/// What a column of a table means.
enum class Role {
    Title,
    Abstract,
    Authors,
    Year,
    Date,
    Journal,
    Volume,
    Issue,
    Pages,
    StartPage,
    EndPage,
    Doi,
    Pmid,
    Pmcid,
    Nct,
    Issn,
    Isbn,
    Keywords,
    Language,
    Type,
    Url,
    SourceId,
    Source,
    Database,
    Remarks,
    // what people said in another tool, by the column's name
    Vote,
    Decision,
    Reason,
    Label,
    Note,
    // of Winnow's own tables only
    WinnowId,
    WinnowNumber,
    DecisionTitle,
    ReasonTitle,
    DecisionFulltext,
    ReasonFulltext,
    Votes,
    Labels,
    Notes,
    Extra,
    Exact,
    None
};

/// The columns of one table: their names as written, and for each role the columns that hold it, best first.
class Columns {
public:
    Columns() = default;
    /// What a person says of a column (ColumnMap.h) stands above what its heading sounds like.
    explicit Columns(const std::vector<std::string_view>& header, std::span<const NamedColumn> named = {});

    [[nodiscard]] std::size_t count() const { return names_.size(); }
    [[nodiscard]] const std::string& name(std::size_t column) const { return names_[column]; }
    /// The column under this heading; npos: there is none.
    [[nodiscard]] std::size_t find(std::string_view heading) const;
    [[nodiscard]] const std::vector<std::size_t>& of(Role role) const
    {
        return byRole_[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] bool has(Role role) const { return !of(role).empty(); }
    /// The first role that a column has; None: it is kept under its own name.
    [[nodiscard]] Role roleAt(std::size_t column) const;
    /// Columns whose meaning is known.
    [[nodiscard]] std::size_t recognised() const { return recognised_; }
    /// Written by Winnow: has the columns winnow_id and winnow_exact.
    [[nodiscard]] bool own() const { return own_; }
    /// A table of a trials register.
    [[nodiscard]] bool registry() const { return registry_; }
    /// -1 is an exclusion and 0 undecided (Abstrackr); else 0 is an exclusion and -1 no vote (ASReview).
    [[nodiscard]] bool minusExcludes() const { return minusExcludes_; }

private:
    void name(const NamedColumn& column, std::vector<std::string>& plain);
    void nameAbstrackr(std::vector<std::string>& plain);

    std::vector<std::string> names_;
    std::array<std::vector<std::size_t>, static_cast<std::size_t>(Role::None) + 1> byRole_;
    std::size_t recognised_ = 0;
    bool own_ = false;
    bool registry_ = false;
    bool minusExcludes_ = false;
};

} // namespace winnow::formats
