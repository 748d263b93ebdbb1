// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Imports.h"

class QLabel;
class QMimeData;
class QPushButton;
class QStackedWidget;

namespace winnow::ui {

class Banner;
class DenseTable;
class EmptyState;
class FoundPage;
class ImportPage;
class SearchPage;
class SourcesModel;
class SourcesSide;
class UnreadablePage;

/// Where the records come from: every import with what PRISMA-S asks of it, and the way in for more files.
/// Importing happens on a page of this panel, not in a dialog; screening goes on meanwhile.
class SourcesPanel final : public Panel {
    Q_OBJECT

public:
    explicit SourcesPanel(PanelContext& context, QWidget* parent = nullptr);

    void activate() override;
    /// Opens the import page with these files; also for files dropped on the window.
    void importFiles(const QStringList& files);
    /// Opens the page of what is found otherwise (Ctrl+Shift+M).
    void findMore();
    /// Asks for files (Ctrl+I).
    void askForFiles();

    /// Local files that a drag carries, folders left out.
    [[nodiscard]] static QStringList filesOf(const QMimeData* mime);

    /// The page that searches databases from inside.
    void openSearch();
    [[nodiscard]] SearchPage* searchPage() const { return m_search; }
    [[nodiscard]] QPushButton* searchButton() const { return m_searchButton; }
    [[nodiscard]] ImportPage* importPage() const { return m_import; }
    [[nodiscard]] UnreadablePage* unreadablePage() const { return m_unreadable; }
    [[nodiscard]] FoundPage* foundPage() const { return m_found; }
    [[nodiscard]] SourcesSide* side() const { return m_side; }
    [[nodiscard]] DenseTable* table() const { return m_table; }
    [[nodiscard]] SourcesModel* model() const { return m_model; }
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] EmptyState* empty() const { return m_empty; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    /// Says why, if not.
    [[nodiscard]] bool mayImport();
    void allowByRole();
    [[nodiscard]] QWidget* makeTablePage();
    void makeTable();
    void wireSide();
    void refresh();
    void readTotals();
    void chooseRow();
    [[nodiscard]] const Run* chosen() const;
    /// One write over the hands; a failure is said in the banner.
    void change(std::function<Result<void>()> work, std::function<void()> then = {});
    void changeAsJob(const QString& name, Jobs::Work work, const std::function<void()>& then);
    void takeBack(RunId run, bool back);
    void showUnreadable(RunId run, const QString& file);
    void wireUnreadable();
    void wireSearch();
    void leaveSearch();
    void mend(qint64 line, const QString& text);
    void openRecords(const QString& heading, std::function<Result<std::vector<RecordId>>()> read);
    void openRun(RunId run);

    PanelContext& m_context;
    Hands m_reading; ///< lists and tallies, beside the window
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    QWidget* m_tablePage = nullptr;
    ImportPage* m_import;
    SearchPage* m_search;
    UnreadablePage* m_unreadable;
    FoundPage* m_found;
    QWidget* m_cameFrom = nullptr;
    SourcesModel* m_model;
    DenseTable* m_table;
    SourcesSide* m_side;
    QLabel* m_head;
    Banner* m_banner;
    QPushButton* m_importButton;
    QPushButton* m_searchButton;
    QPushButton* m_moreButton;
    RunId m_toRestore;
    RunId m_toMend; ///< the import whose unreadable entries are shown
};

} // namespace winnow::ui
