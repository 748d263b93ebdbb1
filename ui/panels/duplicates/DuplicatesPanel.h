// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "panels/duplicates/PairQueue.h"

#include <map>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace winnow::ui {

class AcceptRow;
class Banner;
class DenseTable;
class EmptyState;
class PairSide;
class PairView;
class RecordsModel;
class Segmented;

/// Records that are the same document. A search joins what is certain, in one step that can be undone; what is doubtful
/// waits in a list and is judged pair by pair, side by side, by keys. Every join can be looked at and taken apart.
class DuplicatesPanel final : public Panel {
    Q_OBJECT

public:
    explicit DuplicatesPanel(PanelContext& context, QWidget* parent = nullptr);

    void activate() override;

    [[nodiscard]] QPushButton* findButton() const { return m_find; }
    [[nodiscard]] DenseTable* table() const { return m_table; }
    [[nodiscard]] RecordsModel* model() const { return m_model; }
    [[nodiscard]] PairView* pair() const;
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] Segmented* lists() const { return m_segments; }
    [[nodiscard]] AcceptRow* accept() const { return m_accept; }
    [[nodiscard]] QString found() const;
    [[nodiscard]] QString why() const;
    [[nodiscard]] bool running() const { return m_job != 0; }

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTools();
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makePairs();
    void lookForDuplicates(); // not find(): that is what Ctrl+F asks of a room
    void onEnded(int job, Outcome outcome, const Error& error);
    void tell(const DedupeReport& report);
    void readLists();
    void take(PairLists lists);
    void open(PairList list);
    void showList();
    void sayFound(const QString& sentence);
    void sayCounts();
    void choose();
    [[nodiscard]] bool mayChange();
    void judge(bool same);
    void link();
    void acceptAbove(double score);
    void perform(std::function<Result<int>()> work, const QString& done);
    void undo();
    void undoSteps();
    void undoRun();
    void sayUndone();
    void goTo(int row);
    [[nodiscard]] bool act(QKeyEvent* event);
    [[nodiscard]] ShownPair current() const;

    PanelContext& m_context;
    Hands m_reading; ///< whole lists, beside the window
    std::shared_ptr<std::optional<DedupeReport>> m_result; ///< of the search; none while a run is undone
    int m_job = 0; ///< a search, or the undo of one
    int m_steps = 1; ///< of the last judgement: what one undo takes back
    bool m_focusList = false; ///< once the lists are read
    PairLists m_lists;
    PairList m_list = PairList::Doubtful;
    std::map<RecordId, RecordId> m_parted; ///< on this visit: joined record → what it was parted from
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    Banner* m_banner;
    QLabel* m_found;
    QPushButton* m_find;
    Segmented* m_segments;
    AcceptRow* m_accept;
    RecordsModel* m_model;
    DenseTable* m_table;
    QStackedWidget* m_sides;
    EmptyState* m_nothing;
    PairSide* m_side;
};

} // namespace winnow::ui
