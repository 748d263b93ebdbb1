// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "panels/appraisal/DomainForm.h"
#include "panels/appraisal/GridModel.h"

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace winnow::ui {

class Banner;
class BeginPage;
class EmptyState;
class GridView;
class InstrumentsRoom;
class Segmented;

/// Risk of bias: studies and domains as a traffic light on the left, the form of the chosen one on the right. Two
/// appraisers work blind until an assessment is opened; from then on they see what each has said and agree.
class AppraisalPanel final : public Panel {
    Q_OBJECT

public:
    explicit AppraisalPanel(PanelContext& context, QWidget* parent = nullptr);

    void activate() override;

    [[nodiscard]] GridView* grid() const { return m_grid; }
    [[nodiscard]] GridModel* model() const { return m_model; }
    [[nodiscard]] DomainForm* form() const { return m_form; }
    [[nodiscard]] BeginPage* beginPage() const { return m_begin; }
    [[nodiscard]] QComboBox* instrumentChoice() const { return m_instrument; }
    [[nodiscard]] QPushButton* openButton() const { return m_open; }
    [[nodiscard]] QPushButton* anotherButton() const { return m_another; }
    [[nodiscard]] Segmented* sheetChoice() const { return m_sheet; }
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] QPushButton* instrumentsButton() const { return m_instruments; }
    /// Where instruments are built and changed.
    [[nodiscard]] InstrumentsRoom* instruments() const { return m_room; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Page { Nothing, Begin, Filling };

    /// What a refresh reads beside the window.
    struct State {
        std::vector<AppraisedStudy> studies;
        std::vector<AppraisalView> views;
        std::vector<KeptInstrument> kept;
        std::vector<appraisal::Instrument> own; ///< kept ones that do not come with Winnow
    };

    [[nodiscard]] QWidget* makeTools();
    [[nodiscard]] QWidget* makeBody();
    void showInstruments(bool on);
    void refresh();
    void take(State state);
    void listInstruments();
    void chooseInstrument();
    void chooseVariant();
    void fillGrid();
    void showCurrent();
    void showForm(const GridRow& row);
    [[nodiscard]] QString currentDomain() const;
    [[nodiscard]] const GridRow* currentRow() const;
    [[nodiscard]] SheetKind sheetKind() const;

    void begin();
    void say(const QString& key, const Said& said);
    void settle(AppraisalId id, const QString& key, const Said& said);
    void askOpen();
    /// Shows at once what was said; the log follows.
    void showSaid(const QString& key, const Said& said);
    void takeView(AppraisalId id, const Result<AppraisalView>& view);
    void goOn();
    void goTo(const QString& domain, const QString& item);
    void undo(bool redo);

    PanelContext& m_context;
    Hands m_reading; ///< beside the window
    State m_state;
    std::vector<appraisal::Instrument> m_offered; ///< as in the choice
    std::shared_ptr<const appraisal::Judge> m_judge;
    AppraisalId m_wanted; ///< to be chosen once it is read
    bool m_beginAnother = false; ///< a further result of the chosen study
    bool m_arranging = false; ///< the grid is filled anew: the choice in it is nobody's act
    int m_sent = 0; ///< answers handed on: what was read before the last one is no news
    QComboBox* m_instrument;
    QComboBox* m_variant;
    Segmented* m_sheet;
    QPushButton* m_open;
    QPushButton* m_another;
    Banner* m_banner;
    QPushButton* m_instruments;
    QStackedWidget* m_rooms; ///< assessing, or instruments
    InstrumentsRoom* m_room;
    QStackedWidget* m_whole; ///< nothing to assess, or the body
    EmptyState* m_empty;
    GridModel* m_model;
    GridView* m_grid;
    QStackedWidget* m_pages;
    BeginPage* m_begin;
    DomainForm* m_form;
};

} // namespace winnow::ui
