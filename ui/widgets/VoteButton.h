// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Colours.h"

#include <QAbstractButton>

namespace winnow::ui {

class Theme;

/// One of the three big buttons under an abstract: 44 × 190, in the colour of its verdict, with its key.
/// Checked means "this is my vote on the record shown", and is set by its owner only. Its size depends on nothing that
/// changes while screening, so the three never move. It takes no focus by click: letters keep acting in the reader.
class VoteButton final : public QAbstractButton {
    Q_OBJECT
public:
    /// `tone` is Include, Exclude or Maybe; `key` is what the badge shows.
    VoteButton(const Theme& theme, Tone tone, const QString& text, const QString& key, QWidget* parent = nullptr);

    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] QString key() const { return m_key; }
    void setKey(const QString& key);
    /// Shows ▾ at the end; a press there (or Alt+Down with the focus) asks for the menu and does not vote.
    void setHasMenu(bool on);
    [[nodiscard]] bool hasMenu() const { return m_hasMenu; }
    /// The part of the button that opens the menu; empty without one.
    [[nodiscard]] QRect menuArea() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void menuRequested();

protected:
    /// A press does not check: the owner does, when the vote is saved.
    void nextCheckState() override { }
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void describe();
    void paintGround(QPainter& painter) const;
    void paintContent(QPainter& painter) const;

    const Theme& m_theme;
    Tone m_tone;
    QString m_key;
    bool m_hasMenu = false;
};

} // namespace winnow::ui
