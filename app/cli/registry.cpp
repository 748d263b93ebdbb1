// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"
#include "cli/Commands.h"

#include <array>

namespace winnow::cli {
namespace {

constexpr std::array commands{
    CommandSpec{"new", "creates a project", makeNew},
    CommandSpec{"demo", "writes the example review", makeDemo},
    CommandSpec{"team", "shows and changes people, roles and the rules agreed on", makeTeam},
    CommandSpec{"lists", "shows and changes exclusion reasons, criteria and labels", makeLists},
    CommandSpec{"plan", "shows and changes the blocks of words and the queries that are planned", makePlan},
    CommandSpec{"search", "searches a database or register and brings in what it finds", makeSearch},
    CommandSpec{"searches", "lists the searches, writes their appendix, repeats those of a file", makeSearches},
    CommandSpec{"rerun", "repeats a search and adds what is new", makeRerun},
    CommandSpec{"add", "adds records by DOI, PMID, PMC or NCT number, or title", makeAdd},
    CommandSpec{"chase", "follows the citations of included reports", makeChase},
    CommandSpec{"import", "reads export files of databases and registers", makeImport},
    CommandSpec{"mend", "reads mended entries of an import again", makeMend},
    CommandSpec{"formats", "lists the formats of bibliographic files", makeFormats},
    CommandSpec{"fill", "fills missing abstracts and identifiers", makeFill},
    CommandSpec{"notices", "lists and looks for retractions, concerns and corrections", makeNotices},
    CommandSpec{"entities", "lists what records speak of, and asks PubTator", makeEntities},
    CommandSpec{"dedupe", "finds duplicates and joins the certain ones", makeDedupe},
    CommandSpec{"pairs", "lists the doubtful pairs, the most alike first", makePairs},
    CommandSpec{"judge", "says which pairs of records are the same", makeJudge},
    CommandSpec{"records", "lists records", makeRecords},
    CommandSpec{"raw", "prints a record as it stands in its file", makeRaw},
    CommandSpec{"set-aside", "removes records before screening", makeSetAside},
    CommandSpec{"allocate", "says who sees which reports", makeAllocate},
    CommandSpec{"pilot", "runs a pilot round before the rest is screened", makePilot},
    CommandSpec{"vote", "casts votes from a table", makeVote},
    CommandSpec{"conflicts", "lists and opens conflicts", makeConflicts},
    CommandSpec{"resolve", "settles opened conflicts from a table", makeResolve},
    CommandSpec{"agreement", "tells how far reviewers agree", makeAgreement},
    CommandSpec{"rescreen", "notes a change of the protocol, and has what it touches screened again", makeRescreen},
    CommandSpec{"full-texts", "looks for free full texts and fetches what may be fetched", makeFullTexts},
    CommandSpec{"retrieval", "says which full texts were got", makeRetrieval},
    CommandSpec{"classify", "sets apart what awaits classification or is ongoing", makeClassify},
    CommandSpec{"study", "groups reports into studies", makeStudy},
    CommandSpec{"appraise", "judges the risk of bias of studies and results from a table", makeAppraise},
    CommandSpec{"instrument", "lists, shows, checks and tries instruments of risk of bias", makeInstrument},
    CommandSpec{"declare", "declares a PRISMA number that Winnow cannot count", makeDeclare},
    CommandSpec{"status", "tells where the review stands", makeStatus},
    CommandSpec{"prisma", "writes the PRISMA 2020 flow and its numbers", makePrisma},
    CommandSpec{"figure", "draws a print figure", makeFigure},
    CommandSpec{"chart", "writes the numbers behind a chart", makeChart},
    CommandSpec{"export", "writes records with their decisions", makeExport},
    CommandSpec{"share", "writes a file for coauthors: an invitation, my work, the conflicts", makeShare},
    CommandSpec{"accept", "makes a project file of one's own from an invitation", makeAccept},
    CommandSpec{"merge", "brings in files of coauthors", makeMerge},
    CommandSpec{"log", "prints the audit trail", makeLog},
    CommandSpec{"undo", "undoes a step of one reviewer, or sets a bring-in aside", makeUndo},
    CommandSpec{"check", "looks for damage and repairs what can be", makeCheck},
};

} // namespace

std::span<const CommandSpec> registry()
{
    return commands;
}

const CommandSpec* findCommand(std::string_view name)
{
    for (const CommandSpec& command : commands) {
        if (name == command.name)
            return &command;
    }
    return nullptr;
}

} // namespace winnow::cli
