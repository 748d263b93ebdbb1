// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Imports.h"

#include <QStringList>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace winnow::ui {

class Banner;
class ImportCard;
class ProgressLine;
class ToolRow;

/// Files on their way in: a card for each, then one job that takes them one after another.
class ImportPage final : public QWidget {
    Q_OBJECT

public:
    explicit ImportPage(PanelContext& context, QWidget* parent = nullptr);

    /// Cards for files that have none yet; finished ones of before are cleared away.
    void addFiles(const QStringList& files);
    /// Entries of an import that are still not readable, after some were mended.
    void setUnreadable(RunId run, qint64 entries);
    [[nodiscard]] bool running() const { return m_job != 0; }
    [[nodiscard]] const std::vector<ImportCard*>& cards() const { return m_cards; }
    [[nodiscard]] QPushButton* importButton() const { return m_import; }
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }
    [[nodiscard]] Banner* banner() const { return m_banner; }

Q_SIGNALS:
    /// The user wants to see the table of sources again.
    void closed();
    void unreadableRequested(winnow::RunId run, const QString& file);
    void go(winnow::ui::Workspace where);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What the job hands back: one result for each file it began with.
    using Results = std::vector<Result<ImportReport>>;

    void makeTools();
    void makeNextSteps(QVBoxLayout* column);
    void addCards(const QStringList& files);
    void addCard(const QString& file);
    void look(ImportCard* card);
    void readAs(ImportCard* card);
    void drop(ImportCard* card);
    void clearFinished();
    void importAll();
    void importMarks(ImportCard* card, const VotesAs& votesAs);
    void run(std::vector<ImportCard*> cards, std::vector<ImportRequest> requests);
    void onProgress(int job, const Progress& progress);
    void onEnded(int job);
    void tell();
    void refreshTools();

    PanelContext& m_context;
    Hands m_reading; ///< looks into files, beside the window
    std::vector<ImportCard*> m_cards;
    std::vector<ImportCard*> m_running;
    std::shared_ptr<Results> m_results;
    int m_job = 0;
    bool m_fresh = false; ///< nobody has typed yet
    QLabel* m_head;
    ProgressLine* m_line;
    QLabel* m_percent;
    QPushButton* m_cancel;
    QPushButton* m_back;
    QPushButton* m_import;
    QWidget* m_next;
    QPushButton* m_duplicates = nullptr;
    Banner* m_banner;
    QVBoxLayout* m_column;
    ToolRow* m_tools;
};

} // namespace winnow::ui
