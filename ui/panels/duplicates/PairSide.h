// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "panels/duplicates/PairQueue.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace winnow::ui {

class PairView;

/// The pair that the list stands on: why the two stand together, both records side by side, and the words that a person
/// can say of them.
class PairSide final : public QWidget {
    Q_OBJECT

public:
    explicit PairSide(PanelContext& context, QWidget* parent = nullptr);

    void setPair(const ShownPair& pair, PairList list);

    [[nodiscard]] PairView* view() const { return m_pair; }
    [[nodiscard]] QString why() const;
    [[nodiscard]] bool mayJudge(bool same) const;
    [[nodiscard]] bool mayLink() const;

Q_SIGNALS:
    void judged(bool same);
    void linked();

private:
    [[nodiscard]] QWidget* makeBar();

    PanelContext& m_context;
    QLabel* m_why;
    PairView* m_pair;
    QLabel* m_state;
    QPushButton* m_same;
    QPushButton* m_different;
    QPushButton* m_link;
};

} // namespace winnow::ui
