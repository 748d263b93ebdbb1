// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/screening/ReadAhead.h"
#include "services/Keys.h"
#include "services/Theme.h"

#include <QScrollArea>

#include <vector>

class QVBoxLayout;

namespace winnow::ui {

class ChipRow;
class CriterionTick;
class EntityList;
class NoteField;
class ReportBox;
class TextLabel;

/// Beside the abstract: criteria to be ticked, labels, my note, and at full text what becomes of the report. Of other
/// people it shows what the project hands out: nothing that is still blind.
class SidePanel final : public QScrollArea {
    Q_OBJECT

public:
    SidePanel(const Theme& theme, const Keys& keys, Stage stage, QWidget* parent = nullptr);

    /// Tab comes here from `reader` and goes on to `list`.
    void setTabPlace(QWidget* reader, QWidget* list);
    /// Criteria, labels, people and studies as they are now.
    void setReview(std::shared_ptr<const Review> review, ReviewerId me);
    void showPage(const ReadPage& page);
    /// Nothing is being read.
    void clearPage();
    /// Nothing can be written.
    /// Why who sits here may not remark (tick, label, note, classify), and not say how far the retrieval is; empty:
    /// may.
    void setWritable(const QString& whyNoRemark, const QString& whyNoRetrieval);
    [[nodiscard]] EntityList* entities() const { return m_entities; }
    [[nodiscard]] NoteField* note() const { return m_note; }
    [[nodiscard]] ChipRow* labels() const { return m_labels; }
    /// Null at title and abstract.
    [[nodiscard]] ReportBox* report() const { return m_report; }
    [[nodiscard]] const std::vector<CriterionTick*>& ticks() const { return m_ticks; }

Q_SIGNALS:
    void ticked(winnow::CriterionId criterion, winnow::Tick tick);
    void labelWanted();
    void labelTakenOff(winnow::LabelId label);

private:
    void buildCriteria();
    void showLabels(const Remarks& remarks);
    void showNotes(const ReadPage& page);
    [[nodiscard]] QString nameOf(ReviewerId reviewer) const;
    TextLabel* quiet(QVBoxLayout* column);

    const Theme& m_theme;
    Stage m_stage;
    std::shared_ptr<const Review> m_review;
    ReviewerId m_me;
    QWidget* m_reader = nullptr;
    QWidget* m_criteria;
    QVBoxLayout* m_criteriaColumn;
    std::vector<CriterionTick*> m_ticks;
    ChipRow* m_labels;
    EntityList* m_entities;
    TextLabel* m_otherLabels;
    NoteField* m_note;
    TextLabel* m_otherNotes;
    TextLabel* m_twice;
    ReportBox* m_report = nullptr;
};

} // namespace winnow::ui
