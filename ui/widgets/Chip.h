// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include <vector>

namespace winnow::ui {

class FlowLayout;
class Theme;

/// A label as a small pill. With the focus, Delete or Backspace asks to remove it; a checkable one works as a filter.
class Chip final : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(const Theme& theme, const QString& text, QWidget* parent = nullptr);

    /// Shows a cross that removes.
    void setRemovable(bool on);
    [[nodiscard]] QRect crossArea() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    bool m_removable = false;
};

/// Chips in rows, with + at the end to add one.
class ChipRow final : public QWidget {
    Q_OBJECT
public:
    explicit ChipRow(const Theme& theme, QWidget* parent = nullptr);

    /// Replaces all chips; the order is kept.
    void setTexts(const QStringList& texts);
    [[nodiscard]] QStringList texts() const;
    void setRemovable(bool on);
    /// Whether + is shown; on at first. `name` is what a screen reader says for it ("Add label").
    void setAddable(bool on, const QString& name = {});
    [[nodiscard]] QAbstractButton* addButton() const;
    [[nodiscard]] Chip* chip(int index) const;

Q_SIGNALS:
    void addRequested();
    void removeRequested(const QString& text);
    void chipClicked(const QString& text);

private:
    const Theme& m_theme;
    FlowLayout* m_flow;
    std::vector<Chip*> m_chips;
    Chip* m_add;
    bool m_removable = false;
};

} // namespace winnow::ui
