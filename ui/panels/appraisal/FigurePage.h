// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Figure.h"
#include "panels/Panel.h"
#include "project/RiskPlots.h"

class QCheckBox;
class QComboBox;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace winnow::ui {

class Banner;
class FigureView;
class Segmented;
class TextLabel;

/// The plots and tables of one instrument at print size, page by page, and how they are drawn. Ctrl+P exports,
/// Page Up and Page Down turn pages.
class FigurePage final : public QWidget {
    Q_OBJECT

public:
    explicit FigurePage(PanelContext& context, QWidget* parent = nullptr);

    /// Which judgements; `results`: those there are, to choose one of.
    void setInstrument(const appraisal::Instrument& instrument, const QString& variant,
                       const std::vector<ResultOf>& results);
    /// Reads the judgements anew.
    void refresh();
    [[nodiscard]] RiskPlotRequest request() const;

    [[nodiscard]] FigureView* figure() const { return m_figure; }
    [[nodiscard]] Segmented* kinds() const { return m_kind; }
    [[nodiscard]] QComboBox* orderChoice() const { return m_order; }
    [[nodiscard]] QComboBox* paletteChoice() const { return m_palette; }
    [[nodiscard]] QComboBox* groupChoice() const { return m_groups; }
    [[nodiscard]] QCheckBox* weightedBox() const { return m_weighted; }
    [[nodiscard]] QPushButton* tableButton() const { return m_table; }
    [[nodiscard]] QPushButton* exportButton() const { return m_export; }
    [[nodiscard]] QPushButton* nextButton() const { return m_next; }
    [[nodiscard]] QString pageText() const;
    [[nodiscard]] QString sentence() const; ///< why there is no figure
    [[nodiscard]] Banner* banner() const { return m_banner; }

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTools();
    [[nodiscard]] QWidget* makeSide();
    void addChoice(QVBoxLayout* column, const QString& label, QComboBox* choice);
    [[nodiscard]] QString kind() const;
    void take(const Result<figures::RiskTable>& table);
    void draw();
    void turn(int pages);
    void show(int page);
    void askTable();
    void askExport();
    void save(const QString& path);

    PanelContext& m_context;
    Hands m_reading;
    QString m_instrument; ///< its id
    QString m_name;
    QString m_variant;
    std::vector<ResultOf> m_results;
    std::map<QString, StudyInPlot> m_studies; ///< of the table that was read
    figures::RiskTable m_judged;
    std::vector<figures::Figure> m_pages;
    int m_page = 0;
    Segmented* m_kind;
    QPushButton* m_previous;
    TextLabel* m_pageText;
    QPushButton* m_next;
    QPushButton* m_export;
    QStackedWidget* m_stack;
    TextLabel* m_sentence;
    QScrollArea* m_scroll;
    FigureView* m_figure;
    QComboBox* m_result;
    QComboBox* m_order;
    QComboBox* m_palette;
    QComboBox* m_groups;
    QPushButton* m_table;
    TextLabel* m_tableText;
    QCheckBox* m_weighted;
    QCheckBox* m_applicability;
    Banner* m_banner;
};

} // namespace winnow::ui
