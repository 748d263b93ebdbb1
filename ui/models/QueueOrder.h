// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Entity.h"
#include "domain/Ids.h"

#include <QString>

#include <string>
#include <vector>

namespace winnow::ui {

/// The order of a screening queue. Numbers stand in settings: append only.
enum class QueueOrder : int { Imported = 0, Newest = 1, Oldest = 2, Title = 3, Random = 4 };

/// Which reports of a stage a queue holds. All are about my own votes, labels and notes: nothing that others did can
/// change what is in my queue or in what order (rules.md C1).
struct QueueFilter {
    enum class Kind {
        Unscreened,
        All,
        MyIncludes,
        MyExcludes,
        MyMaybes,
        Labelled,
        Noted,
        WithoutAbstract,
        LastVotes,
        SpeaksOf,
        Noticed
    };
    Kind kind = Kind::Unscreened;
    LabelId label; ///< for Labelled
    Entity entity = {}; ///< for SpeaksOf

    bool operator==(const QueueFilter&) const = default;
};

/// As kept in settings: "unscreened", "label 12" …; what is not understood is Unscreened.
[[nodiscard]] QString wordOf(const QueueFilter& filter);
[[nodiscard]] QueueFilter parseQueueFilter(QStringView word);
/// For menus: "As imported", "Newest first" …
[[nodiscard]] QString nameOf(QueueOrder order);
/// For menus; those of a label and an entity are their own names, empty here.
[[nodiscard]] QString nameOf(QueueFilter::Kind kind);

/// The same for one person, review and stage on every laptop, and another one for everybody else.
[[nodiscard]] quint64 queueSeed(const QString& projectUid, const QString& person, int stage);
/// Each report gets its place from the seed and its own id: reports that come later slip in between and move nothing.
void orderRandomly(std::vector<RecordId>& ids, quint64 seed);
/// Stable; a report without a year comes last either way. `years` runs beside `ids`.
void orderByYear(std::vector<RecordId>& ids, const std::vector<int>& years, bool newestFirst);
/// As a dictionary of `locale` would have it, leading signs and articles of English not counted; stable.
void orderByTitle(std::vector<RecordId>& ids, const std::vector<std::string>& titles);

} // namespace winnow::ui
