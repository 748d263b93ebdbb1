// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Undo.h"

#include "store/RulesAhead.h"

#include <algorithm>

namespace winnow::store {

namespace {

using StepKey = ChangeId;

const char* tableOf(LogView view)
{
    return view == LogView::Whole ? "change" : "visible_change";
}

/// The step by which a person came to be: the first that speaks of that person. Later ones give another name or role.
StepKey birthOf(Database& db, const Replicas& replicas, ReviewerId person, const std::string& log)
{
    Statement q = db.prepare("SELECT step, replica FROM " + log
                             + " WHERE subject = ? AND kind = 2 ORDER BY stamp, replica LIMIT 1");
    q.bind(person);
    return q.step() ? StepKey(replicas.global(q.integer(0), q.integer(1))) : StepKey();
}

/// Walks one person's steps from the latest, telling of each what it undoes. The first step of a project, by which its
/// first person came to be, is where the way back ends.
template <class Visit>
void walkBack(Database& db, const Replicas& replicas, ReviewerId author, LogView view, Visit visit)
{
    const std::string log = tableOf(view);
    const StepKey birth = birthOf(db, replicas, author, log);
    Statement q = db.prepare("SELECT step, replica, undoes, undoes_replica, kind FROM " + log
                             + " WHERE author = ? AND stamp = step AND " + std::string(isStanding)
                             + " ORDER BY stamp DESC, replica DESC");
    q.bind(author);
    while (q.step()) {
        const StepKey step = replicas.global(q.integer(0), q.integer(1));
        if (step == birth)
            continue;
        const StepKey undoes = q.isNull(2) ? StepKey() : replicas.global(q.integer(2), q.integer(3));
        if (!visit(step, undoes, ChangeKind(q.integer(4))))
            return;
    }
}

} // namespace

std::optional<ChangeId> nextToUndo(Database& db, const Replicas& replicas, ReviewerId author, LogView view)
{
    std::set<StepKey> undone; // steps (or undos) that a later, standing undo (or redo) took back
    std::optional<ChangeId> found;
    walkBack(db, replicas, author, view, [&](StepKey step, StepKey undoes, ChangeKind kind) {
        if (undoes) {
            if (!undone.contains(step))
                undone.insert(undoes);
            return true;
        }
        if (undone.contains(step) || discloses(kind))
            return true;
        found = step;
        return false;
    });
    return found;
}

std::optional<ChangeId> nextToRedo(Database& db, const Replicas& replicas, ReviewerId author, LogView view)
{
    std::set<StepKey> undone;
    std::optional<ChangeId> found;
    walkBack(db, replicas, author, view, [&](StepKey step, StepKey undoes, ChangeKind) {
        if (!undoes)
            return false; // a new action closes the way forward
        if (undone.contains(step))
            return true;
        // A standing undo of a step can be redone; a redo (an undo of an undo) only hides the undo behind it.
        Statement q = db.prepare("SELECT undoes FROM " + std::string(tableOf(view))
                                 + " WHERE stamp = ? AND undoes IS NOT NULL "
                                   "AND replica = (SELECT id FROM replica WHERE uid = ?)");
        q.bind(undoes.stamp, undoes.replica);
        const bool isRedo = q.step();
        if (isRedo) {
            undone.insert(undoes);
            return true;
        }
        found = step;
        return false;
    });
    return found;
}

StepSummary stepSummary(Database& db, ChangeId step, LogView view, qint64 most)
{
    // An import may bring its source and marks along; it is told as what it is.
    Statement q
        = db.prepare("SELECT kind, subject, slot, count(*) OVER () FROM (SELECT kind, subject, slot, stamp FROM "
                     + std::string(tableOf(view))
                     + " WHERE stamp BETWEEN ?1 AND ?1 + 1000000 AND step = ?1 "
                       "AND replica = (SELECT id FROM replica WHERE uid = ?2) ORDER BY stamp LIMIT ?3) "
                       "ORDER BY kind <> 7, stamp");
    q.bind(step.stamp, step.replica, most);
    return q.step() ? StepSummary{ChangeKind(q.integer(0)), q.integer(1), q.integer(2), q.integer(3)} : StepSummary();
}

std::vector<Edit> turningsIn(Database& db, ChangeId step, LogView view)
{
    std::vector<Edit> edits;
    Statement q = db.prepare("SELECT subject FROM " + std::string(tableOf(view))
                             + " WHERE stamp BETWEEN ?1 AND ?1 + 1000000 AND step = ?1 AND kind = 7 AND slot = 1 "
                               "AND replica = (SELECT id FROM replica WHERE uid = ?2)");
    q.bind(step.stamp, step.replica);
    while (q.step())
        edits.push_back({ChangeKind::Run, q.integer(0), int(RunSlot::Live), {}});
    return edits;
}

bool isOfTeamAlone(Database& db, ChangeId step)
{
    Statement q = db.prepare("SELECT kind FROM change WHERE stamp BETWEEN ?1 AND ?1 + 1000000 AND step = ?1 "
                             "AND replica = (SELECT id FROM replica WHERE uid = ?2) ORDER BY stamp");
    q.bind(step.stamp, step.replica);
    while (q.step()) {
        if (!isOfTeam(ChangeKind(q.integer(0))))
            return false;
    }
    return true;
}

namespace {

/// The states that a slot went through, as a stack: an undo takes its step's value off, a redo puts it back.
struct Held {
    StepKey step;
    Value value;
};

class SlotHistory {
public:
    void add(const Change& change)
    {
        const StepKey step{change.step, change.id.replica};
        if (!change.undoes) {
            // A step that speaks of a slot twice has put it into one state, the last.
            if (!m_stack.empty() && m_stack.back().step == step)
                m_stack.pop_back();
            m_stack.push_back({step, change.edit.value});
            return;
        }
        const auto undone = std::find_if(m_stack.rbegin(), m_stack.rend(),
                                         [&](const Held& held) { return held.step == change.undoes; });
        if (undone != m_stack.rend()) {
            Held held = *undone;
            m_stack.erase(std::next(undone).base());
            m_taken[step] = {std::move(held), topStep()};
        } else if (const auto taken = m_taken.find(change.undoes); taken != m_taken.end()) {
            m_stack.push_back(taken->second.held);
        }
    }
    [[nodiscard]] const Held* top() const { return m_stack.empty() ? nullptr : &m_stack.back(); }
    [[nodiscard]] const Held* belowTop() const { return m_stack.size() < 2 ? nullptr : &m_stack[m_stack.size() - 2]; }
    /// What an undo took off, if the slot is still as that undo left it.
    [[nodiscard]] const Held* takenBy(StepKey undo) const
    {
        const auto taken = m_taken.find(undo);
        return taken == m_taken.end() || taken->second.left != topStep() ? nullptr : &taken->second.held;
    }

private:
    struct Taken {
        Held held;
        StepKey left; ///< the step that held the slot afterwards
    };
    [[nodiscard]] StepKey topStep() const { return m_stack.empty() ? StepKey() : m_stack.back().step; }
    std::vector<Held> m_stack;
    std::map<StepKey, Taken> m_taken;
};

SlotHistory historyAt(Database& db, const Replicas& replicas, const Change& change)
{
    SlotHistory history;
    const bool personal = isPersonal(change.edit.kind);
    for (const Change& c : standingAt(db, replicas, change.edit)) {
        if (!personal || c.author == change.author)
            history.add(c);
    }
    return history;
}

std::vector<Change> changesOf(Database& db, const Replicas& replicas, ChangeId step, qint64 after, qint64 limit)
{
    std::vector<Change> changes;
    Statement q = db.prepare("SELECT " + std::string(changeColumns)
                             + " FROM change WHERE stamp > ? AND replica = (SELECT id FROM replica WHERE uid = ?) "
                               "ORDER BY stamp");
    q.bind(std::max(after, step.stamp - 1), step.replica);
    // The stamps of a step are in a row (see Log::reserve): the walk ends at the first change of another one.
    while (qint64(changes.size()) < limit && q.step() && q.integer(9) == step.stamp)
        changes.push_back(readChange(q, replicas));
    return changes;
}

/// It came in by portions and is not whole yet, or what takes it back is not.
bool isUnfinished(Database& db, ChangeId step)
{
    Statement q
        = db.prepare("SELECT 1 FROM long_step WHERE (stamp = ?1 AND replica = (SELECT id FROM replica WHERE "
                     "uid = ?2)) OR (undoes = ?1 AND undoes_replica = (SELECT id FROM replica WHERE uid = ?2))");
    q.bind(step.stamp, step.replica);
    return q.step();
}

QString nameOf(const Change& change)
{
    return QString::fromLatin1(specOf(change.edit.kind)->name);
}

Result<Edit> restored(const SlotHistory& history, const Change& change, StepKey step, bool redo)
{
    const Held* top = history.top();
    if (redo) {
        const Held* taken = history.takenBy(step);
        if (!taken)
            return fail(ErrorCode::HeldByAnother, nameOf(change));
        return Edit{change.edit.kind, change.edit.subject, change.edit.slot, taken->value};
    }
    if (!top || top->step != step)
        return fail(ErrorCode::HeldByAnother, nameOf(change));
    const Held* before = history.belowTop();
    return Edit{change.edit.kind, change.edit.subject, change.edit.slot, before ? before->value : Value()};
}

} // namespace

Result<void> UndoPlan::check(Database& db, const Replicas& replicas)
{
    const std::vector<Change> changes = changesOf(db, replicas, m_step, 0, 1);
    if (changes.empty())
        return fail(ErrorCode::UnknownChange);
    if (m_step == birthOf(db, replicas, m_author, tableOf(LogView::Whole)))
        return fail(ErrorCode::CannotBeUndone);
    if (changes.front().author != m_author)
        return fail(ErrorCode::HeldByAnother, nameOf(changes.front()));
    if (isUnfinished(db, m_step))
        return fail(ErrorCode::StepUnfinished, nameOf(changes.front()));
    m_redo = bool(changes.front().undoes);
    return {};
}

Result<std::vector<Edit>> UndoPlan::next(Database& db, const Replicas& replicas, qint64 limit)
{
    const std::vector<Change> changes = changesOf(db, replicas, m_step, m_after, limit);
    m_complete = qint64(changes.size()) < limit;
    std::vector<Edit> edits;
    for (const Change& change : changes) {
        m_after = change.id.stamp;
        if (discloses(change.edit.kind))
            return fail(ErrorCode::CannotBeUndone);
        if (!m_slots.emplace(change.edit.kind, change.edit.subject, change.edit.slot).second)
            continue;
        auto edit = restored(historyAt(db, replicas, change), change, m_step, m_redo);
        if (!edit)
            return Failure(edit.error());
        edits.push_back(std::move(*edit));
    }
    return edits;
}

std::vector<qint64> subjectsOf(Database& db, ChangeId step)
{
    std::vector<qint64> subjects;
    Statement q = db.prepare("SELECT subject FROM change WHERE stamp BETWEEN ?1 AND ?1 + 1000000 AND step = ?1 "
                             "AND replica = (SELECT id FROM replica WHERE uid = ?2)");
    q.bind(step.stamp, step.replica);
    while (q.step())
        subjects.push_back(q.integer(0));
    return subjects;
}

} // namespace winnow::store
