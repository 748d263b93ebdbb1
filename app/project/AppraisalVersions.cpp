// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/AppraisalVersions.h"

#include "appraisal/Shipped.h"
#include "project/AppraisalCarrying.h"
#include "project/Instruments.h"
#include "project/Writing.h"
#include "store/StageCells.h"

#include <algorithm>

namespace winnow {
namespace {

using store::Edit;

QString variantIn(const appraisal::Instrument& to, const QString& variant)
{
    return appraisal::migrate({}, variant, to).variant;
}

bool sameResult(const ResultOf& a, const ResultOf& b)
{
    const auto same
        = [](const QString& one, const QString& other) { return one.compare(other, Qt::CaseInsensitive) == 0; };
    return same(a.comparison, b.comparison) && same(a.outcome, b.outcome) && same(a.measure, b.measure)
        && same(a.time, b.time);
}

bool isOf(const AppraisedStudy& study, AppraisalId id)
{
    return std::find(study.appraisals.begin(), study.appraisals.end(), id) != study.appraisals.end();
}

/// Looks for what can go to one version.
class MoveSearch {
public:
    MoveSearch(const appraisal::Instrument& to, const std::vector<KeptInstrument>& kept,
               const std::vector<AppraisalView>& views)
        : m_to(to)
        , m_views(views)
    {
        for (const KeptInstrument& one : kept) {
            if (one.instrument == to.id && one.version == to.version)
                m_target = one.id;
            else if (one.instrument == to.id && isNewerVersion(to.version, one.version))
                m_older[one.id] = one.version;
        }
    }

    [[nodiscard]] bool any() const { return !m_older.empty(); }

    /// Of one study: for each result the newest of the older ones.
    void search(const Appraisals& appraisals, const AppraisedStudy& study, std::vector<VersionMove>& moves) const
    {
        std::vector<VersionMove> found;
        for (const AppraisalView& view : m_views) {
            const auto old = m_older.find(view.appraisal.instrument);
            if (old == m_older.end() || !isOf(study, view.appraisal.id))
                continue;
            const auto instrument = appraisals.instrument(view.appraisal.instrument);
            if (!instrument || instrument->judges != m_to.judges)
                continue; // what was judged there is nothing that could be judged here
            VersionMove move = moveOf(view, *instrument, study);
            move.version = old->second;
            if (move.carried == 0 && move.agreed == 0)
                continue;
            const auto same = std::find_if(found.begin(), found.end(), [&move](const VersionMove& other) {
                return other.variant == move.variant && sameResult(other.result, move.result);
            });
            if (same == found.end())
                found.push_back(std::move(move));
            else if (isNewerVersion(move.version, same->version))
                *same = std::move(move);
        }
        moves.insert(moves.end(), found.begin(), found.end());
    }

private:
    [[nodiscard]] const AppraisalView* targetOf(const VersionMove& move, const AppraisedStudy& study) const
    {
        const auto target = std::find_if(m_views.begin(), m_views.end(), [&](const AppraisalView& view) {
            return m_target && view.appraisal.instrument == m_target && view.appraisal.variant == move.variant
                && isOf(study, view.appraisal.id) && sameResult(view.appraisal.result, move.result);
        });
        return target == m_views.end() ? nullptr : &*target;
    }

    [[nodiscard]] VersionMove moveOf(const AppraisalView& view, const appraisal::Instrument& before,
                                     const AppraisedStudy& study) const
    {
        VersionMove move{.from = view.appraisal.id, .study = study.name, .result = view.appraisal.result};
        move.variant = variantIn(m_to, view.appraisal.variant);
        const AppraisalView* target = targetOf(move, study);
        Under under{{}, m_to};
        under.appraisal.variant = move.variant;
        if (!target || target->mine.empty()) {
            const Carried mine = carried(view.mine, {}, under);
            move.carried = qint64(mine.said.size());
            move.lost = mine.lost;
            tellItems(mine.said, before, view.appraisal.variant, move);
        }
        if (target && target->state == AppraisalState::Opened)
            move.agreed = qint64(carried(view.consensus, target->consensus, under).said.size());
        return move;
    }

    void tellItems(const std::map<QString, Said>& said, const appraisal::Instrument& before, const QString& variant,
                   VersionMove& move) const
    {
        appraisal::Filling filling;
        for (const auto& [key, one] : said) {
            const appraisal::Item* item = appraisal::findItem(m_to, move.variant, key);
            const appraisal::Item* old = item ? appraisal::findItem(before, variant, key) : nullptr;
            (item ? filling.answers : filling.judgements)[key] = one.value;
            if (old && old->question != item->question)
                move.reworded << key;
        }
        for (const appraisal::ItemState& state : appraisal::Judge(m_to, move.variant).judge(filling).items) {
            if (state.open())
                move.open << state.item;
        }
    }

    const appraisal::Instrument& m_to;
    const std::vector<AppraisalView>& m_views;
    InstrumentId m_target; ///< none: the version is not in the review yet
    std::map<InstrumentId, QString> m_older; ///< with their versions
};

/// Carries appraisals over, one after the other.
class Mover {
public:
    Mover(store::WriteScope& scope, InstrumentId to, ReviewerId by, bool maySettle)
        : m_scope(scope)
        , m_to(to)
        , m_by(by)
        , m_maySettle(maySettle)
    {
    }

