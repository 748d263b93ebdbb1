// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "panels/screening/QueueDesk.h"
#include "panels/screening/ReadAhead.h"
#include "panels/screening/Remarking.h"
#include "panels/screening/Voting.h"

class QSplitter;
class QStackedWidget;

namespace winnow::ui {

class EmptyState;
class PickPopover;
class QueueList;
class Reader;
class ScreeningTools;
class SidePanel;
class VoteBar;

/// The room in which a stage is screened: queue, reader, remarks, votes. Everything can be done by keys, and keys act
/// only while the reader or the list has the focus; in a field they type. Nothing of what others voted, noted or
/// labelled is asked for beyond what the project hands out (rules.md C1).
class ScreeningPanel final : public Panel {
    Q_OBJECT

public:
    ScreeningPanel(PanelContext& context, Stage stage, QWidget* parent = nullptr);
    ~ScreeningPanel() override;

    void activate() override;
    void find() override;

    /// Nothing is being loaded, looked for, or on its way to the file.
    [[nodiscard]] bool settled() const;
    /// The report in the reader; none while there is nothing to read.
    [[nodiscard]] RecordId current() const { return m_current; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Nothing { Loading, EmptyStage, NoFit, NotFound, Done };

    void build();
    void wireQueue();
    void wireVotes();
    void wireSide();
    void readEntities();

    // What is read (ScreeningReading.cpp).
    void showRow(int row);
    void showNothing(Nothing what);
    void sayDone();
    void goTo(int row);
    void goOn();
    void move(int rows);
    void queueShown(const Progressed& progress);
    void queueNarrowed(const QString& said);
    void readAgain(const std::vector<RecordId>& reports);
    [[nodiscard]] bool focusIsHere() const;
    void prepareNext();
    void refreshLists();
    void refreshVerdict();
    void projectChanged(const QList<qint64>& reports, bool lists);
    void jump(RecordId record, bool other);
    [[nodiscard]] std::vector<RecordId> target() const;

    // What keys and buttons do (ScreeningActions.cpp).
    [[nodiscard]] bool keyPressed(QObject* watched, const class QKeyEvent& event);
    [[nodiscard]] bool act(Action action);
    [[nodiscard]] bool actOnQueue(Action action);
    void vote(Verdict verdict, ReasonId reason = {});
    void castVote(const std::vector<RecordId>& reports, Verdict verdict, ReasonId reason);
    void voteWithDigit(int digit);
    void openReasons();
    void openLabels();
    void openLink(Action action);
    void openUrl(const QUrl& url);
    void askLibrary();
    void setAside();
    void toggleList();
    void toggleLastVotes();
    void zoom(int step);
    void askHelp();
    void stepOn(bool other);
    void leaveField();

    PanelContext m_context;
    Stage m_stage;
    QueueDesk m_desk;
    Voting m_voting;
    Remarking m_remarking;
    ReadAhead m_ahead;
    ScreeningTools* m_tools;
    QSplitter* m_splitter;
    QueueList* m_list;
    QStackedWidget* m_pages;
    Reader* m_reader;
    EmptyState* m_empty;
    SidePanel* m_side;
    Hands m_counting; ///< what filters need, beside the window
    VoteBar* m_bar;
    PickPopover* m_popover;
    bool m_pickingLabels = false;
    RecordId m_current;
    RecordId m_wanted; ///< to go to when the queue has been read
    Nothing m_nothing = Nothing::Loading;
    Progressed m_progress;
    QueueFilter m_beforeLastVotes;
    bool m_stale = false;
};

} // namespace winnow::ui
