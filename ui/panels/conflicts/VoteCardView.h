// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Conflicts.h"
#include "services/Colours.h"

#include <QAbstractButton>

#include <optional>

namespace winnow::ui {

class Theme;

/// One side of a conflict as a card that lies face down: only a press (its digit, Space or Enter) turns it over, and
/// before that nothing of the vote is in the window (rules.md C2).
class VoteCardView final : public QAbstractButton {
    Q_OBJECT

public:
    /// `number` from 1: card 1 is reviewer A.
    VoteCardView(const Theme& theme, int number, QWidget* parent = nullptr);

    /// What to show once opened.
    struct Face {
        Verdict verdict = Verdict::None;
        QString reason;
        QString note;
        bool mine = false;
    };
    void close();
    void open(const Face& face);
    [[nodiscard]] bool isOpen() const { return m_face.has_value(); }
    /// Everything that can be read on the card now.
    [[nodiscard]] QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QString head() const;
    void describe();

    const Theme& m_theme;
    int m_number;
    std::optional<Face> m_face;
};

} // namespace winnow::ui
