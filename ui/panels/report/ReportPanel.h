// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Prisma.h"
#include "figures/FlowFigure.h"
#include "panels/Panel.h"
#include "project/Records.h"

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace winnow::ui {

class Banner;
class DenseTable;
class FigureView;
class RecordsLogModel;
class RecordsModel;
class ReportSide;

/// What goes out of the review: the flow diagram at print size, always of this moment, and tables. A click on a number
/// opens exactly those records.
class ReportPanel final : public Panel {
    Q_OBJECT

public:
    enum Product { FlowDiagram, Excluded, AuditTrail };

    explicit ReportPanel(PanelContext& context, QWidget* parent = nullptr);

    void activate() override;

    [[nodiscard]] figures::FlowOptions options() const;
    [[nodiscard]] FigureView* figure() const { return m_figure; }
    [[nodiscard]] ReportSide* side() const { return m_side; }
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] QListWidget* products() const { return m_products; }
    [[nodiscard]] QComboBox* templates() const { return m_template; }
    [[nodiscard]] QPushButton* exportButton() const { return m_export; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    [[nodiscard]] DenseTable* excludedTable() const { return m_excludedTable; }
    [[nodiscard]] DenseTable* trailTable() const { return m_trailTable; }

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTools();
    void makeProducts();
    void makePages();
    void choose(int product);
    void refresh();
    void draw();
    void readExcluded();
    void openBox(const QString& key, const QString& heading);
    void askExport();
    void save(const QString& path);
    void copy();
    void declare(const QString& box, qint64 number, const QString& why);

    PanelContext& m_context;
    Hands m_reading; ///< counts and lists, beside the window
    FlowCounts m_counts;
    bool m_known = false;
    QLabel* m_head;
    QComboBox* m_template;
    Banner* m_banner;
    QPushButton* m_copy;
    QPushButton* m_export;
    QListWidget* m_products;
    QStackedWidget* m_pages;
    QScrollArea* m_scroll;
    FigureView* m_figure;
    ReportSide* m_side;
    RecordsModel* m_excluded;
    DenseTable* m_excludedTable;
    RecordsLogModel* m_trail;
    DenseTable* m_trailTable;
};

} // namespace winnow::ui
