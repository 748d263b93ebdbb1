// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/RulesAhead.h"

#include "store/CheckSum.h"

#include <algorithm>

namespace winnow::store {
namespace {

constexpr qint64 recordsAtOnce = 20000; ///< that are dealt anew while somebody waits, or looked through in a portion

bool manyRecords(const Catalog& catalog)
{
    qint64 records = 0;
    for (const RunInfo& run : catalog.runs)
        records += run.run.records;
    return records > recordsAtOnce;
}

/// Whether records that nobody spoke of can come to count otherwise, too.
bool plainRecordsDiffer(const Catalog& now, const Catalog& coming)
{
    return now.settings.titleStage.allocation.dealt || coming.settings.titleStage.allocation.dealt
        || now.sourceKinds != coming.sourceKinds;
}

} // namespace

bool isOfTeam(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Setting:
    case ChangeKind::Reviewer:
    case ChangeKind::Criterion:
    case ChangeKind::Reason:
    case ChangeKind::Label:
    case ChangeKind::Source:
    case ChangeKind::Protocol: return true;
    default: return false;
    }
}

RulesAhead::RulesAhead(Database& db, Replicas& replicas, Reports& reports, Fold& fold)
    : m_db(db)
    , m_replicas(replicas)
    , m_reports(reports)
    , m_fold(fold)
{
    read();
}

void RulesAhead::read()
{
    m_waits = m_db.number("SELECT EXISTS(SELECT 1 FROM turning)") != 0;
    m_upto = m_waits ? m_db.number("SELECT value FROM meta WHERE key = 'ahead_upto'") : 0;
    m_last = m_waits ? m_db.number("SELECT max(id) FROM record") : 0;
}

void RulesAhead::begin(const Catalog& before)
{
    m_before = &before;
    m_anew = false;
    read();
    if (m_waits && !m_coming)
        m_coming = comingRules();
    if (m_waits)
        m_reports.setAhead(m_coming.get(), m_upto);
}

void RulesAhead::forget()
{
    m_coming.reset();
    m_ready = false;
    read();
}

// ---- what waits

bool RulesAhead::holds(std::span<const Edit> edits)
{
    if (!std::all_of(edits.begin(), edits.end(), [](const Edit& e) { return isOfTeam(e.kind); }))
        return false;
    return std::any_of(edits.begin(), edits.end(), [&](const Edit& e) { return isLong(recountFor(e), e); });
}

bool RulesAhead::isLong(Recount what, const Edit& edit)
{
    switch (what) {
    case Recount::Nothing:
    case Recount::Run: return false;
    case Recount::Voted: return !m_fold.isFresh(edit.subject) && someVoted(m_atOnce);
    case Recount::Dealt:
    case Recount::Source: return manyRecords(*m_before) || someVoted(m_atOnce);
    case Recount::People: {
        const ReviewSettings& settings = m_before->settings;
        const bool dealt = settings.titleStage.allocation.dealt || settings.fulltextStage.allocation.dealt;
        const bool byHand = m_db.number("SELECT EXISTS(SELECT 1 FROM cell WHERE kind IN (23, 24))") != 0;
        return (dealt && manyRecords(*m_before)) || ((dealt || byHand) && someVoted(m_atOnce));
    }
    }
    return false;
}

bool RulesAhead::someVoted(qint64 more)
{
    Statement q = m_db.prepare("SELECT count(*) FROM (SELECT 1 FROM mark WHERE author IN (SELECT id FROM entity WHERE "
                               "type = 1) AND kind = 11 LIMIT ?)");
    q.bind(more + 1);
    return q.step() && q.integer(0) > more;
}

void RulesAhead::turn(qint64 seq, bool live)
{
    m_db.prepare("INSERT OR REPLACE INTO turning(seq, live) VALUES(?, ?)").bind(seq, live ? 1 : 0).run();
    m_anew = true;
}

void RulesAhead::drop(qint64 seq)
{
    if (!m_waits)
        return;
    Statement q = m_db.prepare("SELECT 1 FROM turning WHERE seq = ?");
    q.bind(seq);
    if (!q.step())
        return;
    q.reset();
    m_db.prepare("DELETE FROM turning WHERE seq = ?").bind(seq).run();
    m_anew = true;
}

// ---- the work

