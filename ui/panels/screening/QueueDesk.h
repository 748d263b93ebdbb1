// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/QueueModel.h"
#include "panels/Panel.h"

#include <QThreadPool>

#include <atomic>
#include <memory>
#include <stop_token>

namespace winnow::ui {

/// Which records the room shows and in what order: loads queues beside the window, finds in them, and keeps order,
/// filter and place per project, stage and person.
class QueueDesk final : public QObject {
    Q_OBJECT

public:
    QueueDesk(const PanelContext& context, Stage stage, QObject* parent = nullptr);
    ~QueueDesk() override;

    [[nodiscard]] QueueModel& model() { return m_model; }
    /// What is shown, or being loaded.
    [[nodiscard]] const QueueRequest& request() const { return m_request; }
    [[nodiscard]] qint64 atStage() const { return m_atStage; }
    [[nodiscard]] bool loaded() const { return m_loadedOnce; }
    /// Nothing is being loaded or looked for.
    [[nodiscard]] bool settled() const { return m_loading == 0 && m_finding == 0; }

    /// Who I am may have changed: takes up what that person had.
    void takeUp();
    /// Shows no queue until the next is read: it holds the votes of who sat here (rules.md C1).
    void clear() { m_model.show({}); }
    /// Reads the queue anew.
    void load();
    void setOrder(QueueOrder order);
    void setFilter(const QueueFilter& filter);
    /// Narrows the list to what holds these words; empty: the whole queue again.
    void find(const QString& words);
    [[nodiscard]] const QString& words() const { return m_words; }

    [[nodiscard]] RecordId place() const;
    void keepPlace(RecordId record);

Q_SIGNALS:
    void requestChanged();
    void shown(const winnow::Progressed& progress);
    /// The list was narrowed or is whole again; `said` is how many were found.
    void narrowed(const QString& said);
    void failed(const QString& sentence);

private:
    struct Found {
        std::shared_ptr<const std::vector<RecordId>> within;
        std::vector<int> rows;
        bool whole = true; ///< all there are
        bool indexed = true; ///< the index of words is complete
    };
    using Snapshot = std::shared_ptr<Result<QueueSnapshot>>;

    [[nodiscard]] QString scope() const;
    void keepRequest();
    void loadAsJob(int number);
    void loadBeside(int number);
    void take(int number, const Snapshot& snapshot);
    void takeFound(int asked, const Found& found);
    [[nodiscard]] Found lookUp(const QString& words, std::shared_ptr<const std::vector<RecordId>> within,
                               qint64 limit) const;

    PanelContext m_context;
    Stage m_stage;
    QueueModel m_model;
    QueueRequest m_request;
    QueueRequest m_shown;
    QString m_words;
    qint64 m_atStage = 0;
    bool m_loadedOnce = false;
    int m_number = 0; ///< of the latest load: answers to earlier ones are dropped
    int m_loading = 0;
    int m_finding = 0;
    int m_job = 0;
    std::stop_source m_stop;
    std::atomic<int> m_asked = 0; ///< the latest find: earlier ones stop and their answers are dropped
    QThreadPool m_loader;
    QThreadPool m_finder;
};

} // namespace winnow::ui
