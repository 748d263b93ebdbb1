// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "panels/appraisal/editor/DraftDesk.h"

class QListWidget;
class QPushButton;
class QStackedWidget;

namespace winnow::ui {

class AboutPage;
class Banner;
class DomainPage;
class FormPreview;
class ItemPage;
class LanguagesPage;
class ListsPage;
class OutlineView;
class TextLabel;

/// Builds and changes an instrument: its parts on the left, the fields of the chosen one in the middle, the form as it
/// will be on the right, and below what is still wrong with it. Nothing goes into the review before it is kept.
class InstrumentEditor final : public QWidget {
    Q_OBJECT

public:
    explicit InstrumentEditor(PanelContext& context, QWidget* parent = nullptr);

    void begin(appraisal::InstrumentDraft draft);
    /// What was left unkept when the window closed.
    void resume(const appraisal::InstrumentDraft& draft);
    [[nodiscard]] DraftDesk& desk() { return m_desk; }
    /// Something is written that is not kept.
    [[nodiscard]] bool unkept() const { return m_desk.dirty(); }

    [[nodiscard]] OutlineView* outline() const { return m_outline; }
    [[nodiscard]] AboutPage* aboutPage() const { return m_about; }
    [[nodiscard]] DomainPage* domainPage() const { return m_domain; }
    [[nodiscard]] ItemPage* itemPage() const { return m_item; }
    [[nodiscard]] ListsPage* listsPage() const { return m_lists; }
    [[nodiscard]] LanguagesPage* languagesPage() const { return m_languages; }
    [[nodiscard]] FormPreview* preview() const { return m_preview; }
    [[nodiscard]] QListWidget* remarks() const { return m_remarks; }
    [[nodiscard]] QPushButton* keepButton() const { return m_keep; }
    [[nodiscard]] QPushButton* backButton() const { return m_back; }
    [[nodiscard]] Banner* banner() const { return m_banner; }
    /// "faults: 2 · worth knowing: 1".
    [[nodiscard]] QString standing() const;

Q_SIGNALS:
    void back();
    /// It is in the review now.
    void kept(winnow::InstrumentId id);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTools();
    [[nodiscard]] QWidget* makeOutline();
    [[nodiscard]] QWidget* makeBody();
    void showPlace(int place);
    void showRemarks();
    void goToRemark(int row);
    void showSteps();
    void keep();
    void leave();
    void askExport();

    PanelContext& m_context;
    DraftDesk m_desk;
    QTimer m_leaving; ///< what is written is left in the file a moment later, so that no crash takes it along
    QPushButton* m_back;
    TextLabel* m_title;
    TextLabel* m_standing;
    QPushButton* m_undo;
    QPushButton* m_redo;
    QPushButton* m_export;
    QPushButton* m_keep;
    OutlineView* m_outline;
    QStackedWidget* m_pages;
    AboutPage* m_about;
    ListsPage* m_lists;
    LanguagesPage* m_languages;
    DomainPage* m_domain;
    ItemPage* m_item;
    FormPreview* m_preview;
    QListWidget* m_remarks;
    Banner* m_banner;
};

} // namespace winnow::ui