    Result<void> move(AppraisalId id)
    {
        const auto from = appraisalUnder(m_scope.db(), m_scope.catalog(), id);
        const auto version = from ? keptInstrument(m_scope.db(), m_to) : Failure(from.error());
        if (!version)
            return Failure(version.error());
        const Appraisal& old = from->appraisal;
        const auto begun = beginIn(m_scope, {old.record, m_to, variantIn(*version, old.variant), old.result});
        if (!begun)
            return Failure(begun.error());
        if (auto may = mayAppraise(m_scope.catalog(), begun->under, m_by); !may)
            return may;
        m_edits.insert(m_edits.end(), begun->edits.begin(), begun->edits.end());
        if (!begun->edits.empty())
            giveToTheSame(old, begun->under.appraisal.id);
        moved.appraisals.push_back(begun->under.appraisal.id);
        carry(*from, begun->under);
        return {};
    }

    void write()
    {
        if (!m_edits.empty())
            m_scope.append(m_by, std::move(m_edits));
    }

    Moved moved;

private:
    void giveToTheSame(const Appraisal& old, AppraisalId to)
    {
        for (const ReviewerId person : old.appraisers)
            m_edits.push_back(
                {store::ChangeKind::Appraiser, to.value, store::stageSlot(person.value, Stage::Fulltext), qint64(1)});
    }

    void carry(const Under& from, const Under& to)
    {
        const AppraisalId before = from.appraisal.id;
        const AppraisalId after = to.appraisal.id;
        const Carried mine
            = carried(sheetBy(sheetsIn(m_scope, before), m_by), sheetBy(sheetsIn(m_scope, after), m_by), to);
        put(to, mine.said, false);
        moved.said += qint64(mine.said.size());
        if (!m_maySettle || !isOpened(m_scope, after) || !agreedIn(m_scope, to).empty())
            return;
        const Carried agreed = carried(agreedIn(m_scope, from), {}, to);
        put(to, agreed.said, true);
        moved.agreed += qint64(agreed.said.size());
    }
    void put(const Under& to, const std::map<QString, Said>& said, bool agreed)
    {
        const std::vector<Edit> edits = saidEdits(to, said, agreed);
        m_edits.insert(m_edits.end(), edits.begin(), edits.end());
    }

    store::WriteScope& m_scope;
    InstrumentId m_to;
    ReviewerId m_by;
    bool m_maySettle;
    std::vector<Edit> m_edits;
};

/// The newest version of an instrument that there is, with Winnow or in the review.
const appraisal::Instrument* newestOf(const QString& id, const std::vector<appraisal::Instrument>& own)
{
    const appraisal::Instrument* newest = appraisal::findShipped(id);
    for (const appraisal::Instrument& one : own) {
        if (one.id == id && (!newest || isNewerVersion(one.version, newest->version)))
            newest = &one;
    }
    return newest;
}

} // namespace

Result<std::vector<VersionMove>> movesTo(Project& project, const appraisal::Instrument& to,
                                         const std::vector<AppraisedStudy>& studies,
                                         const std::vector<AppraisalView>& views)
{
    const Appraisals appraisals(project);
    const auto kept = appraisals.instruments();
    if (!kept)
        return Failure(kept.error());
    std::vector<VersionMove> moves;
    const MoveSearch search(to, *kept, views);
    for (const AppraisedStudy& study : studies) {
        if (search.any())
            search.search(appraisals, study, moves);
    }
    return moves;
}

Result<std::vector<VersionMoves>> movesToNewest(Project& project, const std::vector<AppraisedStudy>& studies,
                                                const std::vector<AppraisalView>& views)
{
    const auto kept = Appraisals(project).instruments();
    const auto own = kept ? ownInstruments(project) : Failure(kept.error());
    if (!own)
        return Failure(own.error());
    QStringList ids;
    for (const KeptInstrument& one : *kept)
        ids << one.instrument;
    ids.removeDuplicates();
    std::vector<VersionMoves> all;
    for (const QString& id : ids) {
        const appraisal::Instrument* newest = newestOf(id, *own);
        auto moves = newest ? movesTo(project, *newest, studies, views) : std::vector<VersionMove>();
        if (!moves)
            return Failure(moves.error());
        if (!moves->empty())
            all.push_back({*newest, std::move(*moves)});
    }
    return all;
}

Result<Moved> moveTo(Project& project, const appraisal::Instrument& to, const std::vector<AppraisalId>& from)
{
    const auto kept = Appraisals(project).keep(to);
    if (!kept)
        return Failure(kept.error());
    Moved moved;
    const auto written = change(project, [&](store::WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), project.me(), Right::Vote);
        if (!by)
            return Failure(by.error());
        Mover mover(scope, *kept, *by, bool(acting(scope.catalog(), project.me(), Right::Settle)));
        for (const AppraisalId id : from) {
            if (auto done = mover.move(id); !done)
                return done;
        }
        mover.write();
        moved = std::move(mover.moved);
        return {};
    });
    if (!written)
        return Failure(written.error());
    return moved;
}

} // namespace winnow
