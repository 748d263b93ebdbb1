// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace winnow::ui {

class Theme;

/// A row of tools: 44 px, window colour, a line below (Top: above, as under an abstract or over the status bar).
class ToolRow final : public QWidget {
    Q_OBJECT
public:
    enum class Line { Below, Above, None };
    explicit ToolRow(const Theme& theme, Line line = Line::Below, QWidget* parent = nullptr);
    /// Add widgets here; margins and gaps are set.
    [[nodiscard]] QHBoxLayout* row() const { return m_row; }
    void addWidget(QWidget* widget);
    void addStretch();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Line m_line;
    QHBoxLayout* m_row;
};

/// A sheet of the page's colour with a one-pixel border and round corners, with an optional head.
class Card final : public QFrame {
    Q_OBJECT
public:
    explicit Card(const Theme& theme, const QString& head = {}, QWidget* parent = nullptr);
    /// Add content here.
    [[nodiscard]] QVBoxLayout* column() const { return m_column; }
    void setHead(const QString& head);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QLabel* m_head;
    QVBoxLayout* m_column;
};

/// A plain ground in one role: what is read (page), what frames it (window), what a sheet lies on (desk).
class Ground final : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Page, Window, Desk };
    Ground(const Theme& theme, Kind kind, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Kind m_kind;
};

/// One rule of one pixel.
class Rule final : public QWidget {
    Q_OBJECT
public:
    explicit Rule(const Theme& theme, Qt::Orientation orientation = Qt::Horizontal, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {1, 1}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace winnow::ui
