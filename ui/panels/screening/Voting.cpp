// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/Voting.h"

#include "domain/Words.h"
#include "models/QueueModel.h"
#include "services/Steps.h"

#include <QLocale>

#include <algorithm>

namespace winnow::ui {

namespace {

bool stands(const MyVote& vote, Verdict verdict, ReasonId reason)
{
    return vote.verdict == verdict && vote.reason == reason;
}

/// Steps that this room makes: an import or a change of the team's lists is not undone by a key that is pressed a
/// hundred times a day, nor is a vote at the other stage, which nobody would see here.
bool ofThisRoom(const History::Step& step, Stage stage)
{
    static const QStringList kinds{
        QStringLiteral("vote"),  QStringLiteral("note"),      QStringLiteral("labelled"),  QStringLiteral("label"),
        QStringLiteral("tick"),  QStringLiteral("set aside"), QStringLiteral("retrieval"), QStringLiteral("classified"),
        QStringLiteral("study"), QStringLiteral("study name")};
    return kinds.contains(step.kind) && (!step.stage || *step.stage == stage);
}

} // namespace

Voting::Voting(const PanelContext& context, Stage stage, QueueModel& model, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_stage(stage)
    , m_model(model)
{
}

QString Voting::whyNot() const
{
    return m_context.whyNot(Right::Vote);
}

Progressed Voting::progressOf(Project& project, Stage stage)
{
    const Result<Progressed> progress = Screening(project, stage).progress();
    return progress ? *progress : Progressed();
}

bool Voting::vote(const std::vector<RecordId>& reports, Verdict verdict, ReasonId reason)
{
    Cast cast;
    cast.number = ++m_cast;
    const qint64 now = m_context.project.clock().now();
    for (const RecordId report : reports) {
        const MyVote before = m_model.vote(report);
        if (!report || stands(before, verdict, reason))
            continue;
        const MyVote after{verdict, reason, now};
        cast.requests.push_back({report, verdict, reason, {}});
        cast.changes.push_back({report, before, after});
        m_pending[report.value] = {cast.number, after};
    }
    if (cast.requests.empty())
        return false;
    std::vector<std::pair<RecordId, MyVote>> votes;
    for (const VoteChange& change : cast.changes)
        votes.emplace_back(change.report, change.after);
    m_model.setVotesOf(votes);
    begin();
    m_context.hands.over(
        this,
        [project = &m_context.project, stage = m_stage, requests = cast.requests]() -> Answer {
            Screening screening(*project, stage);
            if (requests.size() > 1)
                return {screening.voteMany(requests), progressOf(*project, stage)};
            const Result<void> voted = screening.vote(requests.front());
            Result<Screening::BulkOutcome> outcome = Screening::BulkOutcome{1, {}};
            if (!voted)
                outcome = Failure(voted.error());
            return {std::move(outcome), progressOf(*project, stage)};
        },
        [this, cast](const Answer& answer) { answered(cast, answer); });
    return true;
}

void Voting::begin()
{
    ++m_underway;
    ++m_expected;
}

void Voting::end()
{
    // The project tells of a commit before the answer comes: what it has not told of by now it will not.
    if (--m_underway == 0)
        m_expected = 0;
}

bool Voting::wasMine()
{
    if (m_expected == 0)
        return false;
    --m_expected;
    return true;
}

void Voting::answered(const Cast& cast, const Answer& answer)
{
    end();
    if (!answer.outcome) {
        for (const VoteChange& change : cast.changes)
            takeBack(change, cast.number);
        readVotes(); // whatever became of it: the file has the last word
        Q_EMIT votesChanged();
        return Q_EMIT failed(words::sentence(answer.outcome.error()));
    }
    VoteChanges applied = cast.changes;
    for (const Screening::Rejected& rejected : answer.outcome->rejected)
        applied[rejected.index].report = {};
    for (std::size_t i = 0; i < applied.size(); ++i) {
        const auto pending = m_pending.find(cast.changes[i].report.value);
        if (!applied[i].report)
            takeBack(cast.changes[i], cast.number);
        else if (pending != m_pending.end() && pending->second.first == cast.number)
            m_pending.erase(pending);
    }
    std::erase_if(applied, [](const VoteChange& change) { return !change.report; });
    if (!applied.empty())
        m_trail.did(std::move(applied));
    Q_EMIT progressed(answer.progress);
    Q_EMIT votesChanged();
    if (!answer.outcome->rejected.empty()) {
        const qint64 refused = qint64(answer.outcome->rejected.size());
        const QString why = words::sentence(answer.outcome->rejected.front().error);
        return Q_EMIT failed(
            tr("%1 of %2 votes were refused. The first: %3")
                .arg(QLocale().toString(refused), QLocale().toString(qint64(cast.requests.size())), why));
    }
    Q_EMIT said(sentence(cast, answer.outcome->applied), true);
}

/// The row goes back to what it was, unless I have voted on it again since.
void Voting::takeBack(const VoteChange& change, quint64 number)
{
    const auto pending = m_pending.find(change.report.value);
    if (pending == m_pending.end() || pending->second.first != number)
        return;
    m_pending.erase(pending);
    m_model.setVote(change.report, change.before);
}

QString Voting::sentence(const Cast& cast, qint64 applied) const
{
    const VoteRequest& vote = cast.requests.front();
    const std::shared_ptr<const Review> review = m_context.project.review();
    const Reason* reason = review->reason(vote.reason);
    const QString n = QLocale().toString(applied);
    const bool one = cast.requests.size() == 1;
    switch (vote.verdict) {
    case Verdict::Include: return one ? tr("Included") : tr("%1 records included").arg(n);
    case Verdict::Maybe: return one ? tr("Maybe") : tr("%1 records marked maybe").arg(n);
    case Verdict::Exclude:
        if (reason)
            return one ? tr("Excluded — %1").arg(reason->text) : tr("%1 records excluded — %2").arg(n, reason->text);
        return one ? tr("Excluded") : tr("%1 records excluded").arg(n);
    case Verdict::None: break;
    }
    return one ? tr("Vote taken back") : tr("%1 votes taken back").arg(n);
}

void Voting::undo()
{
    walk(false);
}

void Voting::redo()
{
    walk(true);
}

void Voting::walk(bool forward)
{
    const QString why = whyNot();
    if (m_context.project.readOnly() || !m_context.project.me())
        return Q_EMIT failed(why);
    begin();
    m_context.hands.over(
        this,
        [project = &m_context.project, stage = m_stage, forward]() -> Walked {
            History history(*project);
            const auto mine = [stage](const History::Step& step) { return ofThisRoom(step, stage); };
            Walked walked{forward ? history.redo(mine) : history.undo(mine), {}};
            walked.progress = progressOf(*project, stage);
            return walked;
        },
        [this, forward](const Walked& answer) { walked(answer, forward); });
}

QString Voting::whyNotWalked(const Error& error, bool forward)
{
    switch (error.code) {
    case ErrorCode::NothingToUndo:
        return forward ? tr("There is nothing to redo.") : tr("There is nothing of yours to undo.");
    case ErrorCode::StepElsewhere:
        return (forward ? tr("What you undid last was not made here (%1): redo it from the menu Edit.")
                        : tr("Your last step was not made here (%1): undo it from the menu Edit."))
            .arg(nameOfStep(error.context));
    default: return words::sentence(error);
    }
}

void Voting::walked(const Walked& answer, bool forward)
{
    end();
    if (!answer.undone)
        return Q_EMIT failed(whyNotWalked(answer.undone.error(), forward));
    const History::Step& undone = *answer.undone;
    const bool ofVotes = undone.kind == QLatin1String("vote");
    const VoteChanges* changes = !ofVotes ? nullptr
        : forward                         ? m_trail.redid(undone.record)
                                          : m_trail.undid(undone.record);
    if (changes) {
        std::vector<std::pair<RecordId, MyVote>> votes;
        for (const VoteChange& change : *changes)
            votes.emplace_back(change.report, forward ? change.after : change.before);
        m_model.setVotesOf(votes);
    }
    readVotes();
    Q_EMIT progressed(answer.progress);
    Q_EMIT jumped(undone.record, !ofVotes);
    const qint64 n = changes ? qint64(changes->size()) : ofVotes && m_stage == Stage::Fulltext ? 1 : undone.changes;
    const QString what
        = n > 1 ? tr("%1 (%2 records)").arg(nameOfStep(undone.kind), QLocale().toString(n)) : nameOfStep(undone.kind);
    Q_EMIT said(forward ? tr("Redone: %1").arg(what) : tr("Undone: %1").arg(what), false);
}

/// What the trail showed at once is checked against the file, beside the window and beside the write lane.
void Voting::readVotes()
{
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_reader.over(
        this,
        [project = &m_context.project, stage = m_stage, ids = m_model.queue()] {
            return std::pair(readSheet(*project, stage, ids), progressOf(*project, stage));
        },
        [this](std::pair<Result<VoteSheet>, Progressed>& read) {
            m_reading = false;
            if (std::exchange(m_readAgain, false))
                return readVotes();
            if (!read.first)
                return;
            m_model.setVotes(std::move(*read.first));
            for (const auto& [report, vote] : m_pending)
                m_model.setVote(RecordId(report), vote.second);
            Q_EMIT progressed(read.second);
            Q_EMIT votesChanged();
        });
}

} // namespace winnow::ui
