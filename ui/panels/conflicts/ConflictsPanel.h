// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Conflicts.h"
#include "project/Flow.h"
#include "project/Records.h"
#include "project/Sharing.h"

#include <optional>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace winnow::ui {

class AgreementView;
class Banner;
class ConflictReader;
class ConflictsModel;
class EmptyState;
class OpeningPage;
class ResolveBar;
class Segmented;
class VoteCardView;

/// Where reviewers disagree. Opened on purpose, stage by stage: from then on the votes are frozen for agreement and may
/// be looked at, card by card. Before that, nothing of how anybody voted is in this window.
class ConflictsPanel final : public Panel {
    Q_OBJECT

public:
    explicit ConflictsPanel(PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    void setStage(Stage stage);

    [[nodiscard]] Segmented* stages() const { return m_stages; }
    [[nodiscard]] QPushButton* openButton() const;
    [[nodiscard]] QPushButton* agreementButton() const { return m_agreementButton; }
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] ConflictsModel* model() const { return m_model; }
    [[nodiscard]] ResolveBar* bar() const { return m_bar; }
    [[nodiscard]] const std::vector<VoteCardView*>& cards() const { return m_cards; }
    [[nodiscard]] AgreementView* agreement() const { return m_agreement; }
    [[nodiscard]] QString invitation() const;
    [[nodiscard]] RecordId current() const { return m_current; }

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Page { Nothing, Closed, Opened, Numbers };

    /// What a refresh reads beside the window.
    struct State {
        std::vector<Conflict> conflicts;
        qint64 withheld = 0; ///< conflicts that wait too, but which ones I am not told before my vote
        std::vector<PairAgreement> agreement;
        StageStatus status;
        StillNeeded needed; ///< whose votes are lacking here
        qint64 elsewhere = 0; ///< conflicts of the other stage
    };

    [[nodiscard]] QWidget* makeTools();
    [[nodiscard]] QWidget* makeOpened();
    void refresh();
    void take(State state);
    void sayClosed(qint64 waiting);
    void askOpen();
    void openBatch();
    void show(RecordId report);
    /// The name of the other person who was asked to settle it; empty: I may.
    [[nodiscard]] QString settlerOf(RecordId report) const;
    void openCard(size_t number);
    void resolve(Verdict verdict, ReasonId reason);
    void afterResolving(RecordId report, Verdict verdict);
    void undo();
    void move(int by);
    void showPage(Page page);
    [[nodiscard]] bool act(QKeyEvent* event);

    PanelContext& m_context;
    Hands m_reading; ///< lists and counts, beside the window
    Stage m_stage = Stage::Title;
    State m_state;
    RecordId m_current;
    bool m_numbers = false;
    bool m_arriving = false; ///< the workspace was opened: the stage that has conflicts is shown
    int m_settlings = 0; ///< made here so far: an answer read before the last one is no news about marks
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    Segmented* m_stages;
    QLabel* m_head;
    QLabel* m_howLabel;
    QPushButton* m_agreementButton;
    OpeningPage* m_opening;
    Banner* m_more;
    QListView* m_list;
    ConflictsModel* m_model;
    ConflictReader* m_reader;
    QWidget* m_cardRow;
    std::vector<VoteCardView*> m_cards;
    ResolveBar* m_bar;
    AgreementView* m_agreement;
};

} // namespace winnow::ui