/// Folds what waits into its cells, as if it counted.
void RulesAhead::applyTurnings()
{
    struct Turning {
        Change change;
        bool live = false;
    };
    std::vector<Turning> turnings;
    Statement q = m_db.prepare("SELECT " + std::string(changeColumns)
                               + ", (SELECT t.live FROM turning t WHERE t.seq = change.seq) FROM change "
                                 "WHERE seq IN (SELECT seq FROM turning) ORDER BY seq");
    while (q.step())
        turnings.push_back({readChange(q, m_replicas), q.integer(12) != 0});
    q.reset();
    m_fold.setCellsOnly(true);
    for (const Turning& t : turnings) {
        m_db.prepare("UPDATE change SET live = ? WHERE seq = ?").bind(t.live ? 1 : 0, t.change.seq).run();
        if (t.live)
            m_fold.apply(t.change);
        else
            m_fold.refold(t.change.edit, t.change.author);
    }
    m_fold.setCellsOnly(false);
}

/// Tried and taken back at once: what the lists will be.
std::shared_ptr<const Catalog> RulesAhead::comingRules()
{
    m_db.execute("SAVEPOINT coming");
    applyTurnings();
    auto coming = std::make_shared<const Catalog>(loadCatalog(m_db));
    m_db.execute("ROLLBACK TO coming; RELEASE coming");
    return coming;
}

bool RulesAhead::work(qint64 limit)
{
    if (!m_waits)
        return false;
    if (m_ready)
        count();
    else
        advance(std::min(limit, m_mostInPortion));
    return true;
}

void RulesAhead::advance(qint64 limit)
{
    const bool all = plainRecordsDiffer(*m_before, *m_coming);
    std::vector<qint64> records;
    Statement q
        = m_db.prepare(all ? "SELECT id FROM record WHERE id > ? AND id <= ? ORDER BY id LIMIT ?"
                           : "SELECT id FROM record WHERE id > ? AND id <= ? AND flags & 8 ORDER BY id LIMIT ?");
    q.bind(m_upto, m_upto + recordsAtOnce, limit);
    while (q.step())
        records.push_back(q.integer(0));
    q.reset();
    for (const qint64 record : records)
        m_reports.reckonAhead(record);
    m_upto = qint64(records.size()) == limit ? records.back() : std::min(m_upto + recordsAtOnce, m_last);
    m_ready = m_upto >= m_last;
    m_db.prepare("UPDATE meta SET value = ? WHERE key = 'ahead_upto'").bind(m_upto).run();
}

/// The small commit.
void RulesAhead::count()
{
    const qint64 summed = m_db.number("SELECT value FROM meta WHERE key = 'code_upto'");
    Statement q = m_db.prepare("SELECT c.seq, c.stamp, c.replica, c.live, t.live FROM turning t JOIN change c ON c.seq "
                               "= t.seq");
    while (q.step()) {
        if (q.integer(0) <= summed && q.integer(3) != q.integer(4))
            checkSumTurned(m_db, m_replicas.global(q.integer(1), q.integer(2)), q.integer(4) != 0);
    }
    q.reset();
    applyTurnings();
    m_db.execute("UPDATE meta SET value = 1 - value WHERE key = 'side'; "
                 "INSERT INTO tally(dim, a, b, c, n) SELECT dim, a, b, c, n FROM tally_ahead WHERE true "
                 "ON CONFLICT DO UPDATE SET n = n + excluded.n; "
                 "DELETE FROM tally WHERE n = 0; DELETE FROM tally_ahead; DELETE FROM turning; "
                 "UPDATE meta SET value = 0 WHERE key = 'ahead_upto'");
    m_waits = false;
    m_ready = false;
    m_coming.reset();
    m_reports.setAhead(nullptr, 0);
    m_fold.setCatalogChanged();
}

void RulesAhead::settle(const Catalog& after)
{
    const auto earlier = m_coming; // the reports go by it until they are settled
    if (m_waits && (m_fold.catalogChanged() || m_anew))
        m_coming = comingRules();
    m_reports.settle(after, m_waits ? m_coming.get() : nullptr);
    const bool anew = m_anew || (m_waits && m_reports.disturbedAhead());
    if (!anew)
        return;
    m_db.execute("DELETE FROM tally_ahead; UPDATE meta SET value = 0 WHERE key = 'ahead_upto'");
    m_ready = false;
    read();
    m_coming.reset();
}

} // namespace winnow::store
