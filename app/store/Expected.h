// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"
#include "store/Reader.h"

#include <array>
#include <optional>
#include <vector>

namespace winnow::store {

/// Which votes of a reader's viewer are expected still, and so which places are not shown to them yet (rules.md C1).
/// Every list, click, filter and export that tells where a report stands asks here. Nobody looking: nothing is hidden.
/// Costs nothing in a team where nobody can decide without the viewer; else some look-ups for each place that tells.
class Expected {
public:
    explicit Expected(Reader& reader) : m_reader(reader) { }

    /// The viewer's vote on this report at this stage is expected, and others voted on it in secret.
    [[nodiscard]] bool of(qint64 report, Stage stage);
    [[nodiscard]] Place shown(qint64 report, Place place);
    /// False: nothing can be hidden from the viewer, and nobody needs to look.
    [[nodiscard]] bool any() { return possible(Stage::Title) || possible(Stage::Fulltext); }

private:
    [[nodiscard]] bool possible(Stage stage);
    [[nodiscard]] bool voted(Stage stage, const std::vector<qint64>& members);
    [[nodiscard]] bool votedInSecret(Stage stage, const std::vector<qint64>& members);
    [[nodiscard]] bool amongMine(qint64 report, Stage stage);

    struct AtStage {
        std::optional<bool> possible;
        std::optional<std::vector<qint64>> mine; ///< records I voted on, in order: read once a list turns out long
        int asked = 0;
    };
    Reader& m_reader;
    std::array<AtStage, 2> m_stages;
};

} // namespace winnow::store
