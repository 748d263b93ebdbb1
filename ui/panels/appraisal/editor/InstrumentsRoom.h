// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/InstrumentDraft.h"
#include "panels/Panel.h"
#include "panels/appraisal/editor/LibraryModel.h"

class QPushButton;
class QStackedWidget;

namespace winnow::ui {

class Banner;
class DenseTable;
class InstrumentEditor;
class TextLabel;

/// The instruments of the review: which there are, and from here to the editor, to files and to a comparison.
class InstrumentsRoom final : public QWidget {
    Q_OBJECT

public:
    explicit InstrumentsRoom(PanelContext& context, QWidget* parent = nullptr);

    void activate();

    [[nodiscard]] InstrumentEditor* editor() const { return m_editor; }
    [[nodiscard]] DenseTable* list() const { return m_list; }
    [[nodiscard]] LibraryModel* model() const { return m_model; }
    [[nodiscard]] DifferenceModel* differences() const { return m_differences; }
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] QPushButton* newButton() const { return m_new; }
    [[nodiscard]] QPushButton* editButton() const { return m_edit; }
    [[nodiscard]] QPushButton* duplicateButton() const { return m_duplicate; }
    [[nodiscard]] QPushButton* importButton() const { return m_import; }
    [[nodiscard]] QPushButton* exportButton() const { return m_export; }
    [[nodiscard]] QPushButton* compareButton() const { return m_compare; }
    [[nodiscard]] QPushButton* resumeButton() const { return m_resume; }
    [[nodiscard]] QString comparedText() const;

Q_SIGNALS:
    void back();
    /// There is another one to be assessed with.
    void kept();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Page { Library, Comparison, Editing };

    [[nodiscard]] QWidget* makeLibrary();
    [[nodiscard]] QWidget* makeComparison();
    void refresh();
    void readLeft();
    void offerMending(const QString& path);
    void choose();
    [[nodiscard]] const LibraryModel::Row* chosen() const;
    void edit(const appraisal::InstrumentDraft& draft);
    void begin(const appraisal::InstrumentDraft& draft);
    void editChosen();
    void duplicateChosen();
    void askImport();
    void takeFile(const QString& path);
    void askExport();
    void askCompare();
    void compare(const appraisal::Instrument& before, const appraisal::Instrument& after);

    PanelContext& m_context;
    Hands m_reading; ///< beside the window
    QString m_wantedId; ///< to be chosen once it is read
    QString m_wantedVersion;
    bool m_lookedForLeft = false;
    std::optional<appraisal::InstrumentDraft> m_toMend;
    LibraryModel* m_model;
    DifferenceModel* m_differences;
    QStackedWidget* m_pages;
    DenseTable* m_list;
    DenseTable* m_table;
    TextLabel* m_about;
    TextLabel* m_compared;
    QPushButton* m_back;
    QPushButton* m_resume;
    QPushButton* m_new;
    QPushButton* m_edit;
    QPushButton* m_duplicate;
    QPushButton* m_import;
    QPushButton* m_export;
    QPushButton* m_compare;
    Banner* m_banner;
    InstrumentEditor* m_editor;
};

} // namespace winnow::ui
