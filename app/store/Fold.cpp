// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Fold.h"

#include "store/StageCells.h"

#include <algorithm>

namespace winnow::store {

void bindValue(Statement& statement, int i, const Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        statement.bindOne(i, *number);
    else if (const auto* text = std::get_if<std::string>(&value))
        statement.bindOne(i, std::string_view(*text));
    else
        statement.bindOne(i, nullptr);
}

Value readValue(const Statement& statement, int column)
{
    if (statement.isNull(column))
        return {};
    return statement.isText(column) ? Value(statement.string(column)) : Value(statement.integer(column));
}

Change readChange(const Statement& q, const Replicas& replicas)
{
    Change c;
    c.seq = q.integer(0);
    c.id = replicas.global(q.integer(1), q.integer(2));
    c.wall = q.integer(3);
    c.author = ReviewerId(q.integer(4));
    c.edit = {ChangeKind(q.integer(5)), q.integer(6), q.integer(7), readValue(q, 8)};
    c.step = q.integer(9);
    if (!q.isNull(10))
        c.undoes = replicas.global(q.integer(10), q.integer(11));
    return c;
}

namespace {

std::vector<Change> changesWhere(Database& db, const Replicas& replicas, const Edit& at, std::string_view which)
{
    std::vector<Change> changes;
    Statement q = db.prepare("SELECT " + std::string(changeColumns)
                             + " FROM change WHERE subject = ? AND kind = ? AND slot = ? AND " + std::string(which));
    q.bind(at.subject, int(at.kind), at.slot);
    while (q.step())
        changes.push_back(readChange(q, replicas));
    std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.id < b.id; });
    return changes;
}

} // namespace

std::vector<Change> changesAt(Database& db, const Replicas& replicas, const Edit& at, bool liveOnly)
{
    return changesWhere(db, replicas, at, liveOnly ? "live = 1" : "true");
}

std::vector<Change> standingAt(Database& db, const Replicas& replicas, const Edit& at)
{
    return changesWhere(db, replicas, at, isStanding);
}

Fold::Fold(Database& db, Replicas& replicas, Reports& reports) : m_db(db), m_replicas(replicas), m_reports(reports) { }

void Fold::apply(const Change& change)
{
    touch(change);
    switch (change.edit.kind) {
    case ChangeKind::Opened: foldOpened(change); break;
    case ChangeKind::Resolution: foldResolution(change); break;
    default:
        if (isPersonal(change.edit.kind))
            foldMark(change);
        else
            foldCell(change);
    }
}

void Fold::touch(const Change& change)
{
    if (m_cellsOnly)
        return;
    const Edit& edit = change.edit;
    switch (edit.kind) {
    case ChangeKind::Setting:
    case ChangeKind::Reason:
    case ChangeKind::Source:
    case ChangeKind::Run:
    case ChangeKind::Reviewer: touchForLists(edit); [[fallthrough]];
    case ChangeKind::PilotRound:
    case ChangeKind::Protocol:
    case ChangeKind::Search:
    case ChangeKind::SearchBlock:
    case ChangeKind::SearchDraft:
    case ChangeKind::AbstractLicence:
    case ChangeKind::Criterion:
    case ChangeKind::Label:
    case ChangeKind::Instrument:
    case ChangeKind::Appraised:
    case ChangeKind::Study: m_catalogChanged = true; break;
    case ChangeKind::PairAuto:
    case ChangeKind::PairJudged: m_reports.touchPair(edit.subject, edit.slot); break;
    case ChangeKind::Vote:
    case ChangeKind::Resolution:
    case ChangeKind::Retrieval:
    case ChangeKind::SetAside:
    case ChangeKind::Classified:
    case ChangeKind::StudyMember:
    case ChangeKind::Assigned:
    case ChangeKind::PilotMember:
    case ChangeKind::Rescreened: m_reports.touch(edit.subject); break;
    default: break;
    }
}

Recount recountFor(const Edit& edit)
{
    const auto among = [&](auto first, auto last) { return edit.slot >= int(first) && edit.slot <= int(last); };
    switch (edit.kind) {
    case ChangeKind::Setting:
        if (among(SettingSlot::TitleAllocation, SettingSlot::FulltextAllocation))
            return Recount::Dealt;
        return among(SettingSlot::TitleVotes, SettingSlot::FulltextResolving) ? Recount::Voted : Recount::Nothing;
    case ChangeKind::Reason:
        return edit.slot >= int(ReasonSlot::Stage) && edit.slot != int(ReasonSlot::Key) ? Recount::Voted
                                                                                        : Recount::Nothing;
    case ChangeKind::Reviewer: return Recount::People;
    case ChangeKind::Source: return edit.slot == int(SourceSlot::Kind) ? Recount::Source : Recount::Nothing;
    case ChangeKind::Run:
        return edit.slot == int(RunSlot::Live) || edit.slot >= int(RunSlot::SourceOfOrigin) ? Recount::Run
                                                                                            : Recount::Nothing;
    default: return Recount::Nothing;
    }
}

