// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Icons.h"

#include <QAbstractButton>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace winnow::ui {

class Theme;

/// One place in the rail: icon or ring, name, and what waits there.
class RailItem final : public QAbstractButton {
    Q_OBJECT
public:
    RailItem(const Theme& theme, Sign sign, const QString& name, QWidget* parent = nullptr);

    /// What waits for me there; none: nothing is shown.
    void setWaiting(std::optional<qint64> number);
    [[nodiscard]] std::optional<qint64> waiting() const { return m_waiting; }
    /// How far the stage is, 0–1: a ring takes the place of the icon. None: the icon.
    void setShare(std::optional<double> share);
    [[nodiscard]] std::optional<double> share() const { return m_share; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void describe();

    const Theme& m_theme;
    Icons m_icons;
    Sign m_sign;
    std::optional<qint64> m_waiting;
    int m_room = 0; ///< width that the widest number so far asked for
    std::optional<double> m_share;
};

/// The places of the review, in the order of the work. One is chosen; Up, Down, Home and End move the choice.
class Rail final : public QWidget {
    Q_OBJECT
public:
    explicit Rail(const Theme& theme, QWidget* parent = nullptr);

    /// Appends a place and gives its index. The first becomes the chosen one.
    int add(Sign sign, const QString& name);
    [[nodiscard]] int count() const { return int(m_items.size()); }
    [[nodiscard]] RailItem* item(int index) const;
    [[nodiscard]] int current() const { return m_current; }
    /// Out of range is ignored. Says chosen() if it changed.
    void setCurrent(int index);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] std::optional<int> target(int key) const;

    const Theme& m_theme;
    QVBoxLayout* m_column;
    std::vector<RailItem*> m_items;
    int m_current = -1;
};

} // namespace winnow::ui
