// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

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
    Keywords,
    Language,
    Type,
    Url,
    SourceId,
    Source,
    Database,
    Remarks,
    // of Winnow's own tables only
    WinnowId,
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
    explicit Columns(const std::vector<std::string_view>& header);

    [[nodiscard]] std::size_t count() const { return names_.size(); }
    [[nodiscard]] const std::string& name(std::size_t column) const { return names_[column]; }
    [[nodiscard]] const std::vector<std::size_t>& of(Role role) const
    {
        return byRole_[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] bool has(Role role) const { return !of(role).empty(); }
    /// Columns whose meaning is known.
    [[nodiscard]] std::size_t recognised() const { return recognised_; }
    /// Written by Winnow: has the columns winnow_id and winnow_exact.
    [[nodiscard]] bool own() const { return own_; }
    /// A table of a trials register.
    [[nodiscard]] bool registry() const { return registry_; }

private:
    std::vector<std::string> names_;
    std::array<std::vector<std::size_t>, static_cast<std::size_t>(Role::None) + 1> byRole_;
    std::size_t recognised_ = 0;
    bool own_ = false;
    bool registry_ = false;
};

} // namespace winnow::formats
