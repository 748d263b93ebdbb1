// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "panels/sources/SearchJob.h"
#include "project/SearchPlans.h"
#include "services/Colours.h"

#include <QMap>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace winnow::ui {

class Accesses;
class Banner;
class BlocksForm;
class KeysForm;
class OpenSearches;
class ProgressLine;
class QueryForm;
class SearchesView;
class Segmented;
class TagHelp;
class TextLabel;
class ToolRow;
class Vault;

/// Searches databases from inside: the plan in blocks, a query for each database, the number of hits first, then the
/// records, the searches that were made, and the keys. A search that was paused, or lost the network, is kept and goes
/// on where it stopped, also after the window was closed. Screening goes on meanwhile.
class SearchPage final : public QWidget {
    Q_OBJECT

public:
    enum class Part { Query, Blocks, Made, Keys };

    explicit SearchPage(PanelContext& context, QWidget* parent = nullptr);
    ~SearchPage() override;

    /// To the front: shows what is unfinished, and puts the focus where work goes on.
    void open();
    void showPart(Part part);
    /// The way to the services and the keychain; tests hand in their own, before the page is opened.
    void setOnline(std::shared_ptr<Online> online) { m_job->setOnline(std::move(online)); }
    void setVault(std::unique_ptr<Vault> vault);
    [[nodiscard]] bool running() const { return m_job->running(); }

    [[nodiscard]] QListWidget* databases() const { return m_databases; }
    [[nodiscard]] QueryForm* form() const { return m_form; }
    [[nodiscard]] TagHelp* help() const { return m_help; }
    [[nodiscard]] BlocksForm* blocks() const { return m_blocks; }
    [[nodiscard]] SearchesView* made() const { return m_made; }
    [[nodiscard]] KeysForm* keys() const { return m_keys; }
    [[nodiscard]] Accesses* accesses() const { return m_accesses; }
    [[nodiscard]] Segmented* parts() const { return m_parts; }
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] QLabel* found() const { return m_found; }
    [[nodiscard]] QLabel* state() const { return m_state; }
    [[nodiscard]] QPushButton* countButton() const { return m_count; }
    [[nodiscard]] QPushButton* fetchButton() const { return m_fetch; }
    [[nodiscard]] QPushButton* pauseButton() const { return m_pause; }
    [[nodiscard]] QPushButton* cancelButton() const { return m_cancel; }
    [[nodiscard]] OpenSearches* unfinished() const { return m_unfinished; }

Q_SIGNALS:
    void closed();
    /// The records of one search.
    void recordsRequested(const QString& heading, const QString& search);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeTools();
    void tell(const QString& sentence, Tone tone = Tone::Neutral);
    [[nodiscard]] QWidget* makeQueryPart();
    [[nodiscard]] QWidget* scrolled(QWidget* content);
    void wireParts();
    void wireMade();
    [[nodiscard]] QString database() const;
    [[nodiscard]] QString databaseName(const QString& id) const;
    void chooseDatabase();
    void nameDatabases();
    void readPlan();
    void showPlan(const SearchPlan& plan);
    void keepQuery();
    void keepBlocks();
    void writeQueries(bool all);
    /// One write over the hands; a failure is said.
    void keep(std::function<Result<void>()> work);
    void beginKeeping();
    void count();
    void fetch();
    void again(const SearchRecord& search);
    void repeatFile(const QString& path);
    void repeat(std::vector<SearchRequest> requests);
    void saveAppendix();
    void saveSearches();
    void save(const QString& path, std::function<Result<QByteArray>(Project&, const Searches&)> make);
    void start(const QString& name, SearchJob::Kind kind, SearchJob::Work work);
    void onProgress(const Progress& progress);
    void onEnded(const std::vector<SearchReport>& reports, const Error* error, bool cancelled);
    void offerMending();
    void mend();
    /// The search that just failed, or else the first that has not ended.
    void resumeOpen();
    void resume(const UnfinishedSearch& search);
    /// The keys, with the cursor where that of a service is written.
    void openKeys(const QString& service);
    void showReports(const std::vector<SearchReport>& reports);
    void readSearches(bool letGo = false);
    void giveUp(qint64 fetch);
    void refreshTools();

    PanelContext& m_context;
    Hands m_reading;
    std::vector<Searchable> m_known;
    SearchPlan m_plan;
    QMap<QString, sources::Query> m_drafts; ///< what stands in the form, for each database
    QMap<QString, qint64> m_hits; ///< counted since the query was changed
    QString m_shown;
    int m_keeping = 0; ///< changes of the plan that are on their way
    int m_kept = 0; ///< that were ever begun
    SearchRequest m_request; ///< of the search that runs
    enum class Mending { None, Resume, Keys };
    Mending m_mending = Mending::None; ///< of what the banner says
    Accesses* m_accesses;
    SearchJob* m_job;
    ToolRow* m_tools;
    Segmented* m_parts;
    ProgressLine* m_line;
    QLabel* m_state;
    QPushButton* m_pause;
    QPushButton* m_cancel;
    QPushButton* m_back;
    QPushButton* m_count;
    QPushButton* m_fetch;
    Banner* m_banner;
    QWidget* m_bannerHome;
    QStackedWidget* m_pages;
    QListWidget* m_databases;
    QueryForm* m_form;
    TagHelp* m_help;
    OpenSearches* m_unfinished;
    QLabel* m_found;
    TextLabel* m_credit;
    BlocksForm* m_blocks;
    SearchesView* m_made;
    KeysForm* m_keys;
};

} // namespace winnow::ui
