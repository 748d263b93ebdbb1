// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Flow.h"
#include "project/Screening.h"

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace winnow::ui {

class Card;
class StageSummary;
class TextLabel;

/// Where the review stands and what waits for me, one button each.
class OverviewPanel final : public Panel {
    Q_OBJECT
public:
    explicit OverviewPanel(PanelContext& context, QWidget* parent = nullptr);

    void activate() override;

private:
    struct Numbers {
        std::optional<Status> status;
        std::optional<Progressed> title;
        std::optional<Progressed> fulltext;
    };
    struct Waiting {
        QString sentence;
        QString verb;
        Workspace where;

        bool operator==(const Waiting&) const = default;
    };
    void refresh();
    void read();
    void display(const Numbers& numbers);
    void displayWaiting(const Numbers& numbers);
    void displaySources(const Status& status);
    [[nodiscard]] std::vector<Waiting> waiting(const Numbers& numbers) const;

    PanelContext& m_context;
    TextLabel* m_title;
    TextLabel* m_question;
    Card* m_waitingCard;
    QWidget* m_waitingRows = nullptr;
    std::vector<Waiting> m_waiting; ///< as shown
    StageSummary* m_titleStage;
    StageSummary* m_fulltextStage;
    Card* m_sourcesCard;
    QWidget* m_sourceRows = nullptr;
    bool m_reading = false;
    bool m_again = false;
    Hands m_hands; // readings beside the window's thread
};

} // namespace winnow::ui
