// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Screening.h"

#include <functional>
#include <vector>

namespace winnow::ui {

/// What is said and settled about reports beside votes, on its way to the file: notes, labels, ticks, and what the team
/// keeps of a report (set aside, retrieval, classification, study). Each call is one step.
class Remarking final : public QObject {
    Q_OBJECT

public:
    using RecordIds = std::vector<RecordId>;

    Remarking(const PanelContext& context, Stage stage, QObject* parent = nullptr);

    void note(RecordId report, const QString& text);
    void tick(RecordId report, CriterionId criterion, Tick tick);
    void label(const RecordIds& reports, LabelId label, bool on);
    /// Adds the label to the team's list, if it is not there yet, and sets it.
    void labelNamed(const RecordIds& reports, const QString& name);
    void setAside(const RecordIds& reports, const SetAside& how);
    /// Dated today.
    void retrieve(const RecordIds& reports, RetrievalState state);
    void classify(const RecordIds& reports, Classification classification);
    /// An empty name puts each on its own again.
    void group(const RecordIds& reports, const QString& study);

    /// Nothing is on its way any more.
    [[nodiscard]] bool settled() const { return m_underway == 0; }
    /// The change that the project just told of is one of those under way here.
    [[nodiscard]] bool wasMine();

Q_SIGNALS:
    /// Confirmed.
    void said(const QString& sentence, bool canBeUndone);
    void failed(const QString& sentence);
    /// What is known of these is old.
    void changed(const std::vector<winnow::RecordId>& reports);
    /// These are no longer to be screened.
    void left(const std::vector<winnow::RecordId>& reports);

private:
    using Outcome = Result<Screening::BulkOutcome>;
    /// Runs `work` on the write lane, if who sits here has the right; says `sentence` with the number of reports it was
    /// done for ("%1 …" if many).
    void run(Right right, const RecordIds& reports, std::function<Outcome(Project&)> work,
             std::function<void(const Screening::BulkOutcome&)> done);
    [[nodiscard]] bool may(Right right);

    PanelContext m_context;
    Stage m_stage;
    int m_underway = 0;
    int m_expected = 0; ///< commits that the project has not told of yet
};

} // namespace winnow::ui