/// Rules and lists that decisions and counts are derived from: what hangs on them is counted anew.
void Fold::touchForLists(const Edit& edit)
{
    switch (recountFor(edit)) {
    case Recount::Nothing: break;
    case Recount::Voted:
        if (isFresh(edit.subject))
            break;
        [[fallthrough]];
    case Recount::Dealt:
        m_reports.touchVoted(Stage::Title);
        m_reports.touchVoted(Stage::Fulltext);
        if (recountFor(edit) == Recount::Dealt)
            touchAllocated(true);
        break;
    case Recount::People: touchAllocated(false); break;
    case Recount::Run: touchRun(edit); break;
    case Recount::Source: touchSource(SourceId(edit.subject)); break;
    }
}

void Fold::touchRun(const Edit& edit)
{
    const RunInfo* run = m_catalog->run(RunId(edit.subject));
    if (!run)
        m_reports.newRun(RunId(edit.subject));
    else if (edit.slot != int(RunSlot::Live))
        touchCounted(*run);
    else if (!m_left.contains(edit.subject))
        m_reports.touchRun(*run);
}

/// An import of which nothing counts has nothing to count anew.
void Fold::touchCounted(const RunInfo& run)
{
    if (!run.live().empty())
        m_reports.touchRun(run);
}

void Fold::touchSource(SourceId source)
{
    for (const RunInfo& run : m_catalog->runs) {
        const auto& sources = run.run.sources;
        if (std::find(sources.begin(), sources.end(), source) != sources.end())
            touchCounted(run);
    }
}

/// Who gets what changes with its rule, and with who there is to get it.
void Fold::touchAllocated(bool rule)
{
    const ReviewSettings& settings = m_catalog->settings;
    if (rule || settings.titleStage.allocation.dealt || settings.fulltextStage.allocation.dealt) {
        for (const RunInfo& run : m_catalog->runs)
            touchCounted(run);
        m_reports.touchVoted(Stage::Title);
        m_reports.touchVoted(Stage::Fulltext);
    }
    m_reports.touchAssigned();
}

void Fold::foldCell(const Change& change)
{
    const Edit& e = change.edit;
    Statement now = m_db.prepare("SELECT stamp, replica FROM cell WHERE kind = ? AND subject = ? AND slot = ?");
    now.bind(int(e.kind), e.subject, e.slot);
    if (now.step() && !(m_replicas.global(now.integer(0), now.integer(1)) < change.id))
        return;
    now.reset();
    if (e.kind == ChangeKind::Field)
        unindex(e.subject);
    Statement q = m_db.prepare("INSERT OR REPLACE INTO cell(kind, subject, slot, value, author, stamp, replica) "
                               "VALUES(?, ?, ?, ?, ?, ?, ?)");
    q.bind(int(e.kind), e.subject, e.slot, nullptr, change.author, change.id.stamp,
           m_replicas.local(change.id.replica));
    bindValue(q, 4, e.value);
    q.run();
    if (e.kind == ChangeKind::Field)
        indexAgain(e.subject);
    else if (e.kind == ChangeKind::Rescreened)
        reopen(e.subject, Stage(e.slot));
}

/// A record that is screened again is blind again: the opening that counts is the first one after that. Read from the
/// log, so that it comes out the same in whatever order the changes arrive.
void Fold::reopen(qint64 record, Stage stage)
{
    m_db.prepare("DELETE FROM opened WHERE subject = ? AND stage = ?").bind(record, int(stage)).run();
    m_db.prepare("DELETE FROM frozen WHERE subject = ? AND stage = ?").bind(record, int(stage)).run();
    for (const Change& c : changesAt(m_db, m_replicas, {ChangeKind::Opened, record, int(stage), {}}, true))
        foldOpened(c);
}

/// Takes the old text of an edited record out of the find index, before its cell is written.
void Fold::unindex(qint64 record)
{
    m_db.prepare("INSERT INTO find(find, rowid, title, abstract, authors, keywords, ids) SELECT 'delete', id, "
                 "title, abstract, authors, keywords, ids FROM searchable WHERE id = ?1 "
                 "AND ?1 <= (SELECT value FROM meta WHERE key = 'find_upto')")
        .bind(record)
        .run();
}

void Fold::indexAgain(qint64 record)
{
    m_db.prepare(
            "INSERT INTO find(rowid, title, abstract, authors, keywords, ids) SELECT id, title, abstract, authors, "
            "keywords, ids FROM searchable WHERE id = ?1 "
            "AND ?1 <= (SELECT value FROM meta WHERE key = 'find_upto')")
        .bind(record)
        .run();
}

