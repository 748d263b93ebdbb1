// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Duplicates.h"
#include "project/Records.h"

#include <map>
#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace winnow::ui {

class Banner;
class DenseTable;
class EmptyState;
class PairView;
class RecordsModel;

/// Records that are the same document. Exact duplicates are counted first and joined in one step that can be undone;
/// every joined record can be looked at beside the one it was joined with, and be parted again.
class DuplicatesPanel final : public Panel {
    Q_OBJECT

public:
    explicit DuplicatesPanel(PanelContext& context, QWidget* parent = nullptr);

    void activate() override;

    [[nodiscard]] QPushButton* countButton() const { return m_count; }
    [[nodiscard]] QPushButton* joinButton() const { return m_join; }
    [[nodiscard]] DenseTable* table() const { return m_table; }
    [[nodiscard]] RecordsModel* model() const { return m_model; }
    [[nodiscard]] PairView* pair() const { return m_pair; }
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] QString found() const;
    [[nodiscard]] bool running() const { return m_job != 0; }

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTools();
    [[nodiscard]] QWidget* makeRules();
    [[nodiscard]] QWidget* makeJoined();
    void run(bool dryRun);
    void onEnded(int job, Outcome outcome, const Error& error);
    void tell(const DedupeReport& report, bool dryRun);
    void readJoined();
    void choose();
    void judge(bool same);
    void undo();
    void say();
    [[nodiscard]] bool act(QKeyEvent* event);
    [[nodiscard]] static QString byRule(const DedupeReport& report);

    PanelContext& m_context;
    Hands m_reading; ///< whole lists, beside the window
    std::shared_ptr<std::optional<DedupeReport>> m_result;
    int m_job = 0;
    bool m_dryRun = true;
    int m_steps = 1; ///< of the last judgement: what one undo takes back
    RecordId m_partner; ///< what the chosen record is, or was, joined with
    std::map<RecordId, RecordId> m_parted; ///< on this visit: record → what it was parted from
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    QLabel* m_head;
    Banner* m_banner;
    QLabel* m_found;
    QPushButton* m_count;
    QPushButton* m_join;
    RecordsModel* m_model;
    DenseTable* m_table;
    PairView* m_pair;
    QLabel* m_state;
    QPushButton* m_same;
    QPushButton* m_different;
};

} // namespace winnow::ui
