// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Searches.h"

#include <functional>
#include <memory>

namespace winnow::ui {

/// The search that runs beside the window, one at a time: it counts or fetches, is paused (and goes on later where it
/// stopped) or cancelled (what came stays, the rest is let go of).
class SearchJob final : public QObject {
    Q_OBJECT

public:
    enum class Kind { Count, Fetch };
    using Work = std::function<Result<std::vector<SearchReport>>(Searches&, const JobContext&)>;

    explicit SearchJob(PanelContext& context, QObject* parent = nullptr);

    void setOnline(std::shared_ptr<Online> online) { m_online = std::move(online); }
    [[nodiscard]] const std::shared_ptr<Online>& online() const { return m_online; }
    [[nodiscard]] bool running() const { return m_job != 0; }
    [[nodiscard]] Kind kind() const { return m_kind; }
    void start(const QString& name, Kind kind, Work work);
    void pause();
    void cancel();

Q_SIGNALS:
    void began();
    void progressed(const winnow::Progress& progress);
    /// `reports` of all searches that ended well; an error says why no more did.
    void ended(const std::vector<winnow::SearchReport>& reports, const winnow::Error* error, bool cancelled);

private:
    void onEnded(Outcome outcome, const Error& error);

    PanelContext& m_context;
    std::shared_ptr<Online> m_online;
    int m_job = 0;
    Kind m_kind = Kind::Count;
    bool m_cancelled = false;
    std::shared_ptr<std::vector<SearchReport>> m_reports;
};

} // namespace winnow::ui
