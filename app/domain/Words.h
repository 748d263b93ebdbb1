// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "domain/Duplicate.h"
#include "domain/Record.h"
#include "domain/Review.h"

#include <QStringView>

#include <optional>

/// What people read and what scripts write. Sentences and names are translated; machine words never are.
namespace winnow::words {

/// One plain line: what happened to what (`context`, with `detail` in brackets), what it means for the data, what to
/// do.
[[nodiscard]] QString sentence(const Error& error);

// Names for the window: "Title and abstract", "Include", "Awaiting screening" …
[[nodiscard]] QString name(Stage stage);
[[nodiscard]] QString name(Verdict verdict);
[[nodiscard]] QString name(Place place);
[[nodiscard]] QString name(SourceKind kind);
[[nodiscard]] QString name(Role role);
/// Several roles, with commas; "no role" for none.
[[nodiscard]] QString name(Roles roles);
[[nodiscard]] QString name(Retrieval state);
[[nodiscard]] QString name(Tick tick);
[[nodiscard]] QString name(Classification classification);
[[nodiscard]] QString name(Field field);
[[nodiscard]] QString name(ResolveRule rule);
[[nodiscard]] QString name(PilotRound::State state);
/// "Pilot round 2".
[[nodiscard]] QString pilotName(int number);
/// Why an entry could not be read, as half a sentence: "it has no title".
[[nodiscard]] QString name(Unreadable::Why why);
/// What joined two records, as a noun: "PubMed ID", "title and pages".
[[nodiscard]] QString name(JoinRule rule);
/// What speaks against joining two records, as a sentence without its stop: "They begin on different pages".
[[nodiscard]] QString name(PairDoubt doubt);
/// "the same title", "other pages"; empty for what is missing.
[[nodiscard]] QString name(AspectAccord accord);

// Words of the command line and of files: stable, English, lower case, with hyphens.
[[nodiscard]] QString wordOf(Stage stage); ///< title, fulltext
[[nodiscard]] QString wordOf(Verdict verdict); ///< none, include, exclude, maybe
[[nodiscard]] QString wordOf(Place place); ///< awaiting-screening, title-conflict …
[[nodiscard]] QString wordOf(SourceKind kind); ///< databases, registers, websites … (option --arm)
[[nodiscard]] QString wordOf(Role role); ///< lead, reviewer, resolver, librarian, reader
[[nodiscard]] QString wordOf(Retrieval state); ///< sought, requested, received, not-retrieved
[[nodiscard]] QString wordOf(Tick tick); ///< unset, yes, no, unclear
[[nodiscard]] QString wordOf(Classification classification); ///< none, awaiting, ongoing
[[nodiscard]] QString wordOf(Field field); ///< title, abstract, authors …
[[nodiscard]] QString wordOf(SetAside::By by); ///< none, automation, other
[[nodiscard]] QString wordOf(Unreadable::Why why); ///< no-title, not-an-entry …
[[nodiscard]] QString wordOf(ResolveRule rule); ///< discussion, resolvers, include-wins
[[nodiscard]] QString wordOf(PilotRound::State state); ///< none, running, go, refine
[[nodiscard]] QString wordOf(JoinRule rule); ///< pmid, doi, title-and-pages …
[[nodiscard]] QString wordOf(PairDoubt doubt); ///< pages, few-fields …
[[nodiscard]] QString wordOf(ErrorCode code); ///< file-missing …

// Back again. Upper and lower case are the same, spaces at the ends do not count; anything else is none.
// The word for "none" is not a verdict that can be given: parseVerdict refuses it.
[[nodiscard]] std::optional<Stage> parseStage(QStringView word);
[[nodiscard]] std::optional<Verdict> parseVerdict(QStringView word);
[[nodiscard]] std::optional<SourceKind> parseSourceKind(QStringView word);
[[nodiscard]] std::optional<Role> parseRole(QStringView word);
[[nodiscard]] std::optional<Retrieval> parseRetrieval(QStringView word);
[[nodiscard]] std::optional<Tick> parseTick(QStringView word);
[[nodiscard]] std::optional<Classification> parseClassification(QStringView word);
[[nodiscard]] std::optional<Field> parseField(QStringView word);
[[nodiscard]] std::optional<ResolveRule> parseResolveRule(QStringView word);
[[nodiscard]] std::optional<SetAside::By> parseSetAside(QStringView word);

} // namespace winnow::words
