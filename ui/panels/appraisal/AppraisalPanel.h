// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "panels/appraisal/DomainForm.h"
#include "panels/appraisal/GridModel.h"
#include "project/AppraisalVersions.h"

#include <functional>

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace winnow::ui {

class AgreementPage;
class Banner;
class BeginPage;
class EmptyState;
class FigurePage;
class GridView;
class InstrumentsRoom;
class QuoteList;
class SearchField;
class Segmented;
class StudyPage;
class TextLabel;
class VersionPage;

/// Risk of bias: studies and domains as a traffic light on the left, the form of the chosen one on the right. Two
/// appraisers work blind until an assessment is opened; from then on they see what each has said and agree. Behind it
/// the agreement between them, and the figures.
class AppraisalPanel final : public Panel {
    Q_OBJECT

public:
    explicit AppraisalPanel(PanelContext& context, QWidget* parent = nullptr);

    enum View { Assessing, Agreement, Figures };
    /// What the grid shows.
    enum Filter { All, NotBegun, ToDo, ToAgree, Agreed };

    void activate() override;
    void find() override;

    [[nodiscard]] GridView* grid() const { return m_grid; }
    [[nodiscard]] GridModel* model() const { return m_model; }
    [[nodiscard]] DomainForm* form() const { return m_form; }
    [[nodiscard]] BeginPage* beginPage() const { return m_begin; }
    [[nodiscard]] QComboBox* instrumentChoice() const { return m_instrument; }
    [[nodiscard]] QPushButton* openButton() const { return m_open; }
    [[nodiscard]] QPushButton* anotherButton() const { return m_another; }
    [[nodiscard]] Segmented* sheetChoice() const { return m_sheet; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    [[nodiscard]] QPushButton* studyButton() const { return m_study; }
    [[nodiscard]] QPushButton* keepButton() const { return m_keep; }
    [[nodiscard]] QPushButton* importButton() const { return m_import; }
    [[nodiscard]] Segmented* viewChoice() const { return m_view; }
    [[nodiscard]] QComboBox* filterChoice() const { return m_filter; }
    [[nodiscard]] SearchField* searchField() const { return m_search; }
    [[nodiscard]] StudyPage* studyPage() const { return m_studyPage; }
    [[nodiscard]] AgreementPage* agreementPage() const { return m_agreement; }
    [[nodiscard]] FigurePage* figurePage() const { return m_figures; }
    [[nodiscard]] QString notice() const;
    [[nodiscard]] Banner* banner() const { return m_banner; }
    /// That assessments can go to a newer version of their instrument.
    [[nodiscard]] Banner* versionBanner() const { return m_newer; }
    [[nodiscard]] VersionPage* versionPage() const { return m_versionPage; }
    [[nodiscard]] QPushButton* instrumentsButton() const { return m_instruments; }
    /// Where instruments are built and changed.
    [[nodiscard]] InstrumentsRoom* instruments() const { return m_room; }
    /// The assessments are being read beside the window.
    [[nodiscard]] bool reading() const { return m_readings > 0; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Page { Nothing, Begin, Filling, Study, Carrying };
    enum Whole { Empty, Body, AgreementTable, FigureSheet };

    /// What a refresh reads beside the window.
    struct State {
        std::vector<AppraisedStudy> studies;
        std::vector<AppraisalView> views;
        std::vector<KeptInstrument> kept;
        std::vector<appraisal::Instrument> own; ///< kept ones that do not come with Winnow
        std::vector<VersionMoves> moves; ///< what could go to a newer version
    };

    [[nodiscard]] QWidget* makeTools();
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeBody();
    void showInstruments(bool on);
    [[nodiscard]] QWidget* makeActs();
    void connectForms();
    void keepTabOrder();
    void showView();
    void turnView(int by);
    void showAgreement();
    void showFigures();
    void refresh();
    void take(State state);
    void listInstruments();
    void chooseWantedVersion();
    void chooseInstrument();
    void chooseVariant();
    void fillGrid(bool keepChosen = true); ///< the chosen line stays, whatever the filter says
    [[nodiscard]] std::vector<GridRow> rowsShown(const std::optional<GridRow>& chosen) const;
    [[nodiscard]] bool passes(const GridRow& row) const;
    [[nodiscard]] InstrumentId keptId() const; ///< of the chosen instrument; none: nothing was assessed with it
    [[nodiscard]] std::map<ReviewerId, QString> names() const;
    [[nodiscard]] QString noticeOf(const GridRow& row) const;
    [[nodiscard]] QString whyNotFill(const GridRow& row) const;
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
    void keepView(const AppraisalView& view);
    void takeView(const Result<AppraisalView>& view);
    void goOn();
    void goTo(const QString& domain, const QString& item);
    void undo(bool redo);

    void showStudy();
    void leaveStudy();
    void sayDesign(const QString& design);
    void assign(const std::vector<ReviewerId>& people, bool allShown);
    void askCopy();
    void copy(AppraisalId from, AppraisalId to, const QString& domain);
    void keepConsensus();
    void showNewer();
    void showVersions();
    void leaveVersions();
    void carryOver(const std::vector<AppraisalId>& from);
    [[nodiscard]] const VersionMoves* movesHere() const; ///< of the chosen instrument, whatever its version
    void askFile(QuoteList* quotes);
    void askImport();
    void importTable(const QString& path, const ResultOf& result);
    /// Hands a change over. Until it is answered, what the file holds may be older than what is shown here.
    template <class Work, class Done> void write(Work work, Done done)
    {
        ++m_unsaved;
        ++m_sent;
        m_context.hands.over(this, std::move(work), [this, done = std::move(done)](const auto& result) {
            --m_unsaved;
            done(result);
            if (m_unsaved == 0 && m_stale)
                refresh();
        });
    }
    /// Does it over the lane; then the panel is read anew and says so.
    void act(const std::function<Result<QString>()>& work);

    PanelContext& m_context;
    Hands m_reading; ///< beside the window
    State m_state;
    std::vector<appraisal::Instrument> m_offered; ///< as in the choice
    std::shared_ptr<const appraisal::Judge> m_judge;
    AppraisalId m_wanted; ///< to be chosen once it is read
    std::optional<std::pair<QString, QString>> m_wantedVersion; ///< id and version of an instrument, likewise
    bool m_carrying = false; ///< what goes to a newer version, in place of the form
    bool m_aboutStudy = false; ///< design and appraisers of the chosen one, in place of its form
    bool m_beginAnother = false; ///< a further result of the chosen study
    bool m_arranging = false; ///< the grid is filled anew: the choice in it is nobody's act
    int m_sent = 0; ///< changes handed over so far: what was read before the last one is no news
    int m_unsaved = 0; ///< changes handed over and not answered yet
    int m_readings = 0; ///< under way
    bool m_stale = false; ///< to be read again once all is saved
    ReviewerId m_shownTo; ///< whose answers are shown
    QComboBox* m_instrument;
    QComboBox* m_variant;
    Segmented* m_sheet;
    QPushButton* m_open;
    QPushButton* m_another;
    QPushButton* m_copy;
    QPushButton* m_study;
    QPushButton* m_keep;
    Segmented* m_view;
    QComboBox* m_filter;
    SearchField* m_search;
    QPushButton* m_import;
    TextLabel* m_notice;
    Banner* m_banner;
    Banner* m_newer;
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
    StudyPage* m_studyPage;
    VersionPage* m_versionPage;
    AgreementPage* m_agreement;
    FigurePage* m_figures;
};

} // namespace winnow::ui
