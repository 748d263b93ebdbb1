// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Searches.h"

class QPushButton;
class QVBoxLayout;

namespace winnow::ui {

/// Searches that have not ended, each with the way to go on and the way to let go.
class OpenSearches final : public QWidget {
    Q_OBJECT

public:
    explicit OpenSearches(PanelContext& context, QWidget* parent = nullptr);

    void setSearches(const std::vector<UnfinishedSearch>& open);
    [[nodiscard]] const std::vector<UnfinishedSearch>& searches() const { return m_open; }
    /// Those of the first one; nullptr: none is open.
    [[nodiscard]] QPushButton* resumeButton() const;
    [[nodiscard]] QPushButton* giveUpButton() const;

Q_SIGNALS:
    void resumeRequested(const winnow::UnfinishedSearch& search);
    void giveUpRequested(const winnow::UnfinishedSearch& search);

private:
    [[nodiscard]] QWidget* rowFor(const UnfinishedSearch& search);

    PanelContext& m_context;
    QVBoxLayout* m_rows;
    std::vector<UnfinishedSearch> m_open;
};

} // namespace winnow::ui
