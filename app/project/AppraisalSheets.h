// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Appraisals.h"
#include "store/AppraisalRows.h"

namespace winnow {

// What the use case of appraisals is made of. Not for the window or the command line.

/// An instrument that the project keeps. It is checked when it is first asked for: that takes up to some tenths of a
/// second, and answers are waited for. BadInput: there is none, or it came from elsewhere and has faults.
[[nodiscard]] Result<appraisal::Instrument> keptInstrument(store::Database& db, InstrumentId id);

/// As the log holds it: JSON [key, value, why, [[file, page, range, text] …]].
[[nodiscard]] store::Value packSaid(const QString& key, const Said& said);
/// The key, and what was said. None: nothing that a Winnow wrote.
[[nodiscard]] std::optional<std::pair<QString, Said>> unpackSaid(const store::Value& value);

/// What each person had said up to a change; all: up to now. By person.
[[nodiscard]] std::vector<AppraisalSheet> sheetsUpTo(const std::vector<store::Change>& answered,
                                                     const std::vector<store::Change>& judged,
                                                     std::optional<store::ChangeId> end);

/// What stands of the settlements of one appraisal.
struct Consensus {
    AppraisalSheet sheet; ///< of keys with one answer
    QStringList clashing;
    store::ChangeId last; ///< none: there is no consensus
};
[[nodiscard]] Consensus consensusOf(const std::vector<store::Change>& settled, const appraisal::Instrument& instrument,
                                    const QString& variant);

} // namespace winnow
