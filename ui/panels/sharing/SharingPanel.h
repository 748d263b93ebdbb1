// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Sharing.h"

#include <optional>

class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace winnow::ui {

class Banner;
class BringInsCard;
class Card;
class LetterCard;
class Outbox;
class PreviewPage;
class TextLabel;

/// Work with coauthors without a server: what waits to be sent, files from the others with a preview before anything
/// changes, what is still lacking, and the code by which two copies are compared (rules.md E).
class SharingPanel final : public Panel {
    Q_OBJECT
public:
    explicit SharingPanel(PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    void sendWork();
    void invite();
    void sendConflicts();
    void askForFile();
    /// Shows what a bundle, or another copy of this review, would change.
    void preview(const QString& file);

    [[nodiscard]] QPushButton* sendButton() const { return m_send; }
    [[nodiscard]] QPushButton* inviteButton() const { return m_invite; }
    [[nodiscard]] QPushButton* conflictsButton() const { return m_conflicts; }
    [[nodiscard]] BringInsCard* bringIns() const { return m_bringIns; }
    [[nodiscard]] PreviewPage* previewPage() const { return m_preview; }
    [[nodiscard]] LetterCard* letter() const { return m_letter; }
    [[nodiscard]] QString standing() const;
    [[nodiscard]] QString code() const;
    /// What is still needed and from whom, line by line.
    [[nodiscard]] const QStringList& needed() const { return m_needed; }
    [[nodiscard]] Banner* banner() const { return m_banner; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct State {
        std::optional<WorkToSend> toSend;
        StillNeeded title;
        StillNeeded fulltext;
        std::vector<BringIn> bringIns;
        QString code;
    };

    QWidget* makeHome();
    void buildMine(QVBoxLayout* column);
    void buildNeeded(QVBoxLayout* column);
    void refresh();
    void allowByRole();
    void read();
    void display(const State& state);
    void displayNeeded(const State& state);
    void bringIn(const QString& file);
    void setLive(qint64 batch, bool live);
    void showHome();

    PanelContext& m_context;
    QStackedWidget* m_pages;
    Banner* m_banner;
    TextLabel* m_standing;
    QPushButton* m_send;
    QPushButton* m_invite;
    QPushButton* m_conflicts;
    Outbox* m_outbox;
    LetterCard* m_letter;
    BringInsCard* m_bringIns;
    Card* m_neededCard;
    QWidget* m_neededRows = nullptr;
    QStringList m_needed;
    TextLabel* m_code;
    PreviewPage* m_preview;
    bool m_reading = false;
    bool m_again = false;
    Hands m_hands; // readings beside the window's thread
};

} // namespace winnow::ui
