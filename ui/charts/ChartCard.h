// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Face.h"

#include <QWidget>

class QStackedWidget;

namespace winnow::ui {

class PlotView;
class TextLabel;
class Theme;

/// A chart in small, with its finding as the title: always the same size, so that nothing jumps when numbers come.
/// Enter, Space or a click beside the bars opens it large; a click on a bar opens its records.
class ChartCard final : public QWidget {
    Q_OBJECT

public:
    ChartCard(const ChartFace& face, const Theme& theme, QWidget* parent = nullptr);

    void setData(const ChartData& data);
    /// What stands there instead of a chart: an error.
    void say(const QString& sentence);
    [[nodiscard]] const ChartFace& face() const { return m_face; }
    [[nodiscard]] PlotView* plot() const { return m_plot; }
    [[nodiscard]] QString title() const;
    /// The sentence that is shown instead of bars; empty where there are bars.
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void large();
    void opened(const QStringList& keys, const QString& what);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    const ChartFace& m_face;
    const Theme& m_theme;
    TextLabel* m_name;
    TextLabel* m_finding;
    QStackedWidget* m_middle;
    PlotView* m_plot;
    TextLabel* m_sentence;
};

} // namespace winnow::ui
