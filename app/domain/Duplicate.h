// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace winnow {

/// What makes two records certainly the same, strongest first. Stands in the log: append only, never renumber.
enum class JoinRule : int {
    None = 0,
    Pmid = 1, ///< the same PubMed ID, and nothing that says otherwise
    Doi = 2,
    TitleYearAuthor = 3, ///< all that is given is the same, and neither says where it appeared
    TitleAndPages = 4, ///< the same title at the same place
    TitleAndJournal = 5, ///< the same title, authors, year and journal; pages not given or not comparable
    TitleAndAbstract = 6, ///< the same title, authors and abstract
    Score = 7, ///< by a threshold that a person has set
};

/// What speaks against joining two records. Stands in the log: append only, never renumber.
enum class PairDoubt : int {
    None = 0,
    Kind = 1, ///< an article and its preprint, registry entry or conference abstract (rules.md A2)
    Notice = 2, ///< one is a correction, comment, reply or protocol
    Part = 3, ///< parts, versions or phases with different numbers
    Title = 4,
    Trial = 5, ///< different trial numbers
    Journal = 6,
    Pages = 7,
    Volume = 8,
    Year = 9,
    Authors = 10,
    Pmid = 11,
    Doi = 12,
    Abstract = 13,
    FewFields = 14, ///< too little is given to be certain
    Chain = 15, ///< certain by itself, but it would join records that contradict each other
};

/// What is compared of two records, in the order in which it is told.
enum class Aspect : std::uint8_t { Title, Authors, Year, Journal, Volume, Pages, Abstract, Doi, Pmid, Trial };

/// How far they agree in it. `Missing`: one of them lacks it.
enum class Accord : std::uint8_t { Missing, Different, Alike, Same };

struct AspectAccord {
    Aspect aspect = Aspect::Title;
    Accord accord = Accord::Missing;

    bool operator==(const AspectAccord&) const = default;
};

} // namespace winnow
