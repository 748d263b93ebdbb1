// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Allocation.h"
#include "domain/Ids.h"
#include "domain/Pilot.h"

#include <QDate>
#include <QFlags>
#include <QString>
#include <QStringList>

#include <vector>

namespace winnow {

// Numbers of the enums in this file stand in project files: append only, never renumber.

enum class Verdict : int { None = 0, Include = 1, Exclude = 2, Maybe = 3 };

/// Lead, reviewer, resolver, librarian (imports and searches, no votes), reader (rules.md D1).
enum class Role : int { Lead = 1, Reviewer = 2, Resolver = 4, Librarian = 8, Reader = 16 };
Q_DECLARE_FLAGS(Roles, Role)

struct Reviewer {
    ReviewerId id;
    QString name;
    Roles roles = Role::Reviewer;
    /// Has left: what they did stays and counts, but they are no longer asked or offered.
    bool retired = false;
    int titleShare = 100; ///< of the reports that are dealt out: a weight
    int fulltextShare = 100;

    bool operator==(const Reviewer&) const = default;
    [[nodiscard]] bool mayVote() const
    {
        return !retired && bool(roles & (Roles(Role::Lead) | Role::Reviewer | Role::Resolver));
    }
    /// Votes are waited for: resolvers may vote, but are not asked to.
    [[nodiscard]] bool screens() const { return !retired && bool(roles & (Roles(Role::Lead) | Role::Reviewer)); }
    [[nodiscard]] bool mayResolve() const { return mayVote(); }
    [[nodiscard]] bool mayImport() const { return !retired && roles != Roles(Role::Reader); }
    /// Adds reasons, labels and criteria to the team's lists.
    [[nodiscard]] bool mayAdd() const { return mayImport(); }
    [[nodiscard]] bool leads() const { return !retired && bool(roles & Role::Lead); }
    [[nodiscard]] int share(Stage stage) const { return stage == Stage::Title ? titleShare : fulltextShare; }
};

/// An exclusion reason of one stage. `key` is its digit (1–9), kept when the order changes; 0: none.
struct Reason {
    ReasonId id;
    Stage stage = Stage::Title;
    QString text;
    int position = 0;
    int key = 0;
    bool removed = false; ///< no longer offered; still the name of what was excluded for it

    bool operator==(const Reason&) const = default;
};

struct Label {
    LabelId id;
    QString name;

    bool operator==(const Label&) const = default;
};

struct Criterion {
    CriterionId id;
    bool include = true;
    QString text;
    int position = 0;

    bool operator==(const Criterion&) const = default;
};

/// A reviewer's answer to a criterion for one record; never required, never a vote (rules.md B7).
enum class Tick : int { Unset = 0, Yes = 1, No = 2, Unclear = 3 };

/// The headed groups of PRISMA's first box, and the kinds of the other-methods column (rules.md A3).
enum class SourceKind : int { Database = 1, Register = 2, Website = 3, Organisation = 4, Citation = 5, Other = 6 };
enum class Arm : int { Databases = 1, OtherMethods = 2 };

[[nodiscard]] constexpr Arm armOf(SourceKind kind)
{
    return kind == SourceKind::Database || kind == SourceKind::Register ? Arm::Databases : Arm::OtherMethods;
}

struct Source {
    SourceId id;
    QString name;
    SourceKind kind = SourceKind::Database;

    bool operator==(const Source&) const = default;
};

/// ClinicalTrials.gov, ICTRP and their like are registers by default; everything else a database.
[[nodiscard]] SourceKind defaultKind(const QString& sourceName);

/// What PRISMA-S asks about one search or import (rules.md F2).
struct RunDetails {
    QString platform;
    QDate searched;
    QString strategy;
    qint64 hits = -1; ///< number the source reported; -1: not said
    qint64 removedBefore = 0; ///< duplicates removed elsewhere, before the import

