// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Face.h"
#include "panels/Panel.h"
#include "project/Charts.h"
#include "project/Flow.h"
#include "project/Screening.h"
#include "project/Sharing.h"

#include <optional>

class QGridLayout;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace winnow::ui {

class Card;
class ChartCard;
class ChartPage;
class StageSummary;
class TextLabel;

/// Where the review stands, what waits for me (one button each), and its charts, each of which opens large.
class OverviewPanel final : public Panel {
    Q_OBJECT
public:
    explicit OverviewPanel(PanelContext& context, QWidget* parent = nullptr);

    void activate() override;

    /// In the order of chartFaces().
    [[nodiscard]] const std::vector<ChartCard*>& cards() const { return m_cards; }
    /// The chart that is open large; nullptr: none.
    [[nodiscard]] ChartPage* page() const { return m_page; }
    /// The sentences of "What waits for you", from above.
    [[nodiscard]] QStringList waitingSentences() const;
    /// Everything that was asked to be counted is shown.
    [[nodiscard]] bool settled() const { return !m_reading && m_chartsLeft == 0; }

private:
    struct Numbers {
        std::optional<Status> status;
        std::optional<Progressed> title; ///< of who is asked to screen
        std::optional<Progressed> fulltext;
        bool settles = true; ///< conflicts wait for who sits here
        std::optional<WorkToSend> toSend; ///< none: nobody sits here, or there is nobody to send it to
        StillNeeded neededTitle;
        StillNeeded neededFulltext;
    };
    struct Waiting {
        QString sentence;
        QString verb; ///< of its button; empty: a fact that is no work of mine
        Workspace where;

        bool operator==(const Waiting&) const = default;
    };
    void refresh();
    void read();
    void display(const Numbers& numbers);
    void displayWaiting(const Numbers& numbers);
    [[nodiscard]] QWidget* makeHome();
    void makeCards(QVBoxLayout& column);
    void countCharts();
    void displayChart(size_t chart, const Result<ChartData>& data);
    void openLarge(size_t chart);
    void sayLarge(size_t chart, const QString& sentence);
    void backHome();
    void openRecords(size_t chart, const QStringList& keys, const QString& what);
    void showRecordsOf(size_t chart, const QString& what, const ChartRecords& records);
    [[nodiscard]] std::vector<Waiting> waiting(const Numbers& numbers) const;
    [[nodiscard]] std::vector<Waiting> exchange(const Numbers& numbers) const;
    void addWaiting(QGridLayout& grid, const Waiting& one, bool first);

    PanelContext& m_context;
    TextLabel* m_title;
    TextLabel* m_question;
    Card* m_waitingCard;
    QWidget* m_waitingRows = nullptr;
    std::vector<Waiting> m_waiting; ///< as shown
    StageSummary* m_titleStage;
    StageSummary* m_fulltextStage;
    ChartFaces m_faces;
    std::vector<ChartCard*> m_cards;
    std::vector<std::optional<ChartData>> m_data; ///< as counted last
    QStackedWidget* m_pages;
    ChartPage* m_page = nullptr;
    size_t m_open = 0; ///< the chart of the page
    int m_chartsLeft = 0; ///< being counted
    bool m_chartsAgain = false;
    bool m_reading = false;
    bool m_again = false;
    Hands m_hands; // readings beside the window's thread
};

} // namespace winnow::ui