void Fold::foldMark(const Change& change)
{
    const Edit& e = change.edit;
    Statement now
        = m_db.prepare("SELECT stamp, replica FROM mark WHERE subject = ? AND kind = ? AND slot = ? AND author = ?");
    now.bind(e.subject, int(e.kind), e.slot, change.author);
    const bool newer = !now.step() || m_replicas.global(now.integer(0), now.integer(1)) < change.id;
    now.reset();
    if (newer) {
        Statement q = m_db.prepare("INSERT INTO mark(subject, kind, slot, author, value, stamp, replica) "
                                   "VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                                   "value = excluded.value, stamp = excluded.stamp, replica = excluded.replica");
        q.bind(e.subject, int(e.kind), e.slot, change.author, nullptr, change.id.stamp,
               m_replicas.local(change.id.replica));
        bindValue(q, 5, e.value);
        q.run();
    }
    if (e.kind == ChangeKind::Vote)
        refreeze(e.subject, Stage(e.slot));
}

void Fold::foldOpened(const Change& change)
{
    const Edit& e = change.edit;
    if (change.id.stamp <= cutOf(m_db, e.subject, Stage(e.slot)))
        return;
    Statement now = m_db.prepare("SELECT stamp, replica FROM opened WHERE subject = ? AND stage = ?");
    now.bind(e.subject, e.slot);
    if (now.step() && m_replicas.global(now.integer(0), now.integer(1)) < change.id)
        return;
    now.reset();
    m_db.prepare("INSERT OR REPLACE INTO opened(subject, stage, author, stamp, replica) VALUES(?, ?, ?, ?, ?)")
        .bind(e.subject, e.slot, change.author, change.id.stamp, m_replicas.local(change.id.replica))
        .run();
    refreeze(e.subject, Stage(e.slot));
}

void Fold::foldResolution(const Change& change)
{
    const Edit& e = change.edit;
    Statement q = m_db.prepare("INSERT OR REPLACE INTO resolution(subject, stage, stamp, replica, author, value) "
                               "VALUES(?, ?, ?, ?, ?, ?)");
    q.bind(e.subject, e.slot, change.id.stamp, m_replicas.local(change.id.replica), change.author, nullptr);
    bindValue(q, 6, e.value);
    q.run();
}

/// The independent votes of a disclosed record: each person's last one from before the disclosure (rules.md C2).
/// Read from the log, so that it comes out the same whenever the vote or the opening arrives.
void Fold::refreeze(qint64 record, Stage stage)
{
    Statement opened = m_db.prepare("SELECT stamp, replica FROM opened WHERE subject = ? AND stage = ?");
    opened.bind(record, int(stage));
    if (!opened.step())
        return;
    const ChangeId at = m_replicas.global(opened.integer(0), opened.integer(1));
    opened.reset();
    const qint64 cut = cutOf(m_db, record, stage);
    std::map<qint64, qint64> votes;
    for (const Change& c : changesAt(m_db, m_replicas, {ChangeKind::Vote, record, int(stage), {}}, true)) {
        const auto* value = std::get_if<qint64>(&c.edit.value);
        if (c.id < at && c.id.stamp > cut)
            votes[c.author.value] = value ? *value : 0;
    }
    m_db.prepare("DELETE FROM frozen WHERE subject = ? AND stage = ?").bind(record, int(stage)).run();
    for (const auto& [author, value] : votes) {
        if (unpackVote(value).verdict != Verdict::None)
            m_db.prepare("INSERT INTO frozen(subject, stage, author, value) VALUES(?, ?, ?, ?)")
                .bind(record, int(stage), author, value)
                .run();
    }
}

void Fold::refold(const Edit& at, ReviewerId author)
{
    const bool personal = isPersonal(at.kind);
    Change winner;
    winner.edit = at;
    winner.author = author;
    touch(winner);
    if (at.kind == ChangeKind::Field)
        unindex(at.subject);
    if (at.kind == ChangeKind::Opened)
        m_db.prepare("DELETE FROM opened WHERE subject = ? AND stage = ?").bind(at.subject, at.slot).run();
    else if (at.kind == ChangeKind::Resolution)
        m_db.prepare("DELETE FROM resolution WHERE subject = ? AND stage = ?").bind(at.subject, at.slot).run();
    else if (personal)
        m_db.prepare("DELETE FROM mark WHERE subject = ? AND kind = ? AND slot = ? AND author = ?")
            .bind(at.subject, int(at.kind), at.slot, author)
            .run();
    else
        m_db.prepare("DELETE FROM cell WHERE kind = ? AND subject = ? AND slot = ?")
            .bind(int(at.kind), at.subject, at.slot)
            .run();
    if (at.kind == ChangeKind::Opened)
        m_db.prepare("DELETE FROM frozen WHERE subject = ? AND stage = ?").bind(at.subject, at.slot).run();
    if (at.kind == ChangeKind::Field)
        indexAgain(at.subject);
    for (const Change& change : changesAt(m_db, m_replicas, at, true)) {
        if (!personal || change.author == author)
            apply(change);
    }
    if (at.kind == ChangeKind::Vote)
        refreeze(at.subject, Stage(at.slot));
    else if (at.kind == ChangeKind::Rescreened)
        reopen(at.subject, Stage(at.slot));
}

} // namespace winnow::store