    bool operator==(const RunDetails&) const = default;
};

struct Run {
    RunId id;
    QString fileName;
    QString format;
    QString encoding;
    std::vector<SourceId> sources; ///< by origin: most files have one
    RunDetails details;
    ReviewerId by;
    qint64 at = 0;
    qint64 records = 0;
    qint64 unreadable = 0;
    bool live = true;

    bool operator==(const Run&) const = default;
};

enum class ReasonRule : int { FirstInOrder = 0, ByHand = 1 };

/// Who settles an include against an exclude: those who voted, over one screen; only those named as resolvers; or
/// nobody, because the team agreed beforehand that an include wins.
enum class ResolveRule : int { Discussion = 0, NamedResolvers = 1, IncludeWins = 2 };

/// Agreed beforehand by the team; changing them derives decisions anew from the same votes (rules.md B4).
struct StageRules {
    int votesNeeded = 2;
    bool majority = false;
    ReasonRule reasons = ReasonRule::FirstInOrder;
    ResolveRule resolving = ResolveRule::Discussion;
    Allocation allocation;

    bool operator==(const StageRules&) const = default;
};

/// The parts of the question that criteria are made of.
struct Pico {
    QString population;
    QString intervention;
    QString comparator;
    QString outcomes;

    bool operator==(const Pico&) const = default;
};

struct ReviewSettings {
    QString title;
    QString question;
    StageRules titleStage;
    StageRules fulltextStage;
    Pico pico;
    int pilotPlanned = 0; ///< reports that the team means to pilot title and abstract with; 0: none

    bool operator==(const ReviewSettings&) const = default;
    [[nodiscard]] const StageRules& rules(Stage stage) const
    {
        return stage == Stage::Title ? titleStage : fulltextStage;
    }
    [[nodiscard]] StageRules& rules(Stage stage) { return stage == Stage::Title ? titleStage : fulltextStage; }
};

/// States of a report on its way to the reader (rules.md A7).
enum class Retrieval : int { Sought = 0, Requested = 1, Received = 2, NotRetrieved = 3 };

struct RetrievalState {
    Retrieval state = Retrieval::Sought;
    QString note;
    QDate date;

    bool operator==(const RetrievalState&) const = default;
};

/// Removed before screening (rules.md A5): `text` names the tool or the reason.
struct SetAside {
    enum class By : int { None = 0, Automation = 1, Other = 2 };
    By by = By::None;
    QString text;

    bool operator==(const SetAside&) const = default;
};

/// Ends of full text beside included and excluded (rules.md A6).
enum class Classification : int { None = 0, Awaiting = 1, Ongoing = 2 };

struct Study {
    StudyId id;
    QString name;

    bool operator==(const Study&) const = default;
};

/// Where a report stands: exactly one of these, and so exactly one place in the PRISMA figure.
/// Stored; append only.
enum class Place : int {
    AwaitingScreening = 1,
    TitleConflict = 2,
    RemovedAutomation = 3,
    RemovedOther = 4,
    TitleExcluded = 5,
    Sought = 6,
    Requested = 7,
    NotRetrieved = 8,
    AwaitingAssessment = 9,
    FulltextConflict = 10,
    ReasonsDiffer = 11,
    FulltextExcluded = 12,
    Included = 13,
    AwaitingClassification = 14,
    Ongoing = 15,
};

/// The report has passed title and abstract.
[[nodiscard]] constexpr bool passedTitle(Place place)
{
    return place >= Place::Sought;
}
/// Votes at `stage` make sense for a report at `place`.
[[nodiscard]] constexpr bool reached(Place place, Stage stage)
{
    if (place == Place::RemovedAutomation || place == Place::RemovedOther)
        return false;
    return stage == Stage::Title || (passedTitle(place) && place != Place::NotRetrieved);
}

} // namespace winnow

Q_DECLARE_OPERATORS_FOR_FLAGS(winnow::Roles)
