// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Command.h"

/// One maker for each command; its class stays in its own file.
namespace winnow::cli {

[[nodiscard]] std::unique_ptr<Command> makeAdd();
[[nodiscard]] std::unique_ptr<Command> makeAgreement();
[[nodiscard]] std::unique_ptr<Command> makeAllocate();
[[nodiscard]] std::unique_ptr<Command> makeAppraise();
[[nodiscard]] std::unique_ptr<Command> makeChart();
[[nodiscard]] std::unique_ptr<Command> makeChase();
[[nodiscard]] std::unique_ptr<Command> makeCheck();
[[nodiscard]] std::unique_ptr<Command> makeClassify();
[[nodiscard]] std::unique_ptr<Command> makeConflicts();
[[nodiscard]] std::unique_ptr<Command> makeDeclare();
[[nodiscard]] std::unique_ptr<Command> makeDedupe();
[[nodiscard]] std::unique_ptr<Command> makeDemo();
[[nodiscard]] std::unique_ptr<Command> makeEntities();
[[nodiscard]] std::unique_ptr<Command> makeExport();
[[nodiscard]] std::unique_ptr<Command> makeFigure();
[[nodiscard]] std::unique_ptr<Command> makeFill();
[[nodiscard]] std::unique_ptr<Command> makeFormats();
[[nodiscard]] std::unique_ptr<Command> makeImport();
[[nodiscard]] std::unique_ptr<Command> makeFullTexts();
[[nodiscard]] std::unique_ptr<Command> makeInstrument();
[[nodiscard]] std::unique_ptr<Command> makePairs();
[[nodiscard]] std::unique_ptr<Command> makeJudge();
[[nodiscard]] std::unique_ptr<Command> makeShare();
[[nodiscard]] std::unique_ptr<Command> makeAccept();
[[nodiscard]] std::unique_ptr<Command> makeMerge();
[[nodiscard]] std::unique_ptr<Command> makeLists();
[[nodiscard]] std::unique_ptr<Command> makeLog();
[[nodiscard]] std::unique_ptr<Command> makeMend();
[[nodiscard]] std::unique_ptr<Command> makeNew();
[[nodiscard]] std::unique_ptr<Command> makeNotices();
[[nodiscard]] std::unique_ptr<Command> makePilot();
[[nodiscard]] std::unique_ptr<Command> makePlan();
[[nodiscard]] std::unique_ptr<Command> makePrisma();
[[nodiscard]] std::unique_ptr<Command> makeRaw();
[[nodiscard]] std::unique_ptr<Command> makeRecords();
[[nodiscard]] std::unique_ptr<Command> makeRescreen();
[[nodiscard]] std::unique_ptr<Command> makeRerun();
[[nodiscard]] std::unique_ptr<Command> makeResolve();
[[nodiscard]] std::unique_ptr<Command> makeRetrieval();
[[nodiscard]] std::unique_ptr<Command> makeSearch();
[[nodiscard]] std::unique_ptr<Command> makeSearches();
[[nodiscard]] std::unique_ptr<Command> makeSetAside();
[[nodiscard]] std::unique_ptr<Command> makeStatus();
[[nodiscard]] std::unique_ptr<Command> makeStudy();
[[nodiscard]] std::unique_ptr<Command> makeTeam();
[[nodiscard]] std::unique_ptr<Command> makeUndo();
[[nodiscard]] std::unique_ptr<Command> makeVote();

} // namespace winnow::cli
