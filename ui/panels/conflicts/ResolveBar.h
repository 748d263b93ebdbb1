// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Conflicts.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace winnow::ui {

class Banner;
class Segmented;
class VoteButton;

/// Settling a conflict: include, or exclude with a reason from the list that opens in place; and how it was settled.
class ResolveBar final : public QWidget {
    Q_OBJECT

public:
    ResolveBar(PanelContext& context, QWidget* parent = nullptr);

    void setStage(Stage stage);
    /// The buttons and their keys are off, and say why: somebody else was asked to settle the conflict on show, or who
    /// sits here may settle none. Both empty: they are on again.
    void leaveTo(const QString& settler, const QString& whyNot);
    /// Says why, if not.
    [[nodiscard]] bool mayResolve();
    [[nodiscard]] QLabel* settlerLabel() const { return m_settler; }
    [[nodiscard]] ResolvedHow how() const;
    [[nodiscard]] bool reasonsOpen() const;
    void openReasons();
    void closeReasons();
    /// By the reason's digit key; false if no reason has it.
    bool chooseDigit(int digit);

    [[nodiscard]] VoteButton* includeButton() const { return m_include; }
    [[nodiscard]] VoteButton* excludeButton() const { return m_exclude; }
    /// Stands in the panel's tool row: it is chosen once for a sitting.
    [[nodiscard]] Segmented* howChoice() const { return m_how; }
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] QListWidget* reasons() const { return m_reasons; }

Q_SIGNALS:
    void resolved(winnow::Verdict verdict, winnow::ReasonId reason);
    void undoRequested();
    /// Keys may act on the list again.
    void reasonsClosed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void chooseRow(int row);

    PanelContext& m_context;
    Stage m_stage = Stage::Title;
    QString m_whyNot;
    std::vector<Reason> m_list;
    QListWidget* m_reasons;
    Banner* m_banner;
    QLabel* m_settler;
    VoteButton* m_exclude;
    VoteButton* m_include;
    Segmented* m_how;
};

} // namespace winnow::ui
