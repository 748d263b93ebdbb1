// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LabelledSet.h"

#include <optional>
#include <string>

namespace winnow::bench {

/// What another program makes of the same records: its clusters, and the seconds it took (its start and reading
/// included). `command` is run with the path of a CSV file (columns ID, ENTRYTYPE, title, author, year, journal,
/// volume, number, pages, doi, abstract; authors "Family, Given and …") and prints the ids of each set of duplicates on
/// a line, joined by ";". Nothing, with a message, if the command fails.
struct PeerResult {
    std::vector<std::uint32_t> cluster;
    double seconds = 0;
};
[[nodiscard]] std::optional<PeerResult> askPeer(const std::string& command, const LabelledSet& set);

} // namespace winnow::bench
