// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Records.h"

#include <map>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace winnow::ui {

class FieldRow;
class SectionLabel;

/// Everything known of one record: its fields, which can be edited; what else its file said; the records it is joined
/// with, which can be parted again.
class RecordFields final : public QWidget {
    Q_OBJECT

public:
    explicit RecordFields(PanelContext& context, QWidget* parent = nullptr);

    void setRecord(const RecordView& view);
    /// Open editors are closed without saving.
    void stopEditing();
    [[nodiscard]] bool editing() const;
    void takeFocus();
    [[nodiscard]] FieldRow* row(Field field) const;
    /// Buttons "These are different", one for each record it is joined with.
    [[nodiscard]] const std::vector<QPushButton*>& partButtons() const { return m_partButtons; }

Q_SIGNALS:
    void saved(winnow::Field field, const QString& text);
    void partRequested(winnow::RecordId other);
    void recordRequested(winnow::RecordId record);

private:
    void addFieldRows(QVBoxLayout* column);
    void setExtras(const Record& record);
    void setMembers(const RecordView& view);
    void addMember(const RecordView& member, const std::string& ownTitle);
    void move(const FieldRow* from, int by);

    PanelContext& m_context;
    QScrollArea* m_scroll;
    std::map<Field, FieldRow*> m_rows;
    std::vector<FieldRow*> m_order;
    SectionLabel* m_extrasHead;
    QVBoxLayout* m_extras;
    std::vector<FieldRow*> m_extraRows;
    SectionLabel* m_membersHead;
    QVBoxLayout* m_members;
    std::vector<QWidget*> m_memberRows;
    std::vector<QPushButton*> m_partButtons;
};

} // namespace winnow::ui
