// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "panels/screening/StepTrail.h"
#include "project/Records.h"
#include "project/Screening.h"

#include <unordered_map>
#include <vector>

namespace winnow::ui {

class QueueModel;

/// Votes on their way to the file. A vote shows in the list at once; what it did is said when the commit has returned,
/// and where that fails the row goes back to what it was. Undo and redo walk through the log.
class Voting final : public QObject {
    Q_OBJECT

public:
    Voting(const PanelContext& context, Stage stage, QueueModel& model, QObject* parent = nullptr);

    /// Why I cannot vote, as a sentence; empty: I can.
    [[nodiscard]] QString whyNot() const;

    /// One step, however many reports. A vote that stands already is not cast again: false if nothing was to do.
    /// At full text an exclusion needs a reason.
    bool vote(const std::vector<RecordId>& reports, Verdict verdict, ReasonId reason = {});
    void undo();
    void redo();
    /// Nothing is on its way any more.
    [[nodiscard]] bool settled() const { return m_underway == 0 && !m_reading; }
    /// The change that the project just told of is one of those under way here.
    [[nodiscard]] bool wasMine();
    /// Votes changed elsewhere (undo from the menu, another room): reads them anew beside the window.
    void readVotes();

Q_SIGNALS:
    /// Confirmed: the commit has returned.
    void said(const QString& sentence, bool canBeUndone);
    void failed(const QString& sentence);
    void progressed(const winnow::Progressed& progress);
    /// A step was undone or redone. `record` is what it spoke of, if of one; `other` when it was something else than
    /// a vote, so that notes, labels or the queue itself may be different now.
    void jumped(winnow::RecordId record, bool other);
    /// How each of these stands for me may have changed.
    void votesChanged();

private:
    struct Cast {
        std::vector<VoteRequest> requests;
        VoteChanges changes;
        quint64 number = 0;
    };
    struct Answer {
        Result<Screening::BulkOutcome> outcome;
        Progressed progress;
    };
    struct Walked {
        Result<History::Step> undone;
        Progressed progress;
    };

    void answered(const Cast& cast, const Answer& answer);
    void takeBack(const VoteChange& change, quint64 number);
    [[nodiscard]] QString sentence(const Cast& cast, qint64 applied) const;
    void walk(bool forward);
    [[nodiscard]] static QString whyNotWalked(const Error& error, bool forward);
    void walked(const Walked& answer, bool forward);
    void begin();
    void end();
    [[nodiscard]] static Progressed progressOf(Project& project, Stage stage);

    PanelContext m_context;
    Stage m_stage;
    QueueModel& m_model;
    StepTrail m_trail;
    std::unordered_map<qint64, std::pair<quint64, MyVote>> m_pending; ///< by report: the latest vote on its way
    quint64 m_cast = 0;
    int m_underway = 0;
    int m_expected = 0; ///< commits that the project has not told of yet
    bool m_reading = false;
    bool m_readAgain = false;
    Hands m_reader; ///< reads only; last, so that it is done before the rest goes
};

} // namespace winnow::ui
