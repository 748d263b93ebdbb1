// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Merging.h"
#include "project/Setup.h"

#include <functional>

class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace winnow::ui {

class AlikeCard;
class Banner;
class OrderedList;
class PeopleEditor;
class SourceKinds;
class StageCard;
class ProtocolCard;
class WorkCard;

/// The settings of the review that the whole team shares: question, people, votes needed, who settles, pilot and
/// allocation, criteria, reasons, labels and kinds of sources, and what the methods section says of it all. Everything
/// is saved as it is changed, each change one step that can be undone.
class TeamPanel final : public Panel {
    Q_OBJECT
public:
    explicit TeamPanel(PanelContext& context, QWidget* parent = nullptr);
    ~TeamPanel() override;

    void activate() override;
    void find() override;

private:
    void buildQuestion(QVBoxLayout* column);
    void buildPeople(QVBoxLayout* column);
    void buildStages(QVBoxLayout* column);
    void buildCriteria(QVBoxLayout* column);
    void buildLabels(QVBoxLayout* column);
    void buildSources(QVBoxLayout* column);
    void buildWork(QVBoxLayout* column);
    OrderedList* criteriaList(bool include, const QString& head, const QString& hint, QVBoxLayout* column);
    void followStage(StageCard* card);
    void refresh();
    void allowByRole();
    void refreshQuestion(const Review& review);
    void saveQuestion();
    void saveRules(Stage stage, const StageRules& rules);
    /// Asks which of `others` stands for the entry from now on, and has Merging make one of the two.
    template <class Entry, class Text, class Id>
    void merge(const QString& name, const std::vector<Entry>& others, Text text, Result<void> (Merging::*made)(Id, Id),
               Id from);
    void mergeCriterion(bool include, int row);
    void mergeLabel(int row);
    /// Carries one change to the file; what goes wrong is said above the settings.
    template <class Work> void apply(Work work);
    template <class UseCase, class Work> void applyTo(Work work);
    bool eventFilter(QObject* watched, QEvent* event) override;

    PanelContext& m_context;
    Banner* m_said;
    QLineEdit* m_title;
    QPlainTextEdit* m_question;
    PeopleEditor* m_people;
    AlikeCard* m_alike;
    StageCard* m_titleStage;
    StageCard* m_fulltextStage;
    WorkCard* m_titleWork;
    WorkCard* m_fulltextWork;
    ProtocolCard* m_protocol;
    OrderedList* m_include;
    OrderedList* m_exclude;
    OrderedList* m_labels;
    SourceKinds* m_sources;
    ReviewSettings m_shown; ///< as last read: what was typed since differs from it
};

} // namespace winnow::ui
