// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Face.h"
#include "project/Hands.h"

#include <QWidget>

class QPushButton;

namespace winnow::ui {

class Banner;
class ChartTableModel;
class DenseTable;
class Dialogs;
class PlotView;
class TextLabel;
class Theme;

/// One chart large, with its table and export (Ctrl+E: SVG, PDF, PNG, CSV). Enter on a bar or a row opens its records;
/// Escape goes back.
class ChartPage final : public QWidget {
    Q_OBJECT

public:
    ChartPage(const ChartFace& face, Project& project, const Theme& theme, Dialogs& dialogs, QWidget* parent = nullptr);

    void setData(const ChartData& data);
    void say(const QString& sentence);
    [[nodiscard]] const ChartFace& face() const { return m_face; }
    [[nodiscard]] PlotView* plot() const { return m_plot; }
    [[nodiscard]] DenseTable* table() const { return m_table; }
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] QPushButton* exportButton() const { return m_export; }
    [[nodiscard]] QPushButton* backButton() const { return m_back; }

Q_SIGNALS:
    void left();
    void opened(const QStringList& keys, const QString& what);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTools();
    void fitColumns();
    void askExport();
    void save(const QString& path);

    const ChartFace& m_face;
    Project& m_project;
    const Theme& m_theme;
    Dialogs& m_dialogs;
    Hands m_writing;
    QPushButton* m_back;
    Banner* m_banner;
    QPushButton* m_export;
    TextLabel* m_finding;
    TextLabel* m_note;
    PlotView* m_plot;
    ChartTableModel* m_model;
    DenseTable* m_table;
    bool m_fitted = false;
};

} // namespace winnow::ui
